#!/usr/bin/env python3
"""Would the tests notice? Changes one operator, constant, comparison, condition or string at a time, and runs the tests.

    tests/mutation/mutate.py include/mpn/*.hpp            the core
    tests/mutation/mutate.py src/read_*.cpp src/io.cpp    some of the program
    tests/mutation/mutate.py src/io.cpp:40                only line 40

For developers on Debian (g++, CMake, Ninja, Catch2 2); it works on copies of the checkout in --work and changes nothing here.
Each survivor is printed at once, and the counts after each file:

    src/io.cpp:40: survived
      - the line
      + the line as it was changed

- A mutant is killed by the compiler (it does not compile), by a test that fails, or by a test that takes far too long.
- The core's static_asserts are taken out of it and of its tests: "tests" counts what the tests notice at run time. Only what they
  do not notice meets the static_asserts, which see more: a byte read behind the end of a text, say.
- Strings get a character at their front, so that a text counts as tested only if it is compared whole.
- A binary operator is one with blanks around it, which clang-format guarantees and which tells `a < b` from `list<a>`.
- equivalent.txt beside this file has the mutants that nobody could notice, with the reason. They are not run; a line that is no
  mutant's any more is an error, so the file cannot outlive the code.

It takes a second or two a mutant, and far more in a header that everybody includes. Coverage, with what is thrown left out, takes less
(limits on memory and on a file's size stop gcov, too, so that process and faults fail):

    cmake -S . -B /tmp/coverage -DMPN_RENEWAL_TESTS=ON -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS=--coverage
    cmake --build /tmp/coverage -j2; ctest --test-dir /tmp/coverage
    gcovr -r . --object-directory /tmp/coverage --exclude-throw-branches --exclude-unreachable-branches -f include/ -f src/ [--branches]

The exit status is 0 if nothing survived, otherwise 1.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import time

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]

TOKEN = re.compile(
    r"""(?P<skipped>//[^\n]*|/\*.*?\*/|^[ ]*\#(?:\\\n|[^\n])*|\[\[\w+\]\])
      |(?P<string>R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*")
      |(?P<character>'(?:\\[^'\n]+|\\'|[^'\\\n])')
      |(?P<number>\b(?:0x[0-9a-fA-F']+|[0-9][0-9']*)[uUlL]*\b)
      |(?P<word>[A-Za-z_]\w*)
      |(?P<operator><=>|<<=|>>=|->|::|\+\+|--|&&|\|\||[-+*/%&|^<>=!]=|<<|>>|[^\s\w])
    """,
    re.X | re.M | re.S,
)

# Binary operators, recognised by the blanks around them.
SWAPPED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
    "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "&",
    "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "&=": "|=", "^=": "|=",
}  # fmt: skip
QUICK = 0.2  # seconds; a test that takes longer waits until all the others had their turn
UNARY = {"++": "--", "--": "++", "!": ""}
WORDS = {"true": "false", "false": "true"}


@dataclasses.dataclass(frozen=True)
class Mutant:
    file: str
    start: int
    end: int
    new: str

    def applied(self, text):
        return text[: self.start] + self.new + text[self.end :]

    def line(self, text):
        return text.count("\n", 0, self.start) + 1

    def lines(self, text):
        """The changed line before and after."""
        first = text.rfind("\n", 0, self.start) + 1
        last = text.find("\n", self.end)
        return text[first:last].strip(), (text[first : self.start] + self.new + text[self.end : last]).strip()


def closing(tokens, at):
    """The index of the parenthesis that closes the one at `at`."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[i][0], 0)
        if depth == 0:
            return i
    raise ValueError("a parenthesis is not closed")


def changed_literal(kind, token):
    if kind == "string":
        return token.replace("(", "(?", 1) if token.startswith("R") else '"?' + token[1:]
    if kind == "character":
        return "'#'" if token == "'~'" else "'~'"
    digits = re.match(r"0x[0-9a-fA-F']+|[0-9']+", token)[0]
    value = int(digits.replace("'", ""), 16 if digits.startswith("0x") else 10) + 1
    return (f"0x{value:X}" if digits.startswith("0x") else str(value)) + token[len(digits) :]


def mutants_of(file, text):
    """Every mutant of a source; its static_asserts are tests and stay as they are."""
    tokens = [(m[0], m.lastgroup, m.start(), m.end()) for m in TOKEN.finditer(text) if m.lastgroup != "skipped"]
    skip_until = -1
    for i, (token, kind, start, end) in enumerate(tokens):
        if token == "static_assert" or (token == "extern" and tokens[i + 1][1] == "string"):
            skip_until = closing(tokens, i + 1) if token == "static_assert" else i + 1
        if i <= skip_until:
            continue
        blanks = text[start - 1].isspace() and text[end].isspace()
        if kind in ("string", "character", "number"):
            yield Mutant(file, start, end, changed_literal(kind, token))
        elif token in WORDS:
            yield Mutant(file, start, end, WORDS[token])
        elif token in UNARY:
            yield Mutant(file, start, end, UNARY[token])
        elif token in SWAPPED and blanks:
            yield Mutant(file, start, end, SWAPPED[token])
        elif token in ("if", "while") and tokens[i + 1][0] == "(":
            last = closing(tokens, i + 1)
            inside = {t[0] for t in tokens[i + 1 : last]}
            # Other conditions are turned round by their operators; declarations cannot be.
            if inside.isdisjoint({"==", "!=", "<", ">", "<=", ">=", "&&", "||", "!", "=", ";", "const"}):
                yield Mutant(file, tokens[i + 1][2], tokens[last][3], "(!" + text[tokens[i + 1][2] : tokens[last][3]] + ")")


def known_equivalents(path):
    """The (file, changed line) pairs of a file in which a # line is a reason and every other one `file: changed line`."""
    lines = path.read_text().splitlines() if path.exists() else []
    return {tuple(line.split(": ", 1)) for line in lines if line and not line.startswith("#")}


class Worker:
    """A copy of the checkout with its builds."""

    def __init__(self, folder):
        self.folder = folder
        self.tree = folder / "tree"
        self.slowest = {}  # how long each test took without any change, in seconds
        files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=CHECKOUT, capture_output=True, text=True, check=True)
        for name in files.stdout.splitlines():
            source, copy = CHECKOUT / name, self.tree / name
            if source.exists() and not (copy.exists() and copy.read_bytes() == source.read_bytes()):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, copy)

    def runs(self, *command, limit=None):
        """Whether a command succeeds, and within its limit."""
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=os.environ | {"TMPDIR": str(self.folder)}, timeout=limit,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            return done.returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def passes(self, program, *arguments):
        """Whether a test passes; the first time, with nothing changed, tells how long it may take afterwards."""
        test = (program, *arguments)
        began = time.monotonic()
        passed = self.runs(program, *arguments, limit=self.slowest[test] * 15 + 3 if test in self.slowest else None)
        self.slowest.setdefault(test, time.monotonic() - began)
        return passed

    def precompile(self, name, patterns, flags, more=()):
        """All the library headers that some sources include, and more, as one precompiled header; returns the flags to use it."""
        sources = [f for pattern in patterns for f in self.tree.glob(pattern)]
        wanted = {h for f in sources for h in re.findall(r"^#include <(.*)>", f.read_text(), re.M)} | set(more)
        wanted.discard("CLI/CLI.hpp")  # its variables would be built into every object, which takes more than all the rest
        header = self.folder / f"{name}.hpp"
        header.write_text("".join(f"#if __has_include(<{h}>)\n#include <{h}>\n#endif\n" for h in sorted(wanted)))
        subprocess.run(["g++", *flags, "-x", "c++-header", header, "-o", f"{header}.gch"], check=True)
        return [*flags, "-include", str(header)]


class Core(Worker):
    """Each test file is a program of its own. A mutant meets the one of its own name first, then those that killed lately."""

    def __init__(self, folder):
        super().__init__(folder)
        self.flags = self.precompile("core", ["include/mpn/*.hpp", "tests/core/*.?pp", "tests/catch2.hpp"], ["-std=gnu++20", "-Dstatic_assert(...)="])
        self.flags += ["-Itree/include", "-Itree/tests", f'-DMPN_TEST_DATA="{self.tree}/tests/data"']
        self.with_static_asserts = ["-std=gnu++20", "-fsyntax-only", "-Itree/include", "-Itree/tests", self.flags[-1]]
        self.tests = sorted((self.tree / "tests/core").glob("*_test.cpp"))

    def judge(self, file):
        for test in sorted(self.tests, key=lambda t: t.stem != pathlib.Path(file).stem + "_test"):
            if not self.runs("g++", *self.flags, "-O1" if "walk" in test.stem else "-O0", test, "-o", test.stem, "-lCatch2WithMain"):
                return "compiler"
            if not self.passes(f"./{test.stem}", "--abort"):
                self.tests.insert(0, self.tests.pop(self.tests.index(test)))
                return "tests"
        own = self.tree / "tests/core" / (pathlib.Path(file).stem + "_test.cpp")
        return "survived" if self.runs("g++", *self.with_static_asserts, own) else "static_assert"


class Program(Worker):
    """A mutant needs one object anew, or those that include its header; the others are those of a build that is there."""

    def __init__(self, folder, build):
        super().__init__(folder)
        core = [f"mpn/{f.name}" for f in self.tree.glob("include/mpn/*.hpp")]
        flags = ["-std=gnu++20", "-O0", "-D_GLIBCXX_ASSERTIONS", f"-I{self.tree}/include"]
        self.flags = self.precompile("program", ["include/mpn/*.hpp", "src/**/*.?pp"], flags, core)
        self.flags += ['-DMPN_RENEWAL_VERSION="0.1.0"', '-DMPN_RENEWAL_RELEASED="2026-11-22"', "-c"]
        # What is found in an object before it is not taken from the library, whose object may still have to come along for what
        # is in one of the two only: the first definition counts.
        objects = sorted((build / "tests/cli/CMakeFiles/mpn-program-tests.dir").rglob("*.o"))
        library = build / "src/libmpn-program.a"
        self.library = [*objects, library, "-lCatch2WithMain", "-lfmt", "-fuse-ld=gold", "-Wl,-z,muldefs", "-o", "tests"]
        self.includes = {f.name: set(re.findall(r'^#include "([^/"]*)"', f.read_text(), re.M)) for f in self.tree.glob("src/**/*.?pp")}
        self.link([])
        listed = subprocess.run(["./tests", "--list-test-names-only"], cwd=folder, stdout=subprocess.PIPE, text=True)
        self.tests = [name.replace(",", "\\,") for name in listed.stdout.splitlines()]
        for test in self.tests:
            if not self.passes(*self.case(test)):
                sys.exit(f"without any change, {test} fails")
        self.tests.sort(key=lambda test: self.slowest[self.case(test)])

    @staticmethod
    def case(test):
        return "./tests", test, "--abort", "--warn", "NoTests"

    def link(self, objects):
        return self.runs("g++", *objects, *self.library)

    def affected(self, name):
        """The .cpp files that a source is part of."""
        if name.endswith(".cpp"):
            return {name}
        return {cpp for user, used in self.includes.items() if name in used for cpp in self.affected(user)}

    def judge(self, file):
        sources = self.affected(pathlib.Path(file).name) - {"main.cpp", "platform_windows.cpp"}
        compiled = (self.runs("g++", *self.flags, f"tree/src/{name}", "-o", f"{name}.o") for name in sources)
        if not all(compiled) or not self.link([f"{name}.o" for name in sources]):
            return "compiler"
        for test in self.tests:
            if not self.passes(*self.case(test)):
                if self.slowest[self.case(test)] < QUICK:
                    self.tests.insert(0, self.tests.pop(self.tests.index(test)))
                return "tests"
        return "survived"


def judged(mutant, text, workers):
    worker = workers.get()
    try:
        target = worker.tree / mutant.file
        try:
            target.write_text(mutant.applied(text))
            return worker.judge(mutant.file)
        finally:
            target.write_text(text)
    finally:
        workers.put(worker)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE[:LINE]", help="sources in include/ or in src/, not in both")
    parser.add_argument("--work", default="/tmp/mpn-renewal-mutation", type=pathlib.Path, help="folder for copies and builds")
    parser.add_argument("--build", default=CHECKOUT / "build", type=pathlib.Path, help="where the tests are built, Release, of these sources")
    parser.add_argument("--jobs", default=2, type=int)
    parser.add_argument("--no-strings", action="store_true", help="leave strings alone")
    parser.add_argument("--every", default=1, type=int, metavar="N", help="only every N-th mutant, for a sample")
    asked = parser.parse_args()

    texts, mutants = {}, []
    for argument in asked.files:
        name, _, line = argument.partition(":")
        file = str(pathlib.Path(name).resolve().relative_to(CHECKOUT))
        texts[file] = (CHECKOUT / file).read_text()
        mutants += [m for m in mutants_of(file, texts[file]) if not line or m.line(texts[file]) == int(line)]
    if asked.no_strings:
        mutants = [m for m in mutants if '"' not in m.new]
    mutants = mutants[:: asked.every]

    equivalent = known_equivalents(pathlib.Path(__file__).with_name("equivalent.txt"))
    every_line = {(m.file, m.lines(texts[m.file])[1]) for file, text in texts.items() for m in mutants_of(file, text)}
    stale = sorted(e for e in equivalent if e[0] in texts and e not in every_line)
    for file, changed in stale:
        print(f"equivalent.txt: no mutant of {file} is\n  + {changed}", flush=True)

    core = all(file.startswith("include/") for file in texts)
    workers = queue.Queue()
    for number in range(asked.jobs):
        folder = asked.work / f"{'core' if core else 'program'}-{number}"
        worker = Core(folder) if core else Program(folder, asked.build.resolve())
        if worker.judge(next(iter(texts))) != "survived":
            sys.exit("the tests fail without any change")
        workers.put(worker)

    columns = ("compiler", "tests", "static_assert", "equivalent", "survived")

    def row(name, of):
        return f"{name:34}" + "".join(f"{of[c]:>14}" for c in columns)

    total = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        for file, text in texts.items():
            counts, running = collections.Counter(), {}
            for m in mutants:
                if m.file != file:
                    continue
                if (file, m.lines(text)[1]) in equivalent:
                    counts["equivalent"] += 1
                else:
                    running[pool.submit(judged, m, text, workers)] = m
            for done in concurrent.futures.as_completed(running):
                counts[done.result()] += 1
                if done.result() == "survived":
                    before, after = running[done].lines(text)
                    print(f"{file}:{running[done].line(text)}: survived\n  - {before}\n  + {after}", flush=True)
            print(row(file, counts), flush=True)
            total += counts
    print(row("", {c: c for c in columns}))
    print(row("", total))
    sys.exit(1 if stale or total["survived"] else 0)


if __name__ == "__main__":
    main()
