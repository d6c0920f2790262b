"""One path through a real browser: see the founding article marked, click a bar, read the sentences, take the CSV."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis.csv_form import DECIMAL_COMMA
from tests.browser.served import settled, until
from tests.csv_files import from_csv

pytestmark = pytest.mark.browser


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
    page.goto(f"{address}/ueberblick?medium=NBC+News")
    bar = page.locator('path[aria-roledescription="bar"][aria-label*="US-Regierung"]').first
    bar.wait_for(timeout=60_000)
    dialog = page.get_by_role("dialog")
    until(dialog, lambda: bar.click(force=True), wait=10_000)
    expect(dialog).to_contain_text("US-Regierung")
    shown = dialog.locator("li")
    expect(shown.first).to_be_visible()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="als CSV").click()
    file = tmp_path / "rows.csv"
    download.value.save_as(file)
    rows = from_csv(file, "statements", DECIMAL_COMMA)
    assert len(rows) == shown.count() > 5
    assert set(rows["category"]) == {"us_officials"}
    for sentence, item in zip(rows["sentence"], shown.all_inner_texts(), strict=True):
        assert sentence[:40] in item


def test_a_statement_is_corrected_by_keys_and_mouse_and_taken_back(page: Page, address: str) -> None:
    page.goto(f"{address}/artikel?medium=NBC+News")
    expect(page.locator(".ql-quote").first).to_be_visible(timeout=60_000)
    settled(page)
    for _ in range(3):
        page.keyboard.press("j")
    page.keyboard.press("k")
    chosen = page.locator(".ql-badge.ql-chosen")
    expect(chosen).to_have_attribute("data-s", "s:s2")
    expect(page.get_by_role("heading", name="Aussage 2")).to_be_visible()
    name = page.get_by_label("Ihr Name oder Kürzel")
    name.fill("AL")
    name.press("Enter")
    source = page.get_by_role("combobox", name="Quelle", exact=True)
    source.fill("Rat <b>der</b> Stadt")
    source.press("Enter")
    settled(page).get_by_role("button", name="Übernehmen").click()
    label = page.locator('.ql-margin[data-s="s:s2"]')
    expect(label).to_contain_text("Rat <b>der</b> Stadt", timeout=60_000)
    expect(page.locator('.ql-badge[data-s="s:s2"]')).to_contain_text("✎2")
    page.get_by_role("button", name="Letzte Berichtigung zurücknehmen").click()
    expect(label).not_to_contain_text("Rat <b>der</b> Stadt", timeout=60_000)
    expect(page.locator('.ql-badge[data-s="s:s2"]')).not_to_contain_text("✎")


def test_words_marked_with_the_mouse_become_a_hedge(page: Page, address: str) -> None:
    page.goto(f"{address}/artikel?medium=NBC+News")
    stretch = page.locator(".ql-body span[data-a]", has_text="am Dienstag").first
    expect(stretch).to_be_visible(timeout=60_000)
    settled(page)  # what is drawn anew below the mouse would lose its way
    stretch.scroll_into_view_if_needed()
    box = stretch.bounding_box()
    assert box
    page.mouse.move(box["x"] + 12, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    expect(page.locator("blockquote")).to_have_text("am Dienstag")
    name = page.get_by_label("Ihr Name oder Kürzel")
    name.fill("AL")
    name.press("Enter")
    page.locator("label").filter(has=page.get_by_role("radio", name="Abschwächung")).click()
    take = page.get_by_role("button", name="Aufnehmen")
    # while the page is drawn anew, the old button may still stand beside the new one, also after a moment alone
    settled(page)
    expect(take).to_have_count(1, timeout=30_000)
    take.click()
    expect(page.locator(".ql-hedge.ql-modal", has_text="am Dienstag")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Letzte Berichtigung zurücknehmen").click()
    expect(page.locator(".ql-hedge", has_text="am Dienstag")).to_have_count(0, timeout=60_000)
