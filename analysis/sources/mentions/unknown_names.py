"""Reads a name that no list holds, from its ending, its first part or the engine's label."""

from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.lexicons.known_entities import Entry, load_lexicon
from analysis.sources.lexicons.name_endings import SITE_ENDINGS, country_of_name, institution_of_name
from analysis.sources.lexicons.public_organisations import organisation_named
from analysis.sources.mentions.affiliation import known_first
from analysis.sources.mentions.interpretation import Interpretation
from analysis.sources.mentions.noun_phrase_rules import proper_name
from analysis.sources.mentions.words import ARTICLES, Words, capital


def unknown_name(mention: Words) -> Interpretation | None:
    """A name that no list holds: its ending, its first part or the engine's label tells what it is."""
    words = mention.words
    named = (i for i, word in enumerate(words) if capital(word) or word.endswith(SITE_ENDINGS))
    start = next((i for i in named if words[i].lower() not in ARTICLES), None)
    if start is None:
        return None
    name = proper_name(mention, start)
    if not name:
        return None
    listed = organisation_named(name)
    if listed is not None:
        return Interpretation(
            listed.name, "known", "public_organisation", listed.country, listed.institution, entry=listed
        )
    last = name.split(" ")[-1]
    entry = known_first(last.rpartition(".")[0]) if last.endswith(SITE_ENDINGS) and " " not in name else None
    if entry is not None:
        return Interpretation(entry.name, "known", "site_of_known", entry.country, entry.institution, entry=entry)
    noun = split_noun(last.rpartition(".")[0].capitalize()) if last.endswith(SITE_ENDINGS) else None
    if noun is not None and noun.head.kind == "body" and noun.head.institution != "media":
        body = last.rpartition(".")[0]
        return Interpretation(body[:1].upper() + body[1:], "body", "site_of_body", "", noun.head.institution, noun=noun)
    if last.endswith(SITE_ENDINGS):
        return Interpretation(name, "body", "site", country_of_name(name), "media")
    told = institution_of_name(name)
    if told:
        return Interpretation(name, "body", "paper" if told == "media" else "name_ending", "", told)
    entry = _compound_of_known(words[start]) if "-" in words[start] else None
    if entry is not None:
        return Interpretation(entry.name, "known", "compound_of_known", entry.country, entry.institution, entry=entry)
    if 2 <= len(name) <= 6 and name.isupper():
        return Interpretation(name, "body", "acronym", "", "ngo")
    if mention.labels[start].endswith("ORG"):
        return Interpretation(name, "body", "labelled_body", "", "business")
    return None


def _compound_of_known(word: str) -> Entry | None:
    """The known body in a compound: of a state's party its last part ("Landes-SPD"), else the first."""
    last = load_lexicon().match((word.rsplit("-", 1)[1],))
    return last if last is not None and last.institution == "party" else known_first(word.split("-")[0])
