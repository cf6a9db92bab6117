#!/usr/bin/env python3
"""docs_test.py BINARY BUILD SOURCE: the man page, README's options, and what is installed."""
import glob, os, re, shutil, subprocess, sys, tempfile, unittest

SOURCE = os.path.abspath(sys.argv.pop(3))
BUILD = os.path.abspath(sys.argv.pop(2))
BINARY = os.path.abspath(sys.argv.pop(1))


def printed(*arguments):
    done = subprocess.run([BINARY, *arguments], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr == "", done.stderr
    return done.stdout


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Page(unittest.TestCase):
    language = "en"
    strictest = ()
    sections = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "INPUT", "OUTPUT", "EXIT STATUS", "ENVIRONMENT", "EXAMPLES", "RULES",
                "SEE ALSO"]

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.page = os.path.join(self.folder, "mpn-renewal.1")
        with open(self.page, "w", encoding="utf-8") as file:
            file.write(printed("--generate", "man", "--lang", self.language))

    def format(self, *command):
        done = subprocess.run([*command, self.page], capture_output=True, text=True, encoding="utf-8",
                              env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "100", "MAN_KEEP_FORMATTING": ""})
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        return done.stdout

    def test_mandoc_and_groff_report_nothing(self):
        self.assertEqual(self.format("mandoc", "-T", "lint", *self.strictest), "")
        self.format("man", "--warnings", "-l")

    def test_sections(self):
        sections = re.findall(r"^\.SH (.*)$", text_of(self.page), re.M)
        self.assertEqual(sections, self.sections)

    def test_its_examples_are_run_by_other_tests(self):
        examples = re.findall(r"^\$ (.*)$", text_of(self.page).replace("\\-", "-"), re.M)
        self.assertGreaterEqual(len(examples), 3)
        played = text_of(f"{SOURCE}/README.md") + "".join(text_of(p) for p in glob.glob(f"{SOURCE}/tests/cli/transcripts/*.txt"))
        for example in examples:
            self.assertIn(f"\n$ {example}\n", played)


class KoreanPage(Page):
    language = "ko"
    strictest = ("-W", "warning")  # its style rules measure Korean lines by the names of the characters
    sections = ["이름", "사용법", "설명", "옵션", "입력", "출력", "종료 상태", "환경 변수", "예제", "규칙", "참고"]


class Readme(unittest.TestCase):
    def test_every_option_that_it_mentions_exists(self):
        readme = text_of(f"{SOURCE}/README.md")
        commands = re.findall(r"(?:^|[\s/`])mpn-renewal ([^|`\n]*)", readme)
        # Options in running text are ours, except those of other programs.
        theirs = {"--sshlogin"}
        words = {code for code in re.findall(r"`(-[^`\n]+)`", readme) if not code.startswith("-D")} - theirs
        ours = [*commands, *words]
        mentioned = {name for text in ours for name in re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", text)}
        listed = re.findall(r"^(?:  (-\w), |      )(--[\w-]+)", printed("--help"), re.M)
        self.assertIn("--as-of", mentioned)
        self.assertEqual(mentioned - {name for names in listed for name in names}, set())


class Installed(unittest.TestCase):
    def test_every_file_is_in_its_usual_place(self):
        with tempfile.TemporaryDirectory() as root:
            subprocess.run(["cmake", "--install", BUILD, "--prefix", root], check=True, capture_output=True)
            installed = {os.path.relpath(os.path.join(folder, name), root)
                         for folder, _, names in os.walk(root) for name in names}
            headers = {f"include/mpn/{os.path.basename(path)}" for path in glob.glob(f"{SOURCE}/include/mpn/*.hpp")}
            self.assertLessEqual(headers, installed)
            pages = {"share/man/man1/mpn-renewal.1": ("--generate", "man"),
                     "share/man/ko/man1/mpn-renewal.1": ("--generate", "man", "--lang", "ko"),
                     "share/bash-completion/completions/mpn-renewal": ("--generate", "complete-bash"),
                     "share/zsh/site-functions/_mpn-renewal": ("--generate", "complete-zsh"),
                     "share/fish/vendor_completions.d/mpn-renewal.fish": ("--generate", "complete-fish"),
                     "share/mpn-renewal/schema.json": ("--schema",)}
            for path, arguments in pages.items():
                self.assertEqual(text_of(os.path.join(root, path)), printed(*arguments), path)
            # A date library that was fetched is installed too, because our headers include its headers.
            rest = {path for path in installed - headers - set(pages) if "/cmake/" not in path and not path.startswith("include/date/")}
            self.assertEqual(rest, {"bin/mpn-renewal", "share/licenses/mpn-renewal/LICENSE", "share/licenses/mpn-renewal/copyright"})
            version = subprocess.run([os.path.join(root, "bin/mpn-renewal"), "-V"], capture_output=True, text=True, check=True).stdout
            self.assertEqual(version, printed("--version"))

    def test_the_copyright_file_has_our_license_word_for_word(self):
        with tempfile.TemporaryDirectory() as root:
            subprocess.run(["cmake", "--install", BUILD, "--prefix", root], check=True, capture_output=True)
            copyright = text_of(os.path.join(root, "share/licenses/mpn-renewal/copyright"))
        license = text_of(f"{SOURCE}/LICENSE")
        self.assertIn(license.split("Copyright (c) ")[1].split("\n")[0], copyright)
        self.assertIn(" ".join(license.split("\n\n", 2)[2].split()), " ".join(copyright.replace("\n .\n", "\n").split()))


if __name__ == "__main__":
    unittest.main()
