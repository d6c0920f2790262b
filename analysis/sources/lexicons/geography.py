"""Which country a word is about: names of states and towns, adjectives, inhabitants, compounds with "US-"."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from analysis.memo import Memo
from analysis.resources import read_lexicon, split_list

PlaceKind = Literal["state", "capital", "town", "adjective", "people"]
_ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")
_REGION = re.compile(r"(?:Nord|Süd|Ost|West|Mittel|Zentral)+(?:ost|west)?(\w{4,})")


class Place(NamedTuple):
    """A word or several about a country: its code, what kind of word, and the name in its base form."""

    country: str
    kind: PlaceKind
    name: str


class Geography:
    """Tables from word forms to places."""

    def __init__(self) -> None:
        self.states: dict[str, str] = {}
        self._forms: dict[str, Place] = {}
        for row in read_lexicon("countries"):
            self._add_state(row)
        for row in read_lexicon("country_names"):
            for name in split_list(row["names"]):
                self._add_name(Place(row["code"], "state", self.states.setdefault(row["code"], name)), name)
        for row in read_lexicon("places"):
            for name in split_list(row["places"]):
                self._add_name(Place(row["country"], "town", name))
            for adjective in split_list(row["adjectives"]):
                self._add_adjective(row["country"], adjective)
        for row in read_lexicon("knowledge/towns"):
            for name in split_list(row["places"]):
                self._add_name(Place(row["country"], "town", name))
        # How many words the longest name has that begins with a word, where that is more than one.
        self._longest: dict[str, int] = {}
        for form in self._forms:
            words = form.split(" ")
            if len(words) > 1:
                self._longest[words[0]] = max(len(words), self._longest.get(words[0], 1))
        self._known = Memo(self._beginning)
        self._scanned = lru_cache(maxsize=4096)(self._scan)

    def _add_state(self, row: dict[str, str]) -> None:
        code, name = row["code"], row["name"]
        self.states[code] = name
        for form in (name, *split_list(row["aliases"])):
            self._add_name(Place(code, "state", name), form)
        if row["capital"]:
            for capital in split_list(row["capital"]):
                self._add_name(Place(code, "capital", capital))
        for adjective in split_list(row["adjective"]):
            self._add_adjective(code, adjective)
        for person in split_list(row["inhabitants"]):
            for ending in ("", "s", "n", "en", "nen"):
                self._forms.setdefault(person + ending, Place(code, "people", person))

    def _add_name(self, place: Place, form: str | None = None) -> None:
        form = form or place.name
        for variant in (form, form + "s", form + "’", form + "'", form + "n"):
            self._forms.setdefault(variant, place)
        if " " in form:
            first, rest = form.split(" ", 1)
            if first.endswith(("e", "er")):
                base = first.removesuffix("r").removesuffix("e")
                for ending in _ADJECTIVE_ENDINGS[1:]:
                    self._forms.setdefault(f"{base}{ending} {rest}", place)
        if place.kind != "state":
            root = form.removesuffix("en") if form.endswith("ingen") else form.removesuffix("e")
            self._forms.setdefault(root + "er", Place(place.country, "adjective", place.name))

    def _add_adjective(self, code: str, stem: str) -> None:
        stem, _, town = stem.partition("=")
        place = Place(code, "adjective", town or stem)
        if stem[0].isupper():
            self._forms[stem] = place
            return
        for ending in _ADJECTIVE_ENDINGS:
            self._forms.setdefault(stem + ending, place)
            self._forms.setdefault(stem[0].upper() + stem[1:] + ending, place)

    def speaker(self, place: Place) -> str:
        """Who speaks where a state or its capital speaks: the state by its usual name ("Moskau" is "Russland")."""
        return self.states.get(place.country, place.name) if place.kind == "capital" else place.name

    def place(self, form: str) -> Place | None:
        """What a form ("Pekings", "nordkoreanischen", "US-Beamte") says about a country."""
        found = self._forms.get(form)
        if found or (form[:1].islower() and "-" not in form):
            return found
        if "-" not in form:
            region = _REGION.match(form)
            rest = region.group(1) if region else ""
            inner = self._forms.get(rest[:1].upper() + rest[1:])
            return Place(inner.country, "town", form) if inner and inner.kind == "state" else None
        first = form.split("-", 1)[0]
        place = self._forms.get(first)
        return Place(place.country, "adjective", place.name) if place else None

    def _beginning(self, word: str) -> tuple[int, Place | None]:
        """How many words the longest name has that begins with this one, and what the word says by itself."""
        return self._longest.get(word, 1), self.place(word)

    def scan(self, words: Sequence[str]) -> tuple[tuple[int, int, Place], ...]:
        """All places among ``words`` as (start, end, place), longest first, without overlap."""
        return self._scanned(tuple(words))

    def _scan(self, words: tuple[str, ...]) -> tuple[tuple[int, int, Place], ...]:
        found = []
        end = 0
        for start, (longest, place) in enumerate(map(self._known.__getitem__, words)):
            if start < end or (place is None and longest == 1):
                continue
            end = start + 1
            for stop in range(min(len(words), start + longest), end, -1):
                longer = self._forms.get(" ".join(words[start:stop]))
                if longer:
                    end, place = stop, longer
                    break
            if place:
                found.append((start, end, place))
        return tuple(found)


@cache
def load_geography() -> Geography:
    """The shipped countries and places."""
    return Geography()
