"""Statements whose source is a phrase without a verb: "laut X", "nach Angaben von X", "X zufolge", "so X"."""

from functools import cache

from analysis.language.token_columns import Range, TokenColumns, minus, without_stop
from analysis.resources import read_lexicon
from analysis.statements.frames.cues import is_reporting_noun
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speaker_nouns import is_agent
from analysis.statements.rules.pronominal_adverbs import find_pronominal_adverb
from analysis.statements.syntax.noun_phrases import phrase_end, trim, with_apposition
from analysis.statements.syntax.quotation_marks import Quotation
from analysis.statements.syntax.units import Unit


@cache
def _kinds() -> dict[str, str]:
    """The kind of each word that marks a source, by the word in lower case."""
    return {row["word"]: row["kind"] for row in read_lexicon("reporting_prepositions")}


def find_source_phrases(view: TokenColumns, unit: Unit) -> list[Draft]:
    """The statements of a unit that a source phrase or a word like "demnach" marks."""
    kinds = _kinds()
    drafts: list[Draft] = []
    if unit.section == "headline":
        headline = _before_colon(view, unit)
        drafts += [headline] if headline is not None else []
    for index in range(unit.first, unit.last):
        kind = kinds.get(view.low[index])
        if kind is None:
            continue
        draft = _RULE_OF[kind](view, unit, index)
        if draft is not None and not _inside_block(unit, index):
            drafts.append(draft)
    return drafts


def _before_colon(view: TokenColumns, unit: Unit) -> Draft | None:
    """ "Scholz: Wir helfen weiter": in headlines, somebody before a colon says what follows."""
    colon = next((i for i in range(unit.first, unit.last) if view.form[i] == ":"), unit.last)
    last = without_stop(view, unit.first, unit.last)
    quotations = (q for q in (*unit.blocks, *unit.inline) if q.first == unit.first and q.last == colon)
    if (quotation := next(quotations, None)) is not None:
        return _quoted_before_colon(view, quotation, last)
    if last - colon < 3 or any(block.first == colon + 1 for block in unit.blocks):
        return None
    if phrase_end(view, unit.first, colon, loose=True) != colon or not is_agent(view, unit.first, colon):
        return None
    speaker, frame = (unit.first, colon), (unit.first, colon + 1)
    quote = ((colon + 1, last),)
    return Draft("indirect", "headline.colon", quote, (speaker,), (), (frame,), clause=frame, inside=quote)


def _quoted_before_colon(view: TokenColumns, quotation: Quotation, last: int) -> Draft | None:
    """ "„…“: Söder legt nach": whoever acts after the colon said the words before it."""
    first = quotation.last + 1
    end = phrase_end(view, first, last, loose=True)
    if end <= first or not is_agent(view, first, end):
        return None
    quote = ((quotation.first, quotation.last),)
    return Draft("direct", "headline.colon", quote, ((first, end),), (), ((first, last),), inside=quote)


def _inside_block(unit: Unit, index: int) -> bool:
    return any(block.first <= index < block.last for block in unit.blocks)


def _before_phrase(view: TokenColumns, unit: Unit, index: int) -> Draft | None:
    """ "laut X"; the adjective "laut" has no noun phrase after it."""
    if view.tag[index] in ("ADJA",) or (index + 1 < unit.last and view.form[index + 1] in ",.;"):
        return None
    end = phrase_end(view, index + 1, unit.last)
    if end <= index + 1:
        return None
    end = _before_quoted_words(view, index + 1, _attributes(view, end, unit.last))
    return _statement(view, unit, index, (index, end), (index + 1, end), "laut")


def _before_quoted_words(view: TokenColumns, first: int, end: int) -> int:
    """Where a name ends before words in marks that are no part of it: "laut TASS „völlig haltlos“"."""
    marks = (at for at in range(first + 1, end - 1) if view.form[at] in "„»«“" and view.form[at + 1][:1].islower())
    return next(marks, end)


def _with_reporting_noun(view: TokenColumns, unit: Unit, index: int) -> Draft | None:
    """ "nach Angaben …" and "ihrer Ansicht nach": only where the noun stands for an utterance."""
    end = phrase_end(view, index + 1, unit.last)
    low = view.low[index]
    if end > index + 1:
        head = _reporting_head(view, index + 1, end)
        if head is not None and not (low == "aus" and view.low[head] != "sicht"):
            end = _attributes(view, end, unit.last)
            return _statement(view, unit, index, (index, end), (index + 1, end), "nach")
    if low == "nach" and index - 1 > unit.first and _reporting_head(view, index - 1, index) is not None:
        first = index - 1
        while first > unit.first and view.tag[first - 1] in ("PPOSAT", "ART", "ADJA", "NE"):
            first -= 1
        if first < index - 1:
            return _statement(view, unit, index, (first, index + 1), (first, index), "nach.behind")
    return None


def _reporting_head(view: TokenColumns, first: int, end: int) -> int | None:
    """The first noun of the phrase, if it stands for an utterance."""
    for index in range(first, end):
        if view.tag[index] in ("NN", "NE"):
            low = view.low[index]
            return index if is_reporting_noun(low, "source") and not low.endswith(("erstattung",)) else None
    return None


def _after_phrase(view: TokenColumns, unit: Unit, index: int) -> Draft | None:
    """ "X zufolge": the phrase that ends before the word."""
    low = max(unit.first, index - 12)
    for first in range(low, index):
        if first > unit.first and view.tag[first - 1] in (
            "ART",
            "ADJA",
            "APPR",
            "APPRART",
            "PPOSAT",
            "CARD",
            "PIAT",
        ):
            continue
        if first > unit.first and view.tag[first] in ("NN", "NE") and view.tag[first - 1] in ("NN", "NE"):
            continue
        if view.low[first] in ("der", "des") and first > unit.first and view.tag[first - 1] == "NN" and first > low:
            continue
        if view.tag[first] in ("ADV", "PTKNEG", "PPER", "PRELS"):
            continue
        if phrase_end(view, first, index, loose=True) == index:
            return _statement(view, unit, index, (first, index + 1), (first, index), "zufolge")
    return None


def _parenthetical_so(view: TokenColumns, unit: Unit, index: int) -> Draft | None:
    """ ", so X" after or inside what was said: a noun phrase and no verb."""
    if index == unit.first or view.form[index - 1] not in (",", "–", "-", "—", "(", "“", "”", '"', "«"):
        return None
    end = phrase_end(view, index + 1, unit.last)
    if end <= index + 1 or view.tag[index + 1] in ("CARD", "PDS", "PWS"):
        return None
    end = with_apposition(view, index + 1, _attributes(view, end, unit.last), unit.last)
    after = end
    while after < unit.last and view.form[after] not in (",", ".", "–", "-", "—", ")", ":", ";") and after - end < 14:
        if view.finite[after]:
            return None
        after += 1
    if view.form[index - 1] in '“”"«' and _ends_with_block(unit, index):
        return None
    return _statement(view, unit, index, (index, after), (index + 1, end), "so")


def _ends_with_block(unit: Unit, index: int) -> bool:
    return any(block.last == index for block in unit.blocks)


_RULE_OF = {
    "before_phrase": _before_phrase,
    "reporting_noun": _with_reporting_noun,
    "after_phrase": _after_phrase,
    "parenthetical_so": _parenthetical_so,
    "pronominal_adverb": find_pronominal_adverb,
}
"""The rule for each kind of preposition in data/lexicons/reporting_prepositions.tsv."""


def _attributes(view: TokenColumns, end: int, limit: int) -> int:
    """Over "in der Zeitung", "vom Montag" that still belong to the source phrase."""
    while end < limit and view.tag[end] in ("APPR", "APPRART") and view.low[end] in ("von", "vom", "aus"):
        after = phrase_end(view, end + 1, limit)
        if after == end + 1:
            break
        end = after
    return end


def _statement(view: TokenColumns, unit: Unit, cue: int, frame: Range, speaker: Range, rule: str) -> Draft | None:
    """The statement of a source phrase; the quote is its clause where that is subordinate, else its sentence."""
    whole = _scope(view, unit, cue)
    first, last = frame
    if (
        first > whole[0]
        and view.form[first - 1] in (",", "–", "-", "—", "(")
        and (last >= whole[1] or view.form[last] in (",", "–", "-", "—", ")"))
    ):
        first -= 1
        last += last < whole[1]
    quote = minus(whole, ((first, last),))
    quote = tuple(part for part in quote if any(view.tag[i][0] != "$" for i in range(*part)))
    if not quote or sum(b - a for a, b in quote) < 2:
        return None
    return Draft(
        "indirect",
        rule,
        quote,
        trim(view, *speaker),
        ((cue, cue + 1),),
        ((first, last),),
        clause=(first, last),
        inside=(whole,),
    )


def _scope(view: TokenColumns, unit: Unit, cue: int) -> Range:
    """The clause around a source phrase."""
    segments = unit.segments
    number = next((n for n, s in enumerate(segments) if s.first <= cue < s.last), None)
    sentence = next((s for s in unit.sentences if s[0] <= cue < s[1]), (unit.first, unit.last))
    first, last = sentence
    for block in unit.blocks:
        if block.last <= cue:
            first = max(first, block.last)
        if block.first > cue:
            last = min(last, block.first)
    if number is not None:
        segment = segments[number]
        if segment.kind == "sub":
            first = segment.first
            last = segment.last
            for other in segments[number + 1 :]:
                if other.kind in ("sub", "inf") and other.before == ",":
                    last = other.last
                else:
                    break
        else:
            for other in segments[number::-1]:
                if other.before == ";" and other.first > first:
                    first = other.first
            for other in segments[number + 1 :]:
                if other.before == ";" and other.first < last:
                    last = other.first - 1
    while first < last and view.form[first] in ",;":
        first += 1
    return first, without_stop(view, first, last)
