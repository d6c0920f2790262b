"""The language of the pages: every text by its key, and numbers and dates as that language writes them.

Texts lie in ``languages/de.toml`` and ``languages/en.toml``, sections of keys that are the same in both. A page says
``say("section.key", name=value)``; values of columns have labels of their own, see ``dashboard.i18n.labels``. Which
language is spoken stands in the address, ``?sprache=en``; where it does not, the browser decides.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from math import isfinite
from pathlib import Path

import streamlit as st
from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.tables import columns, german_meanings

NAMES = {"de": "Deutsch", "en": "English"}
GERMAN = "de"
PARAMETER = "sprache"
_ENGLISH = {"entity": "source", "category": "source category", "naming": "naming of the source"}
"""Columns whose English name is not what people call them."""
_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)
_FOLDER = Path(__file__).parent / "languages"


@cache
def texts(language: str) -> dict[str, dict[str, str]]:
    """All texts of a language: section, key, text."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def current() -> str:
    """The language spoken now; German where no page is being shown."""
    if spoken := _SPOKEN.get():
        return spoken
    # Without a page Streamlit has no session and would warn at every text.
    if get_script_run_ctx(suppress_warning=True) is None:
        return GERMAN
    return str(st.session_state.get(PARAMETER) or GERMAN)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language where there is no page: in files made while they are downloaded, and in tests."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def say(key: str, **values: object) -> str:
    """The text of ``section.key``, its placeholders filled with the values; KeyError where there is none.

    Of a text in two forms, "one row | {n} rows", the first is for an ``n`` of one.
    """
    section, _, name = key.partition(".")
    text = texts(current())[section][name]
    if _FORMS in text:
        text = text.split(_FORMS)[values.get("n") not in (1, "1")]
    return text.format(**values) if values else text


_FORMS = " | "


class Said(Mapping[str, str]):
    """Sections of the texts as one mapping whose values follow the language."""

    def __init__(self, *sections: str) -> None:
        self._sections = sections

    def __getitem__(self, key: str) -> str:
        spoken = texts(current())
        for section in self._sections:
            if key in spoken[section]:
                return spoken[section][key]
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(key for section in self._sections for key in texts(GERMAN)[section]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def start() -> None:
    """Settle the language before anything is said: the address, else the browser, German where that says so."""
    if PARAMETER not in st.session_state:
        wish = st.query_params.get(PARAMETER)
        browser = GERMAN if (st.context.locale or GERMAN).lower().startswith(GERMAN) else "en"
        st.session_state[PARAMETER] = wish if wish in NAMES else browser
    # Always in the address, so that a link shows the same texts to everybody; filters in it are written in them.
    st.query_params[PARAMETER] = st.session_state[PARAMETER]


def choose() -> None:
    """Let the user switch the language in the sidebar."""
    st.sidebar.radio(
        "Sprache · Language", list(NAMES), horizontal=True, key=PARAMETER, format_func=NAMES.__getitem__,
        on_change=_keep,
    )  # fmt: skip


def _keep() -> None:
    """What was chosen arrives in words of the old language; put back as values, it survives the switch."""
    for key in st.query_params:
        if key in st.session_state and key != PARAMETER:
            st.session_state[key] = st.session_state[key]


def columns_of(table: str) -> dict[str, str]:
    """Column name to label for one table: the contract's German one, or the English name itself in words."""
    german = columns.labels(table)
    return german if current() == GERMAN else {name: _in_words(name) for name in german}


def column(name: str) -> str:
    """The label of a column wherever it stands."""
    return columns.label(name) if current() == GERMAN else _in_words(name)


def contract(text: str) -> str:
    """A description or a unit of the column contract."""
    return german_meanings.GERMAN.get(text, text) if current() == GERMAN else text


def _in_words(name: str) -> str:
    return _ENGLISH.get(name) or name.replace("_", " ").replace("textblob", "textblob-de")


_locales = cache(Locale.parse)


def locale() -> Locale:
    """How the language spoken writes numbers and dates."""
    return _locales(current())


@cache
def _pattern(digits: int, signed: bool) -> NumberPattern:
    unsigned = "#,##0" + "." * bool(digits) + "0" * digits
    return parse_pattern(f"+{unsigned};-{unsigned}" if signed else unsigned)


def number(value: float, digits: int = 0, *, signed: bool = False) -> str:
    """A number with thousands and decimal marks, and a minus that is one; what rounds to zero has no sign."""
    if not isfinite(value):
        return str(value)
    return _number(float(value), digits, signed, current())


# A page writes the same number in a chart, in a sentence and for screen readers.
@lru_cache(maxsize=20_000)
def _number(value: float, digits: int, signed: bool, language: str) -> str:
    # The float as it is stored: Babel itself would round the shortest decimal that means it, 2.675 to 2.68.
    told: str = _pattern(digits, signed).apply(Decimal(value), _locales(language))
    return (told if told.strip("+-0.,") else told.lstrip("+-")).replace("-", "−")


def percent(value: float, digits: int = 0) -> str:
    """A proportion in percent, whole unless ``digits`` are asked for."""
    # Not Babel's: in German it would put a no-break space before the sign, and in texts that wrap we put none.
    return say("format.percent", value=number(100 * value, digits))


def share(value: float, digits: int = 0) -> str:
    """A proportion in percent; one that is not zero is not told as zero."""
    least = 10.0 ** -(digits + 2)
    return say("format.less", value=percent(least, digits)) if 0 < value < least / 2 else percent(value, digits)


def points(value: float) -> str:
    """A difference of proportions as signed percentage points."""
    return say("format.points", value=number(100 * value, 1, signed=True))


def country(code: str) -> str:
    """Whom a source speaks for in words: a state, a union of states, or nobody's."""
    unions = {"-": say("review.no_country"), "INT": say("review.international")}
    return unions.get(code) or str(locale().territories.get(code, code))


def day(value: str) -> str:
    """An ISO date as people write it."""
    return format_date(date.fromisoformat(value[:10]), say("format.day"), locale())
