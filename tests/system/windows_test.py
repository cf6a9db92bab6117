#!/usr/bin/env python3
"""windows_test.py OBJDUMP EMULATOR... BINARY: what is specific to Windows, tested in Wine.

Wine takes the user's language and time zone from LC_ALL and TZ, and uses a terminal as the console.
The tests need the locale ko_KR.UTF-8 and a running `wineserver -p` with its services: services that
a test started would keep its pipes open."""
import os, re, subprocess, sys, tty, unittest
from datetime import datetime, timedelta, timezone

OBJDUMP = sys.argv.pop(1)
from program import COMMAND, ENVIRONMENT, InDirectory

PROGRAM = COMMAND[-1].replace("/", "\\")  # for cmd
TABLE = "id,구매 날짜,역량\r\n1,2020-04-20,보안\r\n2,2020-04-21,\x1a\r\n"
OFFERS = (
    '[\r\n    {\r\n        "date":  "2020-04-20",\r\n        "competency":  "보안"\r\n    }\r\n]\r\n'
)


class Bytes(InDirectory):
    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run_program(self, *arguments, data=b"", command=COMMAND, env={"LC_ALL": "C.UTF-8"}):
        done = subprocess.run(
            [*command, *arguments],
            input=data,
            capture_output=True,
            cwd=self.directory,
            env=ENVIRONMENT | env,
        )
        return done.returncode, done.stdout, done.stderr.decode()

    def first_line(self, *arguments, **more):
        status, out, err = self.run_program(*arguments, **more)
        self.assertEqual((status, err), (0, ""))
        return out.split(b"\n")[0].decode()


class Program(Bytes):
    def test_it_needs_no_other_libraries(self):
        headers = subprocess.run(
            [OBJDUMP, "-p", COMMAND[-1]], capture_output=True, text=True, check=True
        ).stdout
        self.assertEqual(
            {name.lower() for name in re.findall(r"DLL Name: (\S+)", headers)},
            {"advapi32.dll", "kernel32.dll", "msvcrt.dll", "shell32.dll"},
        )


class Arguments(Bytes):
    def test_unicode(self):
        self.assertEqual(self.first_line("2020-04-20", "보안", "--lang", "ko"), "보안, 구매일 2020-04-20")
        self.assertEqual(
            self.run_program("2020-04-20", "é漢😀")[2],
            "mpn-renewal: unknown competency 'é漢😀'; --list shows the names\n",
        )

    def test_wildcards_and_quotes(self):
        self.write("2020-04-20", b"")
        for typed in ["2020-0?-20", "*-20", "2020*"]:
            self.assertEqual(
                self.run_program(typed),
                (2, b"", f"mpn-renewal: '{typed}' is not a date: write YYYY-MM-DD\n"),
            )
        for typed in ["*", 'a "b\\" c\\', "%PATH%", "\\\\", "^a & b"]:
            self.assertEqual(
                self.run_program("2020-04-20", typed),
                (2, b"", f"mpn-renewal: unknown competency '{typed}'; --list shows the names\n"),
            )

    def test_file_names(self):
        self.write("갱신 😀.csv", TABLE.encode())
        self.assertEqual(self.run_program("-i", "갱신 😀.csv", "-o", "결과.csv")[0], 1)
        self.assertEqual(len(self.read("결과.csv").splitlines()), 3)
        self.assertEqual(sorted(os.listdir(self.directory)), sorted(["갱신 😀.csv", "결과.csv"]))
        self.assertEqual(
            self.run_program("결과.csv"),
            (2, b"", "mpn-renewal: '결과.csv' is a file, not a date: use -i 결과.csv\n"),
        )


class Translation(Bytes):
    def test_line_ends_are_not_translated(self):
        for line_end in [b"\n", b"\r\n"]:
            with self.subTest(line_end):
                status, out, _ = self.run_program(
                    "-q", data=TABLE.encode().replace(b"\r\n", line_end)
                )
                lines = out.split(line_end)
                self.assertEqual((status, len(lines), lines[3]), (1, 4, b""))
                self.assertTrue(lines[0].startswith("id,구매 날짜,역량,renewal.".encode()))
                self.assertTrue(
                    lines[1].startswith("1,2020-04-20,보안,Security,1,2021-04-20,".encode())
                )
                self.assertTrue(lines[2].startswith(b"2,2020-04-21,\x1a,,"))
                self.assertEqual(out.count(b"\r"), 3 if line_end == b"\r\n" else 0)
                self.assertEqual(
                    self.run_program(
                        "-q", "-o", "out", data=TABLE.encode().replace(b"\r\n", line_end)
                    )[0],
                    1,
                )
                self.assertEqual(self.read("out"), out)

    def test_encodings_of_powershell(self):
        # Out-File and > of Windows PowerShell write UTF-16; its pipe uses $OutputEncoding, possibly
        # with a BOM.
        for text, options in [
            (TABLE, ["-f", "ndjson"]),
            (OFFERS, []),
            ("2020-04-20 보안\r\n", ["-f", "ndjson"]),
            ("2020-04-20\r\n", []),
        ]:
            expected = self.run_program(*options, data=text.encode())
            self.assertIn(b"2021-04-20", expected[1])
            for encoding in ["utf-8-sig", "utf-16"]:
                with self.subTest(text=text, encoding=encoding):
                    self.assertEqual(
                        self.run_program(*options, data=text.encode(encoding)), expected
                    )
                    self.write("offers", text.encode(encoding))
                    self.assertEqual(self.run_program(*options, "-i", "offers")[:2], expected[:2])


class Output(Bytes):
    def test_read_only_file(self):
        self.write("out", b"old")
        os.chmod(self.path("out"), 0o444)
        self.assertEqual(
            self.run_program("-o", "out", "2020-04-20"),
            (2, b"", "mpn-renewal: out: Permission denied\n"),
        )
        self.assertEqual((self.read("out"), os.listdir(self.directory)), (b"old", ["out"]))

    def test_device_is_written_directly(self):
        self.assertEqual(self.run_program("-o", "NUL", "2020-04-20"), (0, b"", ""))
        self.assertEqual(os.listdir(self.directory), [])

    def test_missing_directory(self):
        self.assertEqual(
            self.run_program("-o", "no\\out", "2020-04-20"),
            (2, b"", "mpn-renewal: no\\out: No such file or directory\n"),
        )

    def test_every_exit_status(self):
        for arguments, data, status in [
            (["2020-04-20"], b"", 0),
            ([], b"2021-02-30", 1),
            (["--bad"], b"", 2),
            (["--check"], b"", 3),
        ]:
            self.assertEqual(self.run_program(*arguments, data=data)[0], status, arguments)


class Console(Bytes):
    def at_console(self, *arguments, typed=None, until=None, command=COMMAND):
        """What a console shows until the program ends or `until` is shown."""
        master, slave = os.openpty()
        tty.setraw(slave)
        process = subprocess.Popen(
            [*command, *arguments],
            stdin=slave if typed else subprocess.DEVNULL,
            stdout=slave,
            stderr=subprocess.DEVNULL,
            cwd=self.directory,
            env={**ENVIRONMENT, "LC_ALL": "C.UTF-8", "TERM": "xterm"},
        )
        os.close(slave)
        if typed:
            os.write(master, typed.encode())
        text = b""
        while until is None or until.encode() not in text:
            try:
                text += os.read(master, 4096)
            except OSError:  # the program has closed the terminal
                break
        os.close(master)
        process.wait()
        return text.decode()

    def test_output_is_unicode(self):
        shown = self.at_console("2020-04-20", "보안", "--lang", "ko")
        self.assertIn("보안, 구매일 2020-04-20\r", shown)
        self.assertIn("갱신할 수 있는 첫날\r", shown)

    def test_input_is_unicode(self):
        # The program ends with the terminal, because Wine does not pass Ctrl-Z on.
        self.assertIn(
            "Security", self.at_console("-i", "-", typed="2020-04-20 보안\r", until="Security")
        )

    def test_code_page_is_not_changed(self):
        shown = self.at_console(
            "/c",
            f"chcp 850& {PROGRAM} 2020-04-20 보안 --lang ko& chcp",
            command=[*COMMAND[:-1], "cmd"],
        )
        self.assertRegex(shown, "(?s)code page: 850.*보안, 구매일 2020-04-20.*code page: 850")


class Surroundings(Bytes):
    def with_settings(self, user, variables):
        """The first line for a user with this display language and only these variables."""
        words = "".join(
            f"set {name}={variables.get(name, '')}& " for name in ["LANG", "LC_ALL", "LC_MESSAGES"]
        )
        return self.first_line(
            "/c",
            f"{words}{PROGRAM} 2020-04-20",
            command=[*COMMAND[:-1], "cmd"],
            env={"LC_ALL": user},
        )

    def test_language_of_windows(self):
        self.assertEqual(self.with_settings("ko_KR.UTF-8", {}), "구매일 2020-04-20")
        self.assertEqual(self.with_settings("C", {}), "Purchased 2020-04-20")

    def test_variables_override_the_language(self):
        self.assertEqual(
            self.with_settings("ko_KR.UTF-8", {"LANG": "en_US"}), "Purchased 2020-04-20"
        )
        self.assertEqual(self.with_settings("C", {"LC_MESSAGES": "ko"}), "구매일 2020-04-20")

    def test_today_is_the_local_date(self):
        # The dates in these two zones always differ.
        for zone, hours in [("Etc/GMT-14", 14), ("Etc/GMT+12", -12)]:
            day = lambda: datetime.now(timezone(timedelta(hours=hours))).date().isoformat()
            before = day()
            out = self.run_program(
                "--json", "--as-of", "today", "2020-04-20", env={"LC_ALL": "C.UTF-8", "TZ": zone}
            )[1].decode()
            self.assertIn(re.search('"as_of":"(.*?)"', out).group(1), [before, day()])


if __name__ == "__main__":
    unittest.main(verbosity=0)
