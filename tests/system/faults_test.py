#!/usr/bin/env python3
"""faults_test.py BINARY SYSTEM: after any failure of the system the program reports it, ends with a
documented status, and FILE is either unchanged or the complete new one."""
import errno, os, shutil, signal, stat, subprocess, sys, tempfile, time, unittest

BINARY, SYSTEM = (os.path.abspath(argument) for argument in (sys.argv.pop(1), sys.argv.pop(1)))
with open(BINARY, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
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


def run(*arguments, text="", staged="", wrapper=(), **more):
    preloaded = {"LD_PRELOAD": SYSTEM, "STAGED": staged} if staged else {}
    return subprocess.run(
        [*wrapper, BINARY, *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**ENVIRONMENT, **preloaded},
        **more,
    )


def results(done):
    return done.returncode, done.stdout, done.stderr


class Faults(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.directory)
        self.file = os.path.join(self.directory, "out")
        self.write(self.file, "old")

    def write(self, path, text):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, path):
        with open(path, encoding="utf-8") as file:
            return file.read()

    def assert_file_unchanged(self):
        self.assertEqual(
            (self.read(self.file), os.listdir(os.path.dirname(self.file))), ("old", ["out"])
        )

    def assert_fails(self, message, *arguments, status=2, **more):
        """`-o FILE` ends with `status` and `message`; nothing else changes."""
        self.assertEqual(
            results(run("-o", self.file, *(arguments or ["2020-04-20"]), **more)),
            (status, "", f"mpn-renewal: {self.file}: {message}\n"),
        )
        self.assert_file_unchanged()


class Calls(Faults):
    def test_short_and_interrupted_calls(self):
        for arguments, text in JOBS:
            whole = run(*arguments, text=text)
            self.assertNotEqual(whole.stdout, "")
            for staged in ["step=1", "step=3", "eintr", "step=1 eintr"]:
                with self.subTest(arguments, staged=staged):
                    self.assertEqual(
                        results(run(*arguments, text=text, staged=staged)), results(whole)
                    )
        self.assertEqual(
            run("-o", self.file, "-f", "ndjson", text=LINES, staged="step=1 eintr").returncode, 1
        )
        self.assertEqual(self.read(self.file), run("-f", "ndjson", text=LINES).stdout)

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
                "mpn-renewal: (stdin):3: '2021-02-30' is not a date: February 2021 has 28 days\n"
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

    def test_error_while_replacing_the_file(self):
        for call in ["stat", "fchmod", "close", "rename"]:
            for error in [errno.EIO, errno.EDQUOT, errno.ENOSPC, errno.EROFS, errno.EXDEV]:
                for check, status in [([], 2), (["--check"], 3)]:
                    with self.subTest(call, error=error, check=check):
                        self.assert_fails(
                            os.strerror(error),
                            *check,
                            "2020-04-20",
                            status=status,
                            staged=f"{call}=0 error={error}",
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
            self.write(self.file, "old")


class Places(Faults):
    def mount(self, options):
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", self.directory],
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            self.skipTest("cannot mount a file system: " + done.stderr.strip())
        self.addCleanup(subprocess.run, ["umount", self.directory], check=True)
        self.write(self.file, "old")

    def test_full_disk(self):
        self.mount("size=64k")
        text = "2020-04-20\n" * 5000
        self.assert_fails("No space left on device", "-f", "ndjson", text=text)
        done = run(
            "-f",
            "ndjson",
            text=text,
            wrapper=["sh", "-c", 'exec "$@" >more', "sh"],
            cwd=self.directory,
        )
        self.assertEqual(results(done), (2, "", "mpn-renewal: (stdout): No space left on device\n"))

    def test_read_only_disk(self):
        self.mount("size=64k")
        subprocess.run(["mount", "-o", "remount,ro", self.directory], check=True)
        self.assert_fails("Read-only file system")

    def test_missing_permission(self):
        # Root has to give up the right to write everything.
        unprivileged = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
        os.chmod(self.directory, 0o555)
        self.assert_fails("Permission denied", wrapper=unprivileged)
        os.chmod(self.directory, 0o755)
        os.chmod(self.file, 0o444)
        self.assert_fails("Permission denied", wrapper=unprivileged)
        self.assertEqual(stat.S_IMODE(os.stat(self.file).st_mode), 0o444)

    def test_missing_directory(self):
        missing = os.path.join(self.directory, "missing", "out")
        self.assertEqual(
            results(run("-o", missing, "2020-04-20")),
            (2, "", f"mpn-renewal: {missing}: No such file or directory\n"),
        )

    def test_link_into_another_directory(self):
        other = os.path.join(self.directory, "other")
        os.mkdir(other)
        os.rename(self.file, os.path.join(other, "out"))
        os.symlink(os.path.join("other", "out"), self.file)
        link, self.file = self.file, os.path.join(other, "out")
        self.assertEqual(
            results(run("-o", link, "2020-04-20", staged="rename=0 error=28")),
            (2, "", f"mpn-renewal: {link}: No space left on device\n"),
        )
        self.assert_file_unchanged()
        self.assertEqual(run("-o", link, "2020-04-20").returncode, 0)
        self.assertTrue(os.path.islink(link))
        self.assertTrue(self.read(self.file).startswith("Purchased"))
        self.assertEqual(os.listdir(other), ["out"])

    def test_fifo_is_written_directly(self):
        pipe = os.path.join(self.directory, "pipe")
        os.mkfifo(pipe)
        with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True) as reader:
            self.assertEqual(results(run("-o", pipe, "2020-04-20")), (0, "", ""))
            self.assertEqual(reader.stdout.read(), run("2020-04-20").stdout)
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))

    def test_closed_standard_streams(self):
        def closed(streams, *arguments, **more):
            return run(
                *arguments, text=LINES, wrapper=["sh", "-c", f'exec "$@" {streams}', "sh"], **more
            )

        self.assertEqual(
            results(closed("<&-")), (2, "", "mpn-renewal: (stdin): Bad file descriptor\n")
        )
        self.assertEqual(
            results(closed(">&-", "2020-04-20")),
            (2, "", "mpn-renewal: (stdout): Bad file descriptor\n"),
        )
        # A message must not end up in the file that was opened instead.
        self.assertEqual(results(closed("2>&-", "-f", "ndjson", "-o", self.file)), (1, "", ""))
        self.assertEqual(self.read(self.file), run("-f", "ndjson", text=LINES).stdout)
        self.assertEqual(results(closed(">&- 2>&-", "-f", "ndjson", "-o", self.file)), (1, "", ""))
        self.assertEqual(self.read(self.file), run("-f", "ndjson", text=LINES).stdout)


class Signals(Faults):
    def test_signal_leaves_the_file_unchanged(self):
        for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL]:
            with self.subTest(number):
                process = subprocess.Popen(
                    [BINARY, "-f", "ndjson", "-o", self.file],
                    stdin=subprocess.PIPE,
                    env=ENVIRONMENT,
                )
                process.stdin.write(b"2020-04-20\n" * 10_000)
                process.stdin.flush()
                temporary = f"{self.file}.{process.pid}.0.tmp"
                deadline = time.monotonic() + 60
                while not os.path.exists(temporary) or os.stat(temporary).st_size == 0:
                    self.assertLess(time.monotonic(), deadline)
                    time.sleep(0.001)
                process.send_signal(number)
                self.assertEqual(process.wait(), -number)
                process.stdin.close()
                self.assertEqual(self.read(self.file), "old")
                os.remove(temporary)
        self.assertEqual(run("-o", self.file, "2020-04-20").returncode, 0)


class Limits(Faults):
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
