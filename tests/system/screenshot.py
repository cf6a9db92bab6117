#!/usr/bin/env python3
"""screenshot.py BINARY [PNG]: makes README's picture of the HTML page, .github/renewals.png.

The offers are the file `offers.csv` in the first `console` block of README.md that shows it."""
import pathlib, re, shutil, sys, tempfile

import browser

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PICTURE = pathlib.Path(sys.argv.pop(2) if len(sys.argv) > 2 else SOURCE / ".github/renewals.png").resolve()
browser.skip_without_browser()
from program import run

readme = (SOURCE / "README.md").read_text(encoding="utf-8")
offers = re.search(r"^\$ cat offers\.csv\n(.*?)(?=^[$`])", readme, re.M | re.S)[1]
folder = tempfile.mkdtemp()
page = pathlib.Path(folder, "renewals.html")
run("--as-of", "2021-05-08", "--sort", "--label-field", "customer", "-o", str(page), text=offers)
driver = browser.start(folder)
try:
    browser.resize(driver, 1280)
    driver.get(page.as_uri())
    browser.resize(driver, 1280, driver.execute_script("return document.body.offsetHeight"))
    driver.save_screenshot(str(PICTURE))
finally:
    driver.quit()
    shutil.rmtree(folder, ignore_errors=True)
print(PICTURE, PICTURE.stat().st_size, "bytes")
