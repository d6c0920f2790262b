"""One browser and one dashboard for all browser tests; skipped where there is no chromium, except in CI."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.served import CHROMIUM, FLAGS, served
from tests.demo import analysed_demo

WINDOW = {"width": 1440, "height": 1000}
expect.set_options(timeout=30_000)  # machines that build are busy


@pytest.fixture(scope="package")
def cache(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Path:
    """Where servers find the demo corpus analysed: a copy, for other tests hold theirs open and nobody could write."""
    if not CHROMIUM and not os.environ.get("CI"):
        pytest.skip("no chromium here")
    folder = tmp_path_factory.mktemp("cache")
    store = analysed_demo(shared_cache)
    kept = folder / store.path.parent.relative_to(shared_cache)
    kept.mkdir(parents=True)
    for file in (store.path, store.path.with_suffix(".txt")):
        shutil.copy(file, kept)
    return folder


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the dashboard's user."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def put_back(home: Path, cache: Path) -> Iterator[None]:
    """What a module adds to a corpus and to the list of sources, and corrects in the demo, goes with it."""
    (demo,) = cache.rglob("*.duckdb")
    before = demo.read_bytes()
    yield
    for folder in home.iterdir():
        shutil.rmtree(folder)
    demo.write_bytes(before)


@pytest.fixture(scope="package")
def address(home: Path, cache: Path) -> Iterator[str]:
    """The dashboard, served from another folder as a user would, for tests that leave everything as it was."""
    with served(home, cache=cache) as url:
        yield url


@pytest.fixture(scope="package")
def browser(cache: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A German window, shared so that the scripts of the pages are fetched once."""
    context = browser.new_context(viewport=WINDOW, locale="de-DE", accept_downloads=True, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture(scope="package")
def stranger(browser: Browser) -> Iterator[BrowserContext]:
    """The window of somebody else, who has nothing but a link."""
    with browser.new_context(viewport=WINDOW, locale="de-DE") as context:
        context.set_default_timeout(60_000)
        yield context


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    page = window.new_page()
    yield page
    page.close()
