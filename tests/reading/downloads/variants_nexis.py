"""Rare forms of downloads of Nexis and LexisNexis."""

import textwrap

from tests.reading.downloads.variant import B, Case, S, word


def _nexis(
    title: str,
    outlet: str,
    day: str,
    labels: str,
    text: tuple[str, ...],
    tail: str = "Load-Date: March 5, 2024",
    body: str = "Body",
    rights: str = "Copyright 2024 Küste Verlag GmbH Alle Rechte vorbehalten",
    end: str = "End of Document",
) -> str:
    joined = "\n\n".join(text)
    return f"{title}\n{outlet}\n{day}\n\n{rights}\n\n{labels}\n{body}\n\n{joined}\n\n{tail}\n\n{end}\n\n\n"


def nexis() -> list[Case]:
    plain = _nexis(
        B.title or "",
        "Küstenbote",
        "3. März 2024 Sonntag",
        "Section: LOKALES; S. 7\nLength: 212 words\nByline: Jana Brede",
        B.text,
    )
    other = _nexis(S.title or "", "Hallig Heute", "March 4, 2024 Monday", "Length: 99 words", S.text)
    return [
        Case("seitenzahlen.txt", f"{plain}Page 1 of 2\n\n{other}Seite 2 von 2\n".encode(), (B, S)),
        Case("abgeschnitten.txt", (plain + other.replace("End of Document", "")).encode(), (B, S)),
        Case(
            "fehlender.txt",
            (
                "Job Number: 12\nDocuments (3)\n1. Seestadt sperrt Hafenbrücke\n"
                "2. Reederei weist Vorwürfe zurück\n3. Dritter\n"
                "Search Terms: Hafen\n\n\n" + plain + other
            ).encode(),
            (B, S),
            ("It says it holds 3 documents, and 2",),
        ),
        Case("ohne_ende.txt", (plain + other).replace("End of Document\n", "").encode(), (B, S)),
        Case(
            "leer.txt",
            (plain + _nexis("Ohne Text", "Hallig Heute", "4. März 2024", "Length: 0 words", ()) + other).encode(),
            (B, S),
            ("Document 2 of the file holds no text",),
        ),
        Case(
            "ausgabe.txt",
            plain.replace("3. März 2024 Sonntag\n", "3. März 2024 Sonntag\nRegionalausgabe Nord\n").encode()
            + other.encode(),
            (B._replace(more={"edition": "Regionalausgabe Nord", "section": "LOKALES", "page": "7"}), S),
        ),
        Case(
            "monat.txt",
            plain.replace("3. März 2024 Sonntag", "März 2024").encode() + other.encode(),
            (B._replace(published=None, more={"published": "März 2024"}), S),
        ),
        Case(
            "bild.txt",
            plain.replace(
                "Load-Date",
                "Graphic\n\nEin Kran am Nordufer.\n\nFoto: Suse Halm.\n\nClassification\n\nLanguage: GERMAN\n\n"
                "Subject: HÄFEN (90%)\n\nLoad-Date",
            ).encode()
            + other.encode(),
            (B, S),
        ),
        Case(
            "tabelle.docx",
            word(
                *(plain + other).split("\n"),
                rows=(
                    ("Date and Time:", "Thursday, March 7, 2024 10:31:00 CET"),
                    ("Job Number:", "0001"),
                    ("Documents (2)", ""),
                ),
            ),
            (B, S),
        ),
        Case(
            "ein_dokument.html",
            (
                "<html><body><p>"
                + plain.strip().replace("\n\n", "</p><p>").replace("\n", "<br/>")
                + "</p></body></html>"
            ).encode(),
            (B,),
        ),
    ]


def _lexis(number: str, outlet: str, day: str, title: str, labels: str, text: tuple[str, ...], tail: str) -> str:
    joined = "\n\n".join(textwrap.fill(part, 72) for part in text)
    return f"{'':29}{number}\n\n\n{'':28}{outlet}\n\n{'':28}{day}\n\n{title}\n\n{labels}\n\n{joined}\n\n{tail}\n\n\n\n"


def lexis() -> list[Case]:
    tail = (
        "UPDATE: 5. März 2024\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung\n\n"
        "           Copyright 2024 Küste Verlag GmbH\n               Alle Rechte vorbehalten"
    )
    labels = "AUTOR: Jana Brede\n\nRUBRIK: LOKALES; S. 7\n\nLÄNGE: 212 Wörter"
    one = _lexis("Dokument 1 von 2", "Küstenbote", "Sonntag 3. März 2024", B.title or "", labels, B.text, tail)
    two = _lexis(
        "Dokument 2 von 2", "Hallig Heute", "Montag 4. März 2024", S.title or "", "LÄNGE: 99 Wörter", S.text, tail
    )
    more = {"section": "LOKALES", "page": "7", "words": "212"}
    broken = one.replace("Pfeiler könnten", "Pfeiler könn-\nten")
    return [
        Case(
            "ausgabe.txt",
            one.replace("3. März 2024\n\n", f"3. März 2024\n{'':30}Abendausgabe\n\n", 1).encode() + two.encode(),
            (B._replace(more={**more, "edition": "Abendausgabe"}), S),
        ),
        Case("zwei_laeufe.txt", (one + two + one.replace("1 von 2", "1 von 1")).encode(), (B, S, B)),
        Case(
            "luecke.txt",
            (one.replace("von 2", "von 3") + two.replace("2 von 2", "3 von 3")).encode(),
            (B, S),
            ("It says it holds 3 documents, and 2",),
        ),
        Case("ohne_nummern.txt", "".join(part.split("\n", 1)[1] for part in (one, two)).encode(), (B, S)),
        Case("getrennt.txt", (broken + two).encode(), (B, S)),
        Case("titel.txt", one.replace(B.title or "", "Seestadt sperrt\nHafenbrücke").encode() + two.encode(), (B, S)),
        Case(
            "franzoesisch.txt",
            (one + two)
            .replace("Dokument 1 von 2", "Document 1 de 2")
            .replace("Dokument 2 von 2", "Document 2 de 2")
            .encode(),
            (B, S),
        ),
        Case("ein_dokument.txt", one.replace("1 von 2", "1 von 1").encode(), (B._replace(more=more),)),
        Case("woerterkopf.docx", word(*(one + two).split("\n")), (B._replace(more=more), S)),
        Case(
            "grafik.txt",
            one.replace(
                "UPDATE:",
                "GRAFIK: Der Kran am Nordufer, aufgenommen im letzten Herbst von einem\n"
                "Schiff der Reederei aus\n\nUPDATE:",
            ).encode()
            + two.encode(),
            (B, S),
        ),
    ]
