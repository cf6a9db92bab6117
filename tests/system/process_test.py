#!/usr/bin/env python3
"""process_test.py [EMULATOR]... BINARY: what needs a real process: input from files and pipes,
the clock and the user's settings."""
import calendar, json, os, subprocess, time, unittest

from program import COMMAND, ENVIRONMENT, InDirectory, posix_only, results, run


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
            env={"TZ": zone},
            staged=at("2021-05-08 11:30:00"),
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
            return b"\x1b[1;35mopen\x1b[0m" in text

        self.assertTrue(at_terminal({"TERM": "xterm"}))
        self.assertTrue(at_terminal({"TERM": "xterm", "NO_COLOR": ""}))
        self.assertFalse(at_terminal({"TERM": "xterm", "NO_COLOR": "1"}))
        self.assertFalse(at_terminal({"TERM": "dumb"}))
        self.assertFalse(at_terminal({"TERM": "xterm"}, "--color", "never"))
        self.assertTrue(at_terminal({"TERM": "dumb"}, "--color", "always"))
        self.assertNotIn("\x1b", run("2020-04-20", "--as-of", "2021-05-08").stdout)


def at(moment):
    """A system in which the clock stands still at `moment` (UTC)."""
    return f"time={calendar.timegm(time.strptime(moment, '%Y-%m-%d %H:%M:%S'))}"


if __name__ == "__main__":
    unittest.main(verbosity=0)
