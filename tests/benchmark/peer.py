#!/usr/bin/env python3
"""The job as a script that somebody would write: CSV on standard input, JSON Lines on standard output."""
import csv
import json
import sys
from datetime import date, timedelta

WAVE = date(2021, 1, 1), date(2021, 6, 30)


def renewal_of(purchased, competency):
    try:
        anniversary = purchased.replace(year=purchased.year + 1)
    except ValueError:  # 29 February
        anniversary = date(purchased.year + 1, 2, 28)

    def after(count):
        return (anniversary + timedelta(count)).isoformat()

    if not WAVE[0] <= anniversary <= WAVE[1]:
        extension = {"status": "not_eligible", "reason": "out_of_range"}
    elif competency == "Cloud Business Applications":
        extension = {"status": "not_eligible", "reason": "excluded_competency"}
    else:
        extension = {"status": "eligible", "reason": "in_range", "wave": "2021-H1", "extended_to": after(365)}
    return {
        "schema_version": 1, "competency": competency, "term": 1, "anniversary": after(0),
        "window": {"opens": after(1), "closes": after(30)}, "reminders": {"first": after(-15), "second": after(23)},
        "next_anniversary": after(365), "covid_extension": extension,
    }


for row in csv.DictReader(sys.stdin):
    row["renewal"] = renewal_of(date.fromisoformat(row["purchase_date"]), row["competency"])
    sys.stdout.write(json.dumps(row, separators=(",", ":")) + "\n")
