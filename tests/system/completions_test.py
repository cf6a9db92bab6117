#!/usr/bin/env python3
"""completions_test.py BINARY: the completions, each in its own shell."""
import os, pty, select, shutil, signal, subprocess, sys, tempfile, time, unittest

BINARY = os.path.abspath(sys.argv.pop(1))
NAMES = subprocess.run([BINARY, "--list"], capture_output=True, text=True, check=True).stdout.splitlines()
PATIENCE = 60  # seconds for a shell on a busy machine


def shell(name):
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not installed, so its completions cannot be tested")
    return found


class Completion(unittest.TestCase):
    """What a shell offers for the words after `mpn-renewal`, of which the last is being completed."""
    SHELL = ""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.script = os.path.join(self.folder, "_mpn-renewal")
        done = subprocess.run([BINARY, "--generate", "complete-" + self.SHELL, "-o", self.script], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        for name in ("here.csv", "here too.csv"):
            open(os.path.join(self.folder, name), "w").close()
        # A stand-in for the program, which records its arguments.
        self.called = os.path.join(self.folder, "called")
        stub = os.path.join(self.folder, "mpn-renewal")
        with open(stub, "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\nprintf "%s\\n" "$*" > called.new && mv called.new called\n')
        os.chmod(stub, 0o755)
        self.environment = {"PATH": self.folder + ":" + os.environ["PATH"], "HOME": self.folder, "LC_ALL": "C.UTF-8", "TERM": "dumb"}

    def run_shell(self, *arguments, **more):
        done = subprocess.run([shell(self.SHELL), *arguments], capture_output=True, text=True, cwd=self.folder,
                              env={**self.environment, **more}, timeout=PATIENCE)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.splitlines()

    def typed(self, arguments, first, keys):
        """The arguments of the program when `keys` are typed in an interactive shell after the command `first`."""
        program = shell(self.SHELL)
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execve(program, [self.SHELL, *arguments], self.environment)
        try:
            screen = b""
            deadline = time.monotonic() + PATIENCE

            def look():
                nonlocal screen
                self.assertLess(time.monotonic(), deadline, screen)
                if select.select([terminal], [], [], 0.02)[0]:
                    screen += os.read(terminal, 4096)

            # The quotes distinguish the echo of this command from its output.
            os.write(terminal, (first + "; echo rea''dy\r").encode())
            while b"\nready\r" not in screen:
                look()
            os.write(terminal, b"mpn-renewal " + keys.encode() + b"\r")
            while not os.path.exists(self.called):
                look()
            with open(self.called, encoding="utf-8") as file:
                called = file.read().strip()
            os.unlink(self.called)
            return called
        finally:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            os.close(terminal)


class Bash(Completion):
    SHELL = "bash"
    CALL = ('source ./_mpn-renewal; compopt() { echo "compopt $*"; }; COMP_WORDS=(mpn-renewal "$@"); COMP_CWORD=$#; _mpn_renewal; '
            'for reply in "${COMPREPLY[@]}"; do echo "$reply"; done')

    def offered(self, *words):
        return self.run_shell("--norc", "--noprofile", "-c", self.CALL, "bash", *words)

    def interactive(self, keys):
        return self.typed(["--norc", "--noprofile", "-i"], "bind 'set enable-bracketed-paste off'; source ./_mpn-renewal", keys)

    def test_options(self):
        self.assertEqual(self.offered("--fo"), ["--format"])
        self.assertEqual(set(self.offered("--date")), {"--date-order", "--date-field"})
        self.assertIn("--schema", self.offered("2020-04-20", "Security", "-"))
        self.assertIn("--input", self.offered(""))
        self.assertEqual(self.offered("--", "-"), [])

    def test_values(self):
        self.assertEqual(self.offered("--format", "nd"), ["ndjson"])
        self.assertEqual(self.offered("-qaf", "c"), ["csv"])
        self.assertEqual(self.offered("--format", "=", "nd"), ["ndjson"])
        self.assertEqual(self.offered("--lang", "="), ["en", "ko"])
        self.assertEqual(self.offered("--lang=k"), ["--lang=ko"])
        self.assertEqual(self.offered("-t", ""), ["current"])
        self.assertEqual(self.offered("2020-04-20", "Security", "--as-of", "t"), ["today"])
        self.assertEqual(self.offered("--date-field", ""), [])
        self.assertEqual(self.offered("-i", "he"), ["compopt -o default"])

    def test_names_are_offered_only_after_the_date(self):
        self.assertEqual(self.offered("-f", "json", "2020-04-20", ""), NAMES)
        self.assertEqual(self.offered("Sec"), [])
        self.assertEqual(self.offered("-f", "Sec"), [])

    def test_the_rest_of_a_name(self):
        self.assertEqual(self.offered("2020-04-20", "cloud", "b"), ["Business Applications"])
        self.assertEqual(self.offered("2020-04-20", "Cloud", "--waves", "all", "P"), ["Platform", "Productivity"])
        self.assertEqual(self.offered("2020-04-20", '"Cloud Pl'), ["Cloud Platform"])
        self.assertEqual(self.offered("2020-04-20", "Cloud\\ Pl"), ["Cloud Platform"])
        self.assertEqual(self.offered("2020-04-20", "*"), [])

    def test_every_name_word_by_word(self):
        for name in NAMES:
            *before, last = name.split(" ")
            self.assertIn(last, self.offered("2020-04-20", *before, last[:1]), name)

    def test_typed(self):
        self.assertEqual(self.interactive("--fo\tnd\t2020-04-20 cl\tpl\t--as-of=tod\t"),
                         "--format ndjson 2020-04-20 Cloud Platform --as-of=today")
        self.assertEqual(self.interactive("2020-04-20 'Cloud B\t"), "2020-04-20 Cloud Business Applications")
        self.assertEqual(self.interactive("-i here\\ t\t"), "-i here too.csv")


class Zsh(Completion):
    SHELL = "zsh"

    def interactive(self, keys):
        return self.typed(["-f", "-i"], "fpath=($PWD $fpath); autoload -Uz compinit && compinit -u -D", keys)

    def test_options_and_values(self):
        self.assertEqual(self.interactive("--fo\tnd\t"), "--format=ndjson")
        self.assertEqual(self.interactive("-f cs\t--dat\to\tm\t"), "-f csv --date-order=mdy")
        self.assertEqual(self.interactive("-t cur\t--as-of to\t"), "-t current --as-of today")
        self.assertEqual(self.interactive("--generate com\tz\t"), "--generate complete-zsh")

    def test_files(self):
        self.assertEqual(self.interactive("-i here\\ t\t"), "-i here too.csv")

    def test_names(self):
        self.assertEqual(self.interactive("2020-04-20 Sec\t"), "2020-04-20 Security")
        self.assertEqual(self.interactive("2020-04-20 cloud pl\t"), "2020-04-20 cloud Platform")
        self.assertEqual(self.interactive("2020-04-20 cl\tb\t"), "2020-04-20 Cloud Business Applications")
        self.assertEqual(self.interactive("-f csv 2020-04-20 Meetings --waves all and\t"),
                         "-f csv 2020-04-20 Meetings --waves all and Meeting Rooms for Microsoft Teams")
        self.assertEqual(self.interactive("Sec\t"), "Sec")


class Fish(Completion):
    SHELL = "fish"

    def offered(self, line):
        script = "source ./_mpn-renewal; complete -C \"mpn-renewal $LINE\""
        return [offer.split("\t")[0] for offer in self.run_shell("--no-config", "-c", script, LINE=line)]

    def test_options(self):
        self.assertEqual(self.offered("--fo"), ["--format"])
        self.assertEqual(set(self.offered("--date")), {"--date-order", "--date-field"})

    def test_values(self):
        self.assertEqual(set(self.offered("--format ")), {"text", "json", "ndjson", "csv", "ics", "html"})
        self.assertEqual(self.offered("-qf nd"), ["ndjson"])
        self.assertEqual(self.offered("--lang=k"), ["--lang=ko"])
        self.assertEqual(self.offered("-t c"), ["current"])
        self.assertEqual(self.offered("2020-04-20 Security --as-of t"), ["today"])
        self.assertEqual(self.offered("--date-field "), [])
        self.assertEqual(set(self.offered("-i he")), {"here.csv", "here too.csv"})

    def test_names_are_offered_only_after_the_date(self):
        self.assertEqual(set(self.offered("-f json 2020-04-20 ")), set(NAMES))
        self.assertEqual(set(self.offered("-qf json -- 2020-04-20 ")), set(NAMES))
        self.assertEqual(self.offered("Sec"), [])

    def test_the_rest_of_a_name(self):
        self.assertEqual(self.offered("2020-04-20 cloud b"), ["Business Applications"])
        self.assertEqual(self.offered("2020-04-20 Cloud --waves all P"), ["Platform", "Productivity"])
        self.assertEqual(self.offered("2020-04-20 'Cloud Pl"), ["Cloud Platform"])
        self.assertEqual(self.offered("2020-04-20 Cloud\\ Pl"), ["Cloud Platform"])

    def test_every_name_word_by_word(self):
        for name in NAMES:
            before, _, last = name.rpartition(" ")
            self.assertIn(last, self.offered(f"2020-04-20 {before} {last[:1]}"), name)


# The base class has no tests of its own.
del Completion

if __name__ == "__main__":
    unittest.main()
