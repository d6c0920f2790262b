"""The article in a real browser: keys step once a press, the address keeps what is shown, nothing hides the chosen."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from dashboard.i18n.language import texts
from tests.browser.served import followed, opened, settled, until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("put_back")]
DE = texts("de")
CHOSEN = ".ql-badge.ql-chosen"


def read(page: Page, address: str, **query: str) -> Page:
    """An article, drawn with its marks."""
    opened(page, address, "article", **({"medium": "NBC News"} | query))
    expect(page.locator(".ql-quote").first).to_be_visible()
    return page


def pressed(page: Page, key: str, times: int, wait: int) -> Page:
    """Press a key so many times, with so many milliseconds between."""
    for _ in range(times):
        page.keyboard.press(key)
        page.wait_for_timeout(wait)
    return page


def form(page: Page, number: int) -> Locator:
    return page.locator(".st-key-pruefung").get_by_role("heading", name=f"Aussage {number}", exact=True)


@pytest.mark.parametrize("wait", [0, 120, 700], ids=["fast", "while the page is drawn", "slow"])
def test_each_press_steps_once(page: Page, address: str, wait: int) -> None:
    read(page, address)
    pressed(page, "j", 10, wait)
    expect(page.locator(CHOSEN)).to_have_attribute("data-s", "s:s10")
    expect(form(page, 10)).to_be_visible()
    pressed(page, "k", 5, wait)
    expect(form(page, 5)).to_be_visible()
    expect(page.locator(CHOSEN)).to_have_attribute("data-s", "s:s5")


def test_each_press_steps_once_after_a_correction_and_another_article(page: Page, address: str) -> None:
    read(page, address, medium="")
    article = page.get_by_role("combobox", name="Artikel", exact=True)
    first = chosen_article(page, "NBC")
    pressed(page, "j", 2, 0)
    expect(form(page, 2)).to_be_visible()
    name = page.get_by_label(DE["review"]["name"])
    name.fill("AL")
    name.press("Enter")
    settled(page).get_by_role("button", name=DE["review"]["right"]).click()
    expect(page.locator(".ql-badge", has_text="✓2")).to_be_visible()
    assert re.search(f"artikel={first}", page.url)
    expect(page).to_have_url(re.compile("stelle=s-s2"))
    settled(page)
    pressed(page, "j", 3, 0)
    expect(form(page, 5)).to_be_visible()
    other = chosen_article(page, "Ostwind")
    assert other != first
    expect(page.locator(CHOSEN)).to_have_count(0)
    pressed(page, "j", 2, 0)
    expect(form(page, 2)).to_be_visible()
    assert chosen_article(page, "NBC") == first
    pressed(page, "j", 3, 0)
    expect(form(page, 3)).to_be_visible()
    pressed(page, "k", 1, 0)
    expect(form(page, 2)).to_be_visible()
    expect(article).to_be_visible()


def chosen_article(page: Page, words: str) -> str:
    """Choose the first article that has these words in its name; its key, as the address has it then."""
    before = page.url
    field = page.get_by_role("combobox", name="Artikel", exact=True)
    option = page.get_by_role("option", name=re.compile(words)).first
    until(option, lambda: (field.click(), field.fill(""), field.fill(words)))
    option.click()
    page.wait_for_function("before => !location.href.includes(before)", arg=re.findall(r"artikel=\w*|$", before)[0])
    settled(page)
    (key,) = re.findall(r"artikel=(\w+)", page.url)
    expect(page.locator(f'.ql-reader[data-article="{key}"]')).to_be_visible()
    return str(key)


def test_the_address_of_a_statement_shows_it_to_others(page: Page, address: str, stranger: BrowserContext) -> None:
    read(page, address, medium="")
    key = chosen_article(page, "Ostwind")
    assert re.fullmatch("[0-9a-f]{16}", key)
    pressed(page, "j", 3, 0)
    expect(form(page, 3)).to_be_visible()
    expect(page).to_have_url(re.compile(f"artikel={key}&stelle=s-s3"))
    shown = page.locator(".ql-text").first.inner_text()
    with stranger.new_page() as fresh:
        fresh.goto(page.url)
        expect(form(fresh, 3)).to_be_visible()
        expect(fresh.locator(CHOSEN)).to_have_attribute("data-s", "s:s3")
        assert fresh.locator(".ql-text").first.inner_text() == shown
        expect(fresh).to_have_url(re.compile(f"artikel={key}&stelle=s-s3"))


def test_back_in_the_browser_shows_the_article_before(page: Page, address: str) -> None:
    read(page, address, medium="")
    first = chosen_article(page, "NBC")
    other = chosen_article(page, "Ostwind")
    page.go_back()
    expect(page).to_have_url(re.compile(first))
    field = page.get_by_role("combobox", name="Artikel", exact=True)
    expect(field).to_have_value(re.compile("NBC"))
    page.go_forward()
    expect(page).to_have_url(re.compile(other))


def test_a_story_is_addressed_by_its_key(page: Page, address: str, stranger: BrowserContext) -> None:
    opened(page, address, "stories")
    field = page.get_by_test_id("stMain").get_by_role("combobox").first
    field.click()
    page.get_by_role("option").nth(1).click()
    expect(page).to_have_url(re.compile(r"geschichte=[0-9a-f]{16}(&|$)"))
    settled(page)
    told = page.get_by_test_id("stVegaLiteChart").first.get_attribute("aria-label")
    with stranger.new_page() as fresh:
        fresh.goto(page.url)
        settled(fresh)
        assert fresh.get_by_test_id("stVegaLiteChart").first.get_attribute("aria-label") == told
        followed(fresh, "article")
        assert "geschichte" not in fresh.url


@pytest.mark.parametrize("width", [390, 1024])
def test_the_panel_over_the_page_never_hides_the_chosen_statement(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    read(page, address)
    for number in (3, 18, 1):
        badge = page.locator(f'.ql-badge[data-s="s:s{number}"]')
        badge.evaluate(LOW)
        badge.click()
        expect(form(page, number)).to_be_attached()
        page.wait_for_function(FREE, arg=f"s:s{number}", timeout=10_000)
    panel = page.locator(".st-key-pruefung")
    panel.get_by_role("button", name=DE["review"]["close"]).click()
    expect(page.locator(CHOSEN)).to_have_count(0)


LOW = "badge => document.querySelector('[data-testid=stMain]').scrollBy(0, badge.getBoundingClientRect().top - 740)"
FREE = """name => {
  const parts = [...document.querySelectorAll(`[data-in~="${name}"], .ql-badge[data-s="${name}"]`)];
  const panel = document.querySelector('.st-key-pruefung');
  const end = getComputedStyle(panel).position === 'fixed' ? panel.getBoundingClientRect().top : innerHeight;
  const rectangles = parts.map((part) => part.getBoundingClientRect());
  const top = Math.min(...rectangles.map((one) => one.top)), bottom = Math.max(...rectangles.map((one) => one.bottom));
  return parts.length && getComputedStyle(panel).position === 'fixed' && top > 50 && Math.min(bottom, top + 60) <= end;
}"""
"""Whether what is chosen, or the first lines of it, stands where neither the head of the page nor the panel is."""


def test_sources_stand_beside_the_text_and_in_it_where_it_is_narrow(page: Page, address: str) -> None:
    read(page, address)
    label = page.locator('.ql-margin[data-s="s:s2"]')
    text = page.locator(".ql-with-margin")
    for width in (1440, 1200):
        page.set_viewport_size({"width": width, "height": 800})
        expect(label).to_have_css("position", "absolute")
        expect(label).to_contain_text("Weißes Haus")
        expect(label).to_be_visible()
        beside, quote = label.bounding_box(), page.locator('[data-in~="s:s2"]').first.bounding_box()
        assert beside
        assert quote
        assert beside["x"] >= quote["x"] + quote["width"]
        across = text.evaluate("text => text.querySelector('.ql-body').getBoundingClientRect().width")
        assert across > 330, "the lines of the text are too short to be read"
    page.set_viewport_size({"width": 390, "height": 800})
    expect(label).to_have_css("position", "static")
    expect(label).to_be_visible()
