"""Invents articles for the tests of downloads: outlets, people and sentences of nobody, each sentence only once."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

OUTLETS = (
    "Küstenbote", "Abendblatt für Politik", "Wirtschaft am Morgen", "Der Deichkurier", "Neue Seestädter Rundschau",
    "Moorländische Allgemeine", "Hallig Heute", "Die Warft", "Tagesanzeiger Nordufer", "Sielzeitung",
)  # fmt: skip
PEOPLE = (
    "Jana Brede", "Olaf Wendt", "Suse Halm", "Ralf Osterkamp", "Mira Tolk", "Heiko von der Heide", "Petra Lindner",
    "Karla Voss-Ahrens", "Jan Kuhl", "Inga Holm",
)  # fmt: skip
SECTIONS = ("LOKALES", "POLITIK", "AUSLAND", "WIRTSCHAFT", "Feuilleton", "Aus der Region", "SPORT")
EDITIONS = ("Hauptausgabe", "Ausgabe Nord", "Abendausgabe", "Regionalausgabe Seestadt")
PAGES = ("1", "4", "7", "15", "23", "B3", "38")
_WHO = ("Baudezernentin", "Der Gutachter", "Die Sprecherin der Reederei", "Vereinsvorsitzende", "Ministerin", "Landrat")
_SAID = (
    "„Wir nehmen die Sache mit der {n}. Schleuse sehr ernst“, sagte {who} {name} am Sonntag.",
    "{who} {name} warnte, die {n} Pfeiler könnten bei starkem Frost weiter reißen.",
    "Die Stadt habe das seit {y} gewusst, kritisierte {name}, und {n} Hinweise liegen lassen.",
    "Nach den Worten von {name} wurde die Statik in {n} Jahren {y} Mal geprüft.",
    "Am 3. März {y} hatte {name} noch von {n} Millionen Euro gesprochen.",
    "Es sei „nicht zu verantworten“, so {name}, dass {n} Betriebe am Nordufer seit {y} warten müssten.",
    "Der Plan – er umfasst {n} Seiten – stammt aus dem Jahr {y} und gilt {name} als überholt.",
    "{name} wies den Vorwurf zurück, {n} Anträge aus dem Jahr {y} seien verloren gegangen.",
    "Vorgesehen sind {n} Stege, darunter einer für Fähren mit mehr als {y} Tonnen Verdrängung, wie {name} ankündigte.",
)
_ODD = (
    "Länge: {n} Meter, Breite: {y} Zentimeter, so steht es im Plan von {name}.",
    "Wann wird die {n}. Brücke gesperrt, Herr {name}?",
    "Copyright und Lizenz der {n} Pläne aus dem Jahr {y} liegen bei der Stadt, sagte {name}.",
    "Rubrik {n} des Haushalts von {y} bleibt leer, sagte {name}.",
    "Body-Builder {name} hob {n} Kilo und stellte den Rekord von {y} ein.",
    "Seite {n} des Gutachtens von {y} fehlt, sagte {name}.",
    "- {n} Prozent der Befragten von {y} sind dafür, sagte {name}.",
    "Quelle: eigene Umfrage unter {n} Anwohnern im Jahr {y}, geleitet von {name}.",
    "Dokument {n} der Akte von {y} ist geschwärzt, kritisierte {name}.",
)  # fmt: skip
_TITLES = (
    "Seestadt sperrt alte Hafenbrücke Nummer {n}", "Streit um {n} Liegeplätze: Reederei droht mit Klage",
    "„Wir bauen weiter“ – {n} Fragen an die Ministerin", "Kreistag vertagt die {n}. Deichreform",
    "Wer zahlt für {n} Schleusen?", "Hafen: Länge {n} reicht nicht mehr", "Nach {n} Jahren: Fähre kehrt zurück",
)  # fmt: skip
_LONG = (
    "Reederei weist Bericht über Abzug von {n} Schiffen zurück und fordert von der Regierung eine rasche Entscheidung"
)


@dataclass(frozen=True)
class Made:
    """An article as it must be read."""

    title: str
    outlet: str
    day: date
    author: str | None
    section: str | None
    page: str | None
    edition: str | None
    lead: str | None
    paragraphs: tuple[str, ...]
    words: str = "0"
    number: int = 0
    sentences: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        return "\n\n".join((self.title, *([self.lead] if self.lead else []), *self.paragraphs))

    @property
    def published(self) -> str:
        return self.day.isoformat()


def invent(chance: Random, count: int, *, odd: bool = True) -> list[Made]:
    """Some articles, no two sentences of them alike."""
    return [_one(chance, number, odd) for number in range(1, count + 1)]


def _one(chance: Random, number: int, odd: bool) -> Made:
    counter = iter(range(number * 1000, number * 1000 + 999))

    def sentence(bank: tuple[str, ...]) -> str:
        shape = chance.choice(bank)
        return shape.format(
            n=next(counter), y=chance.randint(1950, 2025), name=chance.choice(PEOPLE), who=chance.choice(_WHO)
        )

    paragraphs = [" ".join(sentence(_SAID) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(2, 6))]
    if odd:
        for _ in range(chance.randint(0, 2)):
            paragraphs.insert(chance.randint(1, len(paragraphs) - 1), sentence(_ODD))
    title = (_LONG if chance.random() < 0.2 else chance.choice(_TITLES)).format(n=next(counter))
    return Made(
        title=title,
        outlet=chance.choice(OUTLETS),
        day=date(2003, 1, 1) + timedelta(days=chance.randint(0, 8300)),
        author=chance.choice((None, chance.choice(PEOPLE), "; ".join(chance.sample(PEOPLE, 2)))),
        section=chance.choice((None, *SECTIONS)),
        page=chance.choice((None, *PAGES)),
        edition=chance.choice((None, None, *EDITIONS)),
        lead=sentence(_SAID) if chance.random() < 0.3 else None,
        paragraphs=tuple(paragraphs),
        words=str(sum(len(part.split()) for part in paragraphs)),
        number=number,
    )
