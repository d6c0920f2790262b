"""Results as four tables, one row per article, statement, hedge and sentence, as the contract says."""

import json
from bisect import bisect_left
from collections.abc import Iterable

import pandas as pd

from analysis.model import NOBODY, ArticleResult, Hedge, SentenceTone, Span, Spans, Statement
from analysis.reading.page.agency_credits import credited
from analysis.tables.columns import RESULTS, TABLES, names
from analysis.tables.result_view import ResultView, Row, one_line, storable

_DTYPES = {"str": "str", "int": "int64", "float": "float64", "bool": "bool"}
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})


def frames(results: Iterable[ArticleResult]) -> dict[str, pd.DataFrame]:
    """The tables ``articles``, ``statements``, ``hedges`` and ``sentences`` of these results, in their order.

    An article that comes twice with the same text and metadata counts once.
    """
    rows: dict[str, list[Row]] = {table: [] for table in RESULTS}
    seen: set[object] = set()
    for result in results:
        article = rows_of(result)
        key = article["articles"][0]["article"]
        if key not in seen:
            seen.add(key)
            for table, found in article.items():
                rows[table] += found
    return {table: conform(pd.DataFrame(rows[table], columns=names(table)), table) for table in RESULTS}


def conform(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The frame with the contract's types, for those of the table's columns that it has."""
    found = dict(frame.dtypes)
    wanted = {c.name: _DTYPES[c.dtype] for c in TABLES[table] if c.name in found}
    # To make a column into what it is already takes as long as any other change.
    changed = {name: dtype for name, dtype in wanted.items() if found[name] != dtype}
    return frame.astype(changed) if changed else frame.copy(deep=False)


def rows_of(result: ArticleResult) -> dict[str, list[Row]]:
    """The rows of one article by table, before they become a frame."""
    view = ResultView(result)
    return {
        "articles": [_article(view)],
        "statements": [_statement(view, statement) for statement in result.statements],
        "hedges": [_hedge(view, number, hedge) for number, hedge in enumerate(result.hedges)],
        "sentences": [_sentence(view, number, entry) for number, entry in enumerate(result.sentences)],
    }


def _article(view: ResultView) -> Row:
    result, article = view.result, view.result.article
    finite = {token.start for token in view.document.tokens if token.tag in _FINITE}
    quoted = view.words(tuple(span for statement in result.statements for span in statement.quote))
    extra = json.dumps(dict(article.extra), ensure_ascii=False, default=str) if article.extra else None
    return view.place | {
        "id": one_line(article.id),
        "url": one_line(article.url) or None,
        "author": one_line(article.author) or None,
        "agency": " + ".join(credited(article.text, article.author)) or None,
        "language": article.language,
        "words": view.length,
        "sentences": len(result.sentences),
        "statements": len(result.statements),
        "words_quoted": len(quoted),
        "hedges": len(result.hedges),
        "verbs": len(finite | set(view.subjunctive_starts)),
        "subjunctives": len(result.subjunctives),
        "textblob": result.tone.textblob + 0.0,
        "tone": result.tone.score + 0.0,  # no -0.0
        "tone_label": result.tone.label,
        "extra": storable(extra) if extra else None,
    }


def _statement(view: ResultView, statement: Statement) -> Row:
    source, via = statement.source or NOBODY, statement.via
    starts = view.subjunctive_starts
    return view.place | {
        "statement": statement.id,
        "type": statement.type,
        "section": statement.section,
        "entity": one_line(source.entity),
        "country": source.country,
        "institution": source.institution,
        "category": source.category,
        "naming": source.naming,
        "anonymity": source.anonymity,
        "via": one_line(via.entity) if via else None,
        "via_kind": via.kind if via else None,
        "via_country": via.country if via else None,
        "via_institution": via.institution if via else None,
        "via_category": via.category if via else None,
        "source_confidence": source.confidence,
        "stance": statement.stance,
        "withheld": statement.withheld,
        "hedges": view.hedges[statement.id],
        "subjunctive": any(bisect_left(starts, a) < bisect_left(starts, b) for a, b in statement.quote),
        "words": len(view.words(statement.quote)),
        "speaker": view.text(statement.speaker),
        "cue": view.text(statement.cue),
        "quote": view.text(statement.quote),
        "sentence": view.context(statement.quote + statement.cue + statement.frame),
        **_extent(statement.quote),
        "speaker_spans": _spans(statement.speaker),
        "cue_spans": _spans(statement.cue),
        "frame_spans": _spans(statement.frame),
        "addressee_spans": _spans(statement.addressee),
        "confidence": statement.confidence,
        "rule": statement.rule,
        "origin": statement.origin,
    }


def _hedge(view: ResultView, number: int, hedge: Hedge) -> Row:
    return view.place | {
        "hedge": str(number),
        "cue": one_line(hedge.cue),
        "class": hedge.kind,
        "holder": hedge.holder,
        "section": view.section(hedge.spans),
        "statement": hedge.statement,
        "category": view.categories.get(hedge.statement or ""),
        "sentence": view.context(hedge.spans),
        **_extent(hedge.spans),
        "confidence": hedge.confidence,
        "reasons": "; ".join(f"{feature} {weight:+.1f}" for feature, weight in hedge.reasons) or None,
        "rule": hedge.rule,
        "origin": hedge.origin,
    }


def _sentence(view: ResultView, number: int, entry: SentenceTone) -> Row:
    (start, end), spans = entry.span, (entry.span,)
    return view.place | {
        "number": number,
        "section": entry.section,
        "voice": entry.voice,
        "statement": entry.statement,
        "category": view.categories.get(entry.statement or ""),
        "words": len(view.words(spans)),
        "textblob": entry.textblob + 0.0,
        "tone": entry.tone + 0.0,
        "tone_events": entry.tone_events + 0.0,
        "event_words": entry.event_words,
        "names": "; ".join(map(one_line, entry.names)) or None,
        "sentence": view.text(spans),
        "start": start,
        "end": end,
    }


def _extent(spans: Spans) -> Row:
    start, end = _hull(spans)
    return {"start": start, "end": end, "spans": _spans(spans)}


def _hull(spans: Spans) -> Span:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)


def _spans(spans: Spans) -> str:
    return json.dumps([list(span) for span in spans])
