"""Finding one's way: the menus on a telephone, filters taken back by a click, and no English on a German page."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.i18n.language import texts
from dashboard.pages import PAGES
from tests.browser.served import opened, settled, until

pytestmark = pytest.mark.browser
DE = texts("de")
ENGLISH = re.compile(r"Upload|per file|Press Enter|Drag and drop|No options|Choose an option|View \d+ more|Running")
SEEN = """() => [...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && parseFloat(getComputedStyle(one).fontSize) > 0)
  .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
  .map((node) => node.textContent).join('\\n')"""
"""The text that has a size: what a screen reader reads may be of none."""


def test_on_a_telephone_every_page_is_in_one_list_and_a_tap_away(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, locale="de-DE", has_touch=True) as window:
        page = opened(window.new_page(), address, "overview")
        page.get_by_test_id("stExpandSidebarButton").first.tap()
        links = page.get_by_test_id("stSidebarNavLink")
        expect(links).to_have_count(len(PAGES))
        expect(links.last).to_be_visible()
        links.filter(has_text=DE["page"]["export"]).tap()
        expect(page.get_by_role("heading", level=1)).to_have_text(DE["export"]["title"])


def test_a_chip_takes_its_filter_out_of_page_and_address(page: Page, address: str) -> None:
    opened(page, address, "overview", thema="Drohne", medium="Ostwind aktuell")
    expect(page).to_have_url(re.compile("thema=Drohne"))
    page.get_by_role("button", name="Thema: Drohne").click()
    expect(page.get_by_role("button", name="Thema: Drohne")).to_have_count(0)
    settled(page)
    expect(page).not_to_have_url(re.compile("thema="))
    expect(page).to_have_url(re.compile("medium="))
    page.get_by_role("button", name=DE["filter"]["reset"]).click()
    expect(page.get_by_role("button", name=DE["filter"]["reset"])).to_have_count(0)
    settled(page)
    expect(page).not_to_have_url(re.compile("medium="))


@pytest.mark.parametrize("name", ["data", "words", "sources"])
def test_what_streamlit_says_in_english_is_not_seen_on_a_german_page(page: Page, address: str, name: str) -> None:
    opened(page, address, name)
    field = page.get_by_test_id("stMain").locator("input[type=text]").first
    field.fill("Hafen")
    if name == "data":
        expect(page.get_by_role("button", name=DE["chrome"]["upload"])).to_be_visible()
    assert not ENGLISH.findall(page.evaluate(SEEN))


def test_a_corpus_is_made_and_deleted_with_a_word_of_warning(page: Page, address: str) -> None:
    opened(page, address, "data")
    panel = page.get_by_test_id("stPopoverBody")
    until(panel, page.get_by_role("button", name=DE["corpora"]["new"]).click)
    panel.get_by_label(DE["corpora"]["name"]).fill("Wahl 2025")
    panel.get_by_role("button", name=DE["corpora"]["new_go"]).click()
    expect(page.get_by_text("Artikel in „Wahl 2025“")).to_be_visible()
    expect(page).to_have_url(re.compile(r"korpus=Wahl(\+|%20)2025"))
    settled(page)
    until(panel, page.get_by_role("button", name=DE["corpora"]["delete"]).click)
    expect(panel).to_contain_text("0 Artikel, 0 Aussagen, 0 Berichtigungen")
    panel.get_by_role("button", name=DE["corpora"]["delete_go"]).click()
    expect(page.get_by_text("Artikel in „Eigener Korpus“")).to_be_visible()
    expect(page).not_to_have_url(re.compile("Wahl"))
