"""One path through a real browser: see the founding article marked, click a bar, read the sentences, take the CSV."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from analysis.export import from_csv

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
if not CHROMIUM and not os.environ.get("CI"):
    pytest.skip("no chromium here", allow_module_level=True)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard, served from another folder as a user would."""
    folder = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("quellenlage")), "dashboard", "--no-browser", "--port", str(port)]
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) as server:
        url = f"http://localhost:{port}"
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{url}/_stcore/health", timeout=1)
                break
            except OSError:
                time.sleep(0.5)
        yield url
        server.terminate()


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 1200})
        page.set_default_timeout(60_000)
        yield page
        browser.close()


def test_first_link_to_a_page_works_and_nobody_else_is_asked(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/artikel?medium=NBC+News")
    expect(page.locator(".ql-quote").first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert not [url for url in asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))]


def test_founding_article_is_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/artikel?medium=NBC+News")
    quote = page.locator(".ql-quote.ql-direct", has_text="Wir haben zu diesem Thema nichts zu sagen")
    expect(quote.first).to_be_visible(timeout=60_000)
    expect(page.locator(".ql-hedge", has_text="dürfte").first).to_be_visible()
    expect(page.locator(".ql-speaker", has_text="US-Beamte").first).to_be_visible()


def test_click_opens_the_sentences_and_the_csv_has_them(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/?medium=NBC+News")
    bar = page.locator('path[aria-roledescription="bar"][aria-label*="US-Regierung"]').first
    bar.wait_for(timeout=60_000)
    bar.click(force=True)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("US-Regierung")
    shown = dialog.locator("li")
    expect(shown.first).to_be_visible()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="als CSV").click()
    file = tmp_path / "rows.csv"
    download.value.save_as(file)
    rows = from_csv(file, "statements")
    assert len(rows) == shown.count() > 5
    assert set(rows["category"]) == {"us_officials"}
    for sentence, item in zip(rows["sentence"], shown.all_inner_texts(), strict=True):
        assert sentence[:40] in item
