"""The noun that heads a mention: split off its first part, and know its number and gender.

``Kremlsprecherin`` is the head ``sprecherin`` after ``Kreml``; ``Behörden`` the head ``behörden``.
"""

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
)  # fmt: skip
_PLURAL_HEADS = {
    "behörden", "medien", "kreise", "kreisen", "quellen", "personen", "fachleute", "gewährsleute", "leute", "eltern",
    "streitkräfte", "streitkräften", "truppen", "rettungskräfte", "einsatzkräfte", "sicherheitskräfte", "männer",
    "frauen", "menschen", "mönche", "ärzte", "bauern", "demonstranten", "studenten", "organisatoren", "fans",
    "agenturen", "zeitungen", "banken", "firmen", "parteien", "gewerkschaften", "kommunen", "milizen", "rebellen",
    "angaben", "aussagen", "informationen", "gerüchte", "worte", "worten", "pläne", "analysten", "vorstände",
    "untersuchungen", "ministerien", "blauhelme", "staatsmedien", "geheimdienste", "militärs", "kommentatoren",
}  # fmt: skip
_NOT_HEADS = frozenset(
    "personal monat moment format mandat auftrag vertrag haft bestand umstand anstand zustand abstand aufstand"
    " widerstand verstand gegenstand rückstand stillstand wohlstand einheit konzentration vorderseite rückseite"
    " kehrseite volksstimme".split()
)
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
        if word in _PLURAL_HEADS or any(word.endswith(plural) for plural in _PLURAL_HEADS):
            return True
        if self.ending in ("nen", "ern"):
            return True
        if word.endswith(("er", "el", "or", "um")) or (word.endswith(("in", "e")) and self.ending == ""):
            return self.ending == "en" or (self.ending == "n" and not word.endswith("e"))
        if adjectival(self.head):
            return False
        return self.ending in ("e", "en", "n") and not weak(word)


def adjectival(head: Head) -> bool:
    """Whether the head is an adjective used as a noun ("Vorsitzende", "Beamter")."""
    return head.word in _ADJECTIVAL or head.word.endswith(("end", "jährig"))


_ADJECTIVAL = {
    "beamt", "abgeordnet", "kongressabgeordnet", "beauftragt", "gesandt", "sondergesandt", "delegiert", "angestellt",
    "angehörig", "jugendlich", "angeklagt", "beschuldigt", "verdächtig", "verurteilt", "gefangen", "aufständisch",
    "oppositionell", "geschworen", "sachverständig", "eingeweiht", "offiziell", "liberal", "konservativ",
    "ehrenamtlich", "außenbeauftragt", "verantwortlich", "befragt", "vorsitzend", "stadtverordnet",
}  # fmt: skip


def weak(word: str) -> bool:
    """Whether the noun takes -(e)n in every case but the nominative, so that the form tells no number."""
    return word.endswith(("ent", "ant", "ist", "at", "oge", "ot", "graf", "fürst", "prinz", "soldat", "herr", "e"))


def gender(word: str) -> Gender:
    """Grammatical gender of a head noun: m, f or n, from its ending."""
    if word in _ADJECTIVAL:
        return "m"
    if word.endswith(_NEUTER):
        return "n"
    return "f" if word.endswith(_FEMININE) else "m"


@cache
def _heads() -> dict[str, tuple[Head, str]]:
    """Every form of every head, to the head and its ending."""
    forms: dict[str, tuple[Head, str]] = {}
    rows = read_lexicon("heads")
    for row in rows:
        head = Head(row["head"].lstrip("-"), row["kind"], row.get("institution", ""),
                    row.get("borrows") == "yes", row.get("place") == "-")  # fmt: skip
        forms[head.word] = (head, "")
    for head, ending in list(forms.values()):
        for extra in _ENDINGS:
            forms.setdefault(head.word + extra, (head, ending + extra))
    return forms


@lru_cache(maxsize=16384)
def split_noun(word: str) -> Noun | None:
    """The noun split at the longest head it ends in; None for lower-case words and words with no known head."""
    if len(word) < 3 or not (word[0].isupper() or word[0].isdigit()):
        return None
    key = word.lower().rstrip(".")
    if key in _NOT_HEADS:
        return None
    forms = _heads()
    for start in range(len(key) - 2):
        found = forms.get(key[start:])
        if found and _may_stand_before(key[:start], found[0]):
            return Noun(word[:start].rstrip("-"), *found)
    return None


def _may_stand_before(first: str, head: Head) -> bool:
    """Whether the first part of a compound looks like one: empty, hyphenated, or long enough to be a word."""
    return not first or first.endswith("-") or (len(first) >= 3 and len(head.word) >= 3)
