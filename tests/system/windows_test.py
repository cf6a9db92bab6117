#!/usr/bin/env python3
"""windows_test.py OBJDUMP EMULATOR... BINARY: what is different on Windows, tried in Wine.

Wine takes the user's language and time zone from LC_ALL and TZ, and a terminal for a console. The locale ko_KR.UTF-8 has to be there,
and a `wineserver -p` with its services: those that a test starts would hold its pipes open."""
import os, re, shutil, subprocess, sys, tempfile, tty, unittest
from datetime import datetime, timedelta, timezone

OBJDUMP, COMMAND = sys.argv[1], [*sys.argv[2:-1], os.path.abspath(sys.argv[-1])]
del sys.argv[1:]
PROGRAM = COMMAND[-1].replace("/", "\\")  # for cmd
ENVIRONMENT = {name: value for name, value in os.environ.items() if name in ["HOME", "PATH"] or name.startswith("WINE")}
TABLE = "id,구매 날짜,역량\r\n1,2020-04-20,보안\r\n2,2020-04-21,\x1a\r\n"
OFFERS = '[\r\n    {\r\n        "date":  "2020-04-20",\r\n        "competency":  "보안"\r\n    }\r\n]\r\n'


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run_in_folder(self, *arguments, data=b"", command=COMMAND, env={"LC_ALL": "C.UTF-8"}):
        done = subprocess.run([*command, *arguments], input=data, capture_output=True, cwd=self.folder, env={**ENVIRONMENT, **env})
        return done.returncode, done.stdout, done.stderr.decode()

    def first_line(self, *arguments, **more):
        status, out, err = self.run_in_folder(*arguments, **more)
        self.assertEqual((status, err), (0, ""))
        return out.split(b"\n")[0].decode()


class Program(InFolder):
    def test_it_needs_nothing_but_windows(self):
        headers = subprocess.run([OBJDUMP, "-p", COMMAND[-1]], capture_output=True, text=True, check=True).stdout
        self.assertEqual({name.lower() for name in re.findall(r"DLL Name: (\S+)", headers)}, {"kernel32.dll", "msvcrt.dll", "shell32.dll"})


class Arguments(InFolder):
    def test_they_are_unicode(self):
        self.assertEqual(self.first_line("2020-04-20", "보안", "--lang", "ko"), "보안, 구매일 2020-04-20")
        self.assertEqual(self.run_in_folder("2020-04-20", "é漢😀")[2], "mpn-renewal: unknown competency 'é漢😀'; --list shows the names\n")

    def test_they_stay_as_they_were_typed(self):
        self.write("2020-04-20", b"")
        for typed in ["2020-04-2?", "*", "2020*"]:
            self.assertEqual(self.run_in_folder(typed), (2, b"", f"mpn-renewal: '{typed}' is not a date: write YYYY-MM-DD\n"))
        for typed in ["*", 'a "b\\" c\\', "%PATH%", "\\\\", "^a & b"]:
            self.assertEqual(self.run_in_folder("2020-04-20", typed), (2, b"", f"mpn-renewal: unknown competency '{typed}'; --list shows the names\n"))

    def test_files_have_any_name(self):
        self.write("갱신 😀.csv", TABLE.encode())
        self.assertEqual(self.run_in_folder("-i", "갱신 😀.csv", "-o", "결과.csv")[0], 1)
        self.assertEqual(len(self.read("결과.csv").splitlines()), 3)
        self.assertEqual(sorted(os.listdir(self.folder)), sorted(["갱신 😀.csv", "결과.csv"]))
        self.assertEqual(self.run_in_folder("결과.csv"), (2, b"", "mpn-renewal: '결과.csv' is a file, not a date: use -i 결과.csv\n"))


class Bytes(InFolder):
    def test_none_is_translated(self):
        for line_end in [b"\n", b"\r\n"]:
            with self.subTest(line_end):
                status, out, _ = self.run_in_folder("-q", data=TABLE.encode().replace(b"\r\n", line_end))
                lines = out.split(line_end)
                self.assertEqual((status, len(lines), lines[3]), (1, 4, b""))
                self.assertTrue(lines[0].startswith("id,구매 날짜,역량,renewal.".encode()))
                self.assertTrue(lines[1].startswith("1,2020-04-20,보안,Security,1,2021-04-20,".encode()))
                self.assertTrue(lines[2].startswith(b"2,2020-04-21,\x1a,,"))
                self.assertEqual(out.count(b"\r"), 3 if line_end == b"\r\n" else 0)
                self.assertEqual(self.run_in_folder("-q", "-o", "out", data=TABLE.encode().replace(b"\r\n", line_end))[0], 1)
                self.assertEqual(self.read("out"), out)

    def test_what_powershell_writes_is_read(self):
        # Out-File and > of Windows PowerShell write UTF-16; its pipe writes what $OutputEncoding says, which may begin with a mark.
        for text, options in [(TABLE, ["-f", "ndjson"]), (OFFERS, []), ("2020-04-20 보안\r\n", ["-f", "ndjson"]), ("2020-04-20\r\n", [])]:
            expected = self.run_in_folder(*options, data=text.encode())
            self.assertIn(b"2021-04-20", expected[1])
            for encoding in ["utf-8-sig", "utf-16"]:
                with self.subTest(text=text, encoding=encoding):
                    self.assertEqual(self.run_in_folder(*options, data=text.encode(encoding)), expected)
                    self.write("offers", text.encode(encoding))
                    self.assertEqual(self.run_in_folder(*options, "-i", "offers")[:2], expected[:2])


class Output(InFolder):
    def test_a_file_that_may_not_be_written_is_left_alone(self):
        self.write("out", b"old")
        os.chmod(self.path("out"), 0o444)
        self.assertEqual(self.run_in_folder("-o", "out", "2020-04-20"), (2, b"", "mpn-renewal: out: Permission denied\n"))
        self.assertEqual((self.read("out"), os.listdir(self.folder)), (b"old", ["out"]))

    def test_a_device_is_written_at_once(self):
        self.assertEqual(self.run_in_folder("-o", "NUL", "2020-04-20"), (0, b"", ""))
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_folder_that_is_not_there_is_said(self):
        self.assertEqual(self.run_in_folder("-o", "no\\out", "2020-04-20"), (2, b"", "mpn-renewal: no\\out: No such file or directory\n"))

    def test_every_exit_status(self):
        for arguments, data, status in [(["2020-04-20"], b"", 0), ([], b"2021-02-30", 1), (["--bad"], b"", 2), (["--check"], b"", 3)]:
            self.assertEqual(self.run_in_folder(*arguments, data=data)[0], status, arguments)


class Console(InFolder):
    def at_console(self, *arguments, typed=None, until=None, command=COMMAND):
        """What a console shows in the end, or when it shows `until`."""
        master, slave = os.openpty()
        tty.setraw(slave)
        process = subprocess.Popen([*command, *arguments], stdin=slave if typed else subprocess.DEVNULL, stdout=slave, stderr=subprocess.DEVNULL,
                                   cwd=self.folder, env={**ENVIRONMENT, "LC_ALL": "C.UTF-8", "TERM": "xterm"})
        os.close(slave)
        if typed:
            os.write(master, typed.encode())
        text = b""
        while until is None or until.encode() not in text:
            try:
                text += os.read(master, 4096)
            except OSError:  # all has been closed at the other end
                break
        os.close(master)
        process.wait()
        return text.decode()

    def test_it_shows_unicode(self):
        shown = self.at_console("2020-04-20", "보안", "--lang", "ko")
        self.assertIn("보안, 구매일 2020-04-20\r", shown)
        self.assertIn("갱신할 수 있는 첫날\r", shown)

    def test_what_is_typed_is_unicode(self):
        # It ends with the terminal: Wine keeps Ctrl-Z for itself.
        self.assertIn("Security", self.at_console("-i", "-", typed="2020-04-20 보안\r", until="Security"))

    def test_its_code_page_is_left_alone(self):
        shown = self.at_console("/c", f"chcp 850& {PROGRAM} 2020-04-20 보안 --lang ko& chcp", command=[*COMMAND[:-1], "cmd"])
        self.assertRegex(shown, "(?s)code page: 850.*보안, 구매일 2020-04-20.*code page: 850")


class Surroundings(InFolder):
    def with_settings(self, user, variables):
        """The program in the hands of a user of this language, with these variables only."""
        words = "".join(f"set {name}={variables.get(name, '')}& " for name in ["LANG", "LC_ALL", "LC_MESSAGES"])
        return self.first_line("/c", f"{words}{PROGRAM} 2020-04-20", command=[*COMMAND[:-1], "cmd"], env={"LC_ALL": user})

    def test_the_language_is_that_of_windows(self):
        self.assertEqual(self.with_settings("ko_KR.UTF-8", {}), "구매일 2020-04-20")
        self.assertEqual(self.with_settings("C", {}), "Purchased 2020-04-20")

    def test_variables_know_better(self):
        self.assertEqual(self.with_settings("ko_KR.UTF-8", {"LANG": "en_US"}), "Purchased 2020-04-20")
        self.assertEqual(self.with_settings("C", {"LC_MESSAGES": "ko"}), "구매일 2020-04-20")

    def test_today_is_the_local_day(self):
        # These two are never on the same day.
        for zone, hours in [("Etc/GMT-14", 14), ("Etc/GMT+12", -12)]:
            day = lambda: datetime.now(timezone(timedelta(hours=hours))).date().isoformat()
            before = day()
            out = self.run_in_folder("--json", "--as-of", "today", "2020-04-20", env={"LC_ALL": "C.UTF-8", "TZ": zone})[1].decode()
            self.assertIn(re.search('"as_of":"(.*?)"', out).group(1), [before, day()])


if __name__ == "__main__":
    unittest.main(verbosity=0)
