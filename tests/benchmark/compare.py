#!/usr/bin/env python3
"""Compares the CPU time of whole runs: `cat` beside every pair of formats, or other tools beside ours.

    compare.py pairs BINARY [--offers N] [--rounds N]
    compare.py peers BINARY [--offers N] [--rounds N]

`pairs` prints a table: how many times the CPU time of `cat` on the same bytes each pair takes, and the nanoseconds an
offer. `peers` does one job with each tool that is installed: CSV in, JSON Lines out, and for the tools that read JSON
Lines also JSON Lines in. DuckDB is found where NODE_PATH_DIR names a folder in which `npm install @duckdb/node-api` ran.

The tools run in turn, and the figures are medians, so that a busy machine disturbs all of them alike.
"""
import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
FORMATS_OUT = ["text", "json", "ndjson", "csv", "ics", "html"]
NAMES = [
    "Application Development", "App Integration", "Cloud Platform", "DevOps", "Datacenter",
    "Cloud Business Applications", "Enterprise Resource Planning", "Project and Portfolio", "Data Analytics",
    "Data Platform", "Collaboration and Content", "Communications", "Cloud Productivity",
    "Enterprise Mobility Management", "Messaging", "Security", "Small and Midmarket Cloud Solutions",
    "Windows and Devices",
]


def write_inputs(folder, count):
    """One file of the same offers for each format; returns their paths."""
    dice = random.Random(7)
    first = date(2015, 1, 1)
    rows = [(f"P{i:07}", (first + timedelta(dice.randrange(2900))).isoformat(), dice.choice(NAMES))
            for i in range(count)]
    objects = [json.dumps({"id": key, "purchase_date": day, "competency": name}) for key, day, name in rows]
    texts = {
        "lines": "".join(f"{day} {name}\n" for _, day, name in rows),
        "csv": "id,purchase_date,competency\n" + "".join(",".join(row) + "\n" for row in rows),
        "ndjson": "".join(each + "\n" for each in objects),
        "json": "[\n" + ",\n".join(objects) + "\n]\n",
    }
    paths = {}
    for name, text in texts.items():
        paths[name] = folder / f"offers.{name}"
        paths[name].write_text(text, encoding="utf-8")
    return paths


def cpu_time(command, given, output=os.devnull):
    """Seconds of CPU time that `command` takes with the file `given` as its input."""
    with open(given, "rb") as source, open(output, "wb") as target:
        process = subprocess.Popen(command, stdin=source, stdout=target)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def medians(commands, rounds):
    """The median CPU time of each command; `commands` maps a name to (command, input)."""
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, given) in commands.items():
            times[name].append(cpu_time(command, given))
    return {name: statistics.median(each) for name, each in times.items()}


def compare_pairs(binary, inputs, folder, count, rounds):
    print(f"{count} offers: CPU time as a multiple of cat (ns an offer)")
    print(f"{'in':8}" + "".join(f"{each:>14}" for each in FORMATS_OUT))
    for given, path in inputs.items():
        row = f"{given:8}"
        for wanted in FORMATS_OUT:
            if wanted == "csv" and given in ("ndjson", "json"):
                row += f"{'-':>14}"  # JSON has no columns
                continue
            ours = [binary, "-f", wanted]
            written = folder / "written"
            cpu_time(ours, path, written)
            times = medians({"ours": (ours, path), "cat": (["cat", path, written], os.devnull)}, rounds)
            ratio = times["ours"] / max(times["cat"], 1e-4)
            row += f"{ratio:6.1f} ({times['ours'] / count * 1e9:5.0f})"
        print(row, flush=True)


def version_of(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return (done.stdout or done.stderr).splitlines()[0]


def peers_of(binary, inputs, folder):
    """The tools that are installed: a name with its version, and (command, input)."""
    dates = folder / "dates"
    lines = inputs["csv"].read_text(encoding="utf-8").splitlines()[1:]
    dates.write_text("".join(line.split(",")[1] + "\n" for line in lines), encoding="utf-8")
    written = folder / "written"
    cpu_time([binary, "-f", "ndjson"], inputs["csv"], written)
    tools = {
        "mpn-renewal, CSV in": ([binary, "-f", "ndjson"], inputs["csv"]),
        "mpn-renewal, JSON Lines in": ([binary, "-f", "ndjson"], inputs["ndjson"]),
        "cat, of the output": (["cat"], written),
        f"Python {sys.version.split()[0]} script, CSV in": ([sys.executable, str(HERE / "peer.py")], inputs["csv"]),
    }
    if shutil.which("mlr"):
        name = version_of(["mlr", "--version"])
        program = ["-f", str(HERE / "peer.mlr")]
        tools[f"{name}, CSV in"] = (["mlr", "--icsv", "--ojsonl", "put", *program], inputs["csv"])
        tools[f"{name}, JSON Lines in"] = (["mlr", "--ijsonl", "--ojsonl", "put", *program], inputs["ndjson"])
    if shutil.which("jq"):
        tools[f"{version_of(['jq', '--version'])}, JSON Lines in"] = (
            ["jq", "-c", "-f", str(HERE / "peer.jq")], inputs["ndjson"])
    if shutil.which("dateutils.dadd"):
        name = version_of(["dateutils.dadd", "--version"])
        tools[f"{name}, one addition a date"] = (["dateutils.dadd", "+1y"], dates)
    if os.environ.get("NODE_PATH_DIR"):
        for kind in ("csv", "ndjson"):
            command = ["node", str(HERE / "peer_duckdb.mjs"), str(inputs[kind]), str(folder / "duckdb")]
            tools[f"DuckDB, {kind} in"] = (command, os.devnull)
    return tools


def compare_peers(binary, inputs, folder, count, rounds):
    tools = peers_of(binary, inputs, folder)
    times = medians(tools, rounds)
    ours = times["mpn-renewal, CSV in"]
    print(f"{count} offers, JSON Lines out: CPU seconds, and as a multiple of mpn-renewal from CSV")
    for name, seconds in times.items():
        print(f"{name:44} {seconds:8.3f} {seconds / ours:8.2f}")


def main():
    parser = argparse.ArgumentParser(description="Compares the CPU time of whole runs.")
    parser.add_argument("what", choices=["pairs", "peers"])
    parser.add_argument("binary", type=os.path.abspath)
    parser.add_argument("--offers", type=int, default=200000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs = write_inputs(folder, given.offers)
        compare = compare_pairs if given.what == "pairs" else compare_peers
        compare(given.binary, inputs, folder, given.offers, given.rounds)


if __name__ == "__main__":
    main()
