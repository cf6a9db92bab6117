"""A headless Chromium for the tests and the screenshot, with Debian's python3-selenium. It loads nothing from a network."""
import os, shutil, sys

SKIPPED = 77  # in CMakeLists.txt too

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
except ImportError:
    webdriver = None


def skip_without_browser():
    missing = [name for name in ("chromium", "chromedriver", "pdftotext") if shutil.which(name) is None]
    missing += [] if webdriver else ["python3-selenium"]
    if missing:
        print("left out, because these are not installed:", ", ".join(missing))
        sys.exit(SKIPPED)


def start(folder):
    """A browser with its profile in `folder`."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking",
                     "disable-dev-shm-usage", "hide-scrollbars", f"user-data-dir={os.path.join(folder, 'profile')}"):
        options.add_argument("--" + argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)


def resize(driver, width, height=800, scale=1):
    """Sets the size of the page in CSS pixels."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})


def prefer(driver, scheme):
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
