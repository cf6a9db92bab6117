#!/usr/bin/env python3
"""html_test.py BINARY: the HTML page in a browser, measured from what it renders."""
import base64, collections, json, pathlib, shutil, subprocess, tempfile, unittest
from datetime import date, timedelta

import browser

browser.skip_without_browser()
from program import InDirectory, run

AS_OF = "2021-05-08"
OFFERS = """2020-04-20 Cloud Platform
2020-05-02 Security
2020-04-10 Data Analytics
2020-05-15 Windows Server and SQL Server Migration to Microsoft Azure
2020-07-01 DevOps
2021-01-10 Messaging
2019-12-01 Small and Midmarket Cloud Solutions
2020-09-30
"""
LABELS = ["Contoso", "Fabrikam", "Northwind Traders", "Adventure Works Cycles", "Contoso", "Litware", "Tailspin Toys", "Proseware"]
LABELLED = "customer,purchase date,competency\n" + "".join(
    ",".join([label, *line.split(" ", 1)]) + "\n" for label, line in zip(LABELS, OFFERS.splitlines()))
BAD = """2021-02-30 Security
2020-04-20 <script>alert(1)</script>"&'\u202e\u0635\u0646\U0001f600
"""

# Of each row: its texts and days, and the left and right ends of the boxes on its time axis.
MEASURE = """
const box = each => { const b = each.getBoundingClientRect(); return [b.left, b.right]; };
return [...document.querySelectorAll("tbody tr")].map(row => {
  const svg = row.querySelector("svg"), cell = svg.parentElement, line = getComputedStyle(cell, "::after");
  const [, window, first, second, lapse] = [...svg.querySelectorAll("rect")].map(box);
  return {name: row.querySelector("th").innerText, phase: row.className, height: row.getBoundingClientRect().height,
          days: [...row.querySelectorAll("time")].map(each => each.dateTime || each.textContent), text: svg.querySelector("title").textContent,
          axis: box(svg), window, first, second, lapse,
          arrow: [...svg.querySelectorAll("text")].map(each => each.textContent),
          line: line.content === "none" ? null : box(cell)[0] + parseFloat(line.left) + 1};
});
"""
# The number of texts, and the least contrast (WCAG 2.2) of a text and of a bar with its background.
CONTRAST = """
const parse = color => color.match(/[\\d.]+/g).map(Number);
const light = color => { const [r, g, b] = parse(color).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                         return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const background = each => { for (; each; each = each.parentElement) { const color = getComputedStyle(each).backgroundColor;
                                                                      if (parse(color)[3] !== 0) return color; } };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => p - q); return (y + 0.05) / (x + 0.05); };
const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const each = walker.currentNode.parentElement, style = getComputedStyle(each);
  if (walker.currentNode.data.trim() && each.tagName !== "title")
    texts.push(ratio(each.closest("svg") ? style.fill : style.color, background(each)));
}
const bars = [...document.querySelectorAll("tbody rect:nth-of-type(2)")].map(each => ratio(getComputedStyle(each).stroke, background(each.closest("td"))));
return [texts.length, Math.min(...texts), Math.min(...bars)];
"""


def first_of_month(day, later=0):
    return date(day.year + (day.month + later - 1) // 12, (day.month + later - 1) % 12 + 1, 1)


class Page(InDirectory):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.driver = browser.start(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def setUp(self):
        super().setUp()
        browser.resize(self.driver, 1280)
        browser.prefer(self.driver, "light")

    def open(self, *arguments, text=OFFERS, status=0):
        """Shows the page; the browser must have nothing to report and nothing to load."""
        done = run("-f", "html", *arguments, text=text)
        self.assertEqual(done.returncode, status, done.stderr)
        self.write("page.html", done.stdout)
        for log in ("browser", "performance"):
            self.driver.get_log(log)
        address = pathlib.Path(self.path("page.html")).as_uri()
        self.driver.get(address)
        self.assertEqual(self.driver.get_log("browser"), [])
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        loaded = {each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"}
        self.assertEqual(loaded, {address})

    def ask(self, script):
        return self.driver.execute_script(script)

    def test_every_row_and_bar_is_in_its_place(self):
        for arguments in (["--as-of", AS_OF], []):
            self.open(*arguments)
            offers = [json.loads(line)["renewal"] for line in run("-f", "ndjson", *arguments, text=OFFERS).stdout.splitlines()]
            rows = self.ask(MEASURE)
            self.assertEqual(len(rows), len(offers))
            lapse = {each["window"]["closes"]: date.fromisoformat(each["window"]["closes"]) + timedelta(1) for each in offers}
            days = [date.fromisoformat(each["reminders"]["first"]) for each in offers] + [*lapse.values()]
            days += [date.fromisoformat(AS_OF)] if arguments else []
            begin, end = first_of_month(min(days)), first_of_month(max(days), later=1)
            for row, offer in zip(rows, offers):
                left, right = row["axis"]
                place = lambda day: left + (right - left) * (date.fromisoformat(str(day)) - begin).days / (end - begin).days
                opens, closes = offer["window"].values()
                first, second = offer["reminders"].values()
                self.assertGreaterEqual(right - left, 180)
                self.assertEqual(row["name"], offer.get("competency", "not given"))
                self.assertEqual(row["days"], [offer["anniversary"], opens, closes, first, second])
                self.assertEqual(row["text"], f"reminder {first}, renewal window {opens} – {closes}, reminder {second}, "
                                              f"lapse {lapse[closes]}")
                for measured, day in ((row["window"][0], opens), (row["window"][1], lapse[closes]), (sum(row["first"]) / 2, first),
                                      (sum(row["second"]) / 2, second), (row["lapse"][0] + 1, lapse[closes])):
                    self.assertAlmostEqual(measured, place(day), delta=1, msg=(offer, day))
                if arguments:
                    self.assertEqual(row["phase"], offer["status"]["phase"])
                    self.assertAlmostEqual(row["line"], place(AS_OF), delta=1)
                else:
                    self.assertEqual((row["phase"], row["line"]), ("", None))

    def test_a_row_is_one_line_and_nothing_is_beside_the_page(self):
        # 640 pixels are 200 percent of zoom on 1280.
        for width in (1440, 1280, 1024, 640, 375, 320):
            browser.resize(self.driver, width)
            for language in ("en", "ko"):
                short = "customer,purchase date\nWoodgrove,2020-04-20\nLITWARE INC,2020-04-20\n"
                for more, text, status in (([], OFFERS + BAD, 1), (["--label-field", "customer"], LABELLED, 0),
                                           (["--label-field", "customer"], short, 0)):
                    self.open("--as-of", AS_OF, "--lang", language, *more, text=text, status=status)
                    self.assertLessEqual(self.ask("return document.documentElement.scrollWidth"), width, language)
                    if width >= 1280:
                        self.assertLess(max(row["height"] for row in self.ask(MEASURE)), 34, language)

    def test_contrast_in_light_and_dark(self):
        backgrounds = set()
        for scheme in ("light", "dark"):
            browser.prefer(self.driver, scheme)
            self.open("--as-of", AS_OF, text=OFFERS + BAD, status=1)
            count, text, bar = self.ask(CONTRAST)
            self.assertGreater(count, 100)
            self.assertGreaterEqual(text, 4.5, scheme)
            self.assertGreaterEqual(bar, 3, scheme)
            backgrounds.add(self.ask("return getComputedStyle(document.body).backgroundColor"))
        self.assertEqual(len(backgrounds), 2)

    def test_headings_stay_in_sight(self):
        for width in (1280, 375):
            browser.resize(self.driver, width)
            self.open("--as-of", AS_OF, text=OFFERS * 20)
            self.ask("scrollTo(0, 2000)")
            self.assertEqual(self.ask("return document.querySelector('thead th:last-child').getBoundingClientRect().top"), 0)

    def test_rows_out_of_sight_cost_nothing_and_are_there(self):
        self.open("--as-of", AS_OF, text=OFFERS * 100)
        self.assertEqual(self.ask("return document.querySelectorAll('tbody').length"), 16)
        drawn = "return [...document.querySelectorAll('tbody')].filter(each => each.firstElementChild.checkVisibility({contentVisibilityAuto: true})).length"
        self.assertLess(self.ask(drawn), 16)
        self.assertEqual(self.ask("return find('DevOps', false, true) && getSelection().toString()"), "DevOps")
        # Of a row in the middle, when it is scrolled to.
        self.ask("document.querySelectorAll('tbody tr')[404].scrollIntoView({block: 'center'})")
        row = self.ask(MEASURE)[404]
        self.assertEqual((row["name"], row["phase"]), ("DevOps", "active"))
        self.assertLess(row["height"], 34)

    def test_roles_of_a_table(self):
        # The rows are grids on screens; they stay rows for a screen reader.
        for width in (1280, 375):
            browser.resize(self.driver, width)
            self.open("--as-of", AS_OF)
            nodes = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
            roles = collections.Counter(node["role"]["value"] for node in nodes if not node["ignored"])
            self.assertEqual([roles[role] for role in ("table", "row", "columnheader", "rowheader", "cell")], [1, 9, 7, 8, 48])

    def test_korean(self):
        self.open("--as-of", AS_OF, "--lang", "ko")
        self.assertEqual(self.ask("return [document.documentElement.lang, document.title, getComputedStyle(document.body).wordBreak]"),
                         ["ko", "파트너 네트워크 갱신", "keep-all"])
        self.assertEqual(self.ask("return [...document.querySelectorAll('thead th')].slice(0, -1).map(each => each.innerText)"),
                         ["제안", "단계", "갱신일", "갱신 기간", "알림", "연장"])

    def test_text_from_outside_is_text(self):
        self.open(text=BAD, status=1)
        self.assertEqual(self.ask("return document.querySelectorAll('script').length"), 0)
        lines = self.ask("return [...document.querySelectorAll('section li bdi')].map(each => each.innerText)")
        self.assertEqual(len(lines), 2)
        self.assertIn("<script>alert(1)</script>\"&'\\u202e\u0635\u0646\U0001f600", lines[1])

    def test_labels(self):
        self.open("--as-of", AS_OF, "--label-field", "customer", text=LABELLED)
        self.assertEqual(self.ask("return [...document.querySelectorAll('tbody td:first-child')].map(each => each.innerText)"), LABELS)
        self.assertEqual(self.ask("return document.querySelector('.next strong').innerText"), "Northwind Traders: Data Analytics")

    def test_without_offers(self):
        self.open(text="")
        self.assertEqual(self.ask("return document.body.innerText").split("\n\n"),
                         ["Partner Network renewals", "There are no offers to show."])

    def test_first_and_last_year(self):
        self.open("-a", text="0002-01-01\n2021-04-20\n9998-12-31\n")
        self.assertEqual([row["arrow"] for row in self.ask(MEASURE)], [["◂"], [], ["▸"]])
        self.assertLess(self.ask("return document.querySelectorAll('.axis span').length"), 100)

    def test_print(self):
        self.open("--as-of", AS_OF, text=OFFERS * 12)
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        pathlib.Path(self.path("page.pdf")).write_bytes(base64.b64decode(printed["data"]))
        tool = lambda *command: subprocess.run(command, cwd=self.directory, capture_output=True, text=True, check=True).stdout
        width, height = map(float, tool("pdfinfo", "page.pdf").split("Page size:")[1].split()[0:3:2])
        self.assertEqual((round(width / 72 * 25.4), round(height / 72 * 25.4)), (297, 210))
        pages = tool("pdftotext", "-layout", "page.pdf", "-").split("\f")[:-1]
        self.assertGreater(len(pages), 2)
        for page in pages:
            for heading in ("offer", "phase", "anniversary", "renewal window", "reminders", "extension", "2021", "Jul"):
                self.assertIn(heading, page)
        self.assertEqual(sum(page.count("Cloud Platform") for page in pages), 12)


class Markup(InDirectory):
    @unittest.skipIf(shutil.which("tidy") is None, "tidy is not installed")
    def test_tidy_has_nothing_to_report(self):
        for language in ("en", "ko"):
            for text in (OFFERS + BAD, BAD, ""):
                page = run("-f", "html", "--as-of", AS_OF, "--lang", language, text=text).stdout
                found = subprocess.run(["tidy", "-quiet", "-errors", "-utf8"], input=page, capture_output=True, text=True)
                self.assertEqual(found.stderr, "")


if __name__ == "__main__":
    unittest.main()
