"""The noun that heads a mention: split off its first part, and know its number and gender.

``Kremlsprecherin`` is the head ``sprecherin`` after ``Kreml``; ``Behörden`` the head ``behörden``.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.resources import read_lexicon

_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "em", "ern", "se", "sen", "ses", "nen", "ns", "ens")
_FEMININE = (
    "e", "in", "ei", "ung", "schaft", "ion", "tät", "ik", "wehr", "miliz", "justiz", "polizei", "bank", "stadt",
    "presse", "macht", "kraft", "frau", "mutter", "tochter", "schwester", "jury", "airline", "firma",
)  # fmt: skip
_NEUTER = (
    "ministerium", "amt", "gericht", "parlament", "institut", "unternehmen", "militär", "heer", "kabinett",
    "präsidium", "fernsehen", "radio", "blatt", "magazin", "portal", "bündnis", "komitee", "netzwerk", "werk",
    "büro", "museum", "haus", "klinikum", "regime", "kommissariat", "tribunal", "zentrum", "mitglied", "opfer",
    "mädchen", "gesetz", "urteil", "dokument", "papier", "umfeld", "oberhaupt", "revier", "observatorium",
    "konsulat", "medium", "gutachten", "gremium", "dekret", "bistum", "forum", "bundesland", "gesetzbuch", "gefängnis",
    "restaurant", "hotel", "studio", "labor", "kloster", "team", "kommando", "generalkonsulat", "start-up",
)  # fmt: skip
_PLURAL_HEADS = (
    "behörden", "medien", "kreise", "kreisen", "quellen", "personen", "fachleute", "gewährsleute", "leute", "eltern",
    "streitkräfte", "streitkräften", "truppen", "rettungskräfte", "einsatzkräfte", "sicherheitskräfte", "männer",
    "frauen", "menschen", "mönche", "ärzte", "bauern", "demonstranten", "studenten", "organisatoren", "fans",
    "agenturen", "zeitungen", "banken", "firmen", "parteien", "gewerkschaften", "kommunen", "milizen", "rebellen",
    "angaben", "aussagen", "informationen", "gerüchte", "worte", "worten", "pläne", "analysten", "vorstände",
    "untersuchungen", "ministerien", "blauhelme", "staatsmedien", "geheimdienste", "militärs", "kommentatoren",
)  # fmt: skip
_ENDS_OF_NAMES = {"mann", "bauer", "sohn", "könig", "kaiser", "fürst", "wirt"}
"""Heads that stand alone: behind another word they mostly end a family name ("Hartmann", "Neubauer")."""
_NOT_HEADS = frozenset(
    "personal monat moment format mandat auftrag vertrag haft bestand umstand anstand zustand abstand aufstand"
    " widerstand verstand gegenstand rückstand stillstand wohlstand einheit konzentration vorderseite rückseite"
    " kehrseite volksstimme".split()
)
_SHORT_FIRST = {"öl", "ko", "ex"}
"""First parts of two letters: "Ölminister", "Kopilot", "Exkanzler"."""
ROLES = frozenset({"office", "member", "voice"})
"""Kinds of heads that mean a human being."""
BEFORE_NAMES = ROLES | {"title"}
"""Kinds of heads that stand before the name of one."""
UMLAUT = "¨"
"""Stands at the front of an ending whose plural changes the stem: ``verbände`` has the ending ``¨e``."""
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}
_UMLAUT_ENDINGS = ("e", "en", "er", "ern", "", "n")
Gender = str


class Head(NamedTuple):
    """A row of the list of heads."""

    word: str
    kind: str
    institution: str
    borrows: bool
    placeless: bool


class Noun(NamedTuple):
    """A noun split at its head: what stands before it (without a hyphen), the head, its ending."""

    first: str
    head: Head
    ending: str

    @property
    def plural(self) -> bool:
        """Whether the form is a plural without a doubt; forms that may be both count as singular."""
        word = self.head.word
        if self.ending.startswith(UMLAUT):
            return True
        if word.endswith(_PLURAL_HEADS):
            return True
        if self.ending in ("nen", "ern", "se", "sen"):
            return True
        if word.endswith(("er", "el", "or", "um")) or (word.endswith(("in", "e")) and self.ending == ""):
            return self.ending == "en" or (self.ending == "n" and not word.endswith("e"))
        if adjectival(self.head):
            return False
        return self.ending in ("e", "en", "n") and not weak(word)


def adjectival(head: Head) -> bool:
    """Whether the head is an adjective used as a noun ("Vorsitzende", "Beamter")."""
    return head.word in _ADJECTIVAL or head.word.endswith(_ADJECTIVAL_ENDS)


def several(noun: Noun) -> bool:
    """Whether the noun may be a plural before two names joined by "und": "die Abgeordneten X und Y"."""
    return noun.plural or (adjectival(noun.head) and noun.ending.endswith("en"))


_ADJECTIVAL = {
    "beamt", "abgeordnet", "kongressabgeordnet", "beauftragt", "gesandt", "sondergesandt", "delegiert", "angestellt",
    "angehörig", "jugendlich", "angeklagt", "beschuldigt", "verdächtig", "verurteilt", "gefangen", "aufständisch",
    "oppositionell", "geschworen", "sachverständig", "eingeweiht", "offiziell", "liberal", "konservativ",
    "ehrenamtlich", "außenbeauftragt", "verantwortlich", "befragt", "vorsitzend", "stadtverordnet", "unbekannt",
    "verwandt", "gläubig", "beschäftigt", "obdachlos", "arbeitslos", "indigen", "einheimisch", "hinterblieben",
    "geistlich", "wehrpflichtig", "bevollmächtigt", "beigeordnet", "schaulustig",
}  # fmt: skip
_ADJECTIVAL_ENDS = ("end", "jährig", "beamt", "angehörig", "beauftragt", "abgeordnet", "gesandt", "verdächtig")


def weak(word: str) -> bool:
    """Whether the noun takes -(e)n in every case but the nominative, so that the form tells no number."""
    return word.endswith(("ent", "ant", "ist", "at", "oge", "ot", "graf", "fürst", "prinz", "soldat", "herr", "e"))


def gender(word: str) -> Gender:
    """Grammatical gender of a head noun: m, f or n, from its ending."""
    if word in _ADJECTIVAL or word.endswith(_ADJECTIVAL_ENDS):
        return "m"
    if word.endswith(_NEUTER):
        return "n"
    return "f" if word.endswith(_FEMININE) else "m"


Forms = dict[str, tuple[Head, str]]


@cache
def _heads() -> tuple[Forms, Forms]:
    """Every form of every head, to the head and its ending: those of any noun, and those of compounds only."""
    anywhere: Forms = {}
    behind: Forms = {}
    for row in read_lexicon("heads"):
        head = Head(row["head"].lstrip("-"), row["kind"], row.get("institution", ""),
                    row.get("borrows") == "yes", row.get("place") == "-")  # fmt: skip
        (behind if row["head"].startswith("-") else anywhere)[head.word] = (head, "")
    for head, _ in list(anywhere.values()):
        if head.kind in ROLES and not adjectival(head) and not head.word.endswith("in"):
            feminine = head.word.removesuffix("e") + "in"
            anywhere.setdefault(feminine, (head._replace(word=feminine), ""))
    for head, _ in list(anywhere.values()):
        if head.kind in ROLES and head.word.endswith("mann"):
            people = head.word.removesuffix("mann") + "leute"
            anywhere.setdefault(people, (head._replace(word=people), ""))
    for forms in (anywhere, behind):
        for head, _ in list(forms.values()):
            for form, ending in _inflected(head.word):
                forms.setdefault(form, (head, ending))
    return anywhere, behind


def _inflected(word: str) -> Iterator[tuple[str, str]]:
    """The forms of a head with their endings, plurals with umlaut included."""
    for ending in _ENDINGS:
        yield word + ending, ending
    place = max(map(word.rfind, _UMLAUTS))
    at = place - 1 if word[max(place - 1, 0) : place + 1] == "au" else place
    if at < 0 or word.endswith(("or", "um", "a", "o", "e", "ion", "schaft", "at", "ant", "ung")):
        return
    changed = word[:at] + _UMLAUTS[word[at]] + word[at + 1 :]
    for ending in _UMLAUT_ENDINGS:
        if ending not in ("", "n") or word.endswith(("el", "er", "en")):
            yield changed + ending, UMLAUT + ending


_GENDER_MARK = re.compile(r"[:*_·’/]-?(?=in(?:nen)?(?:-|$))")


def without_gender_mark(word: str) -> str:
    """A noun for all genders as its feminine form: "Expert:innen" and "Sprecher/-in" as Expertinnen, Sprecherin."""
    return _GENDER_MARK.sub("", word) if "in" in word else word


@lru_cache(maxsize=16384)
def split_noun(word: str) -> Noun | None:
    """The noun split at the longest head it ends in; None for lower-case words and words with no known head.

    A small first part is allowed before a hyphen ("dpa-Meldung", "58-Jährige").
    """
    word = without_gender_mark(word)
    if len(word) < 3 or not (word[0].isupper() or ("-" in word and word[word.rindex("-") + 1 :][:1].isupper())):
        return None
    key = word.lower().rstrip(".")
    if key in _NOT_HEADS:
        return None
    anywhere, behind = _heads()
    for start in range(len(key) - 2):
        found = (behind.get(key[start:]) if start else None) or anywhere.get(key[start:])
        if found and start and found[0].word in _ENDS_OF_NAMES and "-" not in word:
            continue
        if found and _may_stand_before(key[:start], found[0]):
            return Noun(word[:start].rstrip("-"), *found)
    return None


def _may_stand_before(first: str, head: Head) -> bool:
    """Whether the first part of a compound looks like one: empty, hyphenated, or long enough to be a word."""
    return not first or first.endswith("-") or (len(head.word) >= 3 and (len(first) >= 3 or first in _SHORT_FIRST))
