"""Every page for everybody: no serious finding of axe-core, light and dark, nothing cut off on a telephone, keys."""

import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Error, Locator, Page, ViewportSize, expect

from dashboard.i18n.language import texts
from tests.browser.served import addresses, followed, opened, settled, until

pytestmark = pytest.mark.browser
DE = texts("de")
GRAVE = ("serious", "critical")
COLOURS: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""Those of the default rules that are about colours: in nothing else is a dark page unlike a light one."""
TELEPHONE = ViewportSize(width=390, height=844)


class Looked(NamedTuple):
    """What was seen of a page: the findings of axe-core, and how far it can be pushed sideways on a telephone."""

    findings: list[tuple[str, list[tuple[str, str]]]]
    across: list[int]


@pytest.fixture(scope="module")
def looked_at(window: BrowserContext, address: str) -> dict[str, Looked]:
    """Every page in light, the first by its address and the others by their links, also on a telephone."""
    with window.new_page() as page:
        return {name: Looked(findings(page), across_on_a_telephone(page)) for name in walked(page, address)}


def walked(page: Page, address: str) -> Iterator[str]:
    """The names of all pages, each while it is shown."""
    first, *others = addresses()
    opened(page, address, first)
    yield first
    for name in others:
        followed(page, name)
        yield name


def findings(page: Page, rules: dict[str, object] | None = None) -> list[tuple[str, list[tuple[str, str]]]]:
    """The serious findings of axe-core, by rule: the end of each element, and what is said about it."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    return [
        (finding["id"], [(node["html"][-120:], told(node)) for node in finding["nodes"]])
        for finding in Axe().run(page, options=options).response["violations"]
        if finding["impact"] in GRAVE
    ]


def told(node: dict[str, list[dict[str, str]]]) -> str:
    """What axe-core says about an element."""
    return "; ".join(check["message"] for check in node["any"])


def across_on_a_telephone(page: Page) -> list[int]:
    """How far the page can be pushed sideways in a window as narrow as a telephone's; it is put back as it was."""
    before = page.viewport_size
    assert before
    page.set_viewport_size(TELEPHONE)
    # The main area scrolls, not the document; what is wider than it can be pushed sideways. Charts follow in a moment.
    across = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
        .map((area) => area.scrollWidth - area.clientWidth)"""
    with suppress(Error):
        page.wait_for_function(f"() => innerWidth === {TELEPHONE['width']} && Math.max(...({across})()) <= 0",
                               timeout=10_000)  # fmt: skip
    found: list[int] = page.evaluate(across)
    page.set_viewport_size(before)
    return found


def test_no_light_page_has_a_serious_finding(looked_at: dict[str, Looked]) -> None:
    assert not {name: found for name, (found, _) in looked_at.items() if found}


def test_no_dark_page_has_a_serious_finding(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    found = {name: findings(page, COLOURS) for name in walked(page, address)}
    assert not {name: listed for name, listed in found.items() if listed}


def test_nothing_is_cut_off_on_a_telephone(looked_at: dict[str, Looked]) -> None:
    assert not {name: across for name, (_, across) in looked_at.items() if max(across) > 0}


def test_pages_filters_and_downloads_are_reached_by_keys(page: Page, address: str) -> None:
    opened(page, address, "export")
    reached(page, page.get_by_test_id("stTopNavSection").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name=DE["page"]["sources"])).to_be_focused()
    page.keyboard.press("Escape")
    field = page.get_by_role("combobox", name=DE["filter"]["outlet"])

    def narrowed() -> None:
        reached(page, field)
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type("NBC")
        page.keyboard.press("Enter")

    until(page.get_by_test_id("stMultiSelect").get_by_text("NBC").first, narrowed)
    expect(page).to_have_url(re.compile("NBC"))
    settled(page)
    button = page.get_by_test_id("stDownloadButton").get_by_role("button", name=re.compile(r"CSV \("))
    reached(page, button)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")


def reached(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{target} is not reached by Tab")


def test_only_this_machine_is_answered(address: str) -> None:
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("localhost", port), timeout=5):
        pass
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # an address for documents: nothing is sent, a way out is chosen
        except OSError:
            pytest.skip("this machine is on no network")
        own = asking.getsockname()[0]
    with pytest.raises(ConnectionRefusedError), socket.create_connection((own, port), timeout=5):
        pass
