"""Every page for everybody: no serious finding of axe-core, light and dark, nothing cut off on a telephone, keys."""

import re
import socket

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.served import addresses, opened, settled, until

pytestmark = pytest.mark.browser
GRAVE = ("serious", "critical")
COLOURS: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""Those of the default rules that are about colours: in nothing else is a dark page unlike a light one."""
WINDOW, TELEPHONE = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}


@pytest.mark.parametrize(("theme", "rules"), [("light", None), ("dark", COLOURS)], ids=["light", "dark"])
def test_no_page_has_a_serious_finding(
    browser: Browser, address: str, theme: str, rules: dict[str, object] | None
) -> None:
    found = []
    with browser.new_context(locale="de-DE", color_scheme=theme, viewport=WINDOW) as window:
        page = window.new_page()
        for name in addresses():
            opened(page, address, name)
            found += [(name, *finding) for finding in findings(page, rules)]
    assert not found


def findings(page: Page, rules: dict[str, object] | None) -> list[tuple[str, list[tuple[str, str]]]]:
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


def test_nothing_is_cut_off_on_a_telephone(browser: Browser, address: str) -> None:
    wide = {}
    with browser.new_context(locale="de-DE", viewport=TELEPHONE) as window:
        page = window.new_page()
        for name in addresses():
            opened(page, address, name)
            # The main area scrolls, not the document; what is wider than it can be pushed sideways.
            across = page.evaluate("""() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                .map((area) => area.scrollWidth - area.clientWidth)""")
            if max(across) > 0:
                wide[name] = across
    assert not wide


def test_pages_filters_and_downloads_are_reached_by_keys(page: Page, address: str) -> None:
    opened(page, address, "export")
    link = page.get_by_test_id("stTopNavLink").first
    reached(page, link)
    field = page.get_by_role("combobox").first

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
