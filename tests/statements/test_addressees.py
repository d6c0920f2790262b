"""Who is told does not speak: the medium behind verb and speaker is the addressee, whichever medium it is."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model import Article, Statement
from analysis.pipeline import analyse

SPEAKERS = {
    "Kremlsprecher Dmitri Peskow": "Dmitri Peskow",
    "CDU-Chef Friedrich Merz": "Friedrich Merz",
    "Verbandspräsident Uwe Mahn": "Uwe Mahn",
    "Söder": "Markus Söder",
    "die Ökonomin Lea Sommer": "Lea Sommer",
}
LISTENERS = (
    "der dpa", "der Deutschen Presse-Agentur", "der „Bild“-Zeitung", "dem „Spiegel“", "dem Deutschlandfunk", "der ARD",
    "den Zeitungen der Funke Mediengruppe", "unserer Redaktion", "Journalisten", "Reportern", "der Presse",
    "der Nachrichtenagentur AFP", "dem Redaktionsnetzwerk Deutschland",
)  # fmt: skip


@cache
def told(speaker: str, listener: str) -> tuple[str, Statement]:
    text = f"„Das ist nicht hinnehmbar“, sagte {speaker} {listener}."
    (statement,) = analyse(Article("a", text)).statements
    return text, statement


@given(st.sampled_from(sorted(SPEAKERS)), st.sampled_from(LISTENERS))
@settings(deadline=None)
def test_whoever_is_told_the_speaker_stays_the_same(speaker: str, listener: str) -> None:
    text, statement = told(speaker, listener)
    assert " ".join(text[slice(*span)] for span in statement.speaker) == speaker
    assert " ".join(text[slice(*span)] for span in statement.addressee) == listener
    assert statement.source is not None
    assert statement.source.entity == SPEAKERS[speaker]


MEDIA = {
    "der dpa": "dpa", "dem „Spiegel“": "Der Spiegel", "der ARD": "ARD", "der „Rheinischen Post“": "Rheinische Post",
    "der Lokalzeitung „Harzbote“": "Harzbote", "im Gespräch mit der Zeit": "Die Zeit", "gegenüber Reuters": "Reuters",
    "im Interview mit dem Deutschlandfunk": "Deutschlandfunk", "im Deutschlandfunk": "Deutschlandfunk",
    "dem Sender n-tv": "n-tv", "auf Anfrage der dpa": "dpa", "am Montag der dpa": "dpa",
}  # fmt: skip


@pytest.mark.parametrize(("listener", "medium"), MEDIA.items())
def test_a_medium_that_is_told_is_a_via_of_its_own_kind(listener: str, medium: str) -> None:
    assert via_of(f"„Das ist nicht hinnehmbar“, sagte Söder {listener}.") == (medium, "told")


@given(st.sampled_from(sorted(SPEAKERS)), st.sampled_from(sorted(MEDIA)), st.sampled_from(sorted(MEDIA)))
@settings(deadline=None)
def test_another_medium_told_changes_the_via_alone(speaker: str, one: str, other: str) -> None:
    (_, first), (_, second) = told(speaker, one), told(speaker, other)
    assert first.source == second.source
    assert (first.type, first.quote, first.stance, first.withheld, first.speaker) == (
        second.type, second.quote, second.stance, second.withheld, second.speaker,
    )  # fmt: skip
    assert [via and (via.entity, via.kind) for via in (first.via, second.via)] == [
        (MEDIA[one], "told"), (MEDIA[other], "told"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("„Das geht nicht“, sagte Söder laut TASS der dpa.", ("TASS", "relay")),
        ("„Das geht nicht“, sagte Söder der dpa, wie TASS berichtet.", ("TASS", "relay")),
        ("„Das geht nicht“, sagte Söder dem „Spiegel“ zufolge.", ("Der Spiegel", "relay")),
        ("„Das geht nicht“, sagte Söder Journalisten.", None),
        ("„Das geht nicht“, sagte Söder unserer Redaktion.", None),
        ("„Das geht nicht“, sagte er Merkel.", None),
        ("Söder sagte dem Ministerium, das gehe nicht.", None),
    ],
)
def test_a_relay_comes_first_and_who_is_no_medium_is_no_via(text: str, via: tuple[str, str] | None) -> None:
    assert via_of(text) == via


@pytest.mark.parametrize("outlet", ["Der Spiegel", "Spiegel", "SPIEGEL"])
def test_the_outlet_itself_is_never_the_via(outlet: str) -> None:
    for how in ("dem „Spiegel“", "im Gespräch mit dem Spiegel", "laut „Spiegel“"):
        assert via_of(f"„Das geht nicht“, sagte Söder {how}.", outlet) is None
    assert via_of("„Das geht nicht“, sagte Söder laut „Spiegel“ der dpa.", outlet) == ("dpa", "told")


def via_of(text: str, outlet: str | None = None) -> tuple[str, str] | None:
    via = analyse(Article("a", text, outlet=outlet)).statements[0].via
    return (via.entity, via.kind) if via else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Das geht nicht“, sagte die Chefredakteurin der „Bild“.", "die Chefredakteurin der „Bild“"),
        ("„Das geht nicht“, sagte ein Reporter der BBC.", "ein Reporter der BBC"),
        ("Nach Angaben der New York Times ist das so.", "der New York Times"),
    ],
)
def test_a_medium_to_which_the_speaker_belongs_stays(text: str, speaker: str) -> None:
    found = analyse(Article("a", text)).statements[0]
    said = " ".join(text[slice(*span)] for span in found.speaker)
    assert said.rstrip("“") == speaker.rstrip("“")
    assert not found.addressee
