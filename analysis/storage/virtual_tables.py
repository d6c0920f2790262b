"""Tables and columns that queries may name: the result tables, two views of them, and derived columns.

Two further tables are views: ``mentions`` has every sentence once for each name in it, with ``target`` (whom it names)
and ``speaker`` (``AUTHOR``, or the category of who is quoted), leaving out what a source says naming itself;
``phrased`` has the hedges with ``phrase``, the most frequent form of the expression in the corpus, so that inflected
forms (mutmaßliche, mutmaßlichen) count together. Nothing in here comes from outside: names are looked up, never pasted.
"""

from analysis.model import LABELS
from analysis.tables.columns import TABLES
from analysis.tone.model import BAND

SCALES = ("tone", "tone_events", "textblob")
"""The values of tone that a sentence has."""
AUTHOR = "author"
"""Who speaks in sentences that are nobody's quotation."""
FLAGS = {
    "anonymous": "t.naming = 'unnamed'",
    "direct": "t.type = 'direct'",
    "hedged": "t.hedges > 0",
    "relayed": "t.via_kind = 'relay'",
    "subjunctive": "t.subjunctive",
    "withheld": "t.withheld",
}
"""What can be true of a statement, by name."""

PORTIONS = 1000
PORTION = f"hash(t.article, t.statement) % {PORTIONS}"
"""The portion of all statements that a statement is in, from 0; as good as drawn by lot."""
WORDS = "regexp_extract_all(lower(t.quote), '[\\p{L}\\p{N}]+')"
"""The words of a statement's quote."""

_MENTIONS = f"""(
    SELECT s.rowid AS rowid, s.*, named.target,
        CASE WHEN s.voice = 'quoted' THEN coalesce(s.category, 'unknown') ELSE '{AUTHOR}' END AS speaker
    FROM (SELECT n.rowid AS rowid, n.*, q.entity AS own FROM sentences n
        LEFT JOIN statements q ON q.article = n.article AND q.statement = n.statement WHERE n.names IS NOT NULL) s,
        unnest(string_split(s.names, '; ')) AS named(target)
    WHERE named.target IS DISTINCT FROM s.own)"""
_PHRASED = """(
    SELECT h.rowid AS rowid, h.*, usual.phrase FROM hedges h JOIN (
        SELECT rule, first(form ORDER BY n DESC, form) AS phrase
        FROM (SELECT rule, lower(cue) AS form, count(*) AS n FROM hedges GROUP BY ALL) GROUP BY rule
    ) usual ON usual.rule = h.rule)"""
_VIEWS = {"mentions": ("sentences", _MENTIONS), "phrased": ("hedges", _PHRASED)}
_FURTHER = {
    "statements": {"hedged": FLAGS["hedged"]},
    "phrased": {"phrase": "t.phrase"},
    "mentions": {"target": "t.target", "speaker": "t.speaker"},
}
_OF_SENTENCES = {
    "gap": "abs(t.tone - t.textblob)",
    **{
        f"{scale}_label": f"CASE WHEN t.{scale} <= -{BAND} THEN '{LABELS[0]}' WHEN t.{scale} >= {BAND} THEN "
        f"'{LABELS[2]}' ELSE '{LABELS[1]}' END"
        for scale in SCALES
    },
}
_TONE_SUMS = {
    **{scale: f"sum(t.{scale})" for scale in SCALES},
    **{f"{scale}_{LABELS[0]}": f"count(*) FILTER (t.{scale} <= -{BAND})" for scale in SCALES},
    **{f"{scale}_{LABELS[2]}": f"count(*) FILTER (t.{scale} >= {BAND})" for scale in SCALES},
}
SUMS: dict[str, dict[str, str]] = {
    "articles": {
        name: f"sum(t.{name})" for name in ("words", "words_quoted", "statements", "hedges", "verbs", "subjunctives")
    },
    "statements": {
        "words": "sum(t.words)", "hedges": "sum(t.hedges)",
        **{name: f"count(*) FILTER ({flag})" for name, flag in FLAGS.items()},
    },
    "hedges": {}, "phrased": {}, "sentences": _TONE_SUMS, "mentions": _TONE_SUMS,
}  # fmt: skip
"""What is added up for each table beside the rows: name to aggregate."""


def base_of(table: str) -> str:
    """The result table that a table of a query is a view of; itself where it is none."""
    return _VIEWS[table][0] if table in _VIEWS else table


def relation(table: str) -> str:
    """A table of queries as what stands after FROM, to be called ``t``; raises ``KeyError`` for others."""
    if table in _VIEWS:
        return _VIEWS[table][1]
    if table not in SUMS:
        raise KeyError(f"no such table: {table}")
    return table


def expression(table: str, column: str) -> str:
    """A column of ``t`` as SQL, missing text as the empty string; raises ``KeyError`` for what is none."""
    further = _FURTHER.get(table, {}) | (_OF_SENTENCES if base_of(table) == "sentences" else {})
    if column in further:
        return f"({further[column]})"
    found = next((known for known in TABLES[base_of(table)] if known.name == column), None)
    if found is None:
        raise KeyError(f"no such table or column: {table} {column}")
    return f"coalesce(t.\"{column}\", '')" if found.nullable and found.dtype == "str" else f't."{column}"'
