"""Lays invented articles out as Factiva prints them: with field codes and without, as text and as page."""

from html import escape
from random import Random

from tests.reading.downloads.invented import Made
from tests.reading.downloads.layouts import ENGLISH, MONTHS
from tests.reading.downloads.render import GAP, Block, line, para


def factiva(chance: Random, made: list[Made]) -> list[Block]:
    """Factiva as text: fields on lines of their own, in a fixed order."""
    english = chance.random() < 0.5
    blocks: list[Block] = []
    for one in made:
        if one.section:
            blocks.append(line(one.section))
        blocks += [line(one.title), GAP]
        blocks += [line(field) for field in factiva_fields(one, english)]
        blocks += [GAP, *(para(part) for part in one.paragraphs)]
        blocks += [line(f"{'Document' if english else 'Dokument'} {factiva_number(one)}"), GAP, GAP]
    return blocks


def factiva_number(one: Made) -> str:
    return f"KUBO{one.number:06}{one.day:%Y%m%d}ek{one.number:03}000b"


def factiva_fields(one: Made, english: bool) -> list[str]:
    month = ENGLISH if english else MONTHS
    fields = [one.author] if one.author else []
    fields += [
        f"{one.words} {'words' if english else 'Wörter'}",
        f"{one.day.day} {month[one.day.month - 1]} {one.day.year}",
    ]
    fields += ["14:32"] if one.number % 3 == 0 else []
    fields += [one.outlet, "KUBO"]
    fields += [one.edition] if one.edition else []
    fields += [one.page] if one.page else []
    return [*fields, "German" if english else "Deutsch", f"(c) {one.day.year} {one.outlet} Verlags-GmbH"]


def factiva_page(chance: Random, made: list[Made]) -> bytes:
    """Factiva as HTML page without codes."""
    english = chance.random() < 0.5
    tongue, parts = ("en" if english else "de"), []
    for one in made:
        fields = "".join(f"<div>{escape(field)}</div>" for field in factiva_fields(one, english))
        section = f"<div>{escape(one.section)}</div>" if one.section else ""
        body = "".join(
            f'<p class="articleParagraph {tongue}articleParagraph">{escape(part)}</p>' for part in one.paragraphs
        )
        parts.append(f"""<div id="article-{factiva_number(one)}" class="article">
<div class="article {tongue}Article"><p>{section}
<div id="hd"><span class='{tongue}Headline'> {escape(one.title)}</span></div>{fields}</p>{body}
<p>{'Document' if english else 'Dokument'} {factiva_number(one)}</p></div></div><br/><span></span>""")  # fmt: skip
    return _factiva_html(parts)


def factiva_table(chance: Random, made: list[Made]) -> bytes:
    """Factiva as HTML page with field codes in a table."""
    english = chance.random() < 0.5
    parts = []
    for one in made:
        rows = [
            (code, f"<p>{escape(value)}</p>" if chance.random() < 0.2 else escape(value))
            for code, value in factiva_coded(one, english)
        ]
        lead = f"<p>{escape(one.paragraphs[0])}</p>"
        rest = "".join(f"<p>{escape(part)}</p>" for part in one.paragraphs[1:])
        rows += [("LP", lead), ("TD", rest), ("CO", "kubo : Küstenbote Verlag"),
                 ("NS", "gpol : Politik | ncat : Inhalt"), ("PUB", f"{one.outlet} Verlags-GmbH"),
                 ("AN", f"{'Document' if english else 'Dokument'} {factiva_number(one)}")]  # fmt: skip
        table = "".join(
            f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>\n' for code, value in rows
        )
        parts.append(f'<div class="article {"en" if english else "de"}Article"><table>{table}</table></div><br/>')
    return _factiva_html(parts)


def _factiva_html(parts: list[str]) -> bytes:
    head = (
        '<html><head><title>Factiva</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>'
    )
    return f"{head}<body>{''.join(parts)}</body></html>".encode()


def factiva_coded(one: Made, english: bool) -> list[tuple[str, str]]:
    month = ENGLISH if english else MONTHS
    rows = [("SE", one.section), ("HD", one.title), ("BY", one.author),
            ("WC", f"{one.words} {'words' if english else 'Wörter'}"),
            ("PD", f"{one.day.day} {month[one.day.month - 1]} {one.day.year}"),
            ("ET", "14:32" if one.number % 3 == 0 else None), ("SN", one.outlet), ("SC", "KUBO"), ("ED", one.edition),
            ("PG", one.page), ("LA", "German" if english else "Deutsch"),
            ("CY", f"(c) {one.day.year} {one.outlet} Verlags-GmbH")]  # fmt: skip
    return [(code, value) for code, value in rows if value]


def factiva_codes(chance: Random, made: list[Made]) -> list[Block]:
    """Factiva as text with field codes."""
    english, gap = chance.random() < 0.5, chance.choice(("\t", "   "))
    blocks: list[Block] = []
    for one in made:
        blocks += [line(f"{code}{gap}{value}") for code, value in factiva_coded(one, english)]
        blocks += [GAP, para(f"LP{gap}{one.paragraphs[0]}"), para(f"TD{gap}{one.paragraphs[1]}")]
        blocks += [para(part) for part in one.paragraphs[2:]]
        blocks += [line(f"NS{gap}gpol : Politik | ncat : Inhalt"), line(f"RE{gap}gfr : Deutschland"),
                   line(f"PUB{gap}{one.outlet} Verlags-GmbH"),
                   line(f"AN{gap}{'Document' if english else 'Dokument'} {factiva_number(one)}"), GAP, GAP]  # fmt: skip
    return blocks
