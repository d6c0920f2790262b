"""Correcting by hand: the panel beside an article, for what is chosen in it and for what is missing."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

import pandas as pd
import streamlit as st

from analysis.corrections.places import nearest, occurrences, words_at
from analysis.corrections.record import NotFoundError, add, record, undo
from analysis.model import Spans
from analysis.storage.correction import Correction, Kind, spans_from
from analysis.storage.store import Store
from dashboard.corpus import Corpus
from dashboard.i18n import labels, texts
from dashboard.i18n.language import say
from dashboard.reader import component
from dashboard.reader.component import MARKED
from dashboard.review import article_link, fields
from dashboard.templates import fill

KINDS: tuple[Kind, ...] = ("statement", "hedge")
"""What can be corrected."""
_WHO, _NAME = "wer", "name-des-menschen"
_TOLD = "pruefung-meldung"


def who(store: Store, place: str = "") -> str:
    """The name under which this session corrects; where only one person has done so, theirs to begin with.

    ``place`` tells apart the fields for it where a page has several.
    """
    key = f"{_WHO}{place}"
    if not st.session_state.get(key):
        names = {correction.who for correction in Corpus(store).corrections()}
        st.session_state[key] = st.session_state.get(_NAME) or (names.pop() if len(names) == 1 else "")
    name = st.text_input(say("review.name"), key=key, max_chars=40, placeholder=say("review.name_hint"),
                         width=320 if place else "stretch").strip()  # fmt: skip
    # A field forgets its value while it is not shown: asked once, the name is known on every page.
    if name:
        st.session_state[_NAME] = name
    return name


def tell() -> None:
    """Show a message about what the last button press did."""
    if told := st.session_state.pop(_TOLD, None):
        st.toast(told, icon=":material/check_circle:")


def panel(store: Store, article: str, text: str, frames: Mapping[str, pd.DataFrame]) -> None:
    """Draw the panel: the form for the chosen statement or hedge or for the marked words, and the last correction."""
    tell()
    said = Corpus(store).corrections(article)
    name = who(store)
    # Above the form, where it stays in its place under the pointer while a form comes and goes.
    _history(store, said)
    kind, row = _chosen(article, frames)
    turn = f"{article}-{len(said)}-{sum(bool(c.undone) for c in said)}"
    marked = st.session_state.get(MARKED)
    marked = marked if marked and marked[0] == article else None
    # By its name the style sheet knows that the panel is in use.
    if marked or row is not None:
        with st.container(key="pruefung-offen"):
            if row is not None and not marked:
                judge(store, article, text, kind, row, name, turn, close=lambda: component.choose(article, ""))
            elif marked:
                if row is not None and kind == "statement":
                    _offer(store, article, row, (marked[1],), name)
                _add(store, article, text, (marked[1],), name, f"{turn}-{marked[1]}")
    else:
        st.info(texts.REVIEW_CHOOSE, icon=":material/touch_app:")
    if not marked:
        with st.expander(say("review.missing"), icon=":material/add:"):
            missed(store, article, text, turn, name)


def _chosen(article: str, frames: Mapping[str, pd.DataFrame]) -> tuple[Kind, "pd.Series[str] | None"]:
    sign, _, number = component.chosen(article).partition(":")
    kind: Kind = "hedge" if sign == "h" else "statement"
    frame = frames[f"{kind}s"]
    rows = frame[frame[kind] == number] if sign in ("s", "h") else frame.head(0)
    return kind, rows.iloc[0] if len(rows) else None


def beside_text(corpus: Corpus, kind: Kind, row: "pd.Series[str]", turn: str) -> None:
    """A statement or hedge in its context, and beside it the form to judge it."""
    text = corpus.text(row["article"])
    shown, form = st.columns([3, 2], gap="large")
    with shown:
        st.caption(labels.plain(labels.article(row)))
        st.html(context_html(text, spans_from(row["spans"])))
        if st.button(say("review.in_article"), icon=":material/article:"):
            article_link.go_to(row["article"], f"{kind[0]}:{row[kind]}")
    with form, st.container(border=True):
        judge(corpus.store, row["article"], text, kind, row, who(corpus.store), turn)


def judge(
    store: Store, article: str, text: str, kind: Kind, row: "pd.Series[str]", name: str, turn: str, *,
    done: Callable[[int], None] = lambda _: st.rerun(), close: Callable[[], None] | None = None,
) -> None:  # fmt: skip
    """The form for a statement or hedge: unchanged values confirm it, changed ones correct it.

    ``done`` draws anew what is shown once a correction, whose number it gets, is kept; ``close`` puts the form away.
    """
    place = spans_from(row["spans"])
    key = f"{turn}-{kind}-{row[kind]}"
    title = _title(kind, row)
    st.subheader(title, anchor=False)
    st.caption(say("review.facts", origin=labels.ORIGIN[row["origin"]], rule=labels.plain(row["rule"])))
    changes = fields.changes(kind, key, row.to_dict(), store)
    words = st.text_area(say("review.words"), words_at(text, place), key=f"{key}-wortlaut", help=texts.REVIEW_WORDS)
    spans = nearest(text, words, place)
    if spans is None:
        st.error(say("review.not_there"), icon=":material/search_off:")
    elif spans != place and words != words_at(text, place):
        changes["spans"] = spans
    note = st.text_input(say("review.note"), key=f"{key}-anmerkung", max_chars=500)
    can = bool(name) and spans is not None
    with st.container(horizontal=True, key=f"{key}-knoepfe"):
        right = say("review.save" if changes else "review.right")
        if st.button(right, type="primary", icon=":material/check:", disabled=not can, key=f"{key}-ja"):
            _say(
                lambda: record(store, article, kind, place, changes, name, note), say("review.saved", what=title), done
            )
        if st.button(say("review.reject"), icon=":material/block:", disabled=not name, key=f"{key}-nein"):
            _say(
                lambda: record(store, article, kind, place, None, name, note), say("review.rejected", what=title), done
            )
        if close:
            st.button(say("review.close"), type="tertiary", key=f"{key}-zu", on_click=close)
    if not name:
        st.caption(texts.REVIEW_NAME)


def _title(kind: Kind, row: "pd.Series[str]") -> str:
    called = row["statement"].removeprefix("s").replace("h", "+") if kind == "statement" else f"„{row['cue']}“"
    return f"{labels.KIND[kind]} {labels.plain(called)}"


def _offer(store: Store, article: str, row: "pd.Series[str]", spans: Spans, name: str) -> None:
    """The words marked as the whole wording of the statement that is chosen."""
    title, place = _title("statement", row), spans_from(row["spans"])
    if st.button(say("review.as_words", what=title), icon=":material/format_quote:", disabled=not name):
        st.session_state[MARKED] = None
        told = say("review.saved", what=title)
        _say(lambda: record(store, article, "statement", place, {"spans": spans}, name), told)


def _add(
    store: Store, article: str, text: str, spans: Spans, name: str, key: str, kinds: Sequence[Kind] = KINDS
) -> None:
    """The form for words in which something was missed."""
    st.subheader(say("review.add"), anchor=False)
    st.html(fill("review/words.html", words=words_at(text, spans)))
    kind = kinds[0]
    if len(kinds) > 1:
        kind = st.radio(say("review.what"), kinds, horizontal=True, key=f"{key}-was",
                        format_func=labels.KIND.__getitem__)  # fmt: skip
    values = fields.changes(kind, f"{key}-neu", fields.BLANK, store)
    with st.container(horizontal=True, key=f"{key}-knoepfe"):
        if st.button(say("review.take"), type="primary", icon=":material/add:", disabled=not name, key=f"{key}-auf"):
            st.session_state[MARKED] = None
            _say(lambda: add(store, article, kind, spans, values, name), say("review.added", what=labels.KIND[kind]))
        if st.button(say("review.cancel"), type="tertiary", key=f"{key}-ab"):
            st.session_state[MARKED] = None
            st.rerun()
    if not name:
        st.caption(texts.REVIEW_NAME)


def missed(
    store: Store, article: str, text: str, turn: str, name: str | None = None, kinds: Sequence[Kind] = KINDS
) -> None:
    """The form for what was missed, found by its words; asks for a name where none is given."""
    if spans := _places(text, turn):
        _add(store, article, text, spans, who(store) if name is None else name, f"{turn}-{spans}", kinds)


def _places(text: str, turn: str) -> Spans | None:
    """Words typed or pasted, as spans of the text; of several places the one that the user picks."""
    words = st.text_input(say("review.find"), key=f"{turn}-suche", help=texts.REVIEW_WORDS)
    places = occurrences(text, words)
    if words and not places:
        st.error(say("review.not_there"), icon=":material/search_off:")
    if len(places) < 2:
        return places[0] if places else None
    around = {str(n): _around(text, spans) for n, spans in enumerate(places)}
    picked = st.selectbox(say("review.which"), list(around), format_func=around.__getitem__, key=f"{turn}-stelle")
    return places[int(picked)]


def context_html(text: str, spans: Spans, size: int = 350) -> str:
    """The words at ``spans`` highlighted in about ``size`` characters of context on either side; escaped."""
    start, end = max(spans[0][0] - size, 0), min(spans[-1][1] + size, len(text))
    # Between words, not within one.
    start = (start and text.find(" ", start, spans[0][0]) + 1) or start
    end = end if end == len(text) else max(text.rfind(" ", spans[-1][1], end), spans[-1][1])
    pieces, at = [("… " if start else "", False)], start
    for begin, stop in spans:
        pieces += [(text[at:begin], False), (text[begin:stop], True)]
        at = stop
    pieces += [(text[at:end], False), (" …" if end < len(text) else "", False)]
    return fill("review/context.html", pieces=pieces)


def _around(text: str, spans: Spans) -> str:
    start, end = max(spans[0][0] - 30, 0), min(spans[-1][1] + 30, len(text))
    return f"… {' '.join(text[start:end].split())} …"


def _history(store: Store, said: list[Correction]) -> None:
    """What was said about this article, and the last word of it to be taken back."""
    standing = [correction for correction in said if not correction.undone]
    if not standing:
        return
    last = standing[-1]
    words = labels.plain(_shortened(last.words))
    told = say("review.last", n=last.number, who=labels.plain(last.who), words=words)
    # As a callback it is done before the page is drawn: a drawing that the next key breaks off never gets here.
    st.button(say("review.undo"), icon=":material/undo:", help=told, key="zurueck", on_click=_undo,
              args=(store, last.number))  # fmt: skip


def _undo(store: Store, number: int) -> None:
    # Whoever presses twice finds it taken back already.
    with suppress(NotFoundError):
        undo(store, number)
        st.session_state[_TOLD] = say("review.undone", numbers=number)


def take_back(store: Store, *numbers: int) -> None:
    """Take these corrections back, say so, and draw the page anew."""
    _say(lambda: undo(store, *numbers), say("review.undone", numbers=", ".join(map(str, numbers))))


def _say(act: Callable[[], int | None], told: str, done: Callable[[int], None] = lambda _: st.rerun()) -> None:
    try:
        with st.spinner(say("review.saving")):
            number = act()
    except NotFoundError:
        st.error(texts.REVIEW_GONE, icon=":material/error:")
        return
    st.session_state[_TOLD] = told
    done(number or 0)


def _shortened(words: str, size: int = 60) -> str:
    return words if len(words) <= size else words[: size - 2].rstrip() + " …"
