"""Sources: mentions by their words alone, and chains, joint speakers and relays inside an article."""

import pytest

from analysis.model import Article, Statement
from analysis.pipeline import analyse
from analysis.sources.mentions.rules import type_mention

MENTIONS = [
    # mention, entity, country, institution, naming
    ("das Weiße Haus", "Weißes Haus", "US", "government", "named"),
    ("des Weißen Hauses", "Weißes Haus", "US", "government", "named"),
    ("der Kreml", "Kreml", "RU", "government", "named"),
    ("US-Beamte", "US-Beamte", "US", "government", "unnamed"),
    ("nordkoreanische Staatsmedien", "nordkoreanische Staatsmedien", "KP", "state_media", "role"),
    ("die USA", "USA", "US", "government", "named"),
    ("die Polizei Bremen", "Polizei Bremen", "DE", "justice", "named"),
    ("die Mainzer Polizei", "Polizei Mainz", "DE", "justice", "named"),
    ("Augenzeugen", "Augenzeugen", "DE", "citizen", "unnamed"),
    ("Kremlsprecher Anton Belkin", "Anton Belkin", "RU", "government", "named"),
    ("US-Außenamtssprecherin Laura Hayes", "Laura Hayes", "US", "government", "named"),
    ("FDP-Chef Ansgar Thielen", "Ansgar Thielen", "DE", "party", "named"),
    ("die Nachrichtenagentur Xinhua", "Xinhua", "CN", "state_media", "named"),
    ("Angaben der Polizei", "Polizei", "DE", "justice", "named"),
    ("Sergej Schojgu", "Sergej Schoigu", "RU", "government", "named"),
    ("Sowohl Nordkorea als auch China", "Nordkorea + China", "INT", "government", "named"),
]


@pytest.mark.parametrize(("mention", "entity", "country", "institution", "naming"), MENTIONS, ids=lambda v: v)
def test_mention(mention: str, entity: str, country: str, institution: str, naming: str) -> None:
    source = type_mention(mention)
    assert source is not None
    assert (source.entity, source.country, source.institution, source.naming) == (entity, country, institution, naming)


def statements(text: str) -> tuple[Statement, ...]:
    return analyse(Article("x", text)).statements


def entities(text: str) -> list[str]:
    return [s.source.entity for s in statements(text) if s.source is not None]


def test_surname_and_pronoun_mean_the_person_introduced() -> None:
    text = (
        "Die Regierungssprecherin Paula Kern sagte, das Gesetz sei fertig. Kern fügte hinzu, es komme im Mai. "
        "Sie betonte, dass alle Länder zugestimmt hätten."
    )
    assert set(entities(text)) == {"Paula Kern"}


def test_a_role_stays_with_the_name() -> None:
    text = (
        "Adrian Wolter, Sprecher des Pentagons, sagte, die Schiffe seien unterwegs. "
        "Wolter erklärte, dass kein Angriff geplant sei."
    )
    assert {s.source.category for s in statements(text) if s.source} == {"us_officials"}


@pytest.mark.parametrize(
    "text",
    [
        "„Das Treffen ist endgültig abgesagt worden“, sagte Kremlsprecher Dmitri Peskow laut TASS.",
        "Das Treffen sei abgesagt, sagte Kremlsprecher Dmitri Peskow laut TASS.",
    ],
)
def test_relay_and_source_are_kept_apart(text: str) -> None:
    (statement, *_) = statements(text)
    assert statement.source is not None
    assert statement.via is not None
    assert (statement.source.entity, statement.via.entity) == ("Dmitri Peskow", "TASS")


def test_nobody_named_is_nobody() -> None:
    for statement in statements("Es hieß, die Verhandlungen seien gescheitert."):
        assert statement.source is not None
        assert (statement.source.entity, statement.source.naming) == ("-", "none")
