"""The form for one word: what it shall do, which forms will count, and how many articles that concerns."""

import streamlit as st

from analysis.language.base_forms import base_form, is_base, joined, other_case, split_particle
from analysis.own_words.active import OwnWords, using
from analysis.own_words.file import with_row
from analysis.own_words.rows import CLASSES, LISTS, STANCES, OwnWord, in_words, made
from analysis.storage.word_forms import Preview, preview
from dashboard import corpus as shown
from dashboard.components import own_words
from dashboard.components.intake import CHARACTERS_PER_MINUTE
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

_TURN = "wort-zug"
_ACTIONS = {
    "hedge": ("add", "reclass", "remove"), "stance": ("add", "remove"), "event": ("add", "remove"),
    "tone": ("add", "remove"),
}  # fmt: skip


def show(corpus: Corpus) -> None:
    """The form; a word is taken into the list by its button only."""
    name = st.radio(say("words.list"), LISTS, horizontal=True, key="wort-liste",
                    format_func=lambda name: say(f"words.list_{name}"))  # fmt: skip
    st.caption(say(f"words.list_{name}_told"))
    left, middle, right = st.columns([3, 2, 2], vertical_alignment="bottom")
    # A new field once a word was taken, so that it is empty.
    word = left.text_input(
        say("words.word"), key=f"wort-{st.session_state.get(_TURN, 0)}", placeholder=say(f"words.hint_{name}")
    )
    action = middle.selectbox(
        say("words.action"), _ACTIONS[name], key=f"wort-handlung-{name}",
        format_func=lambda action: say(f"words.action_{name}_{action}"),
    )  # fmt: skip
    with right:
        value = "" if action == "remove" else _value(name)
    row = made((name, action, word, value))
    if row.word:
        _offer(corpus, row)
    elif st.button(say("words.go"), key="wort-aufnehmen", icon=":material/add:", type="primary"):
        st.warning(say("words.no_word"), icon=":material/warning:")


def _value(name: str) -> str:
    if name == "tone":
        return in_words(st.slider(say("words.value_tone"), -1.0, 1.0, -0.5, 0.1, key="wort-ton"))
    if name == "event":
        return ""
    values, said = (CLASSES, labels.HEDGE_CLASS) if name == "hedge" else (STANCES, labels.STANCE)
    return str(st.selectbox(say(f"words.value_{name}"), values, key=f"wort-wert-{name}",
                            format_func=said.__getitem__))  # fmt: skip


def _offer(corpus: Corpus, row: OwnWord) -> None:
    """What will be matched, and the button; what is wrong with the row, where something is."""
    if fault := row.fault():
        st.warning(fault, icon=":material/warning:")
        return
    rows = own_words.of(corpus.store).rows
    with st.container(border=True):
        for line in _matched(row):
            st.markdown(line)
        if row in rows:
            st.caption(say("words.there"))
            return
        if corpus.store.exists():
            _foreseen(_previewed(corpus, OwnWords(with_row(rows, row)), row))
        if st.button(say("words.go"), key="wort-aufnehmen", icon=":material/add:", type="primary"):
            told = say("words.entered", word=labels.plain(row.word))
            st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
            own_words.change(corpus.store, with_row(rows, row), told)


def _previewed(corpus: Corpus, words: OwnWords, row: OwnWord) -> Preview:
    with st.spinner(say("words.looking")):
        return shown.of_store(corpus.store, preview, words, row)


def _foreseen(found: Preview) -> None:
    if found.forms:
        forms = ", ".join(f"{labels.plain(form)} ({labels.number(n)})" for form, n in found.forms)
        st.markdown(say("words.forms", forms=forms))
    seconds = max(round(60 * found.characters / CHARACTERS_PER_MINUTE), 1)
    told = say("words.concerned", n=labels.number(found.articles))
    st.caption(f"{told} {say('words.seconds', n=labels.number(seconds))}" if found.articles else say("words.nowhere"))


def _matched(row: OwnWord) -> list[str]:
    """Which forms count as the word, what it is now, and which spelling may be meant."""
    word = joined(row.word)
    said = {"word": labels.plain(word), "base": labels.plain(base_form(word))}
    if row.rule:
        return [say("words.matched_rule", **said)]
    if " " in word:
        return [say("words.matched_sequence", **said)]
    split = split_particle(word)
    lines = [
        say("words.matched_split", **said, particle=split[0], verb=split[1])
        if split
        else say(f"words.matched_{'base' if is_base(word) or row.list in ('event', 'tone') else 'form'}", **said)
    ]
    if row.list in ("event", "tone"):
        lines += [say("words.matched_compound")] * word[:1].isupper() + [_until_now(word)]
    if other := other_case(word):
        lines.append(say("words.other_case", word=labels.plain(word), other=labels.plain(other)))
    return lines  # fmt: skip


def _until_now(word: str) -> str:
    """What the lexicons say of a word of tone or topic."""
    from analysis.tone.words import tone_word

    with using(OwnWords()):
        found = tone_word(base_form(word), "NN" if word[:1].isupper() else "ADJD")
    if found.is_event:
        return say("words.now_event")
    return say("words.now_tone", value=labels.number(found.value, 2)) if found.value else say("words.now_nothing")
