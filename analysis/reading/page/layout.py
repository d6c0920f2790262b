"""Finds the headline and the body of an article in a pasted web page."""

import re
from dataclasses import dataclass, field

from analysis.model import Page, Section
from analysis.reading.page.boilerplate import Rule, is_label, is_name_list, is_title_case, match_furniture
from analysis.reading.page.headline import crumb, find_headline, goes_on, head_length, same
from analysis.reading.page.lines import Line, Unit, split_lines, units

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\n]{0,500}\n){0,60}?---[ \t]*(?:\r?\n|$)")
_MOST_LINKS = 8
_LONGEST_LINK = 160


def lay_out(text: str, title: str | None = None) -> Page:
    """The headline and the body sections of ``text``, and the outlet that its source line names.

    ``title`` is the headline where the input gives it; a line equal to it is the headline section. Sections
    are ordered, disjoint and count characters of ``text``. A text of one line is all body. Linear time.
    """
    lines = list(split_lines(text))
    if len(lines) < 2:
        return Page(tuple(Section("body", line.start, line.end) for line in lines))
    sifted = _sift(text, lines)
    found = list(units(text, sifted.kept))
    headline = find_headline(found, sifted.crumb, title)
    sections = _body(found, headline, sifted.links)
    if headline:
        sections.append(Section("headline", headline.start, headline.end, is_title_case(headline.text)))
    if not sections:
        sections = [Section("body", lines[0].start, lines[-1].end)]
    return Page(tuple(sorted(sections, key=lambda section: section.start)), sifted.outlet)


def title_of(text: str, page: Page) -> str | None:
    """The headline that ``lay_out`` found, white space collapsed; None where there is none."""
    for section in page.sections:
        if section.name == "headline":
            # News agencies close a headline with an equals sign.
            return " ".join(text[section.start : section.end].split()).removesuffix(" =")
    return None


@dataclass
class _Sifted:
    """What is left after furniture went: None in ``kept`` for a skipped line, and what these say of the page."""

    kept: list[Line | None] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    """Where lines end after which links to other articles follow."""
    crumb: Unit | None = None
    outlet: str | None = None


def _sift(text: str, lines: list[Line]) -> _Sifted:
    matter = _FRONT_MATTER.match(text)
    body_start = matter.end() if matter else 0
    matches = [match_furniture(line.text) for line in lines]
    edges = _edges(lines, [match[0] if match else None for match in matches])
    sifted = _Sifted()
    for number, (line, match) in enumerate(zip(lines, matches, strict=True)):
        before = line.start < body_start
        if not before and (match is None or (match[0].edge_only and number not in edges)):
            sifted.kept.append(line)
            continue
        sifted.kept.append(None)
        if match:
            _note(sifted, line, *match)
    return sifted


def _note(sifted: _Sifted, line: Line, rule: Rule, match: re.Match[str]) -> None:
    """Keep what a skipped line tells about the page."""
    if rule.drops_links:
        sifted.links.append(line.end)
    if rule.id == "breadcrumb":
        sifted.crumb = sifted.crumb or crumb(line)
    if outlet := match.groupdict().get("outlet"):
        sifted.outlet = re.split(r"[,;|]|\s/|/\s", outlet)[0].strip() or sifted.outlet


def _edges(lines: list[Line], rules: list[Rule | None]) -> set[int]:
    """Numbers of the lines where edge rules hold: outside the running text, or next to other furniture."""
    prose = [
        number
        for number, (line, rule) in enumerate(zip(lines, rules, strict=True))
        if rule is None and Unit(line.start, line.end, line.text, line.apart).prose
    ]
    if not prose:
        return set()
    edges = set()
    for number, rule in enumerate(rules):
        if rule is None or not rule.edge_only:
            continue
        beside = [other for other in rules[max(0, number - 1) : number + 2] if other is not rule]
        inside = prose[0] < number < prose[-1]
        if not inside or any(other and not other.edge_only for other in beside):
            edges.add(number)
    return edges


def _body(found: list[Unit], headline: Unit | None, links: list[int]) -> list[Section]:
    """Body sections: runs of units that go on in each other; what ends without a full stop stands alone."""
    head = head_length(found)
    last_prose = max((number for number, unit in enumerate(found) if unit.prose), default=len(found))
    sections: list[Section] = []
    run: list[Unit] = []

    def close() -> None:
        if run:
            sections.append(Section("body", run[0].start, run[-1].end))
            run.clear()

    pending, dropping = iter(links), 0
    link = next(pending, None)
    for number, unit in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if unit.cut:
            close()
        while link is not None and link <= unit.start:
            dropping, link = _MOST_LINKS if number > head else 0, next(pending, None)
        if dropping and not unit.prose and not unit.marked and len(unit.text) <= _LONGEST_LINK:
            dropping -= 1
            close()
            continue
        dropping = 0
        if unit is headline or _is_aside(unit, following, headline, number < head, number > last_prose):
            close()
        elif _stands_alone(unit, following):
            close()
            run.append(unit)
            close()
        else:
            run.append(unit)
    close()
    return sections


def _stands_alone(unit: Unit, following: Unit | None) -> bool:
    """Whether the sentence does not go on in the next unit although no full stop ends this one."""
    return unit.marked or not (unit.closed or goes_on(unit, following))


def _is_aside(unit: Unit, following: Unit | None, headline: Unit | None, in_head: bool, in_tail: bool) -> bool:
    """Whether a unit is no sentence of the article: names under a picture, a kicker, tags, a repetition."""
    if unit.marked or unit.prose:
        return False
    alone = unit.apart and (following is None or following.apart)
    if alone and is_name_list(unit.text):
        return True
    if headline is None:
        return False
    if in_head:
        return same(unit.text, headline.text) or is_label(unit.text)
    return in_tail and _is_tag_line(unit.text)


def _is_tag_line(line: str) -> bool:
    words = line.split()
    return len(words) >= 3 and all(word.isalpha() and word[0].isupper() for word in words)
