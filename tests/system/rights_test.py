#!/usr/bin/env python3
"""rights_test.py BINARY: nobody gains by a file that is written with -o, and nobody loses. The tests
with several users need root."""
import os, shutil, signal, stat, struct, subprocess, unittest

from program import COMMAND, InDirectory, results, run

OFFER = "2020-04-20"
NOBODY, GROUP, OTHER_GROUP = 65534, 54321, 54322
AS_NOBODY = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"
OWNER_ENTRY, USER_ENTRY, GROUP_ENTRY, MASK_ENTRY, OTHERS_ENTRY = 1, 2, 4, 16, 32


def acl(owner, group, others, mask=None, user=None):
    """An access control list as Linux stores it, with one named user."""
    entries = [(OWNER_ENTRY, owner, -1)]
    entries += [(USER_ENTRY, user, 12345)] if user is not None else []
    entries += [(GROUP_ENTRY, group, -1)]
    entries += [(MASK_ENTRY, mask, -1)] if mask is not None else []
    entries += [(OTHERS_ENTRY, others, -1)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)


WIDE = acl(7, 7, 7, mask=7, user=7)
WIDE_MASK = acl(6, 0, 4, mask=6, user=6)  # the mask permits more than the group's own entry


def needs_root(test):
    return unittest.skipIf(os.geteuid() != 0, "needs root")(test)


class Rights(InDirectory):
    def setUp(self):
        super().setUp()
        # A copy, because nobody may not be allowed to enter the build directory.
        self.program = shutil.copy(COMMAND[-1], self.path("program"))
        os.chmod(self.directory, 0o755)
        os.mkdir(self.path("files"))
        os.chmod(self.path("files"), 0o777)
        self.out = self.path("files/out")

    def create(self, mode=0o644, owner=None, acl=None):
        """The old file, with these rights."""
        self.write("files/out", "old")
        if owner:
            os.chown(self.out, *owner)
        os.chmod(self.out, mode)
        if acl:
            self.set_acl(self.out, ACCESS, acl)

    def set_acl(self, path, name, value):
        try:
            os.setxattr(path, name, value)
        except OSError as error:
            self.skipTest(f"no access control lists: {error.strerror}")

    def write_output(self, **more):
        return run(
            *["-o", self.out, OFFER], executable=self.program, stdin=subprocess.DEVNULL, **more
        )

    def rights(self, path=None):
        """Owner, group, mode and access control list of a file."""
        path = path or self.out
        status = os.stat(path)
        value = os.getxattr(path, ACCESS) if ACCESS in os.listxattr(path) else None
        return status.st_uid, status.st_gid, oct(stat.S_IMODE(status.st_mode)), value

    def assert_rights_after(self, owner, group, mode, value=None, /, **more):
        self.assertEqual(results(self.write_output(**more)), (0, "", ""))
        self.assertEqual(self.read("files/out"), run(OFFER).stdout)
        self.assertEqual(os.listdir(self.path("files")), ["out"])
        self.assertEqual(self.rights(), (owner, group, oct(mode), value))


class Mode(Rights):
    def test_special_bits_are_dropped(self):
        for mode in range(0o400, 0o10000, 0o123):
            self.create(mode | stat.S_IRUSR)
            self.assert_rights_after(os.geteuid(), os.getegid(), (mode | stat.S_IRUSR) & 0o777)

    def test_new_file_obeys_the_umask(self):
        for umask in range(0, 0o1000, 0o3):
            self.assert_rights_after(os.geteuid(), os.getegid(), 0o666 & ~umask, umask=umask)
            os.remove(self.out)

    def test_umask_does_not_change_an_old_file(self):
        self.create(0o664)
        self.assert_rights_after(os.geteuid(), os.getegid(), 0o664, umask=0o777)


@needs_root
class Owner(Rights):
    def test_root_keeps_owner_and_group_and_drops_setuid(self):
        self.create(0o6755, owner=(NOBODY, GROUP))
        self.assert_rights_after(NOBODY, GROUP, 0o755)

    def test_nobody_gets_no_setuid_file(self):
        self.create(0o6777, owner=(0, 0))
        self.assert_rights_after(NOBODY, NOBODY, 0o700, **AS_NOBODY)

    def test_member_keeps_the_group(self):
        self.create(0o2664, owner=(0, GROUP))
        self.assert_rights_after(NOBODY, GROUP, 0o664, **AS_NOBODY | {"extra_groups": [GROUP]})

    def test_group_that_cannot_be_kept(self):
        self.create(0o664, owner=(NOBODY, GROUP))
        self.assert_rights_after(NOBODY, NOBODY, 0o600, **AS_NOBODY)

    def test_directory_with_setgid(self):
        os.chown(self.path("files"), 0, OTHER_GROUP)
        os.chmod(self.path("files"), 0o2777)
        self.create(0o640, owner=(NOBODY, GROUP))
        self.assert_rights_after(NOBODY, GROUP, 0o640)
        os.remove(self.out)
        self.assert_rights_after(0, OTHER_GROUP, 0o644, umask=0o022)

    def test_old_file_without_permission(self):
        self.create(0o644, owner=(0, 0))
        done = self.write_output(**AS_NOBODY)
        self.assertEqual(results(done), (2, "", f"mpn-renewal: {self.out}: Permission denied\n"))
        self.assertEqual(self.rights(), (0, 0, "0o644", None))

    def test_directory_that_may_not_be_read(self):
        os.chmod(self.path("files"), 0o733)
        self.create(0o666, owner=(0, 0))
        self.assertEqual(results(self.write_output(**AS_NOBODY)), (0, "", ""))
        self.assertEqual(self.rights(), (NOBODY, NOBODY, "0o600", None))

    def test_pipe_of_another_user(self):
        self.out = "/dev/stdout"
        self.assertEqual(results(self.write_output(**AS_NOBODY)), (0, run(OFFER).stdout, ""))

    def test_link_of_another_user_in_a_sticky_directory(self):
        with open("/proc/sys/fs/protected_symlinks") as file:
            if file.read() != "1\n":
                self.skipTest("fs.protected_symlinks is off")
        os.chmod(self.path("files"), 0o1777)
        os.mkdir(self.path("other"))
        os.symlink("../other/target", self.out)
        os.lchown(self.out, NOBODY, NOBODY)
        denied = (2, "", f"mpn-renewal: {self.out}: Permission denied\n")
        self.assertEqual(results(self.write_output()), denied)
        self.assertEqual(os.listdir(self.path("other")), [])
        self.write("other/target", "old")
        self.assertEqual(results(self.write_output()), denied)
        self.assertEqual(self.read("other/target"), "old")


class AccessControlLists(Rights):
    def test_list_is_kept(self):
        for value in WIDE_MASK, acl(7, 5, 1, mask=4, user=7), acl(6, 4, 0, mask=0, user=0):
            self.create(acl=value)
            owner, group, mode, kept = self.rights()
            self.assertEqual(kept, value)
            self.assert_rights_after(owner, group, int(mode, 8), value)

    def test_list_of_the_directory_is_not_added(self):
        self.create(0o640)
        self.set_acl(self.path("files"), DEFAULT, WIDE)
        self.assert_rights_after(os.geteuid(), os.getegid(), 0o640)
        self.set_acl(self.out, ACCESS, WIDE_MASK)
        self.assert_rights_after(os.geteuid(), os.getegid(), 0o664, WIDE_MASK)

    def test_new_file_gets_what_the_kernel_gives(self):
        lists = [acl(6, 7, 0, mask=4, user=7), acl(7, 7, 0), acl(6, 0, 0), acl(7, 5, 5)]
        for value in [WIDE, *lists]:
            self.set_acl(self.path("files"), DEFAULT, value)
            os.close(os.open(self.out, os.O_WRONLY | os.O_CREAT, 0o666))
            owner, group, mode, given = self.rights()
            os.remove(self.out)
            self.assert_rights_after(owner, group, int(mode, 8), given, umask=0o077)
            os.remove(self.out)


class Moments(Rights):
    """What others could do if the program stopped at any of its calls."""

    CALLS = ["fchown", "fchmod", "fsetxattr", "fremovexattr", "close", "renameat"]

    def permitted(self, path):
        """What the group's own entry, the named user and others may do."""
        _, group, mode, value = self.rights(path)
        mode = int(mode, 8)
        if value is None:
            return {f"group {group}": mode >> 3 & 7, "others": mode & 7}
        entries = {tag: granted for tag, granted, _ in struct.iter_unpack("<HHi", value[4:])}
        mask = entries.get(MASK_ENTRY, 7)
        return {
            f"group {group}": entries[GROUP_ENTRY] & mask,
            "user": entries.get(USER_ENTRY, 0) & mask,
            "others": entries[OTHERS_ENTRY],
        }

    def assert_never_wider(self, prepare):
        """Kills the program at the first call of each kind and returns how many it has made."""
        prepare()
        self.assertEqual(self.write_output().returncode, 0)
        end = self.permitted(self.out)
        calls = 0
        for call in self.CALLS:
            if os.path.exists(self.out):
                os.remove(self.out)
            prepare()
            before = self.rights() if os.path.exists(self.out) else None
            done = self.write_output(staged=f"signal={signal.SIGKILL} {call}=0")
            names = [name for name in os.listdir(self.path("files")) if name != "out"]
            if done.returncode == 0:
                self.assertEqual(names, [])
                continue
            calls += 1
            self.assertEqual((done.returncode, len(names)), (-signal.SIGKILL, 1))
            self.assertEqual(self.rights() if os.path.exists(self.out) else None, before)
            temporary = self.path("files/" + names[0])
            for who, may in self.permitted(temporary).items():
                self.assertEqual(may & ~end.get(who, 0), 0, (call, who))
            os.remove(temporary)
        return calls

    def test_file_without_a_list(self):
        self.assertEqual(self.assert_never_wider(lambda: self.create(0o600)), 5)
        self.assertEqual(self.assert_never_wider(lambda: self.create(0o6777)), 5)

    def test_new_file(self):
        self.assertEqual(self.assert_never_wider(lambda: None), 3)

    def test_file_with_a_list(self):
        self.assertEqual(self.assert_never_wider(lambda: self.create(acl=WIDE_MASK)), 5)

    def test_directory_with_a_list(self):
        def prepare(**more):
            os.removexattr(self.path("files"), DEFAULT)
            self.create(**more)
            self.set_acl(self.path("files"), DEFAULT, WIDE)

        self.set_acl(self.path("files"), DEFAULT, WIDE)
        self.assertEqual(self.assert_never_wider(lambda: prepare(mode=0o664)), 5)
        self.assertEqual(self.assert_never_wider(lambda: prepare(acl=WIDE_MASK)), 5)

    @needs_root
    def test_file_of_another_group(self):
        prepare = lambda: self.create(0o660, owner=(NOBODY, GROUP))
        self.assertEqual(self.assert_never_wider(prepare), 5)


if __name__ == "__main__":
    unittest.main(verbosity=0)
