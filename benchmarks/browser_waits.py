"""Times what a browser waits for: the first page after a start of the dashboard, and every switch between its pages.

``python -m benchmarks.browser_waits`` prints seconds on the demo corpus: a start that has to analyse the demo, a
start that finds it analysed, and for every page the best of three switches to it. Wanted are 3 seconds and 0.5 seconds
on an idle machine; nothing fails here, since a machine with other work is slower, and so its load is printed too.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.served import CHROMIUM, FLAGS, addresses, page_link, served, settled

TURNS = 3
_LOOK = 300.0
"""Milliseconds that somebody looks at a page before the next click, while the browser tidies up after drawing it."""


def main() -> int:
    """Measure and print."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for told in ("start, demo to be analysed", "start, demo analysed"):
            start = time.perf_counter()
            with served(Path(home)) as address:
                print(f"{told:32}{first(browser, address) - start:6.2f} s", flush=True)
        with served(Path(home)) as address:
            for name, seconds in switches(browser, address).items():
                print(f"switch to {name:22}{seconds:6.2f} s", flush=True)
        browser.close()
    return 0


def first(browser: Browser, address: str) -> float:
    """When the first page has its title and its figures."""
    page = browser.new_page(locale="de-DE")
    page.goto(address)
    settled(page)
    now = time.perf_counter()
    page.close()
    return now


def switches(browser: Browser, address: str) -> dict[str, float]:
    """Seconds of the quickest switch to each page, by its link."""
    page = browser.new_page(locale="de-DE", viewport={"width": 1600, "height": 1000})
    page.goto(f"{address}/{[*addresses().values()][-1]}")
    settled(page)
    best: dict[str, float] = {}
    for _ in range(TURNS):
        for name in addresses():
            seconds = switched(page, name)
            best[name] = min(seconds, best.get(name, seconds))
    return best


def switched(page: Page, name: str) -> float:
    """Seconds from the click on a page's link until all of the page is drawn."""
    title = page.get_by_role("heading", level=1).inner_text()
    page.wait_for_timeout(_LOOK)
    link = page_link(page, name)
    start = time.perf_counter()
    link.click()
    page.wait_for_function("old => (document.querySelector('h1')?.innerText ?? old) !== old", arg=title)
    settled(page)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
