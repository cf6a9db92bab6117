#!/usr/bin/env python3
"""readme_test.py BINARY SOURCE: the commands of both READMEs that the transcripts cannot play: those for shells, cron, systemd,
Windows and PowerShell."""
import json, os, re, shutil, subprocess, sys, tempfile, unittest

SOURCE = os.path.abspath(sys.argv.pop(2))
BINARY = os.path.abspath(sys.argv.pop(1))


def text_of(name):
    with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
        return file.read()


def blocks(name):
    """The fenced blocks as (language, text)."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text_of(name), re.S | re.M)


def lines_in(language):
    return [line for kind, text in blocks("README.md") if kind == language for line in text.splitlines()]


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        os.symlink(BINARY, os.path.join(self.folder, "mpn-renewal"))
        # The files that README shows.
        for kind, text in blocks("README.md"):
            for name, content in re.findall(r"^\$ cat (\S+)\n(.*?)(?=^\$ )", text, re.S | re.M):
                self.write(name, content)
        self.write("dates.txt", "2020-04-20 Cloud Platform\n2021-01-10\n")
        self.write("export.json", '{"value": [{"name": "Security", "renewalStartDate": "2021-04-20T00:00:00Z"}]}\n')

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def run_line(self, line, statuses=(0,)):
        environment = {"PATH": f"{self.folder}:{os.environ['PATH']}", "HOME": self.folder, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=self.folder, env=environment, capture_output=True, text=True,
                              encoding="utf-8", timeout=120)
        self.assertIn(done.returncode, statuses, (line, done))
        return done.stdout

    def test_shell_blocks(self):
        lines = lines_in("shell")
        self.assertGreater(len(lines), 8)
        for line in lines:
            # One record of offers.csv is bad.
            output = self.run_line(line, statuses=(0, 1) if "offers.csv" in line else (0,))
            written = re.search(r"(?:-o|>) (\S+)$", line)
            self.assertTrue(self.read(written[1]) if written else output, line)

    def test_pipelines_show_the_windows(self):
        jq, miller = (line for line in lines_in("shell") if "| jq" in line or "| mlr" in line)
        self.assertEqual(self.run_line(jq, (1,)), "Contoso\t2021-05-20\nFabrikam\t2021-03-05\nWoodgrove\t2022-02-09\n")
        self.assertEqual([line.split()[:2] for line in self.run_line(miller, (1,)).splitlines()][1], ["Contoso", "2021-05-20"])

    def test_parallel_joins_what_one_process_writes(self):
        self.run_line(next(line for line in lines_in("shell") if line.startswith("parallel")))
        self.assertEqual(self.read("schedules.jsonl"), self.run_line("mpn-renewal -f ndjson < dates.txt"))

    def test_an_export_is_cut_to_what_can_be_read(self):
        line = next(line for line in lines_in("shell") if line.startswith("jq"))
        offer, = json.loads(self.run_line(line.replace("today", "2021-05-08")))
        self.assertEqual((offer["name"], offer["renewal"]["status"]["days_left"]), ("Security", 12))
        # This is why it is cut.
        refused = self.run_line("jq .value export.json | mpn-renewal -q", (1,))
        self.assertEqual(json.loads(refused)[0]["renewal"]["error"]["code"], "invalid_date")

    def test_calendar_keeps_what_still_matters(self):
        line, = (line for line in lines_in("shell") if "--only" in line)
        for day, names in [("2021-05-20", ["Cloud Platform (Contoso)", "Security (Fabrikam)"]), ("2021-05-21", ["Security (Fabrikam)"]),
                           ("2021-10-02", ["Security (Fabrikam)"])]:
            self.run_line(line.replace("today", day))
            self.assertEqual(re.findall(r"^SUMMARY:(.*): renewal window$", self.read("renewals.ics"), re.M), names, day)

    def test_cron_is_silent_when_nothing_is_due(self):
        check, reminder = (re.fullmatch(r"(?:\S+ ){4}\S+  /usr/local/bin/(mpn-renewal .*)", line)[1].replace("/srv/", f"{self.folder}/")
                           for line in lines_in("crontab"))
        for day, statuses, is_silent in [("2021-03-01", (0,), True), ("2021-05-08", (1,), False), ("2021-05-21", (2,), False)]:
            self.assertEqual(self.run_line(f"{check} --as-of {day}", statuses) == "", is_silent, day)
        self.write("offers.csv", "purchase_date\n2020-04-20\n")
        for day, is_silent in [("2021-03-01", True), ("2021-05-08", False), ("2021-05-21", True), ("2022-04-21", False)]:
            self.assertEqual(self.run_line(reminder.replace("today", day)) == "", is_silent, day)

    def test_systemd_service_fails_when_something_is_due(self):
        command, = (line.removeprefix("ExecStart=/usr/local/bin/") for line in lines_in("ini") if line.startswith("ExecStart="))
        command = command.replace("/srv/", f"{self.folder}/")
        self.run_line(f"{command} --as-of 2021-03-01", (0,))
        self.run_line(f"{command} --as-of 2021-05-08", (1,))

    def test_windows_task_writes_its_file(self):
        line, = lines_in("bat")
        command = re.search(r'/tr "cmd /c (.*)"$', line)[1].replace("C:\\offers\\", f"{self.folder}/")
        for day, state in [("2021-03-01", "OK"), ("2021-05-08", "WARNING"), ("2021-05-21", "CRITICAL")]:
            self.run_line(f"{command} --as-of {day}", (0, 1, 2))
            self.assertTrue(self.read("status.txt").startswith(f"MPN-RENEWAL {state} - "), day)

    def test_powershell_exchanges_utf_8(self):
        """Each program of its lines gets the bytes that PowerShell sends with the setting in their first line."""
        lines = [line for line in lines_in("powershell") if "mpn-renewal" in line]
        self.assertEqual(len(lines), 3)
        for line in lines:
            command = re.search(r"mpn-renewal [^|]*", line)[0].strip()
            table = self.read("offers.csv").replace("\n", "\r\n").replace("Contoso", "콘토소")
            text = table if "Get-Content" in line else ""
            if "ConvertTo-Json" in line:
                text = '[\r\n    {\r\n        "customer":  "콘토소",\r\n        "purchase_date":  "2020-04-20"\r\n    }\r\n]\r\n'
            self.write("in.txt", text)
            self.write("offers.csv", table)
            output = self.run_line(f"{command} < in.txt", (0, 1))
            if "--excel" in command:
                output = self.read("schedules.csv")
                self.assertTrue(output.startswith("\ufeffcustomer,"))
            self.assertIn("콘토소", output)
            self.assertIn("2021-05-20", output)


class Korean(unittest.TestCase):
    def test_both_readmes_have_the_same_blocks_and_commands(self):
        def commands(name):
            return [(kind, re.findall(r"^\$ .*$", text, re.M) if kind == "console" else text) for kind, text in blocks(name)]

        self.assertEqual(commands(".github/README.ko.md"), commands("README.md"))

    def test_they_link_to_each_other(self):
        self.assertIn("(.github/README.ko.md)", text_of("README.md").splitlines()[0])
        self.assertIn("(../README.md)", text_of(".github/README.ko.md").splitlines()[0])

    def test_links_to_files_work(self):
        for name in ["README.md", ".github/README.ko.md", ".github/CONTRIBUTING.md", "tests/README.md"]:
            folder = os.path.join(SOURCE, os.path.dirname(name))
            for link in re.findall(r"\]\((?!https:)([^)#]+)\)", text_of(name)):
                self.assertTrue(os.path.exists(os.path.join(folder, link)), (name, link))

    def test_contributing_names_every_file_with_korean_texts(self):
        contributing = text_of(".github/CONTRIBUTING.md")
        for root in ["src", "include"]:
            for folder, _, names in os.walk(os.path.join(SOURCE, root)):
                for name in names:
                    path = os.path.relpath(os.path.join(folder, name), SOURCE)
                    if re.search("[가-힣]", text_of(path)) and not path.endswith("/mpn-renewal.1"):
                        self.assertIn(f"`{path}`", contributing)

    def test_examples_that_show_a_day_name_it(self):
        """What a reader sees must not depend on the day on which it was written."""
        for kind, text in blocks("README.md"):
            for command in re.findall(r"^\$ (.*)$", text, re.M) if kind == "console" else []:
                if "--check" in command or "-t current" in command:
                    self.assertRegex(command, r"--as-of \d", command)
                self.assertNotIn("today", command)


if __name__ == "__main__":
    unittest.main()
