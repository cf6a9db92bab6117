#!/usr/bin/env python3
"""scaling_test.py BINARY: hostile inputs cost what good ones cost, within a factor.

The instructions of a run are counted (by valgrind, whose count does not depend on the machine's load)
for three sizes of each shape of input, each twice the one before."""
import concurrent.futures, os, re, shutil, subprocess, tempfile, unittest

from program import COMMAND, ENVIRONMENT

KIBI = 1024
SIZES = [16 * KIBI, 32 * KIBI, 64 * KIBI]
HEADER = "date,competency,note\n"

# What is at the front, what is repeated up to the size, what is at the end.
SHAPES = {
    "rows without their outer quotes": (HEADER, '1","2020-04-20","Security\n', ""),
    "an open quote in each row": (HEADER, '"2020-04-20,Security,x\n', ""),
    "an open quote in each last cell": (HEADER, '2020-04-20,Security,"x\n', ""),
    "lines that are quotes": (HEADER, '"\n', ""),
    "lines that are two quotes": (HEADER, '""\n', ""),
    "lines that are three quotes": (HEADER, '"""\n', ""),
    "one quote, then two": (HEADER, '"\n""\n', ""),
    "a quote after each delimiter": (HEADER, ',"\n', ""),
    "quotes in one line": (HEADER, '"', ""),
    "quoted cells in one row": (HEADER, '"x",', "\n"),
    "quotes inside unquoted cells": (HEADER, 'a"b,c"d\n', ""),
    "commas in one row": (HEADER, ",", "\n"),
    "rows of commas": (HEADER, ",,,,\n", ""),
    "a long row under our columns": ("date,renewal.error\nx", ",", ",malformed_record: x\n"),
    "a header of many columns": ("date", ",c", "\n2020-04-20\n"),
    "a header of many date columns": ("date", ",date", "\n2020-04-20\n"),
    "a header in an open quote": ("", '"a;b\tc\n', ""),
    "carriage returns": (HEADER, "\r", ""),
    "blank lines before a header": ("", "\n", HEADER),
    "wrong dates": (HEADER, "2021-02-30,Security\n", ""),
    "the same wrong name": (HEADER, "2020-04-20,Securty\n", ""),
    "bytes that are not text": (HEADER, "2020-04-20,\udcff\n", ""),
    "a long plain line": ("2020-04-20 ", "x", ""),
    "digits": ("", "9", ""),
    "plain lines of quotes": ("2020-04-20\n", '"""""""" ""\n', ""),
    "brackets in one line": ('{"a":', "[", ""),
    "braces in lines": ('{"a":1}\n', "{\n", ""),
    "strings that are not closed": ("", '{"date":"2020-04-20\n', ""),
    "backslashes": ('{"a":"', "\\\\", '"}\n'),
    "pairs of surrogates": ('{"date":"', "\\ud83d\\ude00", '"}\n'),
    "digits of a number": ('{"a":0', "0", ".1}\n"),
    "members of one object": ('{"date":"2020-04-20"', ',"date":"2020-04-20"', "}\n"),
    "many renewals": ('{"renewal":1', ',"renewal":1', "}\n"),
    "blanks in an object": ('{"date":"2020-04-20"', " ", "}\n"),
    "an array of good records": ("[", '{"date":"2020-04-20"},', '{"date":"2020-04-20"}]'),
    "an array of numbers": ("[", "1,", "1]"),
    "an array of brackets": ("", "[", ""),
    "an array of closing braces": ("[", "},", "}]"),
    "an array of braces": ("[", "{", ""),
    "an array of objects without commas": ("[", "{}", "]"),
    "an array of broken objects": ("[", '{"date":"2020-04-20",},', "1]"),
    "an array of quotes": ("[", '"', ""),
    "an array of open strings": ("[", '{"a":"},', ""),
    "blanks in an array": ("[", "\n", "]"),
    "members in lines": ("{\n", '"a":1,\n', '"date":"2020-04-20"}'),
    "blanks after an object": ('{\n"date":"2020-04-20"}', "\n", ""),
}


def instructions(path):
    """The instructions of a run that reads this file."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = subprocess.run(
        [*command, *COMMAND, "-i", path, "-o", "/dev/null"], capture_output=True, env=ENVIRONMENT
    )
    counted = re.search(rb"I\s+refs:\s+([\d,]+)", done.stderr)
    return int(counted[1].replace(b",", b""))


@unittest.skipUnless(shutil.which("valgrind"), "valgrind is not installed")
class Scaling(unittest.TestCase):
    def measure(self, directory, name, size):
        front, repeated, back = SHAPES[name] if name else ("", "", "")
        path = os.path.join(directory, f"{name} {size}")
        with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(front + repeated * (size // len(repeated) if repeated else 0) + back)
        return instructions(path)

    def test_cost_is_linear(self):
        with tempfile.TemporaryDirectory() as directory, concurrent.futures.ThreadPoolExecutor(
            os.cpu_count()
        ) as pool:
            empty = self.measure(directory, "", 0)
            jobs = [(name, size) for name in SHAPES for size in SIZES]
            counts = pool.map(lambda job: self.measure(directory, *job) - empty, jobs)
            cost = dict(zip(jobs, counts))
        for name in SHAPES:
            with self.subTest(name):
                small, middle, large = (cost[name, size] for size in SIZES)
                # A good record takes about 30 a byte, a bad record of two bytes 2,600.
                self.assertLess(large / SIZES[-1], 3000)
                # The factor is 2 where the cost is linear and 4 where it is quadratic; a row that
                # arrives in two reads costs more a byte than one that arrives at once.
                self.assertLess(large - middle, 3.2 * (middle - small) + 100 * SIZES[1])


if __name__ == "__main__":
    unittest.main()
