"""The sentences behind a bar: judged in their place, opened in their article, and back to the bar; tasks by actions."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.i18n.language import texts
from tests.browser.served import opened, settled, until
from tests.browser.test_access import findings

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("put_back")]
DE = texts("de")
ACT = {name.removeprefix("act_"): text for name, text in DE["evidence"].items() if name.startswith("act_")}
BARS, POINTS = 'path[aria-roledescription="bar"]', 'path[aria-roledescription="point"]'


def behind(page: Page, bar: Locator) -> Locator:
    """The dialog that a click on a bar opens."""
    dialog = page.get_by_role("dialog")
    until(dialog.locator("li").first, lambda: bar.click(force=True), wait=10_000)
    return dialog


def test_rows_are_judged_where_they_stand(page: Page, address: str) -> None:
    opened(page, address, "overview", medium="NBC News")
    dialog = behind(page, page.locator(f'{BARS}[aria-label*="US-Regierung"]').first)
    rows, judged = dialog.locator("li"), dialog.locator("li.ql-judged")
    number = rows.count()
    right = dialog.get_by_role("button", name=ACT["right"])
    expect(right.first).to_be_disabled()
    name = dialog.get_by_label(DE["review"]["name"])
    name.fill("AL")
    name.press("Enter")
    expect(right.first).to_be_enabled()
    right.first.click()
    expect(judged).to_have_count(1)
    expect(rows.first).to_contain_text(DE["verdict"]["confirmed"])
    rows.nth(1).get_by_role("button", name=ACT["reject"]).click()
    expect(rows.nth(1)).to_contain_text(DE["verdict"]["rejected"])
    rows.nth(2).get_by_role("button", name=ACT["edit"]).click()
    source = dialog.get_by_role("combobox", name=DE["review"]["entity"], exact=True)
    source.fill("Rat der Inseln")
    source.press("Enter")
    save = dialog.get_by_role("button", name=DE["review"]["save"])
    expect(save).to_be_enabled()
    save.click()
    expect(rows.nth(2)).to_contain_text(DE["verdict"]["corrected"])
    assert rows.count() == number, "what was said moves no row while the list is open"
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    settled(page)
    dialog = behind(page, page.locator(f'{BARS}[aria-label*="US-Regierung"]').first)
    assert dialog.locator("li").count() < number
    expect(dialog.locator("li").first).to_contain_text(DE["origin"]["confirmed"])
    # The name was asked for once.
    expect(dialog.get_by_role("button", name=ACT["right"]).first).to_be_enabled()
    # Messages that come and go by themselves are Streamlit's, without a name that could be given.
    expect(page.get_by_test_id("stToast")).to_have_count(0)
    assert not findings(page)


def test_a_row_opens_in_its_article_and_the_article_leads_back_to_the_bar(page: Page, address: str) -> None:
    opened(page, address, "certainty", medium="Ostwind aktuell", gruppe="Medium")
    bar = page.get_by_test_id("stVegaLiteChart").first.locator(POINTS).first
    dialog = behind(page, bar)
    title, cue = dialog.get_by_role("heading").first.inner_text(), dialog.locator("li mark").first.inner_text()
    dialog.get_by_role("button", name=ACT["open"]).first.click()
    chosen = page.locator(".ql-hedge.ql-chosen").first
    expect(chosen).to_be_visible()
    assert cue in chosen.inner_text()
    expect(page).to_have_url(re.compile(r"artikel=[0-9a-f]{16}&stelle=h-\d+"))
    expect(page).to_have_url(re.compile("medium=Ostwind"))
    page.get_by_role("button", name=re.compile("^Zurück zu|arrow_back")).click()
    expect(page.get_by_role("dialog").get_by_role("heading").first).to_have_text(title)
    expect(page).to_have_url(re.compile("gewissheit.*gruppe=Medium"))
    expect(page).to_have_url(re.compile("medium=Ostwind"))


def test_a_sentence_opens_in_its_article(page: Page, address: str) -> None:
    opened(page, address, "tone")
    dialog = behind(page, page.get_by_test_id("stVegaLiteChart").first.locator(POINTS).first)
    expect(dialog.get_by_role("button", name=ACT["right"])).to_have_count(0)
    sentence = dialog.locator("li").first.evaluate("row => row.firstChild.textContent.trim().slice(0, 30)")
    dialog.get_by_role("button", name=ACT["open"]).first.click()
    expect(page.locator(".ql-sentence.ql-chosen").first).to_be_visible()
    assert sentence[:15] in page.locator(".ql-text").first.inner_text().replace("\n", " ")


class Counted:
    """Actions of a user: a click, a choice, a word typed and Enter count one each."""

    def __init__(self, page: Page) -> None:
        self.page, self.number = page, 0

    def click(self, target: Locator, then: Locator) -> None:
        self.number += 1
        until(then, lambda: target.click(force=True), wait=15_000)
        settled(self.page)

    def type(self, field: Locator, words: str, then: Locator) -> None:
        """Type a word and Enter: at a list of choices it is the choice of what matches best."""
        self.number += 1

        def typed() -> None:
            field.fill(words)
            field.press("Enter")

        until(then, typed, wait=15_000)
        self.page.keyboard.press("Escape")  # the list, not counted: it would close by the next click as well
        settled(self.page)


def test_who_speaks_most_about_something_in_an_outlet_takes_six_actions(page: Page, address: str) -> None:
    opened(page, address, "start")
    acts, theme = Counted(page), page.locator(".st-key-thema input")
    acts.click(page.get_by_role("button", name=DE["start"]["demo_go"]), theme)
    chips = page.get_by_test_id("stMain")
    acts.type(theme, "Frachter", chips.get_by_text(re.compile("Frachter")).first)
    outlet = page.locator(".st-key-medium")
    acts.type(outlet.locator("input"), "Ostwind", outlet.get_by_text("Ostwind").first)
    expect(page).to_have_url(re.compile("thema=Frachter.*medium=Ostwind|medium=Ostwind.*thema=Frachter"))
    most = page.get_by_test_id("stVegaLiteChart").first.locator(BARS).first
    dialog = page.get_by_role("dialog")
    acts.click(most, dialog.locator("li").nth(2))
    assert len([row for row in dialog.locator("li").all_inner_texts() if "Ostwind" in row]) >= 3
    assert acts.number <= 6
    page.keyboard.press("Escape")


def test_the_certainty_of_two_sources_is_compared_in_six_actions(page: Page, address: str) -> None:
    opened(page, address, "start")
    acts, main = Counted(page), page.get_by_test_id("stMain")
    link = page.get_by_role("link", name=DE["page"]["compare"], exact=True).first
    if not link.is_visible():
        menu = page.get_by_test_id("stHeader").get_by_text(DE["group"]["compare"] if "group" in DE else "Vergleichen")
        acts.click(menu.first, link)
    acts.click(link, page.locator(".st-key-a-quelle"))
    for place, name in enumerate(("Katrin Oldach", "Marion Tewes")):
        field = page.locator(f".st-key-{'ab'[place]}-quelle input")
        acts.type(field, name, main.get_by_text(re.compile(f"^{'AB'[place]}: {name}$")).first)
    told = page.get_by_test_id("stVegaLiteChart").first.get_attribute("aria-label") or ""
    assert "n = " in told
    expect(main.get_by_text(DE["compare"]["by_stance"]).first).to_be_attached()
    assert acts.number <= 6
    expect(page).to_have_url(re.compile("a-quelle=Katrin.Oldach.*b-quelle=Marion.Tewes"))
