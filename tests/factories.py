"""Made for tests: results written by hand from marked-up German, without any engine, and tagged texts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analysis.language.engine import load_engine
from analysis.model import (
    Article,
    ArticleResult,
    Document,
    Hedge,
    Section,
    Sentence,
    SentenceTone,
    Source,
    Spans,
    Statement,
    Subjunctive,
    TextTone,
    Token,
    Via,
)
from analysis.storage.counts import Memory, Unit, counts

KREMLIN = Source("Dmitri Peskow", "RU", "government", "kremlin", "named")
WHITE_HOUSE = Source("Weißes Haus", "US", "government", "us_officials", "named")
INSIDERS = Source("-", "US", "intelligence", "us_officials", "unnamed")
TASS = Via("TASS", "RU", "state_media", "state_media", "named", kind="relay")

TEXT = (
    "Kreml weist Bericht zurück\n\n"
    "Sprecher Peskow sagte laut TASS, die Gespräche könnten\nbald beginnen. Er sei zuversichtlich. "
    "Das Weiße Haus wollte sich nicht äußern. Offenbar ist die Lage schwierig."
)


def spans(text: str, *pieces: str) -> Spans:
    """Where the pieces stand in the text, each at its first occurrence."""
    return tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def document(text: str) -> Document:
    """A document cut at blanks and full stops; every token a noun but the finite verbs of ``TEXT``."""
    verbs = {"weist", "sagte", "könnten", "sei", "wollte", "ist"}
    found = [(m.start(), m.end(), m.group()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    tokens = tuple(Token(a, b, t, t, t, "VVFIN" if t in verbs else "NN") for a, b, t in found)
    cuts = [(m.start(), m.end()) for m in re.finditer(r"[^\s](?:[^.\n]|\n(?!\n))*\.?", text)]
    sentences = []
    for number, (start, end) in enumerate(cuts):
        inside = [i for i, token in enumerate(tokens) if start <= token.start < end]
        if inside:
            section = "headline" if number == 0 and "\n\n" in text else "body"
            sentences.append(Sentence(start, end, inside[0], inside[-1] + 1, section))
    return Document(text, tokens, tuple(sentences))


def tagged(text: str, *sections: Section) -> Document:
    """The text as the engine tags it; all of it is body where no sections are given."""
    return load_engine().tag(text, sections or (Section("body", 0, len(text)),))


def example(**changes: object) -> ArticleResult:
    """One article with every kind of thing in it; ``changes`` replace fields of its ``Article``."""
    article = replace(
        Article("a1", TEXT, "Kreml weist Bericht zurück", "Kurier", "2024-03-05", "https://example.org/a1"),
        **changes,
    )
    doc = document(TEXT)
    carried = Statement("s2", "subjunctive", "body", spans(TEXT, "Er sei zuversichtlich"), source=KREMLIN)
    relayed = Statement(
        "s1", "indirect", "body", spans(TEXT, "die Gespräche könnten\nbald beginnen"),
        speaker=spans(TEXT, "Sprecher Peskow"), cue=spans(TEXT, "sagte"),
        frame=spans(TEXT, "Sprecher Peskow sagte"), confidence=0.93456, rule="dass", source=KREMLIN, via=TASS,
    )  # fmt: skip
    refused = Statement(
        "s3", "reported", "body", spans(TEXT, "wollte sich nicht äußern"),
        speaker=spans(TEXT, "Das Weiße Haus"), withheld=True, source=WHITE_HOUSE, stance="denying",
    )  # fmt: skip
    statements = (relayed, carried, refused)
    hedges = (
        Hedge(spans(TEXT, "könnten"), "könnten", "modal", "source", "s1", "modal-1"),
        Hedge(spans(TEXT, "Offenbar"), "Offenbar", "evidential", "author", None, "evidential-1"),
    )
    subjunctives = (
        Subjunctive(spans(TEXT, "könnten")[0], "können", "K2"),
        Subjunctive(spans(TEXT, "sei")[0], "sein", "K1"),
    )
    tones = (("author", -0.25, None), ("author", 0.0, None), ("quoted", 0.5, "s2"), ("author", 0.0, None))
    sentences = tuple(
        SentenceTone((s.start, s.end), s.section, voice, 0.1, tone, 0, statement)
        for s, (voice, tone, statement) in zip(doc.sentences, (*tones, ("author", -0.123456, None)), strict=True)
    )
    return ArticleResult(
        article, doc, statements, hedges, subjunctives, sentences, TextTone("negative", -0.123456, -0.0)
    )


def simple(
    number: int,
    sources: list[Source],
    outlet: str | None = "Kurier",
    hedged: frozenset[int] | set[int] = frozenset(),
    published: str | None = "2024-01-01",
) -> ArticleResult:
    """An article of one sentence of three words per source, each a direct statement; some of them hedged."""
    text = " ".join(f"Satz {number} x{i}." for i in range(len(sources))) or f"Leer {number}."
    doc = document(text)
    statements = tuple(
        Statement(f"s{i}", "direct", "body", ((s.start, s.end - 1),), source=source, rule="r")
        for i, (source, s) in enumerate(zip(sources, doc.sentences, strict=False))
    )
    hedges = tuple(
        Hedge(((doc.sentences[i].start, doc.sentences[i].start + 4),), "Satz", "modal", "source", f"s{i}", "h")
        for i in sorted(hedged)
    )
    tones = tuple(
        SentenceTone((s.start, s.end), "body", "quoted" if sources else "author", 0.0, 0.1 * (i - 1), 0,
                     f"s{i}" if sources else None)
        for i, s in enumerate(doc.sentences)
    )  # fmt: skip
    article = Article(f"n{number}", text, f"Titel {number}", outlet, published)
    return ArticleResult(article, doc, statements, hedges, (), tones, TextTone("neutral", 0.0, 0.0))


def counted(
    rows: pd.DataFrame | Mapping[str, pd.DataFrame],
    *by: str,
    table: str = "statements",
    sums: Sequence[str] = (),
    top: Mapping[str, int] | None = None,
    unit: Unit | None = None,
) -> pd.DataFrame:
    """Rows as the counts that measures read; statements alone, or all tables."""
    frames = {"articles": rows[["article"]].drop_duplicates(), table: rows} if isinstance(rows, pd.DataFrame) else rows
    return counts(Memory(frames), table, by, sums=sums, top=top, unit=unit)
