#!/usr/bin/env python3
"""Changes one operator, constant, condition or string at a time and runs the tests, to find what they do not notice.

    tests/mutation/mutate.py include/mpn/*.hpp                 the core
    tests/mutation/mutate.py src/read/*.cpp src/write/uuid.cpp some of the program
    tests/mutation/mutate.py src/read/csv.cpp:40               one line

For developers on Debian (g++, CMake, Ninja, Catch2). It works on copies of the checkout in --work and changes nothing else.
Survivors are printed at once, counts after each file:

    src/read/csv.cpp:40: survived: <= for <
      - the line
      + the changed line

A mutant is killed by the compiler, by a test that fails or by a test that takes far too long. Strings get a character in front, so
that only a comparison of the whole text notices. In the core, static_asserts are disabled until all tests have passed.

A mutant that no test can notice is marked in the source, at the end of its line or in a comment above it, with the reason:

    if (size > 16)  // no test can notice >= or 17: both branches copy the same text

What is marked is what replaces the code: an operator, a number, `string`, `character`, `negation` (of a condition, or a dropped !) or
`any change`. Marked mutants are not run, except with --marked, which reports those that a test notices after all. A mark without a
mutant is an error.

It takes a few seconds per mutant, and far more in a header that many files include. The exit status is 0 if nothing survived.
"""
import argparse, collections, concurrent.futures, dataclasses, json, os, pathlib, queue, re, shutil, subprocess, sys, time

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
TOKEN = re.compile(
    r"""(?P<skipped>//[^\n]*|/\*.*?\*/|^[ ]*\#(?:\\\n|[^\n])*|\[\[\w+\]\])
      |(?P<string>R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*")
      |(?P<character>'(?:\\[^'\n]+|\\'|[^'\\\n])')
      |(?P<number>\b(?:0x[0-9a-fA-F']+|[0-9][0-9']*)[uUlL]*\b)
      |(?P<word>[A-Za-z_]\w*)
      |(?P<operator><=>|<<=|>>=|->|::|\+\+|--|&&|\|\||[-+*/%&|^<>=!]=|<<|>>|[^\s\w])""",
    re.X | re.M | re.S,
)
# Binary operators have blanks around them, which distinguishes a < b from list<a>.
SWAPPED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
    "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "&",
    "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "&=": "|=", "^=": "|=",
}  # fmt: skip
UNARY = {"++": "--", "--": "++", "true": "false", "false": "true"}
MARK = re.compile(r"// no test can notice (?P<changes>[^:]+): \w")


@dataclasses.dataclass(frozen=True)
class Mutant:
    file: str
    line: int
    start: int
    end: int
    new: str
    change: str  # as a mark names it

    def lines(self, text):
        """The changed line before and after."""
        first, last = text.rfind("\n", 0, self.start) + 1, text.find("\n", self.end)
        return text[first:last].strip(), (text[first : self.start] + self.new + text[self.end : last]).strip()


def closing(tokens, at):
    """The index of the parenthesis that closes the one at `at`."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[i][0], 0)
        if depth == 0:
            return i
    raise ValueError("unclosed parenthesis")


def changed_literal(kind, token):
    if kind == "string":
        return token.replace("(", "(?", 1) if token.startswith("R") else '"?' + token[1:]
    if kind == "character":
        return "'#'" if token == "'~'" else "'~'"
    digits = re.match(r"0x[0-9a-fA-F']+|[0-9']+", token)[0]
    value = int(digits.replace("'", ""), 16 if digits.startswith("0x") else 10) + 1
    return (f"0x{value:X}" if digits.startswith("0x") else str(value)) + token[len(digits) :]


def mutants_of(file, text):
    """Every mutant of a source, except in static_asserts, which are tests."""
    tokens = [(m[0], m.lastgroup, m.start(), m.end()) for m in TOKEN.finditer(text) if m.lastgroup != "skipped"]
    skip_until = -1

    def mutant(start, end, new, change=None):
        return Mutant(file, text.count("\n", 0, start) + 1, start, end, new, change or new)

    for i, (token, kind, start, end) in enumerate(tokens):
        if token == "static_assert" or (token == "extern" and tokens[i + 1][1] == "string"):
            skip_until = closing(tokens, i + 1) if token == "static_assert" else i + 1
        if i <= skip_until:
            continue
        if kind in ("string", "character", "number"):
            yield mutant(start, end, changed_literal(kind, token), None if kind == "number" else kind)
        elif token in UNARY:
            yield mutant(start, end, UNARY[token])
        elif token == "!":
            yield mutant(start, end, "", "negation")
        elif token in SWAPPED and text[start - 1].isspace() and text[end].isspace():
            yield mutant(start, end, SWAPPED[token])
        elif token in ("if", "while") and tokens[i + 1][0] == "(":
            last = closing(tokens, i + 1)
            inside = {t[0] for t in tokens[i + 1 : last]}
            # Other conditions are negated by their operators; declarations cannot be negated.
            if inside.isdisjoint({"==", "!=", "<", ">", "<=", ">=", "&&", "||", "!", "=", ";", "const"}):
                yield mutant(tokens[i + 1][2], tokens[last][3], "(!" + text[tokens[i + 1][2] : tokens[last][3]] + ")", "negation")


def marks_of(text):
    """The marked changes of each line, as (line of the code, change)."""
    lines = text.splitlines()
    for i, line in enumerate(lines):
        if mark := MARK.search(line):
            at = i
            while lines[at].lstrip().startswith("//"):
                at += 1
            yield from ((at + 1, change) for change in re.split(", | or ", mark["changes"]))
        elif "// no test can notice" in line:
            yield i + 1, "(a mark without a reason)"


class Worker:
    """A copy of the checkout with its builds."""

    def __init__(self, folder):
        self.folder, self.tree = folder, folder / "tree"
        self.slowest = {}  # the seconds of each test without a mutant
        files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=CHECKOUT, capture_output=True, text=True, check=True)
        for name in files.stdout.splitlines():
            source, copy = CHECKOUT / name, self.tree / name
            if source.exists() and not (copy.exists() and copy.read_bytes() == source.read_bytes()):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, copy)

    def runs(self, *command, limit=None):
        """Whether a command succeeds within a number of seconds."""
        try:
            done = subprocess.run(command, cwd=self.folder, env=os.environ | {"TMPDIR": str(self.folder)}, timeout=limit,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
            return done.returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def passes(self, *test):
        """Whether a test passes; its first run, without a mutant, sets the time limit of the others."""
        began = time.monotonic()
        passed = self.runs(*test, limit=self.slowest[test] * 15 + 3 if test in self.slowest else None)
        self.slowest.setdefault(test, time.monotonic() - began)
        return passed

    def judged(self, mutant, text):
        target = self.tree / mutant.file
        try:
            target.write_text(text[: mutant.start] + mutant.new + text[mutant.end :])
            return self.judge(mutant.file)
        finally:
            target.write_text(text)


class Core(Worker):
    """Each test file is a program of its own. The test of the changed header runs first, then those that killed lately."""

    def __init__(self, folder):
        super().__init__(folder)
        flags = ["-std=gnu++20", f"-I{self.tree}/include", f"-I{self.tree}/tests", f'-DMPN_TEST_DATA="{self.tree}/tests/data"']
        self.with_asserts, self.flags = [*flags, "-fsyntax-only"], [*flags, "-Dstatic_assert(...)=", "-include", "headers.hpp"]
        folder.joinpath("headers.hpp").write_text('#include "catch2.hpp"\n#include <date/date.h>\n#include <fstream>\n#include <map>\n')
        subprocess.run(["g++", *self.flags[:-2], "-x", "c++-header", "headers.hpp", "-o", "headers.hpp.gch"], cwd=folder, check=True)
        self.tests = sorted((self.tree / "tests/core").rglob("*_test.cpp"))

    def judge(self, file):
        own = pathlib.Path(file).stem + "_test"
        for test in sorted(self.tests, key=lambda t: t.stem != own):
            if not self.runs("g++", *self.flags, "-O1" if "walk" in test.stem else "-O0", test, "-o", test.stem, "-lCatch2WithMain"):
                return "compiler"
            if not self.passes(f"./{test.stem}", "--abort"):
                self.tests.insert(0, self.tests.pop(self.tests.index(test)))
                return "tests"
        asserts = all(self.runs("g++", *self.with_asserts, test) for test in self.tests if test.stem == own)
        return "survived" if asserts else "static_assert"


class Program(Worker):
    """A build with one object per source. Quick tests run first, and before them those that killed lately."""

    def __init__(self, folder):
        super().__init__(folder)
        subprocess.run(["cmake", "-S", "tree", "-B", "build", "-G", "Ninja", "-DMPN_RENEWAL_TESTS=ON", "-DCMAKE_UNITY_BUILD=OFF", "-DCMAKE_BUILD_TYPE=None",
                        "-DCMAKE_CXX_FLAGS=-O0 -D_GLIBCXX_ASSERTIONS"], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # fmt: skip
        if not self.build(limit=None):
            sys.exit("the tests do not build without a mutant")
        listed = subprocess.run(["ctest", "--show-only=json-v1"], cwd=folder / "build", capture_output=True, check=True).stdout
        commands = [test.get("command", [""]) for test in json.loads(listed)["tests"]]
        self.tests = [(*command, "--abort") for command in commands if command[0].endswith(("mpn-unit-tests", "mpn-cli-tests"))]
        for test in self.tests:
            if not self.passes(*test):
                sys.exit(f"without a mutant, this test fails: {test}")
        self.tests.sort(key=self.slowest.get)

    def build(self, limit=300):
        return self.runs("ninja", "-C", "build", "mpn-unit-tests", "mpn-cli-tests", limit=limit)

    def judge(self, _file):
        if not self.build():
            return "compiler"
        for test in self.tests:
            if not self.passes(*test):
                if self.slowest[test] < 0.2:
                    self.tests.insert(0, self.tests.pop(self.tests.index(test)))
                return "tests"
        return "survived"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE[:LINE]", help="sources in include/ or in src/, not in both")
    parser.add_argument("--work", default="/tmp/mpn-renewal-mutation", type=pathlib.Path, help="folder for copies and builds")
    parser.add_argument("--jobs", default=os.cpu_count(), type=int)
    parser.add_argument("--every", default=1, type=int, metavar="N", help="only every N-th mutant, for a sample")
    parser.add_argument("--marked", action="store_true", help="run only the marked mutants and report those that a test notices")
    options = parser.parse_args()

    texts, mutants, bad_marks = {}, {}, 0
    for argument in options.files:
        name, _, line = argument.partition(":")
        file = str(pathlib.Path(name).resolve().relative_to(CHECKOUT))
        texts[file] = text = (CHECKOUT / file).read_text()
        every, marks = list(mutants_of(file, text)), set(marks_of(text))
        for at, change in sorted(marks):
            if not any(m.line == at and change in (m.change, "any change") for m in every):
                print(f"{file}:{at}: no mutant is marked by: {change}", flush=True)
                bad_marks += 1
        chosen = [(m, bool(marks & {(m.line, m.change), (m.line, "any change")})) for m in every if not line or m.line == int(line)]
        mutants[file] = chosen[:: options.every]

    workers = queue.Queue()
    for number in range(options.jobs):
        kind = Core if all(file.startswith("include/") for file in texts) else Program
        workers.put(worker := kind(options.work / f"{kind.__name__.lower()}-{number}"))
        if worker.judge(next(iter(texts))) != "survived":
            sys.exit("the tests fail without a mutant")

    def judge(mutant):
        worker = workers.get()
        try:
            return worker.judged(mutant, texts[mutant.file])
        finally:
            workers.put(worker)

    columns = ("compiler", "tests", "static_assert", "marked", "survived")
    total = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for file, chosen in mutants.items():
            running = {pool.submit(judge, m): m for m, marked in chosen if marked == options.marked}
            counts = collections.Counter() if options.marked else collections.Counter(marked=sum(marked for _, marked in chosen))
            for done in concurrent.futures.as_completed(running):
                m, verdict = running[done], done.result()
                counts[verdict] += 1
                if (verdict == "survived") != options.marked:
                    before, after = m.lines(texts[file])
                    print(f"{file}:{m.line}: {verdict}: {m.change}\n  - {before}\n  + {after}", flush=True)
            print(f"{file:34}" + "".join(f"{counts[c]:6} {c}" for c in columns), flush=True)
            total += counts
    print(f"{'total':34}" + "".join(f"{total[c]:6} {c}" for c in columns))
    missed = sum(total.values()) - total["survived"] if options.marked else total["survived"]
    sys.exit(1 if bad_marks or missed else 0)


if __name__ == "__main__":
    main()
