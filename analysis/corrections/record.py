"""Recording corrections of a stored article: confirm, correct, reject, add, and undo."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from analysis.corrections.apply import correct
from analysis.corrections.matching import match
from analysis.corrections.places import words_at
from analysis.model import NOBODY, ArticleResult, Hedge, Source, Spans, Statement, Via
from analysis.own_words.active import using
from analysis.own_words.file import read_own_words
from analysis.pipeline import analyse
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.mentions.interpretation import listed
from analysis.storage.correction import Correction, Finding, Kind, place_of
from analysis.storage.store import Store
from analysis.tables.result_view import article_key
from analysis.taxonomy import category

Changes = Mapping[str, Any]
"""Column to new value: spans, type, stance, withheld, entity, country, institution, naming, via, via_kind; of hedges
class, holder."""
BY_HAND = "hand"
"""The rule of what was added by hand."""
_SOURCE = ("entity", "country", "institution", "naming")


class NotFoundError(Exception):
    """The article, or what is to be corrected in it, is not there."""


def record(
    store: Store, article: str, kind: Kind, place: Spans, changes: Changes | None, who: str, note: str = ""
) -> int:
    """Keep what ``who`` says about the statement or hedge at ``place``; the correction's number.

    ``changes`` are its columns that should read otherwise: none of them confirms it as it stands, None rejects it.
    The article is analysed anew, so that all of its results come from this version. Raises ``NotFoundError`` where
    nothing stands there, ``ValueError`` without a name or with spans outside the text.
    """
    with using(read_own_words(store.own_words)):
        result = _analysed(store, article)
        said = store.corrections([article])
        thing = _at(correct(result, said).result, kind, place)
        label = None if changes is None else labelled(thing, changes)
        target = _first_target(said, kind, place_of(thing))
        return _keep(store, Correction(article, kind, target, label, who, note), result)


def add(store: Store, article: str, kind: Kind, spans: Spans, values: Changes, who: str, note: str = "") -> int:
    """Keep a statement or hedge that the analysis missed; the correction's number. Raises as ``record`` does."""
    with using(read_own_words(store.own_words)):
        result = _analysed(store, article)
        words = words_at(result.article.text, spans)
        blank: Finding = Hedge(spans, words, "modal", "author", None, BY_HAND)
        if kind == "statement":
            blank = Statement("", "reported", "body", spans, confidence=1.0, rule=BY_HAND, source=NOBODY)
        target = _first_target(store.corrections([article]), kind, spans)
        return _keep(store, Correction(article, kind, target, labelled(blank, values), who, note), result)


def undo(store: Store, *numbers: int) -> None:
    """Take corrections back; they stay in the history, marked as undone."""
    articles = {c.article for c in store.corrections() if c.number in numbers}
    with using(read_own_words(store.own_words)):
        known = {key: _analysed(store, key) for key in articles if store.article(key) is not None}
        store.undo(numbers, known, correct)


def corrector(store: Store | None) -> Callable[[ArticleResult], ArticleResult]:
    """A function that applies the store's corrections, as they are now, to any result of the analysis."""
    said: dict[str, list[Correction]] = defaultdict(list)
    for correction in store.corrections() if store is not None else ():
        said[correction.article].append(correction)

    def corrected(result: ArticleResult) -> ArticleResult:
        found = said.get(article_key(result.article)) if said else None
        return correct(result, found).result if found else result

    return corrected


def labelled(thing: Finding, changes: Changes) -> Finding:
    """The statement or hedge with the changes in it, and what they imply: its category, the words of a cue."""
    if isinstance(thing, Hedge):
        spans = changes.get("spans", thing.spans)
        return replace(
            thing, spans=spans, kind=changes.get("class", thing.kind), holder=changes.get("holder", thing.holder)
        )
    plain = {name: changes[name] for name in ("type", "stance", "withheld") if name in changes}
    quote = changes.get("spans", thing.quote)
    source, via = _source(thing.source or NOBODY, changes), _via(thing.via, changes)
    return replace(thing, quote=quote, source=source, via=via, **plain)


def _via(via: Via | None, changes: Changes) -> Via | None:
    """The via with the changes in it: by its name as the lists know it, else as a medium; None for no name."""
    kind = changes.get("via_kind", via.kind if via else "relay")
    if "via" not in changes:
        return replace(via, kind=kind) if via else None
    name = changes["via"]
    entry = load_lexicon().lookup(name)
    if entry is not None:
        return Via.of(listed(entry), kind)
    return Via(name, "-", "media", "media", "named", kind=kind) if name else None


def _source(source: Source, changes: Changes) -> Source:
    changed_fields = {name: changes[name] for name in _SOURCE if name in changes}
    if not changed_fields:
        return source
    changed = replace(source, **changed_fields)
    grade = None if "naming" in changed_fields else source.grade
    return replace(changed, category=category(changed.country, changed.institution), grade=grade)


def _keep(store: Store, correction: Correction, result: ArticleResult) -> int:
    text = result.article.text
    if not correction.who.strip():
        raise ValueError("a correction needs the name of who makes it")
    for spans in (correction.target, place_of(correction.label) if correction.label else correction.target):
        edges = [edge for span in spans for edge in span]
        if not spans or edges != sorted(set(edges)) or edges[0] < 0 or edges[-1] > len(text):
            raise ValueError(f"no place in the text: {spans}")
    label = correction.label
    if isinstance(label, Hedge):
        label = replace(label, cue=words_at(text, label.spans))
    words = words_at(text, correction.target)
    return store.correct(replace(correction, words=words, label=label, who=correction.who.strip()), result, correct)


def _analysed(store: Store, key: str) -> ArticleResult:
    article = store.article(key)
    if article is None:
        raise NotFoundError(f"no such article: {key}")
    return analyse(article)


def _at(result: ArticleResult, kind: Kind, place: Spans) -> Finding:
    things: tuple[Finding, ...] = result.statements if kind == "statement" else result.hedges
    found = match([place], [place_of(thing) for thing in things])
    if 0 not in found:
        raise NotFoundError(f"no {kind} at {place}")
    return things[found[0]]


def _first_target(said: list[Correction], kind: Kind, place: Spans) -> Spans:
    """The target under which a place was first spoken about; the place itself where nobody has."""
    for correction in reversed(said):
        if correction.kind != kind or correction.undone or correction.label is None:
            continue
        if place in (correction.target, place_of(correction.label)):
            return correction.target
    return place
