"""One article's results as the JSON object that the command line prints and other tools read."""

import json
from typing import Any

from analysis.model import ArticleResult, Hedge, Origin, SentenceTone, Source, Spans, Statement, Via
from analysis.tables.result_view import storable

_DIGITS = 4


def to_json(result: ArticleResult) -> dict[str, Any]:
    """The result as plain lists, dicts, strings and numbers; spans are ``[start, end)`` in characters.

    Numbers are rounded to four digits. What the input did not give is ``None``. A statement or hedge that somebody has
    confirmed, corrected or added has one more key, ``origin``.
    """
    article = result.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "statements": [_statement(statement) for statement in result.statements],
        "hedges": [_hedge(hedge) for hedge in result.hedges],
        "subjunctives": [{"span": list(s.span), "verb": s.verb, "mood": s.mood} for s in result.subjunctives],
        "sentences": [_sentence(sentence) for sentence in result.sentences],
        "tone": {
            "label": result.tone.label,
            "score": _round(result.tone.score),
            "textblob": _round(result.tone.textblob),
        },
    }


def to_line(result: ArticleResult) -> str:
    """The result as one line of JSON, umlauts as they are, without the line end."""
    return storable(json.dumps(to_json(result), ensure_ascii=False))


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "type": statement.type,
        "section": statement.section,
        "quote": _spans(statement.quote),
        "speaker": _spans(statement.speaker),
        "cue": _spans(statement.cue),
        "frame": _spans(statement.frame),
        "addressee": _spans(statement.addressee),
        "stance": statement.stance,
        "withheld": statement.withheld,
        "source": _sure(statement.source),
        "via": _via(statement.via),
        "confidence": _round(statement.confidence),
        "rule": statement.rule,
        **_by_hand(statement.origin),
    }


def _source(source: Source | None) -> dict[str, str] | None:
    if source is None:
        return None
    return {
        "entity": source.entity,
        "country": source.country,
        "institution": source.institution,
        "category": source.category,
        "naming": source.naming,
    }


def _sure(source: Source | None) -> dict[str, Any] | None:
    """The source with how sure its category is, where the analysis found it."""
    told = _source(source)
    if told is None or source is None or source.confidence is None:
        return told
    return {**told, "confidence": _round(source.confidence)}


def _via(via: Via | None) -> dict[str, str] | None:
    told = _source(via)
    return {**told, "kind": via.kind} if via is not None and told is not None else None


def _hedge(hedge: Hedge) -> dict[str, Any]:
    return {
        "spans": _spans(hedge.spans),
        "cue": hedge.cue,
        "class": hedge.kind,
        "holder": hedge.holder,
        "statement": hedge.statement,
        "rule": hedge.rule,
        **_by_hand(hedge.origin),
    }


def _by_hand(origin: Origin) -> dict[str, str]:
    return {} if origin == "machine" else {"origin": origin}


def _sentence(sentence: SentenceTone) -> dict[str, Any]:
    return {
        "span": list(sentence.span),
        "voice": sentence.voice,
        "textblob": _round(sentence.textblob),
        "tone": _round(sentence.tone),
        "event_words": sentence.event_words,
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _round(value: float) -> float:
    """Four digits, and never ``-0.0`` or a NumPy number, which JSON readers stumble over."""
    return round(float(value), _DIGITS) + 0.0
