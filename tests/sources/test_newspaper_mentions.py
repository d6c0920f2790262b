"""Roles and bodies as newspapers write them: 520 mentions with the institution that each speaks for (mentions.tsv)."""

from pathlib import Path

import pytest

from analysis.sources.mentions.rules import type_mention

LINES = (Path(__file__).parent / "mentions.tsv").read_text(encoding="utf-8").splitlines()
MENTIONS = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")][1:]


@pytest.mark.parametrize("institution", sorted({institution for _, institution in MENTIONS}))
def test_every_mention_speaks_for_its_institution(institution: str) -> None:
    told = {mention: type_mention(mention) for mention, own in MENTIONS if own == institution}
    assert told
    wrong = {mention: source and source.institution for mention, source in told.items()
             if source is None or source.institution != institution}  # fmt: skip
    assert not wrong


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("der Russland-Experte Jan Moor", "DE"),
        ("der Schweizer Geheimdienstexperte Jan Moor", "CH"),
        ("Jan Moor, Experte für die russische Armee", "DE"),
        ("russische Experten", "RU"),
        ("US-Experten", "US"),
        ("Jan Moor, Experte für Osteuropa an der Universität Zürich", "CH"),
    ],
)
def test_what_experts_know_about_is_not_their_country(mention: str, country: str) -> None:
    source = type_mention(mention)
    assert source is not None
    assert (source.country, source.institution) == (country, "expert") or (country == "DE" and source.country == "-")
