#!/usr/bin/env python3
"""schema_test.py [EMULATOR]... BINARY: `BINARY --schema` accepts every JSON output and refuses changed ones."""
import copy, itertools, json, os, subprocess, sys, unittest

from jsonschema import Draft202012Validator

COMMAND = [*sys.argv[1:-1], os.path.abspath(sys.argv[-1])]
del sys.argv[1:]
# Wine reads the arguments by LC_ALL.
ENVIRONMENT = {"LC_ALL": "C.UTF-8", **{name: value for name, value in os.environ.items() if name in ["HOME", "PATH"] or name.startswith("WINE")}}


def run(*arguments, input=b""):
    return subprocess.run([*COMMAND, *arguments], input=input, capture_output=True, env=ENVIRONMENT)


SCHEMA = json.loads(run("--schema").stdout)
VALIDATOR = Draft202012Validator(SCHEMA)

DATES = ["2019-07-01", "2019-12-01", "2020-04-20", "2020-08-01", "0001-01-01", "9999-12-31", "9998-12-31", "2020-02-29", "2021-02-30", "04/05/2021",
         "44306", "", "2020-04-20T00:00:00", "가"]
UNKNOWN_NAMES = ["Cloud Buisness Applications", "???"]
NAMES = ["", "Cloud Platform", "CBA", "Action Pack", "Low Code Application Development", "SAP on Microsoft Azure", "보안", *UNKNOWN_NAMES]
OPTIONS = [[], ["--as-of", "2021-05-08"], ["--waves", "all", "--as-of", "9999-12-31"], ["-t", "3", "--date-order", "dmy"],
           ["-t", "current", "--as-of", "2021-06-01"]]
ODD_LINES = ['{"a":1', "{}", '{"date":null}', '{"date":7}', '{"date":"2020-04-20","competency":[]}', '{"a":1e400}', '{"a":"\\ud800"}', '{"a":"\\udc00"}',
             '{"purchase_date":"2020-04-20","renewal":"old","purchase_date":"2020-04-21"}', '{"갱신일":"2021-04-20"}', '{"a":' + "[" * 600 + "]" * 600 + "}"]


def json_lines():
    records = [json.dumps({"purchase_date": date, "competency": name}, ensure_ascii=False) for date, name in itertools.product(DATES, NAMES)]
    return "\n".join(records + ODD_LINES).encode() + b'\n{"date":"\xb0\xa1"}\n'


def rows():
    table = "id,purchase_date,competency,renewal.x\n" + "".join(f"{i},{date},{name},old\n" for i, (date, name) in enumerate(itertools.product(DATES, NAMES)))
    return table.encode() + b'1,2020-04-20,x,y,z\n2,"2020-04-20\n\xb0\xa1,2020-04-20\n'


def lines():
    return "".join(f"{date},{name}\n" for date, name in itertools.product(DATES, NAMES)).encode() + b"2020-04-20 \xb0\xa1\n"


def schedule(*arguments):
    return json.loads(run("--json", *arguments).stdout)


class EveryOutput(unittest.TestCase):
    def check(self, value):
        errors = [f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(value)]
        self.assertEqual(errors, [], value)

    def test_the_schema_is_valid(self):
        Draft202012Validator.check_schema(SCHEMA)

    def test_json_lines(self):
        for options, input in itertools.product(OPTIONS, [json_lines(), rows(), lines()]):
            out = run("-f", "ndjson", "-q", *options, input=input).stdout.decode()
            # Not splitlines(): it knows more line ends than the line feed.
            objects = [json.loads(line) for line in out.split("\n")[:-1]]
            self.assertGreater(len(objects), len(DATES) * len(NAMES))
            for value in objects:
                with self.subTest(options=options):
                    self.check(value)

    def test_arrays(self):
        array = b"[" + b",".join(line for line in json_lines().split(b"\n") if line.endswith(b"}")) + b"]"
        for options, input in itertools.product(OPTIONS, [array, rows(), lines(), b"[]", b"", b'[{"date":"2020-04-20"},']):
            with self.subTest(options=options):
                value = json.loads(run("--json", "-q", *options, input=input).stdout)
                self.assertIsInstance(value, list)
                self.check(value)

    def test_single_objects(self):
        for options in OPTIONS:
            for name in NAMES:
                with self.subTest(options=options, name=name):
                    done = run("--json", *options, "2020-04-20", *([name] if name else []))
                    if name in UNKNOWN_NAMES:
                        self.assertEqual((done.returncode, done.stdout), (2, b""))
                    else:
                        self.assertEqual(done.returncode, 0, done.stderr)
                        self.check(json.loads(done.stdout))
            for text in [b'{\n"date":"2020-04-20"}', b'{\n"date":"x"}', b"{\n}", b"{\nx}"]:
                with self.subTest(options=options, text=text):
                    self.check(json.loads(run("-q", *options, input=text).stdout))


class ChangedOutput(unittest.TestCase):
    """Each output that the schema must refuse differs in one place from one that it accepts."""

    def setUp(self):
        self.eligible = schedule("2020-04-20", "Cloud Platform", "--as-of", "2021-05-08")
        self.unknown = schedule("2020-04-20")
        self.failed = json.loads(run(input=b'{"date":"x"}').stdout)
        self.malformed = json.loads(run(input=b'{"a":1').stdout)
        for value in [self.eligible, self.unknown, self.failed, self.malformed]:
            self.assertTrue(VALIDATOR.is_valid(value))

    def refused(self, value, change):
        changed = copy.deepcopy(value)
        change(changed["renewal"])
        self.assertNotEqual(changed, value)
        self.assertFalse(VALIDATOR.is_valid(changed), changed["renewal"])
        self.assertFalse(VALIDATOR.is_valid([value, changed]))

    def test_no_member_is_optional(self):
        def without(path):
            def change(renewal):
                for name in path[:-1]:
                    renewal = renewal[name]
                del renewal[path[-1]]
            return change

        for path in ["schema_version", "term", "anniversary", "window", "window.opens", "window.closes", "reminders", "reminders.first", "reminders.second",
                     "next_anniversary", "covid_extension", "covid_extension.status", "covid_extension.reason", "covid_extension.wave",
                     "covid_extension.extended_to", "status.as_of", "status.phase", "status.days_left"]:
            with self.subTest(path):
                self.refused(self.eligible, without(path.split(".")))
        for path in ["schema_version", "error", "error.code", "error.message"]:
            with self.subTest(path):
                self.refused(self.failed, without(path.split(".")))
        self.refused(self.malformed, without(["error", "input"]))

    def test_no_member_has_another_value(self):
        def with_value(path, value):
            def change(renewal):
                for name in path[:-1]:
                    renewal = renewal[name]
                renewal[path[-1]] = value
            return change

        for path, value in [("schema_version", 2), ("schema_version", "1"), ("competency", None), ("term", 0), ("term", 1.5), ("term", "1"),
                            ("anniversary", "2021-4-20"), ("anniversary", "0000-01-01"), ("anniversary", "2021-13-01"), ("anniversary", "2021-01-32"),
                            ("anniversary", None), ("window", []), ("window.opens", ""), ("reminders.first", 1),
                            ("next_anniversary", "tomorrow"), ("covid_extension.status", "maybe"), ("covid_extension.status", "unknown"),
                            ("covid_extension.reason", "out_of_range"), ("covid_extension.wave", "2022-H1"), ("covid_extension.extended_to", None),
                            ("status", None), ("status.phase", "late"), ("status.days_left", 1.5), ("status.days_left", "12"), ("status.as_of", "today"),
                            ("error", {"code": "invalid_date", "message": "x"})]:
            with self.subTest(path=path, value=value):
                self.refused(self.eligible, with_value(path.split("."), value))
        for path, value in [("wave", "2021-H1"), ("extended_to", "2022-04-20"), ("reason", "in_range"), ("status", "eligible")]:
            with self.subTest(path=path, value=value):
                self.refused(self.unknown, with_value(["covid_extension", path], value))
        for path, value in [("error", None), ("error.code", "bad_date"), ("error.message", None), ("error.field", 1), ("error.input", "x"),
                            ("error.code", "malformed_record")]:
            with self.subTest(path=path, value=value):
                self.refused(self.failed, with_value(path.split("."), value))

    def test_every_record_has_a_renewal(self):
        for value in [{}, {"date": "2020-04-20"}, [{}], {"renewal": None}, {"renewal": {}}, [[self.unknown]], 1, "x", None]:
            with self.subTest(value):
                self.assertFalse(VALIDATOR.is_valid(value))


if __name__ == "__main__":
    unittest.main(verbosity=0)
