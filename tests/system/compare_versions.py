#!/usr/bin/env python3
"""compare_versions.py OLD NEW: runs two binaries on generated inputs and compares what they write. For refactorings.

    tests/system/compare_versions.py /tmp/before/build/mpn-renewal build/mpn-renewal
    tests/system/compare_versions.py OLD NEW --inputs 20000 --seed 7 --formats json,ndjson,csv

Standard output and the exit status must be equal, except for sentences: error.message (JSON), the text after the code in
renewal.error (CSV), the error lines of text, SUMMARY, DESCRIPTION and X-WR-CALNAME (ics). Of standard error only the line numbers
are compared. A change of the contract shows up as a difference, so compare versions that should behave the same.

Inputs are plain lines, CSV, JSON Lines, arrays and single objects with good and bad records; a quarter of them are what OLD wrote
for another input. The same --seed gives the same inputs. Each input runs in every format with one random set of options. The
first differences are printed with the command that shows them. The exit status is 0 if there are no differences.
"""
import argparse, collections, concurrent.futures, difflib, itertools, json, os, pathlib, random, re, subprocess, sys, tempfile

FORMATS = {"default": [], **{name: ["-f", name] for name in ("text", "json", "ndjson", "csv", "ics")}, "check": ["--check"]}
DATE_NAMES = ["date", "purchase_date", "Purchase Date", "PURCHASED", "date-of-purchase", "구매 날짜", "구매일"]
ANNIVERSARY_NAMES = ["date", "anniversary", "Anniversary Date", "renewal_start date", "갱신일", "갱신 시작 날짜"]
COMPETENCY_NAMES = ["competency", "COMPETENCY", "compe-tency", "역량"]
BAD_DATES = ["2021-02-30", "2021-13-01", "04/05/2021", "13/05/2021", "05/13/2021", "05/05/2021", "4/20/20", "20.4.2020", "20-4-2020", "44306", "2021-2-9",
             "20210209", "2020-04-20T10:00:00", "2020-04-20x", "9", "-", "가", "0000-01-01", "10000-01-01", "2020-04-20 00:00:00Z"]
NAMES = ["Cloud Platform", "cloud-platform", "Gold DevOps competency", "Silver security", "클라우드 플랫폼", "골드 보안 역량", "CBA", "Action Pack", "MAPS",
         "Cloud Business Applications", "SAP on Microsoft Azure", "Low Code Application Development", "Cloud Buisness Applications", "???", "보안 😀",
         "not a name", "a\tb", "\u202ex", "x" * 250]
GOOD_NAMES = 12
NOTES = ["", " ", "x", '5" disk', '"said"', "a,b;c\td", "two\nlines", "two\r\nlines", "가나다", "😀", "0", "1,5", "\\", 'a"', "renewal.term", "2020-04-20"]
VALUES = ["null", "true", "0", "-0.0", "1E5", "123456789012345678901234567890.10", "1e-400", "[]", "{}", '""', '"2020-04-20"', '"Cloud Platform"',
          '"\\u00e9\\n\\/\\\\\\"\\ud83d\\ude00"', '"[{,]}\\"renewal\\":{"', '"가"', '"\u00a0 "', '{ "renewal" : [1, {"date":"x"}] }', "[[[]], 1 ]"]
BAD_JSON = ['{"a":tru}', '{"a":"\\ud800"}', '{"a":"\\udc00"}', '{"n":1e400}', "{'a':1}", '{"a":1,}', '{"a" 1}', '{"a":01}', '{"a":"\x01"}', "{}", '{"a":1}{"b":2}',
            '{"date":"\udcff"}', '{"a":' + "[" * 600 + "]" * 600 + "}"]
CODES = b"invalid_date|ambiguous_date|missing_date|future_purchase|out_of_range|unknown_competency|malformed_record"
MASKS = [(re.compile(pattern, flags), kept) for pattern, flags, kept in [
    (rb'("error":\{"code":"\w+","message":)"(?:[^"\\]|\\.)*"', 0, rb"\1"),
    (rb'"?\b(' + CODES + rb"): [^\r\n]*", 0, rb"\1"),
    (rb"^(SUMMARY|DESCRIPTION|X-WR-CALNAME):(?:[^\r]|\r\n )*", re.M, rb"\1"),
    (rb"^(line \d+ +)?error\b.*", re.M, rb"\1error"),
    (rb"^(MPN-RENEWAL UNKNOWN - )(?!.*lapsed).*", re.M, rb"\1"),
]]


class Generator:
    """Makes one input and its options; everything depends on the seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.only_good = self.chance(35)
        self.options = self.make_options()
        self.kind, make = self.random.choice([("lines", self.lines), ("csv", self.csv), ("csv", self.csv), ("ndjson", self.json_lines),
                                              ("array", self.array), ("object", self.object)])
        self.text = make()

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def bad(self, percent):
        return not self.only_good and self.chance(percent)

    def one(self, values):
        return self.random.choice(values)

    def count(self):
        return self.random.randrange(40) if self.chance(95) else 400

    def make_options(self):
        options = ["-a"] if self.chance(25) else []
        options += ["--as-of", self.one(["2021-05-08", "2020-02-29", "0001-01-01", "9999-12-31"])] if self.chance(40) else []
        if self.chance(25):
            options += ["-t", self.one(["2", "3", "400", "current"])] if "--as-of" in options else ["-t", self.one(["1", "2", "9999"])]
        for percent, more in [(20, ["--waves", "all"]), (20, ["--date-order", self.one(["dmy", "mdy"])]), (10, ["--excel"]), (10, ["-q"]),
                              (5, ["--date-field", self.one(["note", "id", "구매일"])]), (5, ["--competency-field", self.one(["note", "offer"])])]:
            options += more if self.chance(percent) else []
        return options

    def date(self):
        if self.bad(25):
            return self.one(BAD_DATES)
        first, last = (2018, 2022) if self.chance(80) else (1, 9990)
        date = f"{self.random.randint(first, last):04}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28 if self.only_good else 30):02}"
        return date + self.one(["T00:00:00", " 00:00", " 00:00:00", "T00:00:00.000"]) if self.chance(10) else date

    def name(self):
        return self.one(NAMES[:GOOD_NAMES] if self.only_good else NAMES)

    def padded(self, text):
        return self.one([" ", "\t", "\u00a0"]) + text + " " if self.chance(8) else text

    def date_name(self):
        names = ANNIVERSARY_NAMES if "-a" in self.options else DATE_NAMES + ANNIVERSARY_NAMES
        return self.one(DATE_NAMES + ["bought", "note"]) if self.bad(2) else self.one(names)

    def end(self):
        return self.one(["\n", "\n", "\n", "\r\n"]) + (self.one(["\n", " \t\r\n"]) if self.chance(3) else "")

    def bad_bytes(self):
        return "\udcb0\udca1" if self.bad(3) else ""

    def joined(self, records):
        text = "".join(record + self.end() for record in records)
        return text.rstrip("\r\n") if self.chance(20) else text

    def lines(self):
        def line():
            separator = self.one(["", " ", ",", ", ", "\t", " ; "])
            name = self.name() if separator else ""
            quoted = '"' + name.replace('"', '""') + '"'
            return self.padded(self.date() + separator + (quoted if self.chance(30) and name else name)) + self.bad_bytes()

        return self.joined([line() for _ in range(self.count())])

    def cell(self, text, delimiter):
        return '"' + text.replace('"', '""') + '"' if delimiter in text or "\n" in text or text[:1] == '"' or self.chance(10) else text

    def csv(self):
        delimiter = self.one([",", ",", ";", "\t"])
        columns = [("id", "id")] if self.chance(90) else []
        columns += [(self.date_name(), "date") for _ in range(self.random.randint(1, 2))]
        columns += [(self.one(COMPETENCY_NAMES), "name") for _ in range(self.random.randrange(3))]
        columns += [(self.one(["note", "", "a note", "Renewal.x", '"q"', "n\nn", "offer", "x" * 300]), "note") for _ in range(self.random.randrange(4))]
        columns += [(self.one(["renewal.anniversary", "renewal.error", "renewal.", "renewal"]), "note") for _ in range(self.random.randrange(3))]
        self.random.shuffle(columns)

        def value(kind, number):
            return str(number) if kind == "id" else "" if self.bad(5) else {"date": lambda: self.padded(self.date()), "name": self.name,
                                                                                "note": lambda: self.one(NOTES)}[kind]()

        def row(number):
            cells = [self.cell(value(kind, number), delimiter) + self.bad_bytes() for _, kind in columns]
            if self.bad(5):
                cells += ["x"] * self.random.randint(1, 3)
            return delimiter.join(cells[: self.random.randint(1, len(cells))] if self.bad(5) else cells) + ('"' if self.bad(1) else "")

        front = ("sep=" + delimiter + "\n" if self.chance(5) else "") + ("#TYPE Selected.Object\r\n" if self.chance(5) else "")
        header = delimiter.join(self.cell(name, delimiter) for name, _ in columns)
        return front + self.joined([header] + [row(number) for number in range(self.count())])

    def value(self):
        return self.one(VALUES)

    def json_object(self, blanks):
        members = [("id", str(self.random.randrange(1000)))]
        for _ in range(self.random.randint(1 if self.only_good else 0, 3)):
            members.append((self.date_name(), self.value() if self.bad(10) else json.dumps(self.padded(self.date()))))
        for _ in range(self.random.randrange(3)):
            members.append((self.one(COMPETENCY_NAMES), self.value() if self.bad(10) else json.dumps(self.name(), ensure_ascii=self.chance(50))))
        for _ in range(self.random.randrange(4)):
            members.append((self.one(["note", "note", "", 'a"b', "offer", "renewals", "Renewal", "renewal", "renewal"]), self.value()))
        self.random.shuffle(members)
        space = lambda: self.one(blanks) if self.chance(10) else ""
        return "{" + ",".join(space() + json.dumps(name, ensure_ascii=self.chance(20)) + space() + ":" + space() + value + space() for name, value in members) + "}"

    def record(self, blanks):
        return self.one(BAD_JSON) if self.bad(10) else '{"renewal":' + self.value() + "}" if self.bad(3) else self.json_object(blanks)

    def json_lines(self):
        broken = ['{"id":1', '{"date":"2020-04-20', '{"a":[}']
        return self.joined([self.one(broken) if self.bad(3) else self.record([" ", "\t"]) for _ in range(1 + self.count())])

    def array(self):
        blanks = [" ", "\n", "\r\n  "]
        records = [self.one(["1", '"x,]"', "null", "[[],{}]"]) if self.bad(3) else self.record(blanks) for _ in range(self.count())]
        text = "[" + self.one(["", " ", "\n"]) + self.one([",", ",\n", " , "]).join(records) + self.one(["]", "]\n", " \n]\n\n"])
        return text[: self.random.randrange(1, len(text))] if self.bad(5) else text

    def object(self):
        text = self.json_object([" ", "\n", "\r\n  "])
        return "{" + self.one(["\n", "\r\n"]) + text[1:] + self.one(["", "\n", "\n \n"])

    def encoded(self):
        if self.chance(85) or "\\udc" in ascii(self.text):
            return self.text.encode("utf-8", "surrogateescape")
        return self.text.encode(self.one(["utf-8-sig", "utf-16"])) if self.chance(70) else b"\xfe\xff" + self.text.encode("utf-16-be")


def run(binary, arguments, data):
    process = subprocess.Popen([binary, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"LC_ALL": "C"}, close_fds=False)
    out, err = process.communicate(data)
    return process.returncode, out, err


def masked(status, out, err):
    for pattern, kept in MASKS:
        out = pattern.sub(kept, out)
    lines = [re.match(rb"mpn-renewal: (?:\(stdin\))?(?::\d+:)?|", line)[0] for line in err.splitlines()]
    return b"status %d\n" % status + out + b"".join(b"\n! " + line for line in lines)


def compare(seed, old, new, formats, folder):
    """The kind of input, the number of runs by exit status, and the differences as texts."""
    made = Generator(seed)
    data, kind = made.encoded(), made.kind
    if made.chance(25):
        data, kind = run(old, [*made.options, *made.one([[], ["-f", "ndjson"], ["-f", "csv"], ["-f", "json"]])], data)[1], "output of " + kind
    statuses, differences = collections.Counter(), []
    for name in formats:
        arguments = [*made.options, *FORMATS[name]]
        before, after = run(old, arguments, data), run(new, arguments, data)
        statuses[before[0]] += 1
        if masked(*before) != masked(*after):
            path = pathlib.Path(folder) / f"{seed}.in"
            path.write_bytes(data)
            lines = difflib.unified_diff(*(masked(*result).decode("utf-8", "replace").splitlines() for result in (before, after)), "old", "new", n=1, lineterm="")
            differences.append(f"mpn-renewal {' '.join(arguments)} < {path}   # {kind}\n" + "\n".join(line[:400] for line in itertools.islice(lines, 2, 14)))
    return kind, statuses, differences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=os.path.abspath, metavar="OLD")
    parser.add_argument("new", type=os.path.abspath, metavar="NEW")
    parser.add_argument("--inputs", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1, help="of the first input; the next ones follow")
    parser.add_argument("--formats", type=lambda text: text.split(","), default=list(FORMATS), help=", ".join(FORMATS))
    parser.add_argument("--show", type=int, default=10, help="number of differences to print")
    arguments = parser.parse_args()

    folder = tempfile.mkdtemp(prefix="mpn-renewal-compare-")
    kinds, statuses, differences = collections.Counter(), collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        seeds = range(arguments.seed, arguments.seed + arguments.inputs)
        for kind, by_status, found in pool.map(lambda seed: compare(seed, arguments.old, arguments.new, arguments.formats, folder), seeds):
            kinds[kind] += 1
            statuses += by_status
            for text in found[: max(0, arguments.show - differences)]:
                print(text + "\n", flush=True)
            differences += len(found)
    print(f"{arguments.inputs} inputs: " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    print(f"{sum(statuses.values())} runs: " + ", ".join(f"status {status} {count}" for status, count in sorted(statuses.items())))
    print(f"{differences} differences" + (f"; inputs in {folder}" if differences else ""))
    if not differences:
        os.rmdir(folder)
    sys.exit(1 if differences or not statuses else 0)


if __name__ == "__main__":
    main()
