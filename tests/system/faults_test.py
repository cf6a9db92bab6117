#!/usr/bin/env python3
"""faults_test.py BINARY: after a failed read, write or allocation the program reports it, ends with
a documented status, and FILE is either unchanged or the complete new one."""
import errno, os, signal, unittest

from program import COMMAND, InFaultySystem, results, run

with open(COMMAND[-1], "rb") as program:
    SANITIZED = b"__asan_init" in program.read()
LINES = "2020-04-20 Cloud Platform\n2020-05-21\n2021-02-30\n"
JOBS = [
    (["2020-04-20", "Cloud", "Platform"], ""),
    (["-f", "ics"], LINES),
    ([], LINES),
    (["-f", "ndjson"], LINES),
    (["-f", "csv"], LINES),
    ([], '[{"date":"2020-04-20"},\n{"date":"2021-02-30"}]'),
    ([], '{\n"date":"2020-04-20"}'),
    ([], 'id,date\n1,2020-04-20\n"2\n",2020-04-21\n'),
    (["--check"], LINES),
    (["--help"], ""),
    (["--schema"], ""),
    (["--list"], ""),
]
KIBI, MEBI = 1 << 10, 1 << 20


class Calls(InFaultySystem):
    def test_short_and_interrupted_calls(self):
        for arguments, text in JOBS:
            whole = run(*arguments, text=text)
            self.assertNotEqual(whole.stdout, "")
            for staged in ["step=1", "step=3", "eintr", "step=1 eintr", "eagain", "eagain eintr"]:
                with self.subTest(arguments, staged=staged):
                    self.assertEqual(
                        results(run(*arguments, text=text, staged=staged)), results(whole)
                    )
        for staged in ["step=1 eintr", "step=1 eagain"]:
            done = run("-o", self.file, "-f", "ndjson", text=LINES, staged=staged)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(self.read("out"), run("-f", "ndjson", text=LINES).stdout)

    def test_error_while_waiting(self):
        for call, stream in [(0, "(stdin)"), (1, "(stdout)")]:
            done = run("-f", "ndjson", text="2020-04-20\n", staged=f"eagain poll={call} error=12")
            self.assertEqual(
                results(done), (2, "", f"mpn-renewal: {stream}: Cannot allocate memory\n")
            )

    def test_write_error_at_any_byte(self):
        short = "2020-04-20\n"
        long = short * 2000
        for text, stride in [(short, 1), (long, 19_997)]:
            whole = run(text=text).stdout
            for at in range(0, len(whole), stride):
                error = [errno.ENOSPC, errno.EIO, errno.EDQUOT][at % 3]
                staged = f"write={at} error={error}"
                with self.subTest(staged):
                    self.assertEqual(
                        results(run(text=text, staged=staged)),
                        (2, whole[:at], f"mpn-renewal: (stdout): {os.strerror(error)}\n"),
                    )
                    self.assert_fails(os.strerror(error), "-f", "text", text=text, staged=staged)
        self.assertGreater(len(whole), 64 * KIBI)
        self.assertEqual(
            results(run("--check", text=LINES, staged="write=9 error=28")),
            (
                3,
                "MPN-RENEW",
                "mpn-renewal: (stdout): No space left on device\n",
            ),
        )

    def test_read_error(self):
        staged = f"step=11 read=1 error={errno.EIO}"
        message = "mpn-renewal: (stdin): Input/output error\n"
        done = run("-f", "ndjson", text="2020-04-20\n2020-04-21\n", staged=staged)
        self.assertEqual(results(done), (2, run("-f", "ndjson", "2020-04-20").stdout, message))
        self.assertEqual(
            results(run("-o", self.file, text="2020-04-20\n2020-04-21\n", staged=staged)),
            (2, "", message),
        )
        self.assert_file_unchanged()
        self.assertEqual(
            results(run("--check", text="", staged="read=0")),
            (3, "MPN-RENEWAL UNKNOWN - (stdin): Input/output error\n", message),
        )

    def test_error_closing_standard_output(self):
        for arguments, status in [(["2020-04-20"], 2), (["--check", "2020-04-20"], 3)]:
            done = run(
                *arguments,
                staged=f"close=0 error={errno.EDQUOT}",
                wrapper=["sh", "-c", 'exec "$@" >out', "sh"],
                cwd=self.directory,
            )
            self.assertEqual(
                results(done), (status, "", "mpn-renewal: (stdout): Disk quota exceeded\n")
            )

    @unittest.skipIf(SANITIZED, "the sanitizer's malloc ends the program when memory runs out")
    def test_out_of_memory(self):
        for check, failed, status_line in [
            ([], 2, ""),
            (["--check"], 3, "MPN-RENEWAL UNKNOWN - out of memory\n"),
        ]:
            arguments = [*check, "-o", self.file, "2020-04-20", "--as-of", "2020-05-08"]
            # Before main() nothing can catch the exception, so the C++ runtime aborts.
            calls = 0
            while run(*arguments, staged=f"malloc={calls}").returncode == -signal.SIGABRT:
                calls += 1
            self.assertLess(calls, 50)
            statuses = []
            while statuses[-1:] in ([], [failed]):
                done = run(*arguments, staged=f"malloc={calls}")
                statuses.append(done.returncode)
                if done.returncode == failed and (check == [] or done.stdout):
                    self.assertEqual(
                        results(done), (failed, status_line, "mpn-renewal: out of memory\n")
                    )
                    self.assert_file_unchanged()
                calls += 5
            self.assertGreater(len(statuses), 50)
            self.assertEqual(statuses[-1], 0)
            self.write("out", "old")


class Limits(InFaultySystem):
    def test_small_stack_and_memory(self):
        # A sanitizer reserves terabytes of address space.
        limits = ["prlimit", f"--stack={256 * KIBI}"] + ([] if SANITIZED else [f"--as={32 * MEBI}"])
        lines = "2020-04-20 Cloud Platform\n2021-02-30\n"
        deep = 5_000_000
        share = 10 if SANITIZED else 1  # slower, and without a limit on memory a part is enough
        for arguments, text in [
            (["-q", "-f", "ndjson"], lines * (75_000 // share)),
            (["-q"], lines * (200_000 // share)),
            (["-q", "-f", "ics"], lines * (20_000 // share)),
            (["-q", "--check"], lines * (500_000 // share)),
            (["-q"], "id,date\n" + "1,2020-04-20\n" * (200_000 // share)),
            (["-q"], "[" + '{"date":"2020-04-20"},' * (200_000 // share) + "{}]"),
            (["-q"], '{"n":' + "[" * deep + "]" * deep + "}\n"),
            (["-q"], "[" * deep),
            (["-q"], '{"date":"2020-04-20","n":"' + "x" * (MEBI - 28) + '"}\n'),
            (["-q"], "date,n\n2020-04-20," + "x" * (MEBI - 11) + "\n"),
            (["2020-04-20", "Cloud", "Platform"], ""),
        ]:
            with self.subTest(arguments, text=text[:30]):
                whole = run(*arguments, text=text)
                self.assertNotEqual(whole.stdout, "")
                self.assertTrue(
                    results(run(*arguments, text=text, wrapper=limits)) == results(whole)
                )  # too long for a message


if __name__ == "__main__":
    unittest.main(verbosity=0)
