"""Noun phrases: where they end, whether they can be a subject, and which one is the subject of a verb.

STTS tags and German word order are enough: articles, numbers and adjectives, then nouns and names, then
genitives, brackets, names in quotation marks, "von/aus/für …" and appositions between commas.
"""

from analysis.language.token_columns import Range, Ranges, TokenColumns

_PREMODIFIERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "CARD", "ADJA", "TRUNC", "PWAT", "PRELAT", "PTKA"})
_HEADS = frozenset({"NN", "NE", "FM", "XY"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PWS", "PRELS", "PPOSS"})
_GENITIVES = frozenset(
    {
        "des", "der", "eines", "einer", "dieses", "dieser", "jenes", "jener", "seines", "seiner", "ihres",
        "ihrer", "unseres", "unserer", "meines", "meiner", "deren", "dessen", "zweier", "dreier",
        "mehrerer", "vieler", "einiger", "aller", "beider", "solcher", "anderer", "verschiedener",
    }
)  # fmt: skip
_CLOSE_ATTRIBUTES = frozenset({"von", "vom", "aus", "für"})
_TIMES = frozenset(
    {
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "dezember", "abend", "morgen", "nachmittag", "vormittag", "mittag", "nacht", "woche",
        "monat", "jahr", "uhr", "tag", "wochenende", "dienstagabend", "montagabend", "freitagabend",
        "jahres", "tage", "tagen", "wochen", "jahren",
    }
)  # fmt: skip
_LONGEST_BRACKET = 8
_CLOSERS = frozenset('„“”"»«)]')
_MARKS = frozenset('„“”"»«')


def phrase_end(view: TokenColumns, first: int, limit: int, *, loose: bool = False) -> int:
    """The token after the noun phrase that begins at ``first``, or ``first`` where none begins.

    ``loose`` takes any prepositional phrase that follows as its attribute, as before a finite verb.
    """
    core = _core_end(view, first, limit)
    if core == first or (core == first + 1 and view.tag[first] in ("PPER", "PDS", "PRELS", "PWS")):
        return core
    return _extend(view, core, limit, loose)


def _core_end(view: TokenColumns, first: int, limit: int) -> int:
    """Articles, adjectives and head; or one pronoun."""
    index = first + (view.low[first] in ("sowohl", "weder") if first < limit else 0)
    if index < limit and view.tag[index] in ("PPER", "PDS", "PRELS", "PWS"):
        return index + 1
    while index < limit:
        tag = view.tag[index]
        if tag in _HEADS and view.form[index] not in _MARKS:
            return _heads_end(view, index, limit)
        if tag in _PREMODIFIERS:
            index = _skip_participial(view, index + 1, limit) if tag in ("ART", "PPOSAT", "PIAT", "PDAT") else index + 1
        elif (
            (tag in ("ADV", "ADJD", "PTKNEG", "VVPP") and _adjective_follows(view, index + 1, limit))
            or (
                view.form[index] == ","
                and index > first
                and view.tag[index - 1] == "ADJA"
                and _is(view, index + 1, "ADJA")
            )
            or (tag == "KON" and index > first and view.tag[index - 1] in ("ADJA", "CARD", "TRUNC"))
        ):
            index += 1
        elif view.form[index] in _MARKS and index + 1 < limit and view.form[index] != "“":
            closing = _closing(view, index, limit)
            return closing if closing > index else first
        elif tag in ("PIS", "PPOSS") and index >= first:
            return index + 1
        else:
            break
    if index > first and view.tag[index - 1] in ("CARD", "PIAT", "PIDAT", "ADJA", "PDAT", "PPOSAT"):
        return index
    return first


def _is(view: TokenColumns, index: int, tag: str) -> bool:
    return index < view.size and view.tag[index] == tag


def _adjective_follows(view: TokenColumns, index: int, limit: int) -> bool:
    while index < limit and view.tag[index] in ("ADV", "ADJD"):
        index += 1
    return index < limit and view.tag[index] in ("ADJA", "CARD", "PIAT", "PIDAT", "NN")


def _skip_participial(view: TokenColumns, index: int, limit: int) -> int:
    """Over "von der Stadt" in "der von der Stadt beauftragte Gutachter"; else ``index``."""
    if index >= limit or view.tag[index] not in ("APPR", "APPRART"):
        return index
    for other in range(index + 1, min(limit, index + 10)):
        # Taggers take some participles for finite verbs: "der von der Stadt beauftragte Gutachter".
        attribute = view.tag[other] in ("ADJA", "VVFIN") and _is(view, other + 1, "NN") and other + 1 < limit
        if (view.finite[other] and not attribute) or view.form[other] in ";:.":
            return index
        if attribute and view.low[other].rstrip("nrsem").endswith(("t", "end", "ig", "lich")):
            return other + 1
    return index


def _heads_end(view: TokenColumns, index: int, limit: int) -> int:
    while index < limit:
        tag = view.tag[index]
        if (tag in _HEADS and view.form[index] not in _MARKS) or (tag == "CARD" and view.tag[index - 1] == "NE"):
            index += 1
        elif (view.form[index] in ("/", "&", "-") and index + 1 < limit and view.tag[index + 1] in _HEADS) or (
            view.low[index] in ("al", "el", "bin", "ibn", "van", "von", "de", "der", "zu", "di", "da", "du", "le", "la")
            and view.tag[index - 1] == "NE"
            and index + 1 < limit
            and view.tag[index + 1] == "NE"
            and view.low[index] not in ("von", "der", "zu")
        ):
            index += 2
        else:
            break
    return index


def _closing(view: TokenColumns, index: int, limit: int) -> int:
    """The token after the short name in quotation marks that opens at ``index``."""
    for other in range(index + 2, min(limit, index + 10)):
        if view.form[other] in _MARKS:
            return other + 1
    return index


def _extend(view: TokenColumns, index: int, limit: int, loose: bool) -> int:
    """Genitives, brackets, quoted names, close prepositional attributes and coordinated phrases."""
    while index < limit:
        low, tag, form = view.low[index], view.tag[index], view.form[index]
        if (low in _GENITIVES and tag in ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "CARD")) or (
            tag in ("ADJA", "PIAT") and low.endswith("er") and _is(view, index + 1, "NN") and loose
        ):
            end = _core_end(view, index, limit)
        elif form == "(":
            end = _bracket_end(view, index, limit)
        elif form in '„»"«' and form:
            end = _closing(view, index, limit)
        elif tag in ("APPR", "APPRART") and (loose or low in _CLOSE_ATTRIBUTES):
            end = _attribute_end(view, index, limit, loose)
        elif low in ("und", "oder", "sowie", "bzw.", "&", "als") and (low != "als" or _sowohl(view, index)):
            after = index + 1 + (low == "als" and view.low[min(index + 1, view.size - 1)] == "auch")
            end = _core_end(view, after, limit)
            end = index if end == after else end
            if end < limit and view.finite[end] and not loose:
                end = index
        else:
            break
        if end == index:
            break
        index = end
    return index


def _sowohl(view: TokenColumns, index: int) -> bool:
    return any(view.low[other] in ("sowohl", "weder") for other in range(max(0, index - 12), index))


def _bracket_end(view: TokenColumns, index: int, limit: int) -> int:
    for other in range(index + 1, min(limit, index + _LONGEST_BRACKET)):
        if view.form[other] == ")":
            return other + 1
    return index


def _attribute_end(view: TokenColumns, index: int, limit: int, loose: bool) -> int:
    end = _core_end(view, index + 1, limit)
    if end == index + 1 or any(view.low[other] in _TIMES for other in range(index + 1, end)):
        return index if not loose or end == index + 1 else end
    return end


def with_apposition(view: TokenColumns, first: int, end: int, limit: int) -> int:
    """The end of the phrase ``[first, end)`` with the appositions between commas that follow it.

    ", Sprecherin des Rats," counts; a clause does not, and the closing comma stays outside.
    """
    while end + 1 < limit and view.form[end] == ",":
        start = end + 1
        if view.tag[start] not in ("ART", "NN", "NE", "ADJA", "PPOSAT", "FM") or view.low[start] in ("des",):
            break
        after = phrase_end(view, start, limit, loose=True)
        if after == start:
            break
        closes = after >= limit or view.form[after] in (",", ".", ":", ";", "–") or view.finite[after]
        if not closes:
            break
        end = after
    return end


def is_time(view: TokenColumns, first: int, last: int) -> bool:
    """Whether the phrase names a day, a month or a stretch of time."""
    return any(view.low[index] in _TIMES for index in range(first, last))


def trim(view: TokenColumns, first: int, last: int) -> Ranges:
    """The range without punctuation at its ends, as ranges; empty where nothing is left."""
    while first < last and view.tag[first].startswith("$") and view.form[first] not in _MARKS:
        first += 1
    while last > first and view.tag[last - 1].startswith("$") and view.form[last - 1] not in _CLOSERS:
        last -= 1
    return ((first, last),) if first < last else ()


_OBLIQUE = frozenset(
    {
        "den", "dem", "des", "einem", "einen", "eines", "ihm", "ihn", "ihnen", "mir", "mich", "dir",
        "dich", "uns", "euch", "sich", "denen", "dessen", "deren", "wem", "wen", "diesem", "diesen",
        "dieses", "jedem", "jeden", "seinem", "seinen", "seines", "ihrem", "ihren", "ihres", "unserem",
        "unseren", "meinem", "meinen", "keinem", "keinen", "allem", "allen", "beiden", "vielen", "einigen",
        "mehreren", "anderen", "welchem", "welchen", "demjenigen", "denjenigen", "derjenigen", "ihr",
    }
)  # fmt: skip
_BEFORE_NUMBERS = frozenset({"rund", "etwa", "fast", "knapp", "mehr", "mindestens", "sowohl", "weder", "viele"})


def can_be_subject(view: TokenColumns, index: int) -> bool:
    """Whether the phrase that begins at ``index`` can stand in the nominative."""
    return view.low[index] not in _OBLIQUE and view.tag[index] not in ("APPR", "APPRART", "PRF")


def find_phrase(view: TokenColumns, first: int, limit: int) -> Range | None:
    """The first noun phrase from ``first`` on that can be a subject; prepositional phrases do not count."""
    index = first
    while index < limit:
        tag = view.tag[index]
        if tag in ("APPR", "APPRART"):
            index = max(phrase_end(view, index + 1, limit), index + 1)
            continue
        if tag in ("ADV", "PTKNEG") and view.low[index] not in _BEFORE_NUMBERS:
            index += 1
            continue
        if tag == "PRF" or view.form[index] in ",:;":
            if view.form[index] in ":;":
                return None
            index += 1
            continue
        end = phrase_end(view, index, limit)
        if end == index:
            index += 1
        elif can_be_subject(view, index) and not is_time(view, index, end) and not _expletive(view, index, end):
            return index, with_apposition(view, index, end, limit)
        else:
            index = end
    return None


def _expletive(view: TokenColumns, first: int, end: int) -> bool:
    return end == first + 1 and view.low[first] in ("es", "man", "dies", "das") and view.tag[first] in (
        "PPER", "PIS", "PDS", "ART",
    )  # fmt: skip
