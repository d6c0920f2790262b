"""Rare forms of downloads of Factiva and WISO."""

from tests.reading.downloads.variant import FOUR, ONE, THREE, TWO, B, Case, S, word


def _factiva(title: str, fields: list[str], text: tuple[str, ...], number: str) -> str:
    return "\n".join([title, "", *fields, "", *(f"{part}\n" for part in text), number, "", ""])


def factiva() -> list[Case]:
    one = _factiva(
        B.title or "",
        ["Jana Brede", "212 Wörter", "3 März 2024", "Küstenbote", "KUBO", "7", "Deutsch", "(c) 2024 Küste Verlag"],
        B.text,
        "Dokument KUBO000020240303ek330001x",
    )
    two = _factiva(
        S.title or "",
        ["1.099 words", "4 March 2024", "Hallig Heute", "HALH", "English", "Copyright 2024. Küste Verlag."],
        S.text,
        "Document HALH000020240304ek340000b",
    )
    coded = (
        "HD   Seestadt sperrt Hafenbrücke\nBY   Jana Brede\nWC   212 Wörter\nPD   3 März 2024\n"
        "SN   Küstenbote\nSC   KUBO\nPG   7\nLA   Deutsch\n"
        f"CY   (c) 2024 Küste Verlag\n\nLP   \n{ONE}\n\nTD   \n{TWO}\n\nNS   gpol : Politik\n"
        f"RE   gfr : Deutschland\nAN   Dokument KUBO000020240303ek330001x\n\n\n"
    )
    two_coded = (
        f"HD   Reederei weist Vorwürfe zurück\nWC   99 words\nPD   4 March 2024\nET   14:32\n"
        f"SN   Hallig Heute\nLA   German\n\nLP   {THREE}\n\n"
        f"TD   {FOUR}\n\nAN   Document HALH000020240304ek340000b\n"
    )
    page = {"page": "7", "words": "212"}
    return [
        Case(
            "seiten.txt",
            (one + "Seite 1 von 2 © 2024 Factiva, Inc. Alle Rechte vorbehalten.\n\n" + two).encode(),
            (B._replace(more=page), S),
        ),
        Case("rubrik.txt", ("Lokales\n" + one + two).encode(), (B._replace(more={"section": "Lokales"}), S)),
        Case(
            "zeit.txt",
            one.replace("2024\nKüstenbote", "2024\n14:32\nKüstenbote").encode() + two.encode(),
            (B._replace(more={"time": "14:32"}), S),
        ),
        Case(
            "suche.txt",
            (
                one + two + "Suchzusammenfassung\n\nText\tHafen\nDatum\tAlle Daten\nErgebnisse gefunden\t2\n\n"
                "Zeitstempel\t7 März 2024 10:31\n"
            ).encode(),
            (B, S),
        ),
        Case("codes.txt", (coded + two_coded).encode(), (B._replace(more=page), S)),
        Case("codes.docx", word(*(coded + two_coded).replace("   ", "\t").split("\n")), (B._replace(more=page), S)),
        Case("ohne_rechte.txt", one.replace("(c) 2024 Küste Verlag\n", "").encode() + two.encode(), (B, S)),
        Case(
            "titel.txt",
            one.replace(B.title or "", "Seestadt sperrt Hafenbrücke und leitet\nden Verkehr um").encode()
            + two.encode(),
            (B._replace(title="Seestadt sperrt Hafenbrücke und leitet den Verkehr um"), S),
        ),
        Case(
            "autoren.txt",
            one.replace("Jana Brede", "Von Jana Brede und Heiko von der Heide").encode() + two.encode(),
            (B._replace(author="Jana Brede und Heiko von der Heide"), S),
        ),
        Case("ein_dokument.txt", one.encode(), (B._replace(more=page),)),
    ]


def wiso() -> list[Case]:
    close = "Alle Rechte vorbehalten: (c) Küste Verlag GmbH\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n\n\n"
    address = "Dauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/KUBO__1\n"
    body, rest = "\n\n".join(B.text), "\n\n".join(S.text)
    one = (
        f"{B.title}\n\nQuelle: Küstenbote vom 03.03.2024, Nr. 53, Seite 7\nAutor: Jana Brede\n"
        f"Ressort: Lokales\n\n{body}\n\n{address}{close}"
    )
    two = f"{S.title}\n\nQuelle: Hallig Heute, 04.03.2024, S. 2\n\n{rest}\n\n{address}{close}"
    more = {"section": "Lokales", "page": "7", "issue": "53"}
    below = (
        f"{B.title}\n\n{body}\n\nQuelle:\tKüstenbote vom 03.03.2024, Nr. 53, Seite 7\nAutor:\tJana Brede\n"
        f"Ressort:\tLokales\n"
        f"Dauerhafte Adresse des Dokuments:\nhttps://www.wiso-net.de/document/KUBO__1\n{close}"
    )
    only_above = (
        f"{B.title}\nQuelle: Küstenbote vom 03.03.2024, Seite 7\nAutor: Jana Brede\nDokumentnummer: 1\n\n{body}\n\n"
        f"{S.title}\nQuelle: Hallig Heute vom 04.03.2024\nDokumentnummer: 2\n\n{rest}\n"
    )
    return [
        Case(
            "unten.txt",
            (
                below
                + two.replace("Quelle: Hallig Heute, 04.03.2024, S. 2\n\n", "").replace(
                    address, "Quelle: Hallig Heute, 04.03.2024, S. 2\n" + address
                )
            ).encode(),
            (B._replace(more=more), S._replace(more={"page": "2"})),
        ),
        Case("nur_oben.txt", only_above.encode(), (B._replace(more={"page": "7"}), S)),
        Case(
            "untertitel.txt",
            one.replace(f"{B.title}\n", f"{B.title}\n\nDie Stadt sucht Umwege\n").encode() + two.encode(),
            (B._replace(text=("Die Stadt sucht Umwege", *B.text)), S),
        ),
        Case(
            "kopfzeile.txt",
            (one + two).replace(B.title or "", f"Küstenbote vom 03.03.2024, Nr. 53, S. 7\n\n{B.title}").encode(),
            (B, S),
        ),
        Case(
            "inhalt.txt",
            (
                f"Dokumente\n\nInhaltsverzeichnis\n\n{B.title} ........ 1\n{S.title} ........ 2\n\n\n"
                + one
                + "Seite 1 von 2\n\n"
                + two
            ).encode(),
            (B, S),
        ),
        Case(
            "anfuehrung.txt",
            one.replace("Küstenbote vom 03.03.2024, Nr. 53, Seite 7", '"Küstenbote" vom 03.03.2024   Seite: 7').encode()
            + two.encode(),
            (B._replace(more={"page": "7"}), S),
        ),
        Case("langer_tag.txt", one.replace("vom 03.03.2024", "vom 3. März 2024").encode() + two.encode(), (B, S)),
        Case("ein_dokument.txt", one.encode(), (B._replace(more=more),)),
        Case(
            "agentur.txt",
            one.replace(TWO, f"{TWO}\n\nQuelle: dpa").encode() + two.encode(),
            (B._replace(text=(*B.text, "Quelle: dpa")), S),
        ),
        Case(
            "tabelle.html",
            (
                "<html><body>"
                + "".join(
                    f"<h2>{x.title}</h2><table><tr><td>Quelle:</td><td>{x.outlet} vom {day}, S. 7</td></tr>"
                    + (f"<tr><td>Autor:</td><td>{x.author}</td></tr>" if x.author else "")
                    + "</table>"
                    + "".join(f"<p>{part}</p>" for part in x.text)
                    + '<p>Dauerhafte Adresse des Dokuments: <a href="x">https://www.wiso-net.de/document/KUBO__1</a></p>'
                    "<p>Alle Rechte vorbehalten: (c) Küste</p>"
                    for x, day in ((B, "03.03.2024"), (S, "04.03.2024"))
                )
                + "</body></html>"
            ).encode(),
            (B, S),
        ),
    ]
