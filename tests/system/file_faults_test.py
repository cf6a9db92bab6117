#!/usr/bin/env python3
"""file_faults_test.py BINARY: after a failed system call or a signal, FILE is either unchanged or the
complete new one, nothing else is left in its directory, and it permits nothing more than before."""
import errno, os, signal, stat, struct, subprocess, unittest

from program import InFaultySystem, results, run

LINES = "2020-04-20 Cloud Platform\n2020-05-21\n2021-02-30\n"


class Replacing(InFaultySystem):
    def test_error_while_replacing_the_file(self):
        for call in ["fstat=0", "fstat=1", "openat=0", "fchmod=0", "close=0", "renameat=0"]:
            for error in [errno.EIO, errno.EDQUOT, errno.ENOSPC, errno.EROFS, errno.EXDEV]:
                for check, status in [([], 2), (["--check"], 3)]:
                    with self.subTest(call, error=error, check=check):
                        self.assert_fails(
                            os.strerror(error),
                            *check,
                            "2020-04-20",
                            status=status,
                            staged=f"{call} error={error}",
                        )

    def test_rights_that_cannot_be_kept(self):
        for staged, mode in [
            ("fchown=0", 0o664),  # the second call changes the group alone
            ("fchown=0 lasting", 0o664),  # the group is the same anyway
            ("fgetxattr=0", 0o600),
            ("fremovexattr=0", 0o600),
            ("fgetxattr=0 error=61", 0o664),  # ENODATA: there is no list
            ("fgetxattr=0 error=95", 0o664),  # ENOTSUP: nor can there be one
            ("fremovexattr=0 error=95", 0o664),
        ]:
            with self.subTest(staged):
                self.write("out", "old")
                os.chmod(self.file, 0o664)
                self.assertEqual(
                    results(run("-o", self.file, "2020-04-20", staged=staged)), (0, "", "")
                )
                self.assertEqual(self.read("out"), run("2020-04-20").stdout)
                self.assertEqual(os.listdir(self.directory), ["out"])
                self.assertEqual(oct(stat.S_IMODE(os.stat(self.file).st_mode)), oct(mode))

    def test_rights_of_a_new_file_that_cannot_be_determined(self):
        os.remove(self.file)
        for staged, mode in [("getxattr=0", 0o600), ("getxattr=0 error=95", 0o644)]:
            with self.subTest(staged):
                done = run("-o", self.file, "2020-04-20", staged=staged, umask=0o022)
                self.assertEqual(results(done), (0, "", ""))
                self.assertEqual(oct(stat.S_IMODE(os.stat(self.file).st_mode)), oct(mode))
                os.remove(self.file)

    @unittest.skipIf(os.geteuid() != 0, "needs root")
    def test_group_that_cannot_be_kept(self):
        for staged, mode, group in [
            ("fchown=0", 0o664, 54321),
            ("fchown=0 lasting error=1", 0o600, os.getegid()),
        ]:
            with self.subTest(staged):
                os.chown(self.file, -1, 54321)
                os.chmod(self.file, 0o664)
                self.assertEqual(run("-o", self.file, "2020-04-20", staged=staged).returncode, 0)
                status = os.stat(self.file)
                self.assertEqual(
                    (oct(stat.S_IMODE(status.st_mode)), status.st_gid), (oct(mode), group)
                )

    def test_list_that_cannot_be_kept(self):
        # The owner, user 12345, the group, the mask and others, with their permissions.
        entries = [(1, 6, -1), (2, 6, 12345), (4, 4, -1), (16, 6, -1), (32, 4, -1)]
        value = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
        try:
            os.setxattr(self.file, "system.posix_acl_access", value)
        except OSError as error:
            self.skipTest(error.strerror)
        for staged in ["fsetxattr=0", "fgetxattr=0"]:
            with self.subTest(staged):
                self.assertEqual(run("-o", self.file, "2020-04-20", staged=staged).returncode, 0)
                self.assertEqual(oct(stat.S_IMODE(os.stat(self.file).st_mode)), oct(0o600))
                self.assertEqual(os.listxattr(self.file), [])
                os.setxattr(self.file, "system.posix_acl_access", value)


class Places(InFaultySystem):
    def mount(self, options):
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", self.directory],
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            self.skipTest("cannot mount a file system: " + done.stderr.strip())
        self.addCleanup(subprocess.run, ["umount", self.directory], check=True)
        self.write("out", "old")

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


class Signals(InFaultySystem):
    """A signal that arrives just before or during a call."""

    ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    COMPLETE = run("-f", "ndjson", text=LINES * 300).stdout

    def write_output(self, staged, **more):
        with open(self.file, "w") as file:
            file.write("old")
        done = run("-q", "-f", "ndjson", "-o", self.file, text=LINES * 300, staged=staged, **more)
        self.assertEqual(os.listdir(self.directory), ["out"], staged)
        return done.returncode

    def test_at_every_write(self):
        step = 4099
        self.assertGreater(len(self.COMPLETE), 65536)
        for number in self.ENDING:
            for at in range(0, len(self.COMPLETE), step):
                status = self.write_output(f"step={step} signal={number} write={at}")
                self.assertEqual((status, self.read("out")), (-number, "old"))

    def test_at_every_other_call(self):
        for number in self.ENDING:
            for call, contents in [
                ("read=0", "old"),
                ("read=1", "old"),
                ("openat=0", "old"),
                ("fstat=1", "old"),
                ("fchown=0", "old"),
                ("fgetxattr=0", "old"),
                ("fremovexattr=0", "old"),
                ("fchmod=0", "old"),
                ("close=0", "old"),
                ("renameat=0", self.COMPLETE),  # delayed until the temporary file is renamed
            ]:
                for after in "", " after":
                    status = self.write_output(f"signal={number} {call}{after}")
                    self.assertEqual((status, self.read("out")), (-number, contents), call + after)

    def test_ignored_at_the_start(self):
        for number in self.ENDING:
            for call in ["write=0", "openat=0", "renameat=0"]:
                status = self.write_output(
                    f"signal={number} {call}",
                    preexec_fn=lambda: signal.signal(number, signal.SIG_IGN),
                )
                self.assertEqual((status, self.read("out")), (1, self.COMPLETE))


if __name__ == "__main__":
    unittest.main(verbosity=0)
