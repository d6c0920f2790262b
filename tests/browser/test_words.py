"""Own words in a real browser: entered, counted, told on another page, and taken back, again and again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import opened, settled, until

pytestmark = pytest.mark.browser


def test_a_word_counts_at_once_and_is_taken_back(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address, "words")
    nothing = page.get_by_text("Noch kein eigenes Wort")
    take, back = (page.get_by_role("button", name=name) for name in ("In die Liste aufnehmen", "Zurücknehmen"))

    def enter() -> None:
        field = page.get_by_label("Wort oder Wendung")
        field.fill("sagen")
        field.press("Enter")

    for turn in range(3):
        until(page.get_by_text("Im Korpus:"), enter)
        until(back, take.click)
        expect(page.get_by_text(re.compile(r"^sagen · zählt überall als .* · \d+ Treffer$"))).to_be_visible()
        if turn == 0:
            with page.expect_download() as download:
                page.get_by_test_id("stMain").get_by_test_id("stDownloadButton").get_by_role("button").click()
            download.value.save_as(tmp_path / "words.csv")
            opened(page, address, "certainty")
            expect(page.get_by_text("Mit eigener Wortliste gezählt (1 Zeile)")).to_be_visible()
            opened(page, address, "words")
        until(nothing, back.click)
        settled(page)
    (head, row) = (line.split(";") for line in (tmp_path / "words.csv").read_text("utf-8-sig").splitlines())
    assert (head, row) == (["list", "action", "word", "value"], ["hedge", "add", "sagen", "modal"])
    opened(page, address, "certainty")
    expect(page.get_by_text("Mit eigener Wortliste gezählt")).to_have_count(0)
