#!/usr/bin/env python3
"""process_test.py [EMULATOR]... BINARY: what needs a real process: files, devices, pipes, the clock
and the user's settings.

The environment variable STAGED_SYSTEM names the library that is preloaded to set the clock
(staged_system.cpp). The program for Windows runs in an emulator under POSIX; windows_test.py tests
what is specific to Windows."""
import calendar, json, os, resource, shutil, signal, stat, subprocess, sys, tempfile, time, unittest

COMMAND = [*sys.argv[1:-1], os.path.abspath(sys.argv[-1])]
del sys.argv[1:]
ON_WINDOWS = COMMAND[-1].endswith(".exe")
PAGE_START = "Cloud Platform, purchased 2020-04-20\n"
ENVIRONMENT = {
    "LC_ALL": "C",
    **{
        name: value
        for name, value in os.environ.items()
        if name in ["HOME", "PATH"] or name.startswith("WINE")
    },
}


def posix_only(reason):
    return unittest.skipIf(ON_WINDOWS, reason)


def run(*arguments, text="", cwd=None, env=None, **more):
    return subprocess.run(
        [*COMMAND, *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**ENVIRONMENT, **(env or {})},
        **more,
    )


class InDirectory(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.directory)

    def path(self, name):
        return os.path.join(self.directory, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()


class Output(InDirectory):
    def test_new_file(self):
        done = run("-o", self.path("new"), "2020-04-20", "Cloud", "Platform")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertTrue(self.read("new").startswith(PAGE_START))
        self.assertEqual(os.listdir(self.directory), ["new"])

    @posix_only("modes, and the emulator follows links itself")
    def test_file_keeps_its_mode_and_link_its_target(self):
        self.write("target", "old")
        os.chmod(self.path("target"), 0o640)
        os.symlink("target", self.path("link"))
        self.assertEqual(run("-o", "link", "2020-04-20", cwd=self.directory).returncode, 0)
        self.assertTrue(os.path.islink(self.path("link")))
        self.assertEqual(stat.S_IMODE(os.stat(self.path("target")).st_mode), 0o640)
        self.assertTrue(self.read("target").startswith("Purchased 2020-04-20\n"))
        self.assertEqual(sorted(os.listdir(self.directory)), ["link", "target"])

    @posix_only("the emulator follows links itself")
    def test_dangling_link_creates_its_target(self):
        os.symlink("target", self.path("link"))
        self.assertEqual(run("-o", self.path("link"), "2020-04-20").returncode, 0)
        self.assertTrue(self.read("target").startswith("Purchased"))

    @posix_only("the emulator follows links itself")
    def test_loop_of_links(self):
        os.symlink("b", self.path("a"))
        os.symlink("a", self.path("b"))
        done = run("-o", "a", "2020-04-20", cwd=self.directory)
        self.assertEqual(
            (done.returncode, done.stderr),
            (2, "mpn-renewal: a: Too many levels of symbolic links\n"),
        )

    def test_bad_records_replace_the_file(self):
        self.write("out", "old")
        done = run("-o", self.path("out"), "-f", "ndjson", text="2020-04-20\n2021-02-30\n")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(self.read("out").splitlines()), 2)

    def test_failed_run_leaves_the_file_unchanged(self):
        self.write("out", "old")
        for arguments, text in [
            (["2021-02-30"], ""),
            (["-i", "missing"], ""),
            ([], '[{"date":"2020-04-20"},'),
            (["--bad"], ""),
        ]:
            with self.subTest(arguments):
                self.assertEqual(run("-o", self.path("out"), *arguments, text=text).returncode, 2)
                self.assertEqual((self.read("out"), os.listdir(self.directory)), ("old", ["out"]))

    @posix_only("process limits")
    def test_file_size_limit(self):
        def limit_file_size():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        self.write("out", "old")
        done = run(
            "-o",
            "out",
            "-f",
            "ndjson",
            text="2020-04-20\n" * 1000,
            cwd=self.directory,
            preexec_fn=limit_file_size,
        )
        self.assertEqual(
            (done.returncode, done.stdout, done.stderr),
            (2, "", "mpn-renewal: out: File too large\n"),
        )
        self.assertEqual((self.read("out"), os.listdir(self.directory)), ("old", ["out"]))

    def test_file_is_replaced_at_the_end(self):
        self.write("out", "old")
        process = subprocess.Popen(
            [*COMMAND, "-f", "ndjson", "-o", self.path("out")],
            stdin=subprocess.PIPE,
            env=ENVIRONMENT,
        )
        process.stdin.write(b"2020-04-20\n" * 10000)
        process.stdin.flush()
        while not any(
            os.path.getsize(self.path(name)) > 0
            for name in os.listdir(self.directory)
            if name != "out"
        ):
            self.assertIsNone(process.poll())
        self.assertEqual((self.read("out"), len(os.listdir(self.directory))), ("old", 2))
        before = os.stat(self.path("out")).st_ino
        process.stdin.close()
        self.assertEqual(process.wait(), 0)
        self.assertEqual(
            (len(self.read("out").splitlines()), os.listdir(self.directory)), (10000, ["out"])
        )
        self.assertNotEqual(os.stat(self.path("out")).st_ino, before)

    def test_same_file_as_input_and_output(self):
        self.write("offers", "purchase_date\n2020-04-20\n")
        self.assertEqual(run("-i", "offers", "-o", "offers", cwd=self.directory).returncode, 0)
        once = self.read("offers")
        self.assertEqual(run("-i", "offers", "-o", "offers", cwd=self.directory).returncode, 0)
        self.assertEqual(self.read("offers"), once)
        self.assertEqual(once.splitlines()[1].split(",")[3], "2021-04-20")

    def test_directory_as_output(self):
        done = run("-o", self.directory, "2020-04-20")
        self.assertEqual(
            (done.returncode, done.stderr), (2, f"mpn-renewal: {self.directory}: Is a directory\n")
        )

    def test_full_device(self):
        for arguments in [["2020-04-20"], ["--help"], ["--schema"], ["-f", "ndjson"]]:
            with self.subTest(arguments), open("/dev/full", "w") as full:
                done = subprocess.run(
                    [*COMMAND, *arguments],
                    input="2020-04-20\n",
                    stdout=full,
                    stderr=subprocess.PIPE,
                    text=True,
                    env=ENVIRONMENT,
                )
                self.assertEqual(
                    (done.returncode, done.stderr),
                    (2, "mpn-renewal: (stdout): No space left on device\n"),
                )
        done = run("-o", "/dev/full", "2020-04-20")
        self.assertEqual(
            (done.returncode, done.stderr), (2, "mpn-renewal: /dev/full: No space left on device\n")
        )

    def test_closed_standard_output(self):
        process = subprocess.Popen(
            [*COMMAND, "-f", "ndjson"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
        )
        process.stdout.close()
        try:
            process.stdin.write(b"2020-04-20\n" * 100000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(), 2 if ON_WINDOWS else -signal.SIGPIPE)


class Input(InDirectory):
    def test_missing_file_and_directory_as_input(self):
        done = run("-i", "missing", cwd=self.directory)
        self.assertEqual(
            (done.returncode, done.stdout, done.stderr),
            (2, "", "mpn-renewal: missing: No such file or directory\n"),
        )
        done = run("-i", ".", "-f", "json", cwd=self.directory)
        self.assertEqual(
            (done.returncode, done.stdout, done.stderr), (2, "", "mpn-renewal: .: Is a directory\n")
        )

    @posix_only("standard input cannot be a directory")
    def test_directory_as_standard_input(self):
        directory = os.open(self.directory, os.O_RDONLY)
        done = subprocess.run(
            COMMAND, stdin=directory, capture_output=True, text=True, env=ENVIRONMENT
        )
        os.close(directory)
        self.assertEqual(
            (done.returncode, done.stdout, done.stderr),
            (2, "", "mpn-renewal: (stdin): Is a directory\n"),
        )

    def test_record_is_written_before_waiting_for_input(self):
        for header, record in [
            ("", "2020-04-20"),
            ("", '2020-04-20,"Cloud Platform"'),
            ("", '{"date":"2020-04-20"}'),
            ("id,purchase_date\n", "7,2020-04-20"),
        ]:
            with self.subTest(record):
                process = subprocess.Popen(
                    [*COMMAND, "-f", "ndjson"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env=ENVIRONMENT,
                )
                process.stdin.write(header.encode())
                for _ in range(3):
                    process.stdin.write(record.encode() + b"\n")
                    process.stdin.flush()
                    self.assertEqual(
                        json.loads(process.stdout.readline())["renewal"]["anniversary"],
                        "2021-04-20",
                    )
                process.stdin.close()
                process.stdout.close()
                self.assertEqual(process.wait(), 0)

    @posix_only("GNU parallel")
    def test_gnu_parallel_gives_the_output_of_one_run(self):
        lines = "".join(
            f"20{i % 30:02}-{i % 13 + 1:02}-{i % 32:02} Security\n" for i in range(5000)
        )
        records = "".join(f'{{"id":{i},"date":"2020-04-{i % 32:02}"}}\n' for i in range(5000))
        for text, options in [(lines, ["-f", "ndjson"]), (records, [])]:
            single = run(*options, text=text)
            parallel = subprocess.run(
                ["parallel", "--will-cite", "--pipe", "-k", "--block", "20k", *COMMAND, *options],
                input=text,
                capture_output=True,
                text=True,
                env={**ENVIRONMENT, "HOME": self.directory},
            )
            self.assertEqual(parallel.stdout, single.stdout)
            self.assertEqual(single.returncode, 1)
            self.assertGreater(parallel.returncode, 1)  # the number of parts with bad records

    def test_terminal_without_arguments_shows_the_usage(self):
        master, slave = os.openpty()
        done = subprocess.run(COMMAND, stdin=slave, capture_output=True, text=True, env=ENVIRONMENT)
        os.close(master)
        os.close(slave)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(
            done.stderr,
            "usage: mpn-renewal [OPTION]... DATE [COMPETENCY]...   one offer\n"
            "       mpn-renewal [OPTION]... [-i FILE]              many offers\n\n"
            "example: mpn-renewal 2020-04-20 Cloud Platform\nmore: mpn-renewal --help\n",
        )


class Surroundings(InDirectory):
    def today(self, zone):
        return run(
            "2020-04-20",
            "--as-of",
            "today",
            "--json",
            env={"TZ": zone, **at("2021-05-08 11:30:00")},
        )

    @posix_only("a library cannot be preloaded into an emulated program")
    def test_today_is_the_local_date(self):
        # 11:30 UTC: already the next day on Kiritimati (+14).
        for zone, day in [
            ("Pacific/Kiritimati", "2021-05-09"),
            ("America/Los_Angeles", "2021-05-08"),
            ("UTC", "2021-05-08"),
        ]:
            with self.subTest(zone):
                self.assertEqual(
                    json.loads(self.today(zone).stdout)["renewal"]["status"]["as_of"], day
                )

    def test_no_locale_changes_a_byte(self):
        for arguments in [
            ["2020-04-20", "CLOUD PLATFORM I"],
            ["2020-04-20", "WINDOWS AND DEVICES"],
            ["-f", "csv", "2020-04-20", "MESSAGING"],
        ]:
            results = [
                run(*arguments, env={"LC_ALL": locale})
                for locale in ["C", "tr_TR.UTF-8", "de_DE.UTF-8"]
            ]
            with self.subTest(arguments):
                self.assertEqual(
                    {(r.returncode, r.stdout, r.stderr) for r in results},
                    {(results[0].returncode, results[0].stdout, results[0].stderr)},
                )

    def test_colors_on_terminals(self):
        def at_terminal(env, *options):
            master, slave = os.openpty()
            subprocess.run(
                [*COMMAND, "2020-04-20", "--as-of", "2021-05-08", *options],
                stdin=subprocess.DEVNULL,
                stdout=slave,
                env={**ENVIRONMENT, **env},
            )
            os.close(slave)
            text = b""
            while True:
                try:
                    piece = os.read(master, 4096)
                except OSError:
                    break
                if not piece:
                    break
                text += piece
            os.close(master)
            return b"\x1b[34mopen\x1b[0m" in text

        self.assertTrue(at_terminal({"TERM": "xterm"}))
        self.assertTrue(at_terminal({"TERM": "xterm", "NO_COLOR": ""}))
        self.assertFalse(at_terminal({"TERM": "xterm", "NO_COLOR": "1"}))
        self.assertFalse(at_terminal({"TERM": "dumb"}))
        self.assertFalse(at_terminal({"TERM": "xterm"}, "--color", "never"))
        self.assertTrue(at_terminal({"TERM": "dumb"}, "--color", "always"))
        self.assertNotIn("\x1b", run("2020-04-20", "--as-of", "2021-05-08").stdout)


def at(moment):
    """The environment in which the clock stands still at `moment` (UTC)."""
    seconds = calendar.timegm(time.strptime(moment, "%Y-%m-%d %H:%M:%S"))
    return {"LD_PRELOAD": os.environ["STAGED_SYSTEM"], "STAGED": f"time={seconds}"}


if __name__ == "__main__":
    unittest.main(verbosity=0)
