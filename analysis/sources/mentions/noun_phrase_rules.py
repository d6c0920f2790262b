"""Reads a noun phrase by its head: a role without a name, a body by its kind, people or bodies in general."""

from collections.abc import Sequence

from analysis.model import Naming
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import Noun, split_noun
from analysis.sources.lexicons.name_endings import SITE_ENDINGS, country_of_name
from analysis.sources.lexicons.trades import trade_words
from analysis.sources.mentions.affiliation import Belonging, belonging
from analysis.sources.mentions.held_roles import role_institution
from analysis.sources.mentions.inflection import institution_of_adjectives, is_plural, nominative
from analysis.sources.mentions.interpretation import Interpretation, ReadingKind
from analysis.sources.mentions.words import ARTICLES, DEFINITE, INDEFINITE, POSSESSIVES, SAME, Words, capital

_ORDINALS = ("erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte")
_UNNAMED_WITH_BODY = {"beamt", "quelle", "quellen", "kreise", "kreisen", "umfeld", "berater", "beraterin"}
_SPEAKS_FOR = {"sprecher", "sprecherin", "wortführer", "pressestelle", "pressesprecher", "pressesprecherin"}
_ONE_PARTY = {"CN", "KP", "IR", "SY", "CU", "BY", "VN", "LA", "ER", "TM"}
_TOWN_BODIES = ("polizei", "staatsanwaltschaft", "feuerwehr", "kriminalpolizei")
_STOPS = {",", ";", ":", "bei", "am", "im", "in", "auf", "vom", "seit", "aus"}
_LINKS = {"for", "of", "and", "de", "the", "&"}
_LOCAL = ("lokal", "örtlich", "regional", "einheimisch", "dortig")


def read_role(mention: Words, at: int, noun: Noun) -> Interpretation:
    """A person by role alone: "der Kremlsprecher", "US-Beamte", "ein Vertreter der Vereinten Nationen"."""
    words, word, kind = mention.words, noun.head.word, noun.head.kind
    article = article_before(words, at)
    pointing = words[0].lower() in POSSESSIVES and words[0].lower() not in ARTICLES
    # "Deren Vorsitzende" is one
    plural = is_plural(noun, "die" if pointing else article)
    tie = belonging(words, at, noun)
    institution = role_institution(words, at, noun, tie) or ("citizen" if word.startswith("mitarbeiter") else "unknown")
    definite = article.lower() in DEFINITE
    placeless = noun.head.placeless or (plural and institution == "expert" and not definite)
    country = tie.country or ("-" if placeless and not tie.body else "")
    if institution == "party" and kind == "voice" and country in _ONE_PARTY:
        institution = "government"
    naming: Naming = "role" if kind == "office" and (not plural or definite) else "unnamed"
    entity = _party_people(noun, tie, words, at) or nominative(words[: _stop(words, at)], at, noun, plural)
    if tie.body and not plural and (word in _SPEAKS_FOR or kind == "member") and word not in _UNNAMED_WITH_BODY:
        entity, naming = tie.body, "role"
    elif tie.body and tie.named and institution == "ngo" and plural:
        entity, naming = tie.body, "named"
    return Interpretation(entity, "role", f"role_{kind}", country, institution, naming, noun, tie.entry, plural=plural,
                   definite=article.lower() in DEFINITE and _bare(words, at),
                   attributed=article.lower() in DEFINITE and not _bare(words, at) and not tie.country,
                   indefinite=article.lower() in INDEFINITE, body=tie.body, owner=tie.owner,
                   possessed=article.lower() in POSSESSIVES or words[0].lower() in POSSESSIVES,
                   gender="f" if word.endswith("in") or (aged(noun) and article.lower() == "die") else "")  # fmt: skip


def aged(noun: Noun) -> bool:
    """Whether the noun tells nothing but an age: "die 71-Jährige"."""
    return noun.head.word.endswith("jährig")


def _party_people(noun: Noun, tie: Belonging, words: Sequence[str], at: int) -> str:
    """ "Politiker der SPD" → "SPD-Politiker"."""
    if noun.head.word != "politiker" or not tie.entry or noun.first or at + 1 >= len(words):
        return ""
    return f"{tie.entry.name}-Politiker"


def read_body(mention: Words, at: int, noun: Noun) -> Interpretation:
    """A body by its kind: "die Mainzer Polizei", "das isländische Fischereiministerium", "deren Ministerium"."""
    possessed = mention.words[0].lower() in POSSESSIVES
    if possessed and at:
        mention, at = mention.part(1, len(mention.words)), at - 1
    words = mention.words
    name = proper_name(mention, at + 1)
    tie = belonging(words, at, noun)
    institution = tie.institution if noun.head.borrows and tie.institution else noun.head.institution or "unknown"
    if institution == "ngo" and trade_words(words):
        institution = "business"
    if noun.head.word == "senat" and any(word.lower().startswith(_ORDINALS) for word in words[:at]):
        # "der Zweite Senat" of a court
        institution = "justice"
    if name and _named_alone(noun):
        country = tie.country or country_of_name(name.casefold() if name.endswith(SITE_ENDINGS) else "")
        return Interpretation(name, "body", "body_name", country, institution, noun=noun)
    article = article_before(words, at)
    entity = _town_body(words, at) or nominative(words[: _stop(words, at)], at, noun, is_plural(noun, article))
    naming: Naming = "unnamed" if article.lower() in INDEFINITE else "named"
    return Interpretation(entity, "body", "body", tie.country, institution, naming, noun, plural=noun.plural,
                   possessed=possessed,
                   definite=article.lower() in DEFINITE and _bare(words, at))  # fmt: skip


def _named_alone(noun: Noun) -> bool:
    """Whether the name behind the noun stands without it: "die Firma Nordwind", but "das Landgericht Hamburg"."""
    return noun.head.institution not in ("justice", "parliament", "expert", "government", "igo")


def _town_body(words: Sequence[str], at: int) -> str:
    """ "Mainzer Polizei" → "Polizei Mainz", as the police of a town call themselves."""
    noun = split_noun(words[at])
    if noun is None or noun.head.word not in _TOWN_BODIES:
        return ""
    for place in range(at - 1, -1, -1):
        town = load_geography().place(words[place])
        if town and town.kind == "adjective" and capital(words[place]) and "-" not in words[place]:
            return f"{words[at]} {town.name}" if capital(town.name) else ""
    if at + 2 < len(words) and words[at + 1] in ("in", "von") and load_geography().place(words[at + 2]):
        return f"{words[at]} {words[at + 2]}"
    return ""


def proper_name(mention: Words, start: int) -> str:
    """The name that follows a kind of body: "der Bewegung Tehrik-i-Taliban", "der Website icelandreview.com"."""
    words, labels = mention.words, mention.labels
    end = start
    while end < len(words) and (
        (labels[end].endswith("ORG") and (end > start or capital(words[end])))
        or (capital(words[end]) and (split_noun(words[end]) is None or words[end - 1] == "&"))
        or words[end].endswith(SITE_ENDINGS)
        or (end > start and words[end] in _LINKS)
    ):
        end += 1
    name = " ".join(words[start:end])
    place = load_geography().place(name.split(" ")[0]) if name else None
    return "" if place is not None and end - start == 1 else name


def read_group(mention: Words, at: int, noun: Noun) -> Interpretation:
    """People or bodies in general: "die Behörden", "lokale Medien", "nordkoreanische Staatsmedien"."""
    words = mention.words
    tie = belonging(words, at, noun)
    institution = noun.head.institution or "unknown"
    if noun.head.borrows and tie.institution:
        institution = tie.institution
    if noun.head.word.endswith("medien") and tie.country in _ONE_PARTY:
        institution = "state_media"
    if institution == "ngo" and trade_words(words):
        institution = "business"
    if institution == "unknown" and noun.head.borrows:
        # "deutscher Seite", "diplomatische Kreise"
        institution = institution_of_adjectives(words[:at]) or ("government" if tie.country else "unknown")
    local = any(word.lower().startswith(_LOCAL) for word in words[:at])
    nowhere = noun.head.word.startswith("kreis") and not noun.first and institution == "unknown"
    sourceless = (noun.head.placeless and not local) or nowhere
    naming: Naming = "role" if noun.head.institution in ("state_media", "parliament") else "unnamed"
    plural = is_plural(noun, article_before(words, at))
    entity = nominative(words[: _stop(words, at)], at, noun, plural)
    kind: ReadingKind = "study" if noun.head.kind == "study" else "group"
    return Interpretation(
        entity,
        kind,
        "group_" + noun.head.kind,
        tie.country or ("-" if sourceless else ""),
        institution,
        naming,
        noun,
        plural=plural,
    )


def article_before(words: Sequence[str], at: int) -> str:
    """The article before a head noun, "" where there is none."""
    return next((word for word in words[:at] if word.lower() in ARTICLES), "")


def _bare(words: Sequence[str], at: int) -> bool:
    """Whether nothing but an article stands with the noun, so that the article must tell who it is."""
    return at == len(words) - 1 and all(word.lower() in ARTICLES or word in SAME for word in words[:at])


def _stop(words: Sequence[str], at: int) -> int:
    """Where the name of a role or body ends: at a comma or a preposition of place or time."""
    return next((place for place in range(at + 1, len(words)) if words[place] in _STOPS), len(words))
