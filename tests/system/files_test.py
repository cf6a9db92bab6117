#!/usr/bin/env python3
"""files_test.py [EMULATOR]... BINARY: what happens to the file named by -o."""
import os, resource, signal, stat, subprocess, unittest

from program import ON_WINDOWS, InDirectory, Running, posix_only, results, run

OFFER = "2020-04-20"


class Replaced(InDirectory):
    def test_new_file(self):
        done = run("-o", self.path("new"), OFFER, "Cloud", "Platform")
        self.assertEqual(results(done), (0, "", ""))
        self.assertEqual(self.read("new"), run(OFFER, "Cloud", "Platform").stdout)
        self.assertEqual(os.listdir(self.directory), ["new"])

    def test_bad_records_replace_the_file(self):
        self.write("out", "old")
        done = run("-o", self.path("out"), "-f", "ndjson", text="2020-04-20\n2021-02-30\n")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(self.read("out").splitlines()), 2)

    def test_failed_run_leaves_the_file_unchanged(self):
        self.write("out", "old")
        inode = self.inode("out")
        for arguments, text in [
            (["2021-02-30"], ""),
            (["-i", "missing"], ""),
            ([], '[{"date":"2020-04-20"},'),
            (["--bad"], ""),
        ]:
            with self.subTest(arguments):
                self.assertEqual(run("-o", self.path("out"), *arguments, text=text).returncode, 2)
                self.assertEqual(run("-o", self.path("new"), *arguments, text=text).returncode, 2)
                self.assertEqual((self.read("out"), self.inode("out")), ("old", inode))
                self.assertEqual(os.listdir(self.directory), ["out"])

    def test_same_file_as_input_and_output(self):
        self.write("offers", "purchase_date\n2020-04-20\n")
        arguments = ["-i", "offers", "-o", "offers"]
        self.assertEqual(run(*arguments, cwd=self.directory).returncode, 0)
        once = self.read("offers")
        self.assertEqual(run(*arguments, cwd=self.directory).returncode, 0)
        self.assertEqual(self.read("offers"), once)
        self.assertEqual(once.splitlines()[1].split(",")[3], "2021-04-20")

    def test_directory_as_output(self):
        for path in [self.directory, self.directory + "/"]:
            done = run("-o", path, OFFER)
            self.assertEqual(results(done), (2, "", f"mpn-renewal: {path}: Is a directory\n"))

    @posix_only("Wine cannot open such long names")
    def test_names_of_any_length(self):
        for name in ["o", "o" * 244, "o" * 255, "갱" * 85, "-", "a b\nc", "\u202e", "1"]:
            with self.subTest(name):
                for _ in "new", "replaced":
                    done = run("-o", os.path.join(".", name), OFFER, cwd=self.directory)
                    self.assertEqual(results(done), (0, "", ""))
                    self.assertEqual(self.read(name), run(OFFER).stdout)
                    self.assertEqual(os.listdir(self.directory), [name])
                os.remove(self.path(name))

    @posix_only("Wine cannot open such long names")
    def test_messages_show_the_whole_name(self):
        name = "o" * 255
        self.write(name, "2021-02-30\n")
        bad = "'2021-02-30' is not a date: February 2021 has 28 days"
        done = run("-i", name, "-f", "ndjson", cwd=self.directory)
        self.assertEqual(done.stderr, f"mpn-renewal: {name}:1: {bad}\n")
        done = run(name, cwd=self.directory)
        self.assertEqual(results(done), (2, "", f"mpn-renewal: '{name}' is a file, not a date: use -i {name}\n"))

    @posix_only("process limits")
    def test_file_size_limit(self):
        def limit_file_size():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        self.write("out", "old")
        done = run(
            *["-o", "out", "-f", "ndjson"],
            text="2020-04-20\n" * 1000,
            cwd=self.directory,
            preexec_fn=limit_file_size,
        )
        self.assertEqual(results(done), (2, "", "mpn-renewal: out: File too large\n"))
        self.assertEqual((self.read("out"), os.listdir(self.directory)), ("old", ["out"]))


@posix_only("the emulator follows links itself")
class Links(InDirectory):
    def test_link_keeps_its_target(self):
        os.mkdir(self.path("other"))
        self.write("other/target", "old")
        os.symlink("other/target", self.path("link"))
        os.symlink(self.path("link"), self.path("link to link"))
        os.symlink("other", self.path("directory"))
        for path in ["link", self.path("link"), "link to link", "directory/target"]:
            with self.subTest(path):
                self.write("other/target", "old")
                self.assertEqual(run("-o", path, OFFER, cwd=self.directory).returncode, 0)
                self.assertEqual(self.read("other/target"), run(OFFER).stdout)
                self.assertEqual(os.readlink(self.path("link")), "other/target")
                self.assertEqual(os.listdir(self.path("other")), ["target"])
                self.assertEqual(
                    sorted(os.listdir(self.directory)),
                    ["directory", "link", "link to link", "other"],
                )

    def test_dangling_link_creates_its_target(self):
        os.mkdir(self.path("other"))
        os.symlink("other/target", self.path("link"))
        self.assertEqual(run("-o", self.path("link"), "2021-02-30").returncode, 2)
        self.assertEqual(os.listdir(self.path("other")), [])
        self.assertEqual(run("-o", self.path("link"), OFFER).returncode, 0)
        self.assertEqual(self.read("other/target"), run(OFFER).stdout)
        self.assertEqual(os.listdir(self.path("other")), ["target"])
        self.assertTrue(os.path.islink(self.path("link")))

    def test_links_that_lead_nowhere(self):
        os.symlink("b", self.path("a"))
        os.symlink("a", self.path("b"))
        os.symlink("missing/target", self.path("dangling"))
        for link, message in [
            ("a", "Too many levels of symbolic links"),
            ("dangling", "No such file or directory"),
        ]:
            done = run("-o", link, OFFER, cwd=self.directory)
            self.assertEqual(results(done), (2, "", f"mpn-renewal: {link}: {message}\n"))

    def test_link_into_another_process(self):
        # A file that was removed has no directory in which it could be replaced.
        with open(self.path("removed"), "w") as file:
            os.remove(self.path("removed"))
            path = f"/proc/{os.getpid()}/fd/{file.fileno()}"
            if not os.path.exists(path):
                self.skipTest("no /proc")
            done = run("-o", path, OFFER)
        self.assertEqual(
            results(done), (2, "", f"mpn-renewal: {path}: No such file or directory\n")
        )


class Devices(InDirectory):
    def test_full_device(self):
        for arguments in [[OFFER], ["--help"], ["--schema"], ["-f", "ndjson"]]:
            with self.subTest(arguments), open("/dev/full", "w") as full:
                done = run(*arguments, text="2020-04-20\n", stdout=full)
                self.assertEqual(
                    results(done), (2, None, "mpn-renewal: (stdout): No space left on device\n")
                )
        done = run("-o", "/dev/full", OFFER)
        self.assertEqual(
            results(done), (2, "", "mpn-renewal: /dev/full: No space left on device\n")
        )

    @posix_only("FIFOs")
    def test_fifo_is_written_directly(self):
        os.mkfifo(self.path("fifo"))
        with subprocess.Popen(
            ["cat", self.path("fifo")], stdout=subprocess.PIPE, text=True
        ) as reader:
            self.assertEqual(results(run("-o", self.path("fifo"), OFFER)), (0, "", ""))
            self.assertEqual(reader.stdout.read(), run(OFFER).stdout)
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path("fifo")).st_mode))
        self.assertEqual(os.listdir(self.directory), ["fifo"])


class AtTheEnd(Running):
    def test_file_is_replaced_at_the_end(self):
        for before in [["out"], []]:
            if before:
                self.write("out", "old")
            else:
                os.remove(self.path("out"))
            with self.subTest(before=before):
                process = self.start()
                self.assertEqual(len(os.listdir(self.directory)), len(before) + 1)
                if before:
                    self.assertEqual(self.read("out"), "old")
                    inode = self.inode("out")
                process.stdin.close()
                self.assertEqual(process.wait(), 0)
                self.assertEqual(len(self.read("out").splitlines()), 10_000)
                self.assertEqual(os.listdir(self.directory), ["out"])
                if before:
                    self.assertNotEqual(self.inode("out"), inode)


@unittest.skipUnless(ON_WINDOWS, "Windows")
class TemporaryFileOfWindows(Running):
    def test_access_list_is_kept_from_the_start(self):
        # Wine stores an access list as a mode, of which only the part of others is exact.
        for mode in [0o640, 0o644]:
            self.write("out", "old")
            os.chmod(self.path("out"), mode)
            process = self.start()
            self.assertEqual([self.mode(name) for name in self.temporary_files()], [mode & 0o004])
            process.stdin.close()
            self.assertEqual(process.wait(), 0)
            self.assertEqual(self.mode("out"), mode & 0o004)
            self.assertEqual(len(self.read("out").splitlines()), 10_000)

    def mode(self, name):
        return os.stat(self.path(name)).st_mode & 0o004

    def test_killed_program_leaves_no_temporary_file(self):
        self.write("out", "old")
        process = self.start()
        process.kill()
        process.wait()
        process.stdin.close()
        self.wait_until(lambda: self.temporary_files() == [])
        self.assertEqual(self.read("out"), "old")


@posix_only("signals")
class Signals(Running):
    ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]

    def test_signal_removes_the_temporary_file(self):
        for number in self.ENDING:
            for before in [[], ["out"]]:
                with self.subTest(number, before=before):
                    if before:
                        self.write("out", "old")
                    process = self.start()
                    process.send_signal(number)
                    self.assertEqual(process.wait(), -number)
                    process.stdin.close()
                    self.assertEqual(os.listdir(self.directory), before)
                    if before:
                        self.assertEqual(self.read("out"), "old")
                        os.remove(self.path("out"))

    def test_signal_that_is_ignored_at_the_start(self):
        for number in self.ENDING:
            with self.subTest(number):
                process = self.start(preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))
                process.send_signal(number)
                process.stdin.close()
                self.assertEqual(process.wait(), 0)
                self.assertEqual(len(self.read("out").splitlines()), 10_000)
                self.assertEqual(os.listdir(self.directory), ["out"])

    def test_killed_program_does_not_prevent_the_next(self):
        self.write("out", "old")
        process = self.start()
        process.kill()
        self.assertEqual(process.wait(), -signal.SIGKILL)
        process.stdin.close()
        self.assertEqual(self.read("out"), "old")
        self.assertEqual(self.temporary_files(), [f".mpn-renewal.{process.pid}.0.tmp"])
        self.assertEqual(run("-o", self.path("out"), OFFER).returncode, 0)
        self.assertEqual(self.read("out"), run(OFFER).stdout)


if __name__ == "__main__":
    unittest.main(verbosity=0)
