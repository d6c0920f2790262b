"""Lays invented articles out as databases print them: Nexis, LexisNexis, Factiva, WISO and plain collections."""

from collections.abc import Callable
from datetime import date
from random import Random

from tests.reading.downloads.invented import Made
from tests.reading.downloads.render import GAP, Block, center, line, para

_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ENGLISH = "January February March April May June July August September October November December".split()


def long_day(day: date, english: bool) -> str:
    if english:
        return f"{ENGLISH[day.month - 1]} {day.day}, {day.year}"
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _dated(chance: Random, day: date, english: bool) -> str:
    weekday = (_WEEKDAYS if english else _DAYS)[day.weekday()]
    plain = long_day(day, english)
    return chance.choice((plain, f"{weekday} {plain}", f"{plain} {weekday}", f"{weekday}, {plain}",
                          f"{plain} {weekday} 10:31 AM GMT+1",
                          f"{plain} {weekday} 06:00 AM GMT", f"{weekday} {plain} 18:05 Uhr"))  # fmt: skip


def nexis(chance: Random, made: list[Made], *, cover: bool = True) -> list[Block]:
    """Nexis Uni and Nexis Advance."""
    english = chance.random() < 0.5
    blocks = _cover(chance, made, english) if cover else []
    for one in made:
        blocks += [line(one.title), line(one.outlet), line(_dated(chance, one.day, english))]
        if one.edition:
            blocks.append(line(one.edition))
        blocks.append(GAP)
        rights = "All Rights Reserved" if english else "Alle Rechte vorbehalten"
        split = chance.random() < 0.3
        blocks += [line(f"Copyright {one.day.year} {one.outlet} Verlag GmbH"), line(rights)] if split else [
            line(f"Copyright {one.day.year} {one.outlet} Verlag GmbH {rights}")]  # fmt: skip
        blocks.append(GAP)
        blocks += _nexis_labels(chance, one, english)
        blocks += [line("Body" if english else chance.choice(("Textkörper", "Body"))), GAP, GAP]
        blocks += [para(part) for part in one.paragraphs]
        blocks += _nexis_tail(chance, one, english)
        blocks += [
            GAP,
            line("End of Document" if english else chance.choice(("Ende des Dokuments", "End of Document"))),
            GAP,
            GAP,
        ]
    return blocks


def _cover(chance: Random, made: list[Made], english: bool) -> list[Block]:
    def pick(one: str, other: str) -> str:
        return one if english else other

    blocks = [
        line(pick("Date and Time: Thursday, March 7, 2024 10:31:00 CET",
                  "Datum und Uhrzeit: Donnerstag, 7. März 2024 10:31:00 MEZ")),
        line(pick("Job Number: 00000001", "Auftragsnummer: 00000001")),
        line(pick(f"Documents ({len(made)})", f"Dokumente ({len(made)})")),
    ]  # fmt: skip
    terms = [line(pick("Search Terms: Brücke OR Hafen", "Suchbegriffe: Brücke OR Hafen")),
             line(pick("Search Type: Natural Language", "Suchtyp: Natürliche Sprache")),
             line(pick("Narrowed by:", "Eingegrenzt durch:"))]  # fmt: skip
    each = chance.random() < 0.5
    for number, one in enumerate(made, start=1):
        blocks.append(line(f"{number}. {one.title}"))
        if each:
            blocks += [line(pick("Client/Matter: -None-", "Mandant/Angelegenheit: -None-")), *terms, GAP, GAP]
    return [*blocks, *([] if each else [*terms, GAP]), GAP]


def _nexis_labels(chance: Random, one: Made, english: bool) -> list[Block]:
    space = chance.choice((" ", "\xa0"))
    labels = [f"Length:{space}{one.words} words" if english else f"Länge:{space}{one.words} Wörter"]
    page = f"{'Pg.' if english else 'S.'} {one.page}"
    if one.section:
        labels.append(f"{'Section' if english else 'Rubrik'}:{space}{one.section}" + (f"; {page}" if one.page else ""))
    elif one.page:
        labels.append(f"Section:{space}{page}")
    if one.author:
        by = chance.choice(("", "", "By " if english else "Von "))
        labels.append(f"{'Byline' if english else 'Autor'}:{space}{by}{one.author}")
    if one.lead:
        labels.append(f"Highlight:{space}{one.lead}")
    if chance.random() < 0.3:
        labels.append(f"Dateline:{space}SEESTADT")
    chance.shuffle(labels)
    return [line(label) for label in labels]


def _nexis_tail(chance: Random, one: Made, english: bool) -> list[Block]:
    blocks: list[Block] = []
    if chance.random() < 0.4:
        blocks += [
            GAP,
            line("Graphic" if english else "Grafik"),
            GAP,
            para(f"Ein Bild vom Hafen, aufgenommen für {one.outlet}."),
        ]
    if chance.random() < 0.4:
        blocks += [GAP, line("Classification"), GAP, line("Language: GERMAN; DEUTSCH"),
                   line("Publication-Type: Zeitung"),
                   line("Subject: HÄFEN (90%); BRÜCKEN (78%)"), line("Geographic: SEESTADT (72%)")]  # fmt: skip
    return [*blocks, GAP, line(f"Load-Date: {long_day(one.day, True)}")]


def lexis(chance: Random, made: list[Made]) -> list[Block]:
    """LexisNexis before 2020: the outlet in the middle, labels in capitals."""
    english = chance.random() < 0.5
    blocks = [
        GAP,
        line("Download Request: Selected Items: 1-3"),
        line("Time Of Request: Donnerstag, 7. März 2024  16:51:31"),
        GAP,
        GAP,
    ]
    if chance.random() < 0.3:
        blocks = []
    for number, one in enumerate(made, start=1):
        told = f"{number} of {len(made)} DOCUMENTS" if english else f"Dokument {number} von {len(made)}"
        blocks += [center(told), GAP, GAP]
        rights = [center(f"Copyright {one.day.year} {one.outlet} Verlag GmbH"),
                  center("All Rights Reserved" if english else "Alle Rechte vorbehalten"), GAP]  # fmt: skip
        blocks += rights if english else []
        blocks += [center(one.outlet), GAP, center(_dated(chance, one.day, english))]
        blocks += [center(one.edition)] if one.edition else []
        blocks.append(GAP)
        labelled = english and chance.random() < 0.6
        blocks += [] if labelled else [line(one.title), GAP]
        blocks += _lexis_labels(chance, one, english, labelled)
        blocks += [line("BODY:")] if labelled else []
        blocks += [para(part) for part in one.paragraphs]
        blocks += _lexis_tail(chance, one, english)
        blocks += ([] if english else rights) + [GAP, GAP]
    return blocks


def _lexis_labels(chance: Random, one: Made, english: bool, labelled: bool) -> list[Block]:
    labels = []
    if one.section or one.page:
        page = f"{'Pg.' if english else 'S.'} {one.page}" if one.page else ""
        labels.append(
            f"{'SECTION' if english else 'RUBRIK'}: " + "; ".join(part for part in (one.section, page) if part)
        )
    labels.append(f"LENGTH: {one.words} words" if english else f"LÄNGE: {one.words} Wörter")
    if one.author:
        labels.append(f"{'BYLINE' if english else 'AUTOR'}: {one.author}")
    if one.lead:
        labels.append(f"HIGHLIGHT: {one.lead}")
    chance.shuffle(labels)
    if labelled:
        labels.append(f"HEADLINE: {one.title}")
    return [block for label in labels for block in (line(label), GAP)]


def _lexis_tail(chance: Random, one: Made, english: bool) -> list[Block]:
    labels = [f"LOAD-DATE: {long_day(one.day, True)}" if english else f"UPDATE: {long_day(one.day, False)}",
              "LANGUAGE: GERMAN" if english else "SPRACHE: GERMAN; DEUTSCH",
              "PUBLICATION-TYPE: Newspaper" if english else "PUBLICATION-TYPE: Zeitung"]  # fmt: skip
    if chance.random() < 0.4:
        labels.insert(
            0, f"GRAFIK: Ein Bild vom Hafen für {one.outlet}, es zeigt den alten Kran am Nordufer bei ruhiger See"
        )
    return [block for label in labels for block in (line(label), GAP)]


def wiso(chance: Random, made: list[Made]) -> list[Block]:
    """WISO and GENIOS: labels below the title and rights below the text, or all labels below the text."""
    above, quoted = chance.random() < 0.5, chance.random() < 0.3
    blocks: list[Block] = []
    for one in made:
        told = [f"Quelle: {wiso_source(chance, one, quoted)}"]
        told += [f"Autor: {one.author}"] if one.author else []
        told += [f"Ressort: {one.section}"] if one.section else []
        told += [f"Ausgabe: {one.edition}"] if one.edition else []
        told += [f"ISSN: 1234-{one.number:04}"] if one.number % 2 else []
        told += [f"Dokumentnummer: {one.day:%Y%m%d}KUBO{one.number:04}"]
        closing = [line(f"Dauerhafte Adresse des Dokuments: {wiso_address(one)}"),
                   line(f"Alle Rechte vorbehalten: (c) {one.outlet} Verlag GmbH"), GAP,
                   line("© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH"), GAP, GAP]  # fmt: skip
        blocks += [line(one.title), GAP]
        blocks += [*(line(label) for label in told), GAP] if above else []
        blocks += [para(part) for part in one.paragraphs]
        blocks += [] if above else [*(line(label) for label in told), GAP]
        blocks += closing
    return blocks


def wiso_address(one: Made) -> str:
    return f"https://www.wiso-net.de/document/KUBO__{one.day:%Y%m%d}KUBO{one.number:04}"


def wiso_source(chance: Random, one: Made, quoted: bool) -> str:
    outlet, day = (f'"{one.outlet}"' if quoted else one.outlet), f"{one.day:%d.%m.%Y}"
    page = chance.choice((f", S. {one.page}", f", Seite {one.page}", f" Seite: {one.page}")) if one.page else ""
    issue = f", Nr. {one.number + 40}" if chance.random() < 0.5 else ""
    return f"{outlet}{chance.choice((' vom ', ', '))}{day}{issue}{page}"


def collection(chance: Random, made: list[Made]) -> list[Block]:
    """A text that somebody put together: heads, and a line between them."""
    between: Callable[[int], list[Block]] = chance.choice((
        lambda _: [line("-" * 40), GAP], lambda _: [line("=" * 60), GAP], lambda _: [line("*" * 20), GAP],
        lambda _: [line("* * *"), GAP],
        lambda n: [line(f"Dokument {n} von {len(made)}"), GAP], lambda _: [Block("page")],
        lambda n: [line(f"Artikel {n}"), GAP],
        lambda _: [line("---"), GAP],
    ))  # fmt: skip
    shape = chance.randrange(4)
    blocks: list[Block] = []
    for number, one in enumerate(made, start=1):
        mark = between(number)
        if number > 1 or "1" in mark[0].text:
            blocks += [GAP, *mark]
        blocks += _collected(one, shape)
        blocks += [GAP, *(para(part) for part in one.paragraphs)]
    return blocks


def _collected(one: Made, shape: int) -> list[Block]:
    page = f", S. {one.page}" if one.page else ""
    author = [line(f"Von {one.author.replace('; ', ' und ')}")] if one.author else []
    if shape == 0:
        return [line(one.title), line(f"{one.outlet}, {one.day:%d.%m.%Y}{page}"), *author]
    if shape == 1:
        return [line(one.title), line(f"{one.outlet} vom {long_day(one.day, False)}{page}"), *author]
    if shape == 2:
        return [line(one.title), *author, line(one.outlet), line(long_day(one.day, False))]
    return [line(f"Titel: {one.title}"), line(f"Quelle: {one.outlet}, {one.day:%d.%m.%Y}{page}")] + (
        [line(f"Autor: {one.author}")] if one.author else [])  # fmt: skip


def ris(chance: Random, made: list[Made]) -> bytes:
    """RIS as Zotero and databases write it."""
    lines: list[str] = []
    for one in made:
        text = " ".join(one.paragraphs)
        lines += [
            "TY  - NEWS",
            f"{chance.choice(('TI', 'T1'))}  - {one.title}",
            f"{chance.choice(('T2', 'JO', 'JF'))}  - {one.outlet}",
        ]
        lines += [f"AU  - {name}" for name in (one.author or "").split("; ") if name]
        lines += [f"{chance.choice(('DA', 'PY', 'Y1'))}  - {one.day:%Y/%m/%d}{chance.choice(('', '/'))}"]
        lines += [f"SP  - {one.page}"] if one.page else []
        lines += [
            f"UR  - https://kuestenbote.example/{one.number}",
            f"{chance.choice(('AB', 'N2'))}  - {text}",
            "ER  - ",
            "",
        ]
    return chance.choice(("\n", "\r\n")).join(lines).encode()
