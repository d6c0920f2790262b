"""Grades of anonymity: how far the words of a mention are from a name."""

import pytest

from analysis.sources.mentions.rules import type_mention

GRADES = [
    ("Kremlsprecher Anton Belkin", "named"),
    ("die Polizei Bremen", "named"),
    ("der Kremlsprecher", "office"),
    ("der russische Verteidigungsminister", "office"),
    ("US-Beamte", "member"),
    ("ein hochrangiger israelischer Offizier", "member"),
    ("ein Berater des Weißen Hauses", "member"),
    ("Regierungskreisen", "circle"),
    ("aus dem Umfeld der Bundesregierung", "circle"),
    ("deutscher Seite", "circle"),
    ("Experten", "kind"),
    ("Augenzeugen", "kind"),
    ("Medienberichten", "kind"),
    ("Insider", "hidden"),
    ("mit der Sache vertraute Personen", "hidden"),
    ("informierten Kreisen", "hidden"),
]


@pytest.mark.parametrize(("mention", "grade"), GRADES, ids=[mention for mention, _ in GRADES])
def test_grade_of_anonymity(mention: str, grade: str) -> None:
    source = type_mention(mention)
    assert source is not None
    assert source.anonymity == grade
