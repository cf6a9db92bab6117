"""The program under test, whose command is [EMULATOR]... BINARY in the arguments of the script: the
program for Windows runs in an emulator under POSIX.

The environment variable STAGED_SYSTEM names a library that makes system calls fail on demand
(staged_system.cpp)."""
import os, shutil, subprocess, sys, tempfile, time, unittest

COMMAND = [*sys.argv[1:-1], os.path.abspath(sys.argv[-1])]
del sys.argv[1:]
ON_WINDOWS = COMMAND[-1].endswith(".exe")
ENVIRONMENT = {"LC_ALL": "C"} | {
    name: value
    for name, value in os.environ.items()
    if name in ["HOME", "PATH"] or name.startswith("WINE")
}


def posix_only(reason):
    return unittest.skipIf(ON_WINDOWS, reason)


def run(*arguments, text="", env={}, staged="", wrapper=(), **more):
    """Runs the program, through the command `wrapper`, in the system that `staged` describes."""
    preloaded = {"LD_PRELOAD": os.environ["STAGED_SYSTEM"], "STAGED": staged} if staged else {}
    more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 600} | more
    if "stdin" not in more:
        more["input"] = text
    return subprocess.run(
        [*wrapper, *COMMAND, *arguments],
        text=True,
        encoding="utf-8",
        env=ENVIRONMENT | preloaded | env,
        **more,
    )


def results(done):
    return done.returncode, done.stdout, done.stderr


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

    def inode(self, name):
        return os.stat(self.path(name)).st_ino


class Running(InDirectory):
    """The program before its end."""

    def start(self, lines=10_000, **more):
        """The program, waiting for more input after it has written to a temporary file."""
        process = subprocess.Popen(
            [*COMMAND, "-f", "ndjson", "-o", "out"],
            stdin=subprocess.PIPE,
            cwd=self.directory,
            env=ENVIRONMENT,
            **more,
        )
        process.stdin.write(b"2020-04-20\n" * lines)
        process.stdin.flush()
        self.wait_until(
            lambda: any(os.path.getsize(self.path(name)) for name in self.temporary_files())
        )
        return process

    def temporary_files(self):
        return [name for name in os.listdir(self.directory) if name != "out"]

    def wait_until(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.001)


class InFaultySystem(InDirectory):
    def setUp(self):
        super().setUp()
        self.file = self.path("out")
        self.write("out", "old")

    def assert_file_unchanged(self):
        self.assertEqual((self.read("out"), os.listdir(self.directory)), ("old", ["out"]))

    def assert_fails(self, message, *arguments, status=2, **more):
        """`-o FILE` ends with `status` and `message`; nothing else changes."""
        self.assertEqual(
            results(run("-o", self.file, *(arguments or ["2020-04-20"]), **more)),
            (status, "", f"mpn-renewal: {self.file}: {message}\n"),
        )
        self.assert_file_unchanged()
