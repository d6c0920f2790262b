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


@pytest.mark.parametrize(
    ("listener", "medium"), [("der dpa", "dpa"), ("dem „Spiegel“", "Der Spiegel"), ("der ARD", "ARD")]
)
def test_a_medium_that_is_told_passes_the_statement_on(listener: str, medium: str) -> None:
    via = told("Söder", listener)[1].via
    assert via is not None
    assert via.entity == medium


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
