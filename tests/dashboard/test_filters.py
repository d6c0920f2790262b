"""The filters: a topic, a chip for what is set, and the way back to everything."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import chips
from tests import apps

pytestmark = pytest.mark.usefixtures("folders")


def shown(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("weg-")]


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def articles(app: AppTest) -> int:
    return int(app.caption[0].value.split()[0])


def test_a_topic_narrows_every_page_and_is_told_above_it() -> None:
    whole = articles(apps.opened(page="overview"))
    app = apps.opened(page="overview", thema="bundesregierung, Drohne")
    assert not app.exception
    assert 0 < articles(app) < whole
    assert shown(app) == ["Thema: bundesregierung, Drohne"]
    assert app.session_state["selection"].topic == ("bundesregierung", "Drohne")
    assert articles(press(app, "weg-thema")) == whole
    assert app.text_input(key="thema").value == ""
    assert not shown(app)


def test_each_filter_has_a_chip_and_one_button_resets_all() -> None:
    app = apps.opened(page="compare", medium="Ostwind aktuell", quellentyp="Kreml", art="berichtet", bis="2026-04-01")
    assert shown(app) == ["Medium: Ostwind aktuell", "bis: 1.4.2026", "Quellentyp: Kreml",
                          "Art der Wiedergabe: berichtet"]  # fmt: skip
    press(app, "weg-bis")
    assert [label.split(":")[0] for label in shown(app)] == ["Medium", "Quellentyp", "Art der Wiedergabe"]
    assert app.multiselect(key="medium").value == ["Ostwind aktuell"]
    press(app, "alle-weg-medium")
    assert not shown(app)
    assert not app.session_state["selection"].as_dict()


def test_filters_of_the_sources_page_have_chips_of_their_own() -> None:
    app = apps.opened(page="sources")
    whole = articles(app), app.caption[0].value
    app.multiselect(key="land").set_value(["RU"])
    app.multiselect(key="via").set_value([""]).run()
    assert shown(app) == ["Land: RU", "Weitergabe (via): ohne via"]
    press(press(app, "weg-land"), "weg-via")
    assert (articles(app), app.caption[0].value) == whole


def test_an_empty_selection_can_be_taken_back() -> None:
    app = apps.opened(page="overview", thema="Xylophonkonzert")
    assert not app.exception
    assert articles(app) == 0
    assert articles(press(app, "weg-thema")) > 0


def test_what_is_written_in_a_filter_is_no_markup() -> None:
    app = AppTest.from_function(_hostile).run()
    assert app.button[0].label == r"Medium: \*\*a\*\*, \[b\](x) + 1"


def _hostile() -> None:
    from dashboard.components import chips

    chips.show([chips.Filter("k", "Medium", ["**a**", "[b](x)", "c"], [])])


def test_nothing_is_shown_of_nothing() -> None:
    assert not chips.show([])
