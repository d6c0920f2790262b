"""Looks behind words for what is said: "Angaben der Polizei", "einem Bericht der Zeitung", "Polizeiangaben"."""

from collections.abc import Callable
from dataclasses import replace

from analysis.model import Naming
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import Noun, split_noun
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.mentions.affiliation import known_first
from analysis.sources.mentions.inflection import institution_of_adjectives, is_plural, nominative
from analysis.sources.mentions.interpretation import Interpretation, ReadingKind
from analysis.sources.mentions.words import DEFINITE, Words, capital, clean

UTTERANCES = {"report", "text"}
_ISSUED = {
    "urteil", "haftbefehl", "anklageschrift", "urteilsbegründung", "ermittlung", "ermittlungsergebnis", "gesetz",
    "gesetzentwurf", "dekret", "verordnung", "bekennerschreiben", "bekennervideo",
    "website", "webseite", "internetseite",
}  # fmt: skip
"""Groups that stand for who issued them, where somebody stands behind them."""
_OF_SOMEBODY = {"bericht", "dokument", "papier", "schreiben", "brief", "erklärung", "mitteilung"}
"""Reports that somebody gave before, where the definite article points back to them."""
_OWN = {
    "eigen": "", "eigene": "", "eigenen": "", "eigener": "", "eigenem": "", "sein": "m", "seine": "m", "seiner": "m",
    "seinen": "m", "seinem": "m", "dessen": "m", "ihr": "f", "ihre": "f", "ihrer": "f", "ihren": "f", "ihrem": "f",
    "deren": "f",
}  # fmt: skip
_INTERNAL = ("intern", "vertraulich", "geheim")
"""What a text is called that leaves the house of whoever wrote it."""
_PLACED = {"in", "im", "auf", "bei", "mit", "am"}
_NOT_OF = {"in", "im", "am", "an", "auf", "zu", "zum", "zur", "über", "für", "nach", "vor", "mit"}
Read = Callable[[Words], Interpretation | None]


def read_utterance(mention: Words, read: Read) -> Interpretation | None:
    """Who stands behind an utterance; None where the mention is headed by no word for one."""
    at = next((place for place, word in enumerate(mention.words) if split_noun(word)), None)
    noun = split_noun(mention.words[at]) if at is not None else None
    if at is None or noun is None:
        return None
    if noun.head.kind not in (*UTTERANCES, "study", "press") and noun.head.word not in _ISSUED:
        return None
    if any(match.start <= at < match.end for match in load_lexicon().scan(mention.words)):
        return None
    if any(mention.words[i] in _PLACED and any(map(capital, mention.words[:i])) for i in range(1, at)):
        # "der Focus in seiner Onlineausgabe", "Kennedy in einer Rede": somebody stands before it
        return None
    paper = _paper(mention, at)
    if paper is not None:
        return paper
    behind = _behind(mention, at, read)
    if behind is not None:
        return replace(behind, rule=f"behind_{noun.head.kind}/{behind.rule}")
    if noun.head.kind not in UTTERANCES:
        return None
    return (
        first_part(noun.first)
        or _owned(mention, at)
        or _of_adjective(mention, at, noun)
        or _of_country(mention, at, noun)
        or _bare(mention, at, noun)
    )


def _behind(mention: Words, at: int, read: Read) -> Interpretation | None:
    """The source in the genitive after the utterance, or before it ("Celebis Angaben")."""
    rest = clean(mention.words[at + 1 :], mention.labels[at + 1 :])
    if rest.words and mention.words[at + 1] not in _NOT_OF:
        reading = read(rest._replace(asides=rest.asides or mention.asides))
        if reading is not None and (reading.settled or reading.kind == "own"):
            return reading
    owner = mention.words[at - 1] if at else ""
    if capital(owner) and owner.endswith("s") and load_geography().place(owner) is None:
        part = clean((*mention.words[: at - 1], owner.removesuffix("s")), mention.labels[:at])
        reading = read(part) if part.words else None
        return reading or Interpretation(part.words[-1], "person", "owner", surface=part.words[-1])
    return None


def first_part(first: str) -> Interpretation | None:
    """The source in the first part of a compound: Polizei(angaben), Kreml(angaben), Unternehmens(angaben)."""
    if not first:
        return None
    entry = known_first(first)
    if entry is not None:
        return Interpretation(entry.name, "known", "first_part_known", entry.country, entry.institution, entry=entry)
    if first.isupper() and len(first) > 1:
        return Interpretation(first, "body", "first_part_acronym", "", "")
    for form in (first.removesuffix("s"), first, first + "n"):
        word = form[:1].upper() + form[1:]
        noun = split_noun(word)
        if noun is not None and noun.head.kind == "voice":
            return Interpretation(
                word, "role", "first_part_voice", "", noun.head.institution, "unnamed", noun, plural=True
            )
        if noun is not None and noun.head.kind in ("body", "group"):
            body = noun.head.kind == "body"
            naming: Naming = "named" if body else "unnamed"
            kind: ReadingKind = "body" if body else "group"
            return Interpretation(word, kind, "first_part_body", "", noun.head.institution, naming, noun, definite=body)
    return None


def _owned(mention: Words, at: int) -> Interpretation | None:
    """ "ihrer Meinung nach", "eigenen Angaben zufolge": the article must tell whose."""
    for word in mention.words[:at]:
        if word.lower() in _OWN:
            return Interpretation("-", "own", "own_utterance", gender=_OWN[word.lower()])
    return None


def _paper(mention: Words, at: int) -> Interpretation | None:
    """ "die Salzburger Nachrichten", "Stuttgarter Nachrichten": a paper named after its town."""
    words = mention.words
    for place in range(max(at, 1), len(words)):
        if words[place] == "Nachrichten" and words[place - 1].endswith("er"):
            town = load_geography().place(words[place - 1])
            if town is not None and capital(words[place - 1]) and town.kind == "adjective":
                return Interpretation(f"{words[place - 1]} Nachrichten", "body", "paper", town.country, "media")
    return None


def _of_adjective(mention: Words, at: int, noun: Noun) -> Interpretation | None:
    """ "behördlichen Angaben zufolge", "offizielle Angaben": an adjective tells the kind of source."""
    institution = institution_of_adjectives(mention.words[:at])
    if not institution or noun.head.kind == "text":
        return None
    places = load_geography().scan(mention.words[:at])
    entity = nominative(mention.words[: at + 1], at, noun, is_plural(noun, ""))
    country = places[0][2].country if places else ""
    return Interpretation(entity, "group", "utterance_of_adjective", country, institution, "unnamed", noun)


def _of_country(mention: Words, at: int, noun: Noun) -> Interpretation | None:
    """ "israelischen Angaben zufolge": the side of a country, unnamed."""
    places = load_geography().scan(mention.words[:at])
    if not places or noun.head.kind == "text":
        return None
    entity = nominative(mention.words[: at + 1], at, noun, is_plural(noun, ""))
    return Interpretation(entity, "group", "utterance_of_country", places[0][2].country, "government", "unnamed", noun)


def _bare(mention: Words, at: int, noun: Noun) -> Interpretation:
    """An utterance without anybody behind it: a text may have an author in the article, what media report is theirs."""
    if noun.head.kind == "text" and not noun.head.institution:
        words = [word.lower() for word in mention.words[:at]]
        within = words[:1] == ["einem"] or words[:1] == ["einer"]
        internal = within and any(word.startswith(_INTERNAL) for word in words)
        return Interpretation("-", "own", "internal_text" if internal else "bare_text")
    if noun.head.kind == "text":
        # "auf einem Plakat": whoever holds it
        entity = nominative(mention.words[: at + 1], at, noun, noun.plural)
        return Interpretation(entity, "group", "text_of_kind", "", noun.head.institution, "unnamed", noun)
    if noun.head.institution:
        entity = nominative(mention.words[: at + 1], at, noun, noun.plural or noun.ending in ("e", "en"))
        the = any(word.lower() in DEFINITE for word in mention.words[:at]) and not noun.plural
        return Interpretation(entity, "group", "report_of_media", "-", noun.head.institution, "unnamed", noun,
                              definite=the and noun.head.word in _OF_SOMEBODY)  # fmt: skip
    return Interpretation("-", "nobody", "bare_utterance", naming="none")
