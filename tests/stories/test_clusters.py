"""Articles of one event meet, different events stay apart even where they share names and days."""

from collections import Counter
from datetime import date, timedelta

from analysis.reading.files import read_paths
from analysis.resources import data_root
from analysis.stories.clusters import DAYS, DatedArticle, stories
from analysis.stories.tfidf import Rarity, terms

DAY = date(2026, 3, 10)
WATER = [
    "Rohrbruch in Lindau: 12.000 Haushalte ohne Wasser\nDie Wasserwerke der Stadt Lindau haben am Dienstag ihren "
    "Betrieb eingeschränkt. Nach dem Rohrbruch im Norden fiel der Druck. Bürgermeisterin Karla Wenz rief zum Sparen "
    "auf. Die Feuerwehr verteilt Trinkwasser an drei Plätzen. Die Leitung stammt aus den Sechzigern; ein Gutachter "
    "soll sie untersuchen. Die Opposition im Stadtrat spricht von Versäumnissen. Krankenhaus und Schulen bekommen es.",
    "Lindau auf dem Trockenen\nEin geborstenes Rohr legt die Wasserversorgung lahm. Karla Wenz, Bürgermeisterin der "
    "Stadt, bittet die Haushalte um Geduld. Ein Gutachter der Wasserwerke kommt am Mittwoch nach Lindau, um die "
    "Leitung zu prüfen. Bis dahin gibt es Trinkwasser aus Tanks. Im Krankenhaus wurden Operationen verschoben, "
    "Schulen schließen.",
    "Opposition: Rathaus ließ Rohre verfallen\nNach dem Ausfall der Wasserwerke in Lindau streitet der Stadtrat über "
    "die Schuld am Rohrbruch. Das Rathaus um Karla Wenz weist Vorwürfe zurück. Trinkwasser kommt von der Feuerwehr.",
]
FESTIVAL = [
    "Lindau plant Seefest mit Lasershow\nBürgermeisterin Karla Wenz hat am Dienstag das Programm des Seefestes "
    "vorgestellt. Statt eines Feuerwerks gibt es Laser. Die Kapelle aus Bregenz eröffnet den Abend am Hafen. Erwartet "
    "werden 30.000 Gäste. Der Naturschutzbund lobte die Entscheidung; Wirte fürchten um ihre Umsätze.",
    "Laser statt Feuerwerk am Hafen\nDas Seefest in Lindau verzichtet auf Raketen. Karla Wenz nannte den Schutz der "
    "Vögel als Grund. Am Hafen spielt die Kapelle aus Bregenz, die Lasershow beginnt um zehn. Der Naturschutzbund "
    "freut sich, die Wirte an der Promenade rechnen mit weniger Gästen.",
]
BANK = ["Notenbank hebt Zinsen\nDie Notenbank hat den Leitzins auf drei Prozent erhöht. Ökonomen hatten das erwartet."]


def told(texts: list[tuple[date | None, str]]) -> list[set[int]]:
    """The groups of more than one article, by position."""
    counts = [terms(*text.split("\n", 1)) for _, text in texts]
    frequency = Counter(term for count in counts for term in count)
    rarity = Rarity(frequency, len(texts))
    rows = [
        DatedArticle(str(n), day, rarity.vector(count))
        for n, ((day, _), count) in enumerate(zip(texts, counts, strict=True))
    ]
    groups: dict[str, set[int]] = {}
    for article, story in stories(rows):
        groups.setdefault(story, set()).add(int(article))
    return [group for group in groups.values() if len(group) > 1]


def test_one_event_by_three_outlets_is_one_story() -> None:
    assert told([(DAY + timedelta(n), text) for n, text in enumerate([*WATER, *BANK])]) == [{0, 1, 2}]


def test_events_of_one_place_person_and_day_stay_apart() -> None:
    texts = [(DAY, text) for text in (WATER[0], FESTIVAL[0], WATER[1], FESTIVAL[1], WATER[2], *BANK)]
    assert told(texts) == [{0, 2, 4}, {1, 3}]


def test_the_same_again_after_many_days_is_another_story() -> None:
    later = DAY + timedelta(DAYS + 1)
    assert told([(DAY, WATER[0]), (DAY, WATER[1]), (later, WATER[0]), (later, WATER[2])]) == [{0, 1}, {2, 3}]


def test_a_story_goes_on_as_long_as_no_gap_is_longer() -> None:
    assert told([(DAY + timedelta(n * DAYS), text) for n, text in enumerate(WATER)]) == [{0, 1, 2}]


def test_articles_without_a_day_meet_each_other_only() -> None:
    assert told([(DAY, WATER[0]), (None, WATER[1]), (None, WATER[2])]) == [{1, 2}]


def test_articles_without_terms_stay_alone() -> None:
    assert told([(DAY, "\n"), (DAY, "\n"), (DAY, "kurz\nnichts davon")]) == []


def test_the_stories_of_the_demo_are_found() -> None:
    articles = sorted(read_paths([data_root() / "demo" / "demo.jsonl"]), key=lambda a: a.published)
    found = told([(date.fromisoformat(a.published), f"{a.title}\n{a.text}") for a in articles])
    assert [sorted({articles[n].id.split("-")[0] for n in group}) for group in found] == [
        ["kliniken"], ["austausch"], ["frachter"],
    ]  # fmt: skip
    assert sum(map(len, found)) == len(articles)
