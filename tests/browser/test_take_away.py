"""What a reader takes away in a real browser: how few actions it takes, and in which form it comes."""

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from analysis.csv_form import DECIMAL_COMMA, DECIMAL_POINT
from dashboard.i18n.language import texts
from tests.browser.served import addresses, opened, settled
from tests.csv_files import from_csv

pytestmark = pytest.mark.browser
DE, EN = texts("de"), texts("en")
OUTLET = "Ostwind aktuell"
PHONE = {"width": 390, "height": 844}


def excel(page: Page) -> Locator:
    return page.get_by_role("button", name=DE["export"]["selected"])


def taken(page: Page, button: Locator, folder: Path) -> Path:
    """The file that one click on a button gives, under the name that the browser suggests."""
    with page.expect_download() as download:
        button.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.mark.parametrize("name", addresses())
def test_what_is_selected_is_taken_as_excel_by_one_action_on_every_page(
    page: Page, address: str, tmp_path: Path, name: str
) -> None:
    opened(page, address, name, medium=OUTLET)
    file = taken(page, excel(page), tmp_path)
    assert file.name.startswith("quellenlage-demo-2")
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == [*DE["table"].values(), DE["workbook"]["about"]]
    outlets = {row[0] for row in book[DE["table"]["by_outlet"]].iter_rows(min_row=2, values_only=True)}
    assert outlets == {OUTLET}
    facts = {row[:2] for row in book[DE["workbook"]["about"]].iter_rows(max_row=5, values_only=True)}
    assert {(DE["filter"]["corpus"], DE["corpus"]["demo"]), (DE["selected"]["outlets"], OUTLET)} <= facts


def test_on_a_phone_it_takes_two(browser: Browser, address: str, tmp_path: Path) -> None:
    with browser.new_context(viewport=PHONE, locale="de-DE", accept_downloads=True) as phone:  # type: ignore[arg-type]
        page = phone.new_page()
        opened(page, address, "overview")
        page.get_by_test_id("stExpandSidebarButton").click()
        excel(page).scroll_into_view_if_needed()
        expect(excel(page)).to_be_in_viewport()
        assert openpyxl.load_workbook(taken(page, excel(page), tmp_path)).sheetnames


def test_the_figures_of_a_chart_are_taken_as_excel_by_two_actions(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address, "overview")
    page.get_by_role("button", name=DE["chart"]["data"]).first.click()
    book = openpyxl.load_workbook(taken(page, page.get_by_test_id("stPopoverBody").get_by_text("XLSX"), tmp_path))
    head, first, *_ = book.worksheets[0].iter_rows()
    share = next(cell for name, cell in zip(head, first, strict=True) if name.value == "Anteil")
    assert share.number_format == "0.0 %"
    assert 0 < share.value < 1


def test_a_switch_changes_every_csv_and_stands_in_the_address(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address, "export", tabelle=DE["table"]["by_category"])
    csv = page.get_by_test_id("stMain").get_by_role("button", name="CSV (").first
    german = taken(page, csv, tmp_path).rename(tmp_path / "german.csv")
    page.get_by_text(DE["export"]["dezimalpunkt"], exact=True).click()
    expect(page).to_have_url(re.compile("dezimalpunkt=true"))
    settled(page)
    english = taken(page, csv, tmp_path)
    tables = [from_csv(file, "by_category", form) for file, form in ((german, DECIMAL_COMMA), (english, DECIMAL_POINT))]
    assert tables[0].equals(tables[1])
    assert len(tables[0]) > 5
    opened(page, address, "overview", dezimalpunkt="true")
    page.get_by_role("button", name=DE["chart"]["data"]).first.click()
    chart = taken(page, page.get_by_test_id("stPopoverBody").get_by_text("CSV ("), tmp_path)
    assert chart.read_text("utf-8-sig").startswith("category,n,")


def test_tables_offer_no_csv_of_another_form(page: Page, address: str) -> None:
    opened(page, address, "export")
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_role("button", name="Search").first).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)
