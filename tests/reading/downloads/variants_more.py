"""More rare forms: labels in other words and places, pages with markup, texts whose lines look like labels."""

from textwrap import fill

from tests.reading.downloads.variant import FOUR, ONE, THREE, TWO, B, Case, Read, S, word

LABELS = "Rubrik: LOKALES; S. 7\nAutor: Jana Brede\nLänge: 1.212 Wörter"
MORE = {"section": "LOKALES", "page": "7"}
RIGHTS = "Copyright 2024 Küste Verlag GmbH"


def _nexis(one: Read, day: str, labels: str = "Length: 99 words") -> str:
    text = "\n\n".join(one.text)
    return (
        f"{one.title}\n{one.outlet}\n{day}\n\n{RIGHTS}\nAlle Rechte vorbehalten\n\n{labels}\nTextkörper\n\n{text}\n\n"
        "Ladedatum: 5. März 2024\n\nEnde des Dokuments\n\n\n"
    )


def _page(*parts: str) -> bytes:
    return f"<html><head><title>Ergebnisliste</title></head><body>{''.join(parts)}</body></html>".encode()


def _marked(one: Read, day: str) -> str:
    author = f"<p><b>Byline:</b>&nbsp;{one.author}</p>" if one.author else ""
    text = "".join(f"<p>{part}</p>" for part in one.text)
    return (
        f"<h1>{one.title}</h1><p>{one.outlet}</p><p>{day}</p><p>{RIGHTS} Alle Rechte vorbehalten</p>"
        f"<p><b>Section:</b>&nbsp;LOKALES; S. 7</p><p><b>Length:</b>&nbsp;99 words</p>{author}<h2>Body</h2>{text}"
        "<p><b>Load-Date:</b>&nbsp;March 5, 2024</p><p><b>End of Document</b></p><hr/>"
    )


def nexis() -> list[Case]:
    one, two = _nexis(B, "Sonntag, 3. März 2024 06:00 AM MEZ", LABELS), _nexis(S, "4. März 2024 Montag 10:31 AM GMT+1")
    cover = (
        "<h1>Ergebnisliste</h1><p><b>Datum und Uhrzeit:</b> Donnerstag, 7. "
        "März 2024 10:31:00 MEZ</p><p>Dokumente (2)</p>"
        f"<ol><li>{B.title}</li><li>{S.title}</li></ol><p><b>Suchbegriffe:</b> Hafen</p>"
    )
    odd = (ONE, "Body", "3. März 2024", "-----", TWO)
    dated = "Was am 3. März 2024 geschah"
    lead = f"Byline: Jana Brede\nLength: 9 words\nHighlight\n\n{THREE}\n"
    return [
        Case("deutsch.txt", (one + two).encode(), (B._replace(more={**MORE, "words": "1212"}), S)),
        Case(
            "auszeichnung.html",
            _page(cover, _marked(B, "Sonntag 3. März 2024"), _marked(S, "4. März 2024")),
            (B._replace(more=MORE), S),
        ),
        Case(
            "zeilen.txt",
            (_nexis(B._replace(text=odd), "3. März 2024", LABELS) + two).encode(),
            (B._replace(text=odd), S),
        ),
        Case(
            "titel.docx",
            word(*(one.replace(B.title or "", "Länge: 90 Minuten") + two.replace(S.title or "", dated)).split("\n")),
            (B._replace(title="Länge: 90 Minuten"), S._replace(title=dated)),
        ),
        Case("vorspann.txt", (_nexis(B, "3. März 2024", lead) + two).encode(), (B._replace(text=(THREE, *B.text)), S)),
        Case("ohne_medium.txt", (one.replace("Küstenbote\n", "", 1) + two).encode(), (B._replace(outlet=None), S)),
        Case(
            "ohne_tag.txt",
            (one.replace("Sonntag, 3. März 2024 06:00 AM MEZ\n", "", 1) + two).encode(),
            (B._replace(published=None), S),
        ),
        Case("luft.txt", (one.replace("\nAutor", "\n\nAutor").replace("\nLänge", "\n\nLänge") + two).encode(), (B, S)),
    ]


def _lexis(number: str, one: Read, day: str, labels: str) -> str:
    text = "\n\n".join(fill(part, 74) for part in one.text)
    return (
        f"{'':29}{number}\n\n\n{'':20}{RIGHTS}\n{'':28}All Rights Reserved\n\n{'':28}{one.outlet}\n\n"
        f"{'':24}{day}\n\n{labels}\n\n"
        f"{text}\n\nLOAD-DATE: March 5, 2024\n\nLANGUAGE: GERMAN\n\nPUBLICATION-TYPE: Newspaper\n\n\n\n"
    )


def lexis() -> list[Case]:
    labels = f"SECTION: LOKALES; Pg. 7\n\nLENGTH: 99 words\n\nHEADLINE: {B.title}\n\nBYLINE: By Jana Brede"
    wrapped = labels.replace("Seestadt sperrt ", "Seestadt sperrt\n")
    one = _lexis("1 of 2 DOCUMENTS", B, "March 3, 2024 Sunday", wrapped)
    two = _lexis(
        "2 of 2 DOCUMENTS", S, f"March 4, 2024 Monday\n{'':26}Final Edition", f"LENGTH: 9 words\n\nHEADLINE: {S.title}"
    )
    long = ("Länge: 300 Meter, Breite: 20 Meter. So groß ist das Schiff.", *B.text)
    rights = (
        *B.text,
        "Copyright für die Bilder liegt bei der Stadt, sagte Lindner am Abend noch dazu.",
        "3. März 2024",
    )
    parts = "".join(
        f"<center>Dokument {number} von 2</center><br><center>{x.outlet}</center><center>{day}</center><p>{x.title}</p>"
        + (f"<p>AUTOR: {x.author}</p>" if x.author else "")
        + "<p>LÄNGE: 99 Wörter</p>"
        + "".join(f"<p>{t}</p>" for t in x.text)
        + f"<p>UPDATE: 5. März 2024</p><p>SPRACHE: GERMAN</p><center>{RIGHTS}</center>"
        "<center>Alle Rechte vorbehalten</center>"
        for number, x, day in ((1, B, "Sonntag 3. März 2024"), (2, S, "4. März 2024 Montag"))
    )
    return [
        Case(
            "englisch.txt",
            (one + two).encode("cp1252"),
            (B._replace(more=MORE), S._replace(more={"edition": "Final Edition"})),
        ),
        Case(
            "wie_ein_etikett.txt",
            (_lexis("1 of 2 DOCUMENTS", B._replace(text=long), "March 3, 2024", labels) + two).encode(),
            (B._replace(text=long), S),
        ),
        Case(
            "fremdes_etikett.txt",
            (one + two).replace("PUBLICATION-TYPE", "ZEITUNGS-CODE: KUBO\n\nPUBLICATION-TYPE").encode(),
            (B._replace(more=MORE), S),
        ),
        Case(
            "wie_rechte.txt",
            (_lexis("1 of 2 DOCUMENTS", B._replace(text=rights), "March 3, 2024", labels) + two).encode(),
            (B._replace(text=rights), S),
        ),
        Case("vorformatiert.html", _page("<pre>", one, two, "</pre>"), (B._replace(more=MORE), S)),
        Case("mittig.html", _page(parts), (B, S)),
        Case("allein.docx", word(*one.split("\n")[1:]), (B._replace(more=MORE),)),
    ]


def factiva() -> list[Case]:
    german = (
        f"TI\t{B.title}\nVON\tJana Brede\nWZ\t212 Wörter\nDT\t3 März 2024\nQN\tKüstenbote\nQC\tKUBO\nPG\t7\n"
        f"SP\tDeutsch\n"
        f"UR\t(c) 2024\nLP\t{ONE}\nTD\t{TWO}\nAN\tDokument KUBO000020240303ek330001x\n\n"
    )

    def fields(one: Read, day: str, number: int) -> str:
        author = f"<div>{one.author}</div>" if one.author else ""
        return (
            f'<div class="article deArticle"><div>Lokales</div><div id="hd">'
            f'<span class="deHeadline">{one.title}</span></div>{author}'
            f"<div>99 Wörter</div><div>{day}</div><div>06:00</div><div>{one.outlet}</div><div>KUBO</div>"
            "<div>7</div><div>Deutsch</div>"
            f"<div>{RIGHTS}. Alle Rechte vorbehalten</div><p><b>{one.text[0]}</b></p><p>{one.text[1]}</p>"
            f"<p>Dokument KUBO000020240303ek33000{number}x</p></div>"
        )

    more = {"section": "Lokales", "page": "7", "time": "06:00"}
    footer = "<div>© 2024 Factiva, Inc. Alle Rechte vorbehalten.</div>"
    return [
        Case("deutsche_codes.txt", german.encode(), (B._replace(more={"page": "7"}),)),
        Case(
            "felder.html",
            _page(fields(B, "3 März 2024", 1), fields(S, "4 März 2024", 2), footer),
            (B._replace(more=more), S),
        ),
    ]


def wiso() -> list[Case]:
    close = (
        "Dauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/KUBO__1\n"
        "Alle Rechte vorbehalten: (c) Küste Verlag GmbH\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n\n\n"
    )

    def above(one: Read, day: str) -> str:
        author = f"Autor: {one.author}\n" if one.author else ""
        labels = (
            f"Quelle: {one.outlet} vom {day}, Nr. 53, Seite 7\n{author}Ressort: Lokales\n"
            f"Ausgabe: Hauptausgabe\nDokumentnummer: 1\n"
        )
        return f"{one.title}\n\n{labels}{close}" + "\n\n".join(one.text) + "\n\n\n"

    bare = "".join(
        f"{x.title}\n\n{x.outlet}, {day}, S. 7\n\n{by}" + "\n\n".join(x.text) + f"\n\n{close}"
        for x, day, by in ((B, "03.03.2024", "Von Jana Brede\n\n"), (S, "04.03.2024", ""))
    )
    both = above(B, "03.03.2024") + above(S, "04.03.2024")
    more = {"page": "7", "edition": "Hauptausgabe", "issue": "53"}
    return [
        Case("ohne_etikett.txt", bare.encode(), (B._replace(more={"page": "7"}), S)),
        Case("alles_oben.txt", both.encode(), (B._replace(more=more), S)),
        Case("alles_oben.docx", word(*(part for part in both.split("\n") if part)), (B._replace(more=more), S)),
        Case("nur_eins.txt", above(B, "03.03.2024").encode(), (B._replace(more=more),)),
    ]


def plain() -> list[Case]:
    body, rest = "\n\n".join(B.text), "\n\n".join(S.text)
    one, two = (
        f"{B.title}\nKüstenbote, 03.03.2024\nVon Jana Brede\n\n{body}",
        f"{S.title}\nHallig Heute, 04.03.2024\n\n{rest}",
    )
    rule = "=" * 30
    bars = (
        f"{B.title}\nKüstenbote | 3. März 2024 | Seite 7\nVon Jana Brede\n\n{body}\n\n----------\n\n"
        f"{S.title}\nHallig Heute | 4. März 2024\n\n{rest}"
    )
    turned = (
        f"{B.title}\n3. März 2024, Küstenbote\nVon Jana Brede\n\n{body}\n\n----------\n\n{S.title}\n"
        f"4. März 2024, Hallig Heute\n\n{rest}"
    )
    mixed = f"{one}\n\n{'-' * 20}\n\nDie Kosten der Sperrung steigen weiter an\n\n{THREE} {FOUR}\n\n{'-' * 20}\n\n{two}"
    doubtful = B._replace(text=(*B.text, "Die Kosten der Sperrung steigen weiter an", f"{THREE} {FOUR}"))
    return [
        Case(
            "ohne_striche.md",
            f"## {B.title}\n*Küstenbote, 03.03.2024*\n\n{body}\n\n## {S.title}\n*Hallig Heute, 04.03.2024*\n"
            f"\n{rest}".encode(),
            (B._replace(author=None), S),
        ),
        Case(
            "autor_und_medium.txt",
            f"{B.title}\nVon Jana Brede, Küstenbote, 3. März 2024\n\n{body}\n\n----\n\n{two}".encode(),
            (B, S),
        ),
        Case(
            "medium_oben.txt",
            f"Küstenbote\n03.03.2024\n\n{B.title} ab Montag\n\n{body}\n\n-----\n\nHallig Heute\n04.03.2024\n\n"
            f"{S.title} und klagt\n\n{rest}".encode(),
            (B._replace(title=f"{B.title} ab Montag", author=None), S._replace(title=f"{S.title} und klagt")),
        ),
        Case(
            "quelle_unten.txt",
            f"{B.title} ab Montag\n\n{body}\n\n(Küstenbote, 03.03.2024)\n\n-----\n\n{S.title}\n\n{rest}\n\n"
            "Quelle: Hallig Heute, 04.03.2024".encode(),
            (B._replace(title=f"{B.title} ab Montag", author=None), S),
        ),
        Case(
            "nur_nummern.txt",
            f"Dokument 1 von 2\n\nSperrung\n\n{body}\n\nDokument 2 von 2\n\n{rest}".encode(),
            (Read("Sperrung", None, None, None, B.text), Read(None, None, None, None, S.text)),
        ),
        Case(
            "vorrede.txt",
            f"Diese Texte habe ich im Mai gesammelt.\n\n=====\n\n{one}\n\n=====\n\n{two}".encode(),
            (B, S),
            ("Text that belongs to no document was left out: Diese Texte",),
        ),
        Case("dicht.txt", ("\n" + "_" * 50 + "\n").join([one, two, one]).encode(), (B, S, B)),
        Case("sterne.txt", f"{one}\n\n***\n\n{two}\n\n***\n".encode(), (B, S)),
        Case("klammern.txt", f"[1] {one}\n\n[2] {two}\n".encode(), (B, S)),
        Case("artikel.txt", f"Artikel 1: {one}\n\n\nArtikel 2: {two}\n".encode(), (B, S)),
        Case("deckblatt.txt", f"Meine Sammlung zum Hafen\n\n{rule}\n\n{one}\n\n{rule}\n\n{two}\n".encode(), (B, S)),
        Case("striche.txt", bars.encode(), (B._replace(more={"page": "7"}), S)),
        Case("tag_zuerst.txt", turned.encode(), (B, S)),
        Case(
            "ohne_kopf.txt",
            mixed.replace(f"\n\n{'-' * 20}\n\n{two}", f"\n\n{'-' * 20}\n\n{two}").encode(),
            (doubtful, S),
            (),
            True,
        ),
    ]


ALL = {"nexis": nexis, "lexis": lexis, "factiva": factiva, "wiso": wiso, "plain": plain}
