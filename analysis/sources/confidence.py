"""How sure the category of a source is: measured for each kind of evidence on articles that nobody had read."""

from functools import cache

from analysis.model import Source
from analysis.resources import read_lexicon
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.mentions.interpretation import Interpretation


@cache
def _measured() -> dict[str, float]:
    return {row["evidence"]: float(row["confidence"]) for row in read_lexicon("source_confidence")}


def confidence(evidence: str) -> float:
    """The share of right categories under this kind of evidence; that of all kinds where it was never met."""
    measured = _measured()
    return measured.get(evidence, measured["all"])


def evidence(
    article: ArticleEntities, source: Source, reading: Interpretation | None, *, spoken: bool, named: bool
) -> str:
    """The kind of evidence behind a source: how the statement names it, and what tells its type.

    ``reading`` is what the speaker's words mean by themselves; ``spoken`` whether there are any, ``named`` whether they
    hold a name.
    """
    if source.entity == "-":
        return "nobody" if spoken else "nobody, no speaker"
    mention = _mention(reading, spoken=spoken, named=named)
    index = article.find_person(source.entity) if source.naming == "named" else None
    if index is None:
        told = "unknown" if source.institution == "unknown" else "listed" if reading and reading.entry else "noun"
        return f"{mention}, {told}"
    person = article.entities[index].reading
    told = "role" if person.stated else "listed" if person.entry else "office" if person.institution else "nothing"
    return f"{mention}, person by {told}"


def _mention(reading: Interpretation | None, *, spoken: bool, named: bool) -> str:
    if not spoken:
        return "no speaker"
    if reading is None:
        return "name" if named else "words"
    if reading.kind in ("pronoun", "own"):
        return "pronoun"
    return reading.kind if reading.kind in ("person", "known", "country") else "noun"
