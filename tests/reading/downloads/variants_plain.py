"""Rare forms of collections that people put together, and of RIS files."""

from tests.reading.downloads.variant import FOUR, ONE, THREE, TWO, B, Case, Read, S


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
