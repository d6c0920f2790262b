"""The main paths through the dashboard, each in a real browser and until what the user sees or takes away."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from analysis.csv_form import DECIMAL_COMMA
from dashboard.i18n.language import texts
from tests.browser.served import followed, opened, page_link, pick, settled, until
from tests.csv_files import from_csv

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("put_back")]
DE, EN = texts("de"), texts("en")
ARTICLE = (
    "Kreis prüft neue Brücke\n\nDer Landrat sagte am Montag, die Brücke könne im Herbst öffnen. "
    "„Wir liegen im Plan“, erklärte die Bauleiterin Ulrike Sandner. Offenbar fehlt noch Geld."
)
BARS = 'path[aria-roledescription="bar"]'


def facts(page: Page) -> Locator:
    """The line below a page's title that says how much it shows."""
    return page.get_by_test_id("stCaptionContainer").filter(has_text=re.compile(r"^\d+ .* · .* · .* · ")).first


def csv_button(page: Page) -> Locator:
    """The button of the export page that gives the table on screen."""
    return page.get_by_test_id("stDownloadButton").get_by_role("button", name=re.compile(r"CSV \(")).first


def downloaded(page: Page, button: Locator, file: Path) -> Path:
    with page.expect_download() as download:
        button.click()
    download.value.save_as(file)
    return file


def test_the_demo_shows_who_has_the_say(page: Page, address: str) -> None:
    opened(page, address, "overview")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    chart = page.get_by_test_id("stVegaLiteChart").first
    told = chart.get_attribute("aria-label") or ""
    assert chart.locator(BARS).count() == len(re.findall(r"\(n = \d+\)", told)) > 5


def test_the_keyboard_alone_opens_the_sentences_behind_a_bar(page: Page, address: str) -> None:
    opened(page, address, "overview")
    page.get_by_role("button", name=DE["chart"]["data"]).first.focus()
    page.keyboard.press("Enter")
    choice = page.get_by_role("combobox", name=DE["chart"]["open"])
    expect(choice).to_be_visible()
    settled(page)
    option = page.get_by_role("option", name="Kreml")
    dialog = page.get_by_role("dialog").filter(has=page.locator("ol.ql-list"))

    def listed() -> None:
        choice.focus()
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type("Kreml")
        page.keyboard.press("ArrowDown")

    def chosen() -> None:
        until(option, listed)
        page.keyboard.press("Enter")

    # The list closes when its box moves, as it does while the table above it is still being drawn.
    until(dialog, chosen, times=3, wait=15_000)
    expect(dialog.get_by_text(re.compile("Kreml"))).not_to_have_count(0)
    title = dialog.get_by_text(re.compile(r"^Kreml")).first.inner_text()
    assert dialog.locator("li").count() == min(100, int(re.findall(r"\d+", title)[0]))
    page.keyboard.press("Escape")
    expect(page.locator("ol.ql-list")).to_have_count(0)


def test_an_article_pasted_at_the_start_is_marked_and_its_link_shows_it_again(
    page: Page, address: str, stranger: BrowserContext
) -> None:
    opened(page, address, "start")
    page.get_by_label(DE["start"]["text"]).fill(ARTICLE)
    page.get_by_role("button", name=DE["start"]["go"]).click()
    quote = page.locator(".ql-quote.ql-direct").first
    expect(quote).to_have_text(re.compile("Wir liegen im Plan"))
    link = page.get_by_test_id("stCode").last.inner_text().strip()
    with stranger.new_page() as fresh:
        fresh.goto(link)
        expect(fresh.locator(".ql-quote.ql-direct").first).to_have_text(quote.inner_text(), timeout=60_000)


def test_an_article_pasted_into_the_corpus_is_read_with_its_marks(page: Page, address: str) -> None:
    opened(page, address, "data")
    form = page.get_by_test_id("stForm").filter(has=page.locator("textarea"))
    form.locator("textarea").fill(ARTICLE)
    form.get_by_role("button", name="Auswerten").click()
    page.get_by_role("link", name="Im Artikel ansehen").click()
    expect(page.locator(".ql-quote.ql-direct").first).to_have_text(re.compile("Wir liegen im Plan"))
    expect(page.locator(".ql-speaker", has_text="Ulrike Sandner").first).to_be_visible()
    expect(page.locator(".ql-hedge", has_text="Offenbar").first).to_be_visible()


def test_of_three_files_the_broken_one_is_named_before_and_after_the_analysis(page: Page, address: str) -> None:
    opened(page, address, "data")
    form = page.get_by_test_id("stForm").filter(has=page.locator("input[type=file]"))
    form.locator("input[type=file]").set_input_files([
        {"name": "eins.txt", "mimeType": "text/plain", "buffer": b"Der Minister sagte, das sei falsch."},
        {"name": "zwei.md", "mimeType": "text/markdown", "buffer": f"{ARTICLE} Mehr sagte er nicht.".encode()},
        {"name": "kaputt.jsonl", "mimeType": "application/json", "buffer": b'{"id": "1", "text": '},
    ])  # fmt: skip
    expect(form.get_by_text("kaputt.jsonl")).to_be_visible()
    form.get_by_role("button", name=DE["data"]["read"]).click()
    told = page.get_by_test_id("stAlert")
    expect(told.filter(has_text="kaputt.jsonl")).to_be_visible()
    settled(page)
    page.get_by_role("button", name=DE["data"]["go_many"].format(n=2)).click()
    expect(told.filter(has_text="2 Artikel")).to_be_visible()
    expect(told.filter(has_text="kaputt.jsonl")).to_be_visible()


def test_a_filter_narrows_the_counts_and_the_address_brings_them_back(
    page: Page, address: str, stranger: BrowserContext
) -> None:
    opened(page, address, "overview")
    whole = facts(page).inner_text()
    field = page.get_by_role("combobox", name=DE["filter"]["outlet"])
    pick(field, "NBC")
    expect(facts(page)).not_to_have_text(whole)
    settled(page)
    expect(facts(page)).to_have_text(re.compile("^1 "))
    expect(page).to_have_url(re.compile("NBC"))
    bars = page.locator(BARS).evaluate_all("all => all.map(bar => bar.getAttribute('aria-label'))")
    with stranger.new_page() as fresh:
        fresh.goto(page.url)
        settled(fresh)
        expect(facts(fresh)).to_have_text(facts(page).inner_text())
        assert fresh.locator(BARS).evaluate_all("all => all.map(bar => bar.getAttribute('aria-label'))") == bars


def test_what_is_filtered_stays_so_by_way_of_the_start_page(page: Page, address: str) -> None:
    opened(page, address, "overview", medium="NBC News")
    narrowed = facts(page).inner_text()
    field = page.get_by_role("combobox", name=DE["filter"]["outlet"])
    page_link(page, "start").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(DE["start"]["title"])
    expect(field).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_contain_text("NBC News")
    page_link(page, "overview").click()
    expect(facts(page)).to_have_text(narrowed)
    opened(page, address, "start")
    expect(page.get_by_role("radio", name="English")).to_be_visible()
    expect(field).to_have_count(0)


def test_a_bar_opens_as_many_sentences_as_it_counts(page: Page, address: str) -> None:
    opened(page, address, "sources")
    told = page.get_by_test_id("stVegaLiteChart").first.get_attribute("aria-label") or ""
    name, number = re.findall(r"[:;] ([^;]+?) [\d,]+\s?% \(n = (\d+)\)", told)[0]
    bar, dialog = page.locator(f'{BARS}[aria-label*="{name}"]').first, page.get_by_role("dialog")
    until(dialog, lambda: bar.click(force=True), wait=10_000)
    expect(dialog).to_contain_text(name)
    expect(dialog.locator("li")).to_have_count(int(number))
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_chart_is_taken_away_as_a_picture(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address, "overview")
    chart = page.get_by_test_id("stVegaLiteChart").first
    bars = chart.locator(BARS).count()
    page.get_by_role("button", name=DE["chart"]["data"]).first.click()
    behind = page.get_by_test_id("stPopoverBody")
    drawn = downloaded(page, behind.get_by_role("button", name="SVG"), tmp_path / "chart.svg").read_text("utf-8")
    assert len(re.findall(r"n = [\d.]+</text>", drawn)) == bars > 5
    picture = downloaded(page, behind.get_by_role("button", name="PNG"), tmp_path / "chart.png")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_any_two_sides_are_compared_and_the_address_brings_them_back(
    page: Page, address: str, stranger: BrowserContext
) -> None:
    opened(page, address, "compare")
    main = page.get_by_test_id("stMain")
    field = main.get_by_role("combobox", name=DE["compare"]["category"]).last
    pick(field, "Fachleute")
    side = main.get_by_text(re.compile(r"^B: .* · Fachleute$")).first
    expect(side).to_be_visible()
    settled(page)
    # Of certain sources it is told how they are reported, not how often.
    expect(main.get_by_text(DE["compare"]["by_category"], exact=True)).to_have_count(0)
    chart = page.get_by_test_id("stVegaLiteChart").first
    told = chart.get_attribute("aria-label") or ""
    left, right = re.findall(r"\(n = (\d+) gegen (\d+)\)", told)[0]
    assert chart.locator(BARS).count() == told.count("n = ")
    dialog = page.get_by_role("dialog")
    until(dialog, lambda: chart.locator(BARS).first.click(force=True), wait=10_000)
    expect(dialog.get_by_role("tab")).to_have_count(2)
    for tab, number in zip(dialog.get_by_role("tab").all(), (left, right), strict=True):
        expect(tab).to_have_text(re.compile(rf"\({number}\)$"))
        tab.click()
        expect(dialog.locator("li:visible")).to_have_count(int(number))
    page.keyboard.press("Escape")
    with stranger.new_page() as fresh:
        fresh.goto(page.url)
        settled(fresh)
        expect(fresh.get_by_text(side.inner_text(), exact=True).first).to_be_visible()
        assert fresh.get_by_test_id("stVegaLiteChart").first.get_attribute("aria-label") == told


def test_the_csv_has_the_rows_on_screen(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address, "export", tabelle=DE["table"]["by_outlet"], medium="Ostwind aktuell")
    rows = page.get_by_test_id("stDataFrame").first.locator("table tbody tr")
    expect(rows).to_have_count(1)
    shown = rows.locator("td:first-of-type").all_inner_texts()
    file = downloaded(page, csv_button(page), tmp_path / "a.csv")
    assert list(from_csv(file, "by_outlet", DECIMAL_COMMA)["outlet"]) == shown == ["Ostwind aktuell"]


def test_the_report_stands_alone(page: Page, address: str, tmp_path: Path, window: BrowserContext) -> None:
    opened(page, address, "export", medium="NBC News")
    button = page.get_by_role("button", name=DE["report"]["make"])
    file = downloaded(page, button, tmp_path / "report.html")
    asked: list[str] = []
    alone = window.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(file.as_uri())
    expect(alone.get_by_role("heading", level=1)).to_be_visible()
    expect(alone.get_by_text("NBC News").first).to_be_visible()
    assert asked == [file.as_uri()]
    assert alone.pdf()[:4] == b"%PDF"
    alone.close()


def corrected(page: Page, name: str) -> None:
    """Give the first statement of the article shown another source, by keys."""
    page.keyboard.press("j")
    field = page.get_by_label("Ihr Name oder Kürzel")
    field.fill("AL")
    field.press("Enter")
    source = page.get_by_role("combobox", name="Quelle", exact=True)
    source.fill(name)
    source.press("Enter")
    settled(page).get_by_role("button", name="Übernehmen").click()


def test_a_corrected_source_is_in_chart_and_export_until_it_is_taken_back(
    page: Page, address: str, tmp_path: Path
) -> None:
    def found() -> tuple[int, int]:
        """How often the name is in the chart and in the file."""
        opened(page, address, "sources", medium="NBC News", quellenzahl="40")
        bars = page.get_by_test_id("stVegaLiteChart").first.locator(f'{BARS}[aria-label*="Rat der Inseln"]').count()
        followed(page, "export")
        file = downloaded(page, csv_button(page), tmp_path / "b.csv")
        return bars, list(from_csv(file, "statements", DECIMAL_COMMA)["entity"]).count("Rat der Inseln")

    opened(page, address, "article", medium="NBC News")
    expect(page.locator(".ql-quote").first).to_be_visible()
    corrected(page, "Rat der Inseln")
    expect(page.locator(".ql-margin", has_text="Rat der Inseln")).to_have_count(1)
    assert found() == (1, 1)
    followed(page, "article")
    # A quick user does not wait until the statement that the key steps to is drawn.
    undo = page.get_by_role("button", name="Letzte Berichtigung zurücknehmen")
    expect(undo).to_be_visible()
    page.keyboard.press("j")
    undo.click()
    expect(page.get_by_role("heading", name="Aussage 1")).to_be_visible()
    expect(page.locator(".ql-margin", has_text="Rat der Inseln")).to_have_count(0)
    assert found() == (0, 0)


def test_an_own_name_merges_two_sources(page: Page, address: str) -> None:
    one, other = "Katrin Oldach", "Marion Tewes"
    opened(page, address, "sources")
    before = cases(page)
    editor = page.get_by_test_id("stDataFrame").last
    editor.hover()
    page.get_by_role("button", name="Add row").click()
    expect(editor.locator("table td")).not_to_have_count(0)
    box = editor.locator("canvas").first.bounding_box()
    assert box
    for across, words in ((80, other), (300, one)):
        page.mouse.dblclick(box["x"] + across, box["y"] + 52)
        cell = page.locator("#portal textarea")
        cell.fill(words)
        cell.press("Enter")
        expect(editor.locator("table td", has_text=words)).to_have_count(1)
    settled(page)
    page.get_by_role("button", name="Liste übernehmen").click()
    expect(page.get_by_test_id("stAlert").filter(has_text="1 Zeile")).to_be_visible()
    settled(page)
    after = cases(page)
    assert after[one] == before[one] + before[other]
    assert other not in after


def cases(page: Page) -> dict[str, int]:
    """Names and cases of the first chart, as it tells them to screen readers."""
    told = page.get_by_test_id("stVegaLiteChart").first.get_attribute("aria-label") or ""
    return {name: int(n) for name, n in re.findall(r"[:;] ([^;:]+?) [\d,]+\s?% \(n = (\d+)\)", told)}


def test_switched_to_english_words_and_numbers_are_english(page: Page, address: str) -> None:
    opened(page, address, "overview")
    assert "3.201" in facts(page).inner_text()
    page.locator("label").filter(has=page.get_by_role("radio", name="English")).click()
    expect(page.get_by_role("button", name=EN["navigation"]["explore"])).to_be_visible()
    settled(page)
    expect(page).to_have_url(re.compile("sprache=en"))
    assert "3,201" in facts(page).inner_text()
    told = page.get_by_test_id("stVegaLiteChart").first.get_attribute("aria-label") or ""
    assert EN["category"]["german_government"] in told
    assert DE["category"]["german_government"] not in told
