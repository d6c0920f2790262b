"""The dashboard as its users get it: served from a folder of their own and opened in a real chromium.

For the browser tests and for the pictures of every page (``screenshots.py``).
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from dashboard.pages import PAGES, SECTIONS, section

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
_DONE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const waiting = '[data-testid="stSkeleton"], [data-testid="stSpinner"], [data-stale="true"]';
  const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
  return app && app.dataset.testScriptState === 'notRunning' && !document.querySelector(waiting)
    && document.querySelector('h1') && charts.every((chart) => chart.querySelector('svg.marks, canvas.marks'));
}"""


@contextmanager
def served(home: Path, *options: str, cache: Path | None = None) -> Iterator[str]:
    """The address of a dashboard with these folders of its user; ``options`` as on the command line."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [str(Path(sys.executable).with_name("quellenlage")), "dashboard", "--no-browser", "--port", port]
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(cache or home)}
    with subprocess.Popen([*command, *options], cwd=home, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            yield _answering(f"http://localhost:{port}")
        finally:
            server.terminate()


def _answering(url: str) -> str:
    for _ in range(2000):  # a minute or more: machines that build are busy
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1)
        except OSError:
            time.sleep(0.03)
        else:
            return url
    raise TimeoutError(f"no dashboard at {url}")


def addresses() -> dict[str, str]:
    """Name and path of every page, in the order of the navigation; the first page's path is empty."""
    return {name: path for name, (path, _) in PAGES.items()}


def opened(page: Page, address: str, name: str, **query: str) -> Page:
    """The browser's page showing the page ``name``, all of it drawn."""
    page.goto(f"{address}/{addresses()[name]}?{urlencode(query)}")
    return settled(page)


def followed(page: Page, name: str) -> Page:
    """The page ``name`` by its link in the navigation, all of it drawn: the browser loads nothing anew for it."""
    title = page.locator("h1").first.inner_text()
    page_link(page, name).click()
    page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=title, timeout=60_000)
    return settled(page)


def page_link(page: Page, name: str) -> Locator:
    """The link to the page ``name`` in the navigation; the menu in which it stands is open then."""
    if not (group := section(name)):
        return page.locator('[data-testid="stTopNavLink"][href$="/"]')
    link = page.locator(f'[data-testid="stTopNavDropdownLink"][href$="/{addresses()[name]}"]')
    menu = page.get_by_test_id("stTopNavSection").nth([*SECTIONS].index(group) - 1)
    until(link, menu.click)
    return link


def settled(page: Page) -> Page:
    """The same page once nothing is computed or drawn any more."""
    page.wait_for_function(_DONE, timeout=60_000, polling=50)
    return page


def until(shown: Locator, act: Callable[[], object], times: int = 10, wait: float = 3_000) -> None:
    """Do it until that is shown, so many times at most: a page drawn at this very moment loses a key or a click.

    Each time it is waited for so many milliseconds.
    """
    for _ in range(times):
        if not shown.is_visible():
            act()
        with suppress(AssertionError):
            return expect(shown).to_be_visible(timeout=wait)
    raise AssertionError(f"{shown} is not shown after {times} times")


def pick(field: Locator, words: str) -> None:
    """Type words into a field that takes several and press Enter, until what the field offers is chosen in it."""

    def typed() -> None:
        field.fill(words)
        field.press("Enter")

    box = field.locator("xpath=ancestor::*[@data-testid='stMultiSelect']")
    until(box.get_by_text(words).first, typed)
