"""Chooses the headline among the lines that stand before the running text."""

import re

from analysis.reading.page.boilerplate import hangs, is_label, is_name_list
from analysis.reading.page.lines import Line, Unit

_LONGEST = 200
_LONGEST_QUESTION = 110
_SEPARATOR = re.compile(r" ?[»›>→/|] ")
_QUOTES = "“”\"»«’'"
_WITHIN = 10
"""A given title is looked for among this many units from the top."""


def same(one: str, other: str) -> bool:
    """Whether two lines have the same words, whatever their case and white space."""
    return one.casefold().split() == other.casefold().split()


def crumb(line: Line) -> Unit:
    """The last part of a breadcrumb line, which often repeats the headline."""
    start = max((match.end() for match in _SEPARATOR.finditer(line.text)), default=0)
    return Unit(line.start + start, line.end, line.text[start:], apart=True)


def goes_on(unit: Unit, following: Unit | None) -> bool:
    """Whether the words of ``unit`` run on into the next one."""
    return hangs(unit.text) or (following is not None and (following.text[0].islower() or following.text[0] == "("))


def head_length(found: list[Unit]) -> int:
    """How many units stand before the running text; 0 where there is no running text at all."""
    for number, unit in enumerate(found):
        if unit.prose and not (number < 3 and _may_ask(unit, found[number + 1 : number + 2])):
            return number
    return 0


def find_headline(found: list[Unit], last_crumb: Unit | None, title: str | None) -> Unit | None:
    """The headline, if there is one: as given, marked by Markdown, repeated, else the best line."""
    if title and (equal := [unit for unit in found[:_WITHIN] if same(unit.text, title)]):
        return equal[-1]
    head = found[: head_length(found)]
    candidates = [unit for unit, following in zip(head, found[1:], strict=False) if _may_head(unit, following)]
    if marked := [unit for unit in candidates if unit.marked]:
        return marked[0]
    if repeated := _repeated(candidates, last_crumb):
        return repeated
    if spoken := [unit for unit in candidates if not is_label(unit.text) and not is_name_list(unit.text)]:
        return spoken[0]
    if head and last_crumb and last_crumb.text.count(" ") >= 3 and not hangs(last_crumb.text):
        return last_crumb
    return max(reversed(candidates), key=lambda unit: unit.text.count(" "), default=None)


def _repeated(candidates: list[Unit], last_crumb: Unit | None) -> Unit | None:
    """The last candidate that stands twice, the end of the breadcrumb counted in."""
    for unit in reversed(candidates):
        twins = [*candidates, last_crumb] if last_crumb else candidates
        if any(twin is not unit and same(twin.text, unit.text) for twin in twins):
            return unit
    return None


def _may_head(unit: Unit, following: Unit) -> bool:
    if unit.marked:
        return True
    ends = unit.text.rstrip(_QUOTES)[-1:] != "." and not goes_on(unit, following)
    return ends and len(unit.text) <= _LONGEST


def _may_ask(unit: Unit, following: list[Unit]) -> bool:
    """Whether a closed line may be a headline all the same: one short question or exclamation on its own."""
    if len(unit.text) > _LONGEST_QUESTION or not following or not following[0].apart:
        return False
    return unit.text.rstrip(_QUOTES)[-1:] in "!?" and not re.search(r"[.!?…]\s", unit.text)
