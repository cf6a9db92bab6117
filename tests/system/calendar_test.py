#!/usr/bin/env python3
"""calendar_test.py BINARY ICAL_DAYS: calendars as two independent iCalendar libraries read them."""
import json, os, subprocess, sys, unittest, uuid
from datetime import date, timedelta

import icalendar

BINARY, ICAL_DAYS = (os.path.abspath(argument) for argument in (sys.argv.pop(1), sys.argv.pop(1)))
OFFERS = "".join(f"{id},{day},{name}\n" for id, day, name in [
    ("1", "2020-04-20", "Cloud Platform"), ("2", "2020-02-29", "보안"), ("3", "2019-02-28", "Cloud Business Applications"),
    ("4", "2021-02-30", "Security"), ("5", "2020-12-15", "Threat Protection"), ("6", "2020-05-15", ""), ("7", "1999-12-31", "MAPS"),
    ('"a, b; c\\\nd 😀 \u200fx"', "2020-04-20", "Linux and Open Source Databases Migration to Microsoft Azure")])
TABLE = "id,purchase_date,competency\n" + OFFERS


def run(*arguments, text=""):
    done = subprocess.run([BINARY, *arguments], input=text.encode(), capture_output=True, env={"LC_ALL": "C"})
    return done.returncode, done.stdout


def by_icalendar(data):
    events = []
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        alarms = [str(alarm["TRIGGER"].to_ical(), "ascii") for alarm in event.walk("VALARM")]
        events.append((str(event["UID"]), event["DTSTART"].dt, event["DTEND"].dt, alarms))
    return events


def by_libical(data):
    lines = subprocess.run([ICAL_DAYS], input=data, capture_output=True, check=True).stdout.decode().splitlines()
    events = []
    for uid, start, end, kind, alarms in map(str.split, lines):
        assert kind == "days"
        events.append((uid, date.fromisoformat(start), date.fromisoformat(end), int(alarms)))
    return events


class Calendar(unittest.TestCase):
    def test_events_have_the_days_of_the_schedule(self):
        for language in ["en", "ko"]:
            status, data = run("-f", "ics", "--lang", language, text=TABLE)
            self.assertEqual(status, 1)
            _, lines = run("-f", "ndjson", text=TABLE)
            plans = [r["renewal"] for r in map(json.loads, lines.decode().splitlines()) if "error" not in r["renewal"]]
            expected = []
            for plan in plans:
                first, second = (date.fromisoformat(plan["reminders"][which]) for which in ("first", "second"))
                opens, closes = (date.fromisoformat(plan["window"][which]) for which in ("opens", "closes"))
                day = timedelta(1)
                expected += [(first, first + day, 1), (opens, closes + day, 0), (second, second + day, 1)]
            self.assertEqual([(s, e, len(a)) for _, s, e, a in by_icalendar(data)], expected)
            self.assertEqual([(s, e, a) for _, s, e, a in by_libical(data)], expected)
            self.assertEqual({trigger for *_, alarms in by_icalendar(data) for trigger in alarms}, {"-PT15H"})

    def test_lines_are_folded_at_75_octets_between_characters(self):
        for language in ["en", "ko"]:
            _, data = run("-f", "ics", "--lang", language, text=TABLE)
            self.assertTrue(data.endswith(b"\r\n"))
            lines = data[:-2].split(b"\r\n")
            self.assertLessEqual(max(map(len, lines)), 75)
            self.assertGreater(max(map(len, lines)), 72)
            for line in lines:
                line.decode()
                self.assertNotIn(b"\n", line)

    def test_texts_are_read_unchanged(self):
        _, data = run("-f", "ics", "2020-05-15", "Threat", "Protection")
        first, window, _ = icalendar.Calendar.from_ical(data).walk("VEVENT")
        self.assertEqual(str(first["SUMMARY"]), "Threat Protection: renewal opens on 2021-05-16")
        self.assertEqual(str(window["DESCRIPTION"]),
                         "Unless renewed, benefits and advanced specialization are lost on 2021-06-15. COVID-19 extension to 2022-05-15.")

    def test_uids_follow_rfc_9562(self):
        _, data = run("-f", "ics", "2020-04-20", "Cloud", "Platform")
        own = uuid.uuid5(uuid.NAMESPACE_DNS, "mpn-renewal")
        expected = str(uuid.uuid5(own, "2021-04-20\ncloud-platform\n2020-04-20\nCloud Platform"))
        self.assertEqual([uid for uid, *_ in by_icalendar(data)], [f"{expected}-{which}" for which in ("first", "window", "second")])

    def test_uids_of_texts_of_every_length_follow_rfc_9562(self):
        # Around the 64-byte blocks of SHA-1.
        own = uuid.uuid5(uuid.NAMESPACE_DNS, "mpn-renewal")
        for size in range(150):
            note = "x" * size
            _, data = run("-f", "ics", text=f"date,note\n2020-04-20,{note}\n")
            expected = str(uuid.uuid5(own, f"2021-04-20\n\n2020-04-20\n{note}"))
            self.assertEqual(by_icalendar(data)[0][0], f"{expected}-first")

    def test_the_same_offers_give_the_same_calendar(self):
        self.assertEqual(run("-f", "ics", text=TABLE), run("-f", "ics", text=TABLE))
        _, piped = run("-f", "csv", text=TABLE)
        again = run("-f", "ics", text=piped.decode())[1]
        self.assertEqual(again, run("-f", "ics", text=TABLE)[1])

    def test_only_identical_records_have_the_same_uids(self):
        same = by_icalendar(run("-f", "ics", text="2020-04-20 Security\n2020-04-20 Security\n")[1])
        self.assertEqual([e[0] for e in same[:3]], [e[0] for e in same[3:]])
        variants = ["2020-04-20 Security\n", "2020-04-21 Security\n", "2020-04-20 Messaging\n", "2020-04-20\n", "date,id\n2020-04-20,1\n",
                    "date,id\n2020-04-20,2\n", '{"date":"2020-04-20"}\n', '{"date":"2020-04-20","id":1}\n']
        uids = [by_icalendar(run("-f", "ics", text=text)[1])[0][0] for text in variants]
        self.assertEqual(len(set(uids)), len(uids))

    def test_dtstamp_is_the_given_date(self):
        for arguments, stamp in [(["2020-04-20"], b"20200420"), (["-a", "2021-04-20"], b"20210420"), (["-t", "2", "0001-01-01"], b"00010101")]:
            self.assertEqual(run("-f", "ics", *arguments)[1].count(b"DTSTAMP:" + stamp + b"T000000Z\r\n"), 3)

    def test_without_offers_there_is_no_calendar(self):
        for text in ["", "2021-02-30\n", "date\n"]:
            self.assertEqual(run("-f", "ics", text=text), (1, b""))


if __name__ == "__main__":
    unittest.main(verbosity=0)
