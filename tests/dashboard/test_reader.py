"""The annotated article: marks where they belong, and nothing of the text taken for HTML."""

import json
import re
from dataclasses import replace
from html import unescape

import pandas as pd
import pytest

from analysis.model import Article
from analysis.pipeline import analyse
from analysis.tables.frames import frames
from dashboard.components.drilldown import in_words
from dashboard.components.layout import rows_in
from dashboard.i18n import labels, language
from dashboard.reader.article_html import LAYERS, SHOWN, Found, article_html, legend_html, markers_in, windows
from dashboard.review.passages import highlight, list_html, passages


def html_of(text: str) -> str:
    tables = frames([analyse(Article("x", text))])
    return article_html(text, Found(tables))


def test_marks_differ_in_kind() -> None:
    html = html_of("„Wir werden den Menschen vor Ort helfen“, sagte Minister Karl Weber. Er könnte am Montag kommen.")
    for name in ("ql-quote ql-direct", "ql-speaker", "ql-cue", "ql-hedge ql-modal", "ql-badge", "ql-margin"):
        assert name in html


def test_a_tip_of_several_lines_stays_inside_its_attribute() -> None:
    html = html_of("„Wir werden den Menschen vor Ort helfen“, sagte Minister Karl Weber.")
    assert html.count("<p ") == 1
    assert "&#10;Haltung" in html


def test_article_text_is_escaped() -> None:
    html = html_of("„<script>alert(1)</script> ist kein Spaß“, sagte <b>Karl Weber</b>.")
    assert "<script" not in html
    assert "<b>Karl" not in html
    assert "&lt;script&gt;" in html


def test_every_character_is_kept() -> None:
    text = "Der Kreml erklärte, er könne das nicht bestätigen.\n\nMehr war nicht zu erfahren."
    shown = html_of(text)
    for word in text.split():
        assert word.rstrip(".,") in shown


@pytest.mark.parametrize(
    ("said", "german", "english"),
    [("laut TASS", "laut TASS", "according to TASS"), ("der dpa", "gegenüber dpa", "speaking to dpa")],
)
def test_who_relays_and_who_was_told_read_differently(said: str, german: str, english: str) -> None:
    text = f"„Das ist nicht hinnehmbar“, sagte Söder {said}."
    assert german in html_of(text)
    with language.speaking("en"):
        assert english in html_of(text)


def test_who_is_not_known_reads_so_and_never_as_a_citizen() -> None:
    rows = pd.DataFrame({"category": ["unknown", "citizen"], "institution": ["unknown", "citizen"]}, dtype="str")
    for spoken, unknown, citizen in (("de", "nicht erkennbar", "Privatperson"), ("en", "not discernible", "Private")):
        with language.speaking(spoken):
            shown = in_words(rows).map(str.lower)
            assert {*shown.iloc[0]} == {unknown}
            assert all(cell.startswith(citizen.lower()) for cell in shown.iloc[1])
            assert labels.say("via_institution", "unknown").lower() == unknown
            text = "Es hieß, die Gespräche seien gescheitert."
            assert unknown in html_of(text).lower()
            assert citizen not in html_of(text)


def listed(rows: pd.DataFrame, table: str, text: str = "", **options: bool) -> str:
    """The list of these rows, all of one article with this text."""
    return list_html(passages(rows, table, {"a": text}), **options)


def test_every_piece_of_a_parted_quote_is_set_off() -> None:
    assert highlight("Ja, sagte er, und nein.", "Ja", "und nein") == [
        ("", False), ("Ja", True), (", sagte er, ", False), ("und nein", True), (".", False),
    ]  # fmt: skip
    rows = pd.DataFrame([{
        "article": "a", "hedge": "0", "statement": "s1", "spans": "[]",
        "sentence": "Er hält das für falsch.", "cue": "hält … für", "class": "belief", "holder": "source", "rule": "r",
        "origin": "machine", "outlet": "Bote", "published": None, "title": None,
    }])  # fmt: skip
    assert "<mark>hält</mark> das <mark>für</mark>" in listed(rows, "hedges")
    said = rows.assign(
        sentence="„Ja“, sagte er, „gern“.", quote="„Ja“ „gern“", spans="[[0, 4], [16, 22]]", entity="-",
        type="direct", stance="neutral",
    )  # fmt: skip
    told = listed(said, "statements")
    assert "<mark>„Ja“</mark>, sagte er, <mark>„gern“</mark>" in told
    assert "niemand genannt" in told


def test_a_sentence_is_escaped_on_both_sides_of_what_is_set_off() -> None:
    row = {"article": "a", "hedge": "0", "spans": "[]",
           "sentence": "<i> a&b b", "cue": "a&b", "class": "modal", "holder": "source", "rule": "r",
           "origin": "machine", "outlet": "<b>Bote", "published": None, "title": None}  # fmt: skip
    html = listed(pd.DataFrame([row]), "hedges")
    assert "<li>&lt;i&gt; <mark>a&amp;b</mark> b<small>" in html
    assert "&lt;b&gt;Bote" in html


def test_words_are_set_off_where_they_stand_and_never_inside_another_word() -> None:
    text = "Der Bericht offenbarte viel.\nEs war offenbar\nfalsch. Das könnte am Wetter liegen, es könnte teuer sein."
    tables = frames([analyse(Article("x", text))])
    rows = tables["hedges"].assign(article="a")
    for (start, end), row in zip(map(spans, rows["spans"]), rows.to_dict("records"), strict=True):
        pieces = passages(pd.DataFrame([row]), "hedges", {"a": text})[0].pieces
        assert [words for words, marked in pieces if marked] == [text[start:end]]
        before = "".join(words for words, _ in pieces[:-2])
        assert text[:start].replace("\n", " ").endswith(before), "another of the same words is set off"
    assert len({row["start"] for row in rows.to_dict("records") if row["cue"] == "könnte"}) == 2
    assert highlight("Der Bericht offenbarte viel.", "offenbar") == [("Der Bericht offenbarte viel.", False)]
    assert highlight("Das offenbarte er offenbar.", "offenbar")[1] == ("offenbar", True)


def spans(text: str) -> tuple[int, int]:
    """The only span of a column of spans."""
    ((start, end),) = json.loads(text)
    return start, end


def test_rows_say_what_was_said_by_hand_and_offer_only_what_can_be_done() -> None:
    text = "Möglicherweise kommt es morgen. „Wir warten“, sagte Anna Lorenz."
    tables = frames([analyse(Article("x", text))])
    told = listed(tables["hedges"].assign(article="a", origin="confirmed"), "hedges", text, acts=True, judged=True)
    assert "von Hand bestätigt" in told
    assert told.count(" disabled>") == 2, "who confirms or rejects has a name"
    assert " disabled>" not in listed(
        tables["hedges"].assign(article="a"), "hedges", acts=True, judged=True, named=True
    )
    sentences = listed(tables["sentences"].assign(article="a"), "sentences", acts=True)
    assert 'data-act="open"' in sentences
    assert 'data-act="reject"' not in sentences


def test_a_sentence_is_marked_while_it_is_chosen() -> None:
    text = "Es regnet. „Wir werden den Menschen vor Ort helfen“, sagte Minister Karl Weber."
    tables = frames([analyse(Article("x", text))])
    assert "ql-sentence" not in article_html(text, Found(tables))
    html = article_html(text, Found(tables, chosen="t:0"))
    assert re.findall(r'data-in="t:0"[^>]*>([^<]*)<', html) == ["Es regnet."]


def test_boosters_and_approximators_are_marked_on_request_only() -> None:
    text = "Rund 50 Helfer sind zweifellos müde, <b>sagte</b> niemand."
    tables = frames([analyse(Article("x", text))])
    plain = article_html(text, Found(tables))
    marked = article_html(text, Found(tables, markers_in(text), LAYERS))
    for name in ("booster", "approximator"):
        assert f'class="ql-{name}"' not in plain
        assert f'class="ql-{name}"' in marked
        assert f'class="ql-{name}"' not in legend_html()
        assert f'class="ql-{name}"' in legend_html(LAYERS)
    assert "Regel zweifellos" in marked
    assert "<b>sagte" not in marked


def test_a_long_text_is_cut_between_lines_words_or_anywhere() -> None:
    assert windows("kurz", 10) == [(0, 4)]
    assert windows("", 10) == [(0, 0)]
    for text in ("eins zwei\ndrei vier\nfünf sechs", "eins zwei drei vier", "x" * 35):
        found = windows(text, 10)
        assert "".join(text[start:end] for start, end in found) == text
        assert all(0 < end - start <= 10 for start, end in found)
    assert windows("eins zwei\ndrei", 12)[0] == (0, 10)


def part(tables: dict[str, pd.DataFrame], window: tuple[int, int]) -> dict[str, pd.DataFrame]:
    return {name: rows_in(tables[name], window) for name in ("statements", "hedges", "sentences")}


def test_headline_and_skipped_lines_are_told_apart() -> None:
    html = html_of("Regen im Norden\n\nTeilen | Drucken\n\nAm Montag fiel viel Regen auf den Feldern.\n\nQuelle: dpa\n")
    kinds = re.findall(r'<p class="ql-(\w+)"><span[^>]*>(\w+)', html)
    assert kinds == [("headline", "Regen"), ("skipped", "Teilen"), ("body", "Am"), ("skipped", "Quelle")]
    assert "ql-skipped" in legend_html()


def test_a_stretch_shows_its_own_marks_and_what_runs_into_it() -> None:
    first, second = "Der Kreml erklärte, er könne das nicht bestätigen. ", "„Wir prüfen das alles“, sagte Karl Weber."
    tables = frames([analyse(Article("x", first + second))])
    window = (len(first), len(first + second))
    html = article_html(second, Found(part(tables, window)), len(first))
    assert html.count('class="ql-badge"') == 1
    assert "Kreml" not in html
    cut = (12, len(first))
    html = article_html(first[12:], Found(part(tables, cut)), 12)
    assert "er könne das " in html
    assert html.count('class="ql-badge"') == 1


def stretches(html: str) -> dict[int, str]:
    """Every stretch of text in the HTML by the character it says to begin at."""
    return {int(at): unescape(text) for at, text in re.findall(r'<span data-a="(\d+)"[^>]*>([^<]*)</span>', html)}


def test_every_stretch_tells_where_it_stands_in_the_article() -> None:
    text = "Rat & <Stadt>\n\n„Wir 😀 könnten\nhelfen“, sagte Karl Weber.\n\nMehr nicht."
    tables = frames([analyse(Article("x", text))])
    found = stretches(article_html(text, Found(tables)))
    assert all(text[at : at + len(piece)] == piece for at, piece in found.items())
    assert "".join(found[at] for at in sorted(found)) == text.replace("\n", "")
    part = stretches(article_html(text[15:], Found(tables), 15))
    assert part == {at: piece for at, piece in found.items() if at >= 15}


def test_a_layer_left_out_leaves_no_mark() -> None:
    text = "„Wir werden den Menschen vor Ort helfen“, sagte Minister Karl Weber. Er könnte am Montag kommen."
    tables = frames([analyse(Article("x", text))])
    for layer in SHOWN:
        html = article_html(text, Found(tables, layers=set(SHOWN) - {layer}))
        assert f'"ql-{layer}' not in html
    bare = article_html(text, Found(tables, layers=()))
    assert set(re.findall(r'class="([^"]*)"', bare)) == {"ql-text", "ql-body"}


def test_what_is_by_hand_is_told_apart() -> None:
    text = "„Wir werden den Menschen vor Ort helfen“, sagte Minister Karl Weber."
    result = analyse(Article("x", text))
    for origin, sign in (("machine", ""), ("confirmed", "✓"), ("corrected", "✎"), ("added", "✎")):
        told = replace(result, statements=(replace(result.statements[0], origin=origin),))
        html = article_html(text, Found(frames([told])))
        assert f">{sign}1<" in html
        assert ("von Hand" in html) == bool(sign)


def test_hostile_names_of_sources_are_escaped_everywhere() -> None:
    text = "„Wir werden den Menschen vor Ort helfen“, sagte Minister Karl Weber."
    result = analyse(Article("x", text))
    bad = '"><img src=x onerror=alert(1)>'
    source = replace(result.statements[0].source, entity=bad, country=bad)
    statement = replace(result.statements[0], source=source, rule=bad, id='s1" onclick="x')
    html = article_html(text, Found(frames([replace(result, statements=(statement,))])))
    assert "<img" not in html
    assert '" onclick' not in html
