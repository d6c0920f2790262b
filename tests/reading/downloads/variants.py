"""Rare forms of downloads, each as a file and as the articles in it: what databases and people do besides the rule."""

import io
import textwrap
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import docx

ONE = "Die alte Hafenbrücke bleibt von Montag an gesperrt. „Wir nehmen die Schäden ernst“, sagte Petra Lindner."
TWO = "Der Gutachter Ralf Osterkamp warnte, die Pfeiler könnten bei Frost weiter reißen. Die Stadt habe das gewusst."
THREE = (
    "Die Reederei wies den Vorwurf zurück. Ein Sprecher erklärte, man prüfe die Zahlen noch und warte auf den Bericht."
)
FOUR = "Das Ministerium will die Entgelte prüfen. Das kündigte Staatssekretär Jens Arnim für den Mai an."


class Read(NamedTuple):
    """An article as it must be read; ``more`` are further fields."""

    title: str | None
    outlet: str | None
    published: str | None
    author: str | None
    text: tuple[str, ...]
    more: Mapping[str, str] = MappingProxyType({})


class Case(NamedTuple):
    """A file, its articles, and the reasons told beside them (their beginnings)."""

    name: str
    data: bytes
    articles: tuple[Read, ...]
    told: tuple[str, ...] = ()
    warned: bool = False


def _word(*lines: str, rows: tuple[tuple[str, str], ...] = ()) -> bytes:
    document = docx.Document()
    for left, right in rows:
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = left, right
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


BRIDGE = Read("Seestadt sperrt Hafenbrücke", "Küstenbote", "2024-03-03", "Jana Brede", (ONE, TWO))
SHIPS = Read("Reederei weist Vorwürfe zurück", "Hallig Heute", "2024-03-04", None, (THREE, FOUR))
B, S = BRIDGE, SHIPS


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
            _word(
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
        Case("woerterkopf.docx", _word(*(one + two).split("\n")), (B._replace(more=more), S)),
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
        Case("codes.docx", _word(*(coded + two_coded).replace("   ", "\t").split("\n")), (B._replace(more=page), S)),
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


def plain() -> list[Case]:
    body, rest = "\n\n".join(B.text), "\n\n".join(S.text)
    one, two = (
        f"{B.title}\nKüstenbote, 03.03.2024\nVon Jana Brede\n\n{body}",
        f"{S.title}\nHallig Heute, 04.03.2024\n\n{rest}",
    )
    bare, undated = (
        Read(None, None, None, None, (one + "\n\n\n" + two,)),
        B._replace(outlet=None, published=None, author=None),
    )
    decorated = f"{B.title}\nKüstenbote, 03.03.2024\n\n{ONE}\n\n* * *\n\n{TWO}\n\n----------\n\n{THREE}"
    talk = (
        f"Drei Fragen an Petra Lindner\n\n{ONE}\n\n---\n\nWann öffnet die Brücke wieder?\n\n{TWO}\n\n---\n"
        f"\nUnd wer zahlt das alles?\n\n{THREE}"
    )
    return [
        Case("nummern.txt", f"1. {one}\n\n2. {two}\n".encode(), (B, S)),
        Case("ende.txt", f"{one}\n\nEnd of Document\n\n{two}\n\nEnd of Document\n".encode(), (B, S)),
        Case(
            "datum_oben.txt",
            f"Küstenbote, 03.03.2024\n{B.title}\nVon Jana Brede\n\n{body}\n\n=====\n\n"
            f"Hallig Heute, 04.03.2024\n{S.title}\n\n{rest}".encode(),
            (B, S),
        ),
        Case(
            "felder.txt",
            f"Titel: {B.title}\nMedium: Küstenbote\nDatum: 03.03.2024\nAutor: Jana Brede\n\n{body}\n\n#####\n"
            f"\nTitel: {S.title}\nMedium: Hallig Heute\n"
            f"Datum: 4. März 2024\n\n{rest}".encode(),
            (B, S),
        ),
        Case(
            "ohne_daten.txt",
            f"{B.title} für Lastwagen\n\n{body}\n\n{'=' * 40}\n\n{S.title} und klagt\n\n{rest}".encode(),
            (
                undated._replace(title=f"{B.title} für Lastwagen"),
                S._replace(title=f"{S.title} und klagt", outlet=None, published=None),
            ),
        ),
        Case("ohne_trenner.txt", f"{one}\n\n\n{two}".encode(), (bare,), warned=True),
        Case("zierlinie.txt", decorated.encode(), (Read(None, None, None, None, (decorated,)),)),
        Case("gespraech.txt", talk.encode(), (Read(None, None, None, None, (talk,)),)),
        Case(
            "ueberschrift.md",
            f"# {B.title}\n\nKüstenbote, 03.03.2024\n\nVon Jana Brede\n\n{body}\n\n---\n\n# {S.title}\n\n"
            f"Hallig Heute, 04.03.2024\n\n{rest}".encode(),
            (B, S),
        ),
        Case(
            "zahl.txt",
            f"Dokument 1 von 3\n\n{one}\n\nDokument 2 von 3\n\n{two}".encode(),
            (B, S),
            ("It says it holds 3 documents, and 2",),
        ),
    ]


def ris() -> list[Case]:
    text = f"{ONE} {TWO}"
    one = (
        f"TY  - NEWS\nTI  - {B.title}\nAU  - Jana Brede\nT2  - Küstenbote\nDA  - 2024/03/03\nSP  - 7\n"
        f"AB  - {text}\nER  - \n\n"
    )
    two = (
        f"TY  - NEWS\nT1  - {S.title}\nJF  - Hallig Heute\nPY  - 2024/03/04/\n"
        f"UR  - https://hallig.example/1\nN2  - {THREE} {FOUR}\nER  - \n"
    )
    b, s = B._replace(text=(text,)), S._replace(text=(f"{THREE} {FOUR}",))
    return [
        Case("windows.ris", (one + two).replace("\n", "\r\n").encode("utf-8-sig"), (b, s), warned=True),
        Case(
            "ohne_text.ris",
            (one + "TY  - NEWS\nTI  - Ohne Text\nER  - \n\n" + two).encode(),
            (b, s),
            ("The entry holds no text",),
            warned=True,
        ),
        Case("ohne_ende.ris", (one + two).replace("ER  - \n", "").encode(), (b, s), warned=True),
        Case(
            "zeilen.ris",
            (one.replace("Montag an gesperrt", "Montag an\n      gesperrt") + two).encode(),
            (b, s),
            warned=True,
        ),
        Case(
            "autoren.ris",
            one.replace("AU  - Jana Brede", "AU  - Brede, Jana\nAU  - Holm, Inga").encode(),
            (b._replace(author="Brede, Jana; Holm, Inga"),),
            warned=True,
        ),
        Case(
            "jahr.ris",
            one.replace("2024/03/03", "2024").encode(),
            (b._replace(published=None, more={"published": "2024"}),),
            warned=True,
        ),
        Case("verlag.ris", one.replace("T2  -", "PB  -").encode(), (b,), warned=True),
        Case("tag.ris", one.replace("2024/03/03", "3. März 2024").encode(), (b,), warned=True),
        Case("enger.ris", one.replace("  - ", " - ").encode(), (b,), warned=True),
        Case("kein.ris", b"Nur ein Text.", (), ("The file holds no RIS entry",)),
    ]


ALL = {"nexis": nexis, "lexis": lexis, "factiva": factiva, "wiso": wiso, "plain": plain, "ris": ris}
