#!/usr/bin/env python3
"""process_test.py [EMULATOR]... BINARY: what only a real process shows: files, devices, pipes, the clock and the user's settings.

The environment has STAGED_SYSTEM, what is preloaded to set the clock (staged_system.cpp).
The program for Windows runs in an emulator, so these tests still do what they do with POSIX; windows_test.py has what Windows is
about."""
import calendar, json, os, resource, shutil, signal, stat, subprocess, sys, tempfile, time, unittest

COMMAND = [*sys.argv[1:-1], os.path.abspath(sys.argv[-1])]
del sys.argv[1:]
ON_WINDOWS = COMMAND[-1].endswith(".exe")
PAGE_START = "Cloud Platform, purchased 2020-04-20\n"
ENVIRONMENT = {"LC_ALL": "C", **{name: value for name, value in os.environ.items() if name in ["HOME", "PATH"] or name.startswith("WINE")}}


def posix_only(why):
    return unittest.skipIf(ON_WINDOWS, why)


def run(*arguments, text="", cwd=None, env=None, **more):
    return subprocess.run([*COMMAND, *arguments], input=text, capture_output=True, text=True, encoding="utf-8", cwd=cwd,
                          env={**ENVIRONMENT, **(env or {})}, **more)


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()


class Output(InFolder):
    def test_a_new_file_is_written_whole(self):
        done = run("-o", self.path("new"), "2020-04-20", "Cloud", "Platform")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertTrue(self.read("new").startswith(PAGE_START))
        self.assertEqual(os.listdir(self.folder), ["new"])

    @posix_only("modes; and the emulator follows links where Windows does not see it")
    def test_a_regular_file_keeps_its_mode_and_a_link_its_target(self):
        self.write("target", "old")
        os.chmod(self.path("target"), 0o640)
        os.symlink("target", self.path("link"))
        self.assertEqual(run("-o", "link", "2020-04-20", cwd=self.folder).returncode, 0)
        self.assertTrue(os.path.islink(self.path("link")))
        self.assertEqual(stat.S_IMODE(os.stat(self.path("target")).st_mode), 0o640)
        self.assertTrue(self.read("target").startswith("Purchased 2020-04-20\n"))
        self.assertEqual(sorted(os.listdir(self.folder)), ["link", "target"])

    @posix_only("the emulator follows links where Windows does not see it")
    def test_a_dangling_link_makes_its_target(self):
        os.symlink("target", self.path("link"))
        self.assertEqual(run("-o", self.path("link"), "2020-04-20").returncode, 0)
        self.assertTrue(self.read("target").startswith("Purchased"))

    @posix_only("the emulator follows links where Windows does not see it")
    def test_a_loop_of_links_is_an_error(self):
        os.symlink("b", self.path("a"))
        os.symlink("a", self.path("b"))
        done = run("-o", "a", "2020-04-20", cwd=self.folder)
        self.assertEqual((done.returncode, done.stderr), (2, "mpn-renewal: a: Too many levels of symbolic links\n"))

    def test_bad_records_still_replace_the_file(self):
        self.write("out", "old")
        done = run("-o", self.path("out"), "-f", "ndjson", text="2020-04-20\n2021-02-30\n")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(self.read("out").splitlines()), 2)

    def test_a_failed_run_leaves_the_file_as_it_was(self):
        self.write("out", "old")
        for arguments, text in [(["2021-02-30"], ""), (["-i", "missing"], ""), ([], '[{"date":"2020-04-20"},'), (["--bad"], "")]:
            with self.subTest(arguments):
                self.assertEqual(run("-o", self.path("out"), *arguments, text=text).returncode, 2)
                self.assertEqual((self.read("out"), os.listdir(self.folder)), ("old", ["out"]))

    @posix_only("limits of a process")
    def test_a_file_that_does_not_fit_leaves_the_old_one_as_it_was(self):
        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        self.write("out", "old")
        done = run("-o", "out", "-f", "ndjson", text="2020-04-20\n" * 1000, cwd=self.folder, preexec_fn=little_room)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (2, "", "mpn-renewal: out: File too large\n"))
        self.assertEqual((self.read("out"), os.listdir(self.folder)), ("old", ["out"]))

    def test_the_old_file_stays_until_the_new_one_is_whole(self):
        self.write("out", "old")
        process = subprocess.Popen([*COMMAND, "-f", "ndjson", "-o", self.path("out")], stdin=subprocess.PIPE, env=ENVIRONMENT)
        process.stdin.write(b"2020-04-20\n" * 10000)
        process.stdin.flush()
        while not any(os.path.getsize(self.path(name)) > 0 for name in os.listdir(self.folder) if name != "out"):
            self.assertIsNone(process.poll())
        self.assertEqual((self.read("out"), len(os.listdir(self.folder))), ("old", 2))
        before = os.stat(self.path("out")).st_ino
        process.stdin.close()
        self.assertEqual(process.wait(), 0)
        self.assertEqual((len(self.read("out").splitlines()), os.listdir(self.folder)), (10000, ["out"]))
        self.assertNotEqual(os.stat(self.path("out")).st_ino, before)

    def test_a_file_can_be_read_and_replaced_at_once(self):
        self.write("offers", "purchase_date\n2020-04-20\n")
        self.assertEqual(run("-i", "offers", "-o", "offers", cwd=self.folder).returncode, 0)
        once = self.read("offers")
        self.assertEqual(run("-i", "offers", "-o", "offers", cwd=self.folder).returncode, 0)
        self.assertEqual(self.read("offers"), once)
        self.assertEqual(once.splitlines()[1].split(",")[3], "2021-04-20")

    def test_a_folder_is_no_output(self):
        done = run("-o", self.folder, "2020-04-20")
        self.assertEqual((done.returncode, done.stderr), (2, f"mpn-renewal: {self.folder}: Is a directory\n"))

    def test_a_full_disk_is_said(self):
        for arguments in [["2020-04-20"], ["--help"], ["--schema"], ["-f", "ndjson"]]:
            with self.subTest(arguments), open("/dev/full", "w") as full:
                done = subprocess.run([*COMMAND, *arguments], input="2020-04-20\n", stdout=full, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
                self.assertEqual((done.returncode, done.stderr), (2, "mpn-renewal: (stdout): No space left on device\n"))
        done = run("-o", "/dev/full", "2020-04-20")
        self.assertEqual((done.returncode, done.stderr), (2, "mpn-renewal: /dev/full: No space left on device\n"))

    def test_a_closed_pipe_ends_it_quietly(self):
        process = subprocess.Popen([*COMMAND, "-f", "ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
        process.stdout.close()
        try:
            process.stdin.write(b"2020-04-20\n" * 100000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(), 2 if ON_WINDOWS else -signal.SIGPIPE)


class Input(InFolder):
    def test_a_missing_file_and_a_folder_are_said(self):
        done = run("-i", "missing", cwd=self.folder)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (2, "", "mpn-renewal: missing: No such file or directory\n"))
        done = run("-i", ".", "-f", "json", cwd=self.folder)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (2, "", "mpn-renewal: .: Is a directory\n"))

    @posix_only("no folder is standard input there")
    def test_a_folder_as_standard_input_is_said(self):
        folder = os.open(self.folder, os.O_RDONLY)
        done = subprocess.run(COMMAND, stdin=folder, capture_output=True, text=True, env=ENVIRONMENT)
        os.close(folder)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (2, "", "mpn-renewal: (stdin): Is a directory\n"))

    def test_each_record_comes_out_before_more_is_waited_for(self):
        for header, record in [("", "2020-04-20"), ("", '2020-04-20,"Cloud Platform"'), ("", '{"date":"2020-04-20"}'),
                               ("id,purchase_date\n", "7,2020-04-20")]:
            with self.subTest(record):
                process = subprocess.Popen([*COMMAND, "-f", "ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT)
                process.stdin.write(header.encode())
                for _ in range(3):
                    process.stdin.write(record.encode() + b"\n")
                    process.stdin.flush()
                    self.assertEqual(json.loads(process.stdout.readline())["renewal"]["anniversary"], "2021-04-20")
                process.stdin.close()
                process.stdout.close()
                self.assertEqual(process.wait(), 0)

    @posix_only("GNU parallel")
    def test_gnu_parallel_gives_the_output_of_the_whole(self):
        lines = "".join(f"20{i % 30:02}-{i % 13 + 1:02}-{i % 32:02} Security\n" for i in range(5000))
        records = "".join(f'{{"id":{i},"date":"2020-04-{i % 32:02}"}}\n' for i in range(5000))
        for text, options in [(lines, ["-f", "ndjson"]), (records, [])]:
            whole = run(*options, text=text)
            parallel = subprocess.run(["parallel", "--will-cite", "--pipe", "-k", "--block", "20k", *COMMAND, *options], input=text,
                                      capture_output=True, text=True, env={**ENVIRONMENT, "HOME": self.folder})
            self.assertEqual(parallel.stdout, whole.stdout)
            self.assertEqual(whole.returncode, 1)
            self.assertGreater(parallel.returncode, 1)  # it counts the parts that had bad records

    def test_nothing_at_a_terminal_shows_the_usage(self):
        master, slave = os.openpty()
        done = subprocess.run(COMMAND, stdin=slave, capture_output=True, text=True, env=ENVIRONMENT)
        os.close(master)
        os.close(slave)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr, "usage: mpn-renewal [OPTION]... DATE [COMPETENCY]...   one offer\n"
                                      "       mpn-renewal [OPTION]... [-i FILE]              many offers\n\n"
                                      "example: mpn-renewal 2020-04-20 Cloud Platform\nmore: mpn-renewal --help\n")


class Surroundings(InFolder):
    def today(self, zone):
        return run("2020-04-20", "--as-of", "today", "--json", env={"TZ": zone, **at("2021-05-08 11:30:00")})

    @posix_only("what is preloaded does not reach what is emulated")
    def test_today_is_the_local_day(self):
        # 11:30 UTC: past midnight on Kiritimati (+14), still the same morning in Los Angeles.
        for zone, day in [("Pacific/Kiritimati", "2021-05-09"), ("America/Los_Angeles", "2021-05-08"), ("UTC", "2021-05-08")]:
            with self.subTest(zone):
                self.assertEqual(json.loads(self.today(zone).stdout)["renewal"]["status"]["as_of"], day)

    def test_no_locale_changes_a_byte(self):
        for arguments in [["2020-04-20", "CLOUD PLATFORM I"], ["2020-04-20", "WINDOWS AND DEVICES"], ["-f", "csv", "2020-04-20", "MESSAGING"]]:
            results = [run(*arguments, env={"LC_ALL": locale}) for locale in ["C", "tr_TR.UTF-8", "de_DE.UTF-8"]]
            with self.subTest(arguments):
                self.assertEqual({(r.returncode, r.stdout, r.stderr) for r in results}, {(results[0].returncode, results[0].stdout, results[0].stderr)})

    def test_colors_are_for_terminals_that_want_them(self):
        def at_terminal(env, *options):
            master, slave = os.openpty()
            subprocess.run([*COMMAND, "2020-04-20", "--as-of", "2021-05-08", *options], stdin=subprocess.DEVNULL, stdout=slave, env={**ENVIRONMENT, **env})
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
    """The environment in which the clock stands at `moment`, UTC, whatever the zone."""
    seconds = calendar.timegm(time.strptime(moment, "%Y-%m-%d %H:%M:%S"))
    return {"LD_PRELOAD": os.environ["STAGED_SYSTEM"], "STAGED": f"time={seconds}"}


if __name__ == "__main__":
    unittest.main(verbosity=0)
