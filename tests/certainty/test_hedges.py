"""Hedges: German sentences beside the cues to be found in them, and traps in which nothing may be found."""

import csv

import pytest

from analysis.certainty.hedges import find_hedges
from analysis.model import Document, Hedge, Section, Source, Statement
from analysis.resources import data_root
from tests.factories import tagged


def found(text: str) -> list[str]:
    return [f"{hedge.kind}:{hedge.cue}" for hedge in find_hedges(tagged(text), ())]


def coded() -> list[tuple[str, str]]:
    """The sentences of data/corpus/hedge_sentences.tsv with their hedges as ``found`` writes them."""
    lines = (data_root() / "corpus" / "hedge_sentences.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return [(row["sentence"], row["hedges"].replace(" | ", " ")) for row in rows]


HEDGED = [(text, hedges) for text, hedges in coded() if hedges]
TRAPS = [text for text, hedges in coded() if not hedges]


@pytest.mark.parametrize(("text", "expected"), HEDGED)
def test_finds_hedges(text: str, expected: str) -> None:
    assert " ".join(found(text)) == expected


@pytest.mark.parametrize("text", TRAPS)
def test_leaves_traps_alone(text: str) -> None:
    assert found(text) == []


KNOWN_FAILURES = [
    ("Der Ölteppich soll sich über drei Kilometer erstrecken.", "hearsay:soll … erstrecken"),
    ("Der Sender meldet, dass ein Abriss der Halle möglich ist.", "adverb:möglich"),
    ("Sie fand Gründe, die den Eingriff rechtfertigen könnten.", ""),
]


@pytest.mark.xfail(reason="needs more than the clause to be told apart", strict=True)
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
def test_known_failures(text: str, expected: str) -> None:
    assert " ".join(found(text)) == expected


def statement(text: str, quote: str, **changes: object) -> Statement:
    start = text.index(quote)
    fields = {"type": "indirect", "speaker": ((0, 3),), **changes}
    return Statement(id="s1", section="body", quote=((start, start + len(quote)),), **fields)  # type: ignore[arg-type]


def only(text: str, *statements: Statement) -> Hedge:
    hedges = find_hedges(tagged(text), statements)
    assert len(hedges) == 1
    return hedges[0]


HOLDERS = [
    ("Der Streik könnte enden.", "", {}, "author"),
    ("Ott sagte, der Streik könnte enden.", "der Streik könnte enden", {}, "source"),
    ("„Der Streik könnte enden“, sagte Ott.", "„Der Streik könnte enden“", {"type": "direct"}, "source"),
    (
        "Ott sagte nicht, wann der Streik enden könnte.",
        "wann der Streik enden könnte",
        {"withheld": True},
        "author",
    ),
    ("Laut Ott soll der Mann geflohen sein.", "soll der Mann geflohen sein", {}, "source"),
    ("Der Mann soll geflohen sein.", "Der Mann soll geflohen sein", {"type": "free_indirect"}, "author"),
    ("Ott sagte, der mutmaßliche Dieb schweige.", "der mutmaßliche Dieb schweige", {}, "author"),
    ("Ott sagte, er sei angeblich krank.", "er sei angeblich krank", {}, "source"),
    ("„Er war angeblich krank“, sagte Ott.", "„Er war angeblich krank“", {"type": "direct"}, "source"),
    ("Es hieß, der Streik könnte enden.", "der Streik könnte enden", {"speaker": ()}, "source"),
    ("Ott glaubt, der Streik ende bald.", "der Streik ende bald", {}, "source"),
    ("Die Polizei vermutet ein Verbrechen.", "", {}, "source"),
    ("Es wird vermutet, dass er floh.", "", {}, "author"),
    ("Von Kritikern wird die Wirkung angezweifelt.", "", {}, "source"),
    ("Befürchtet wird der Ausbruch von Cholera.", "", {}, "author"),
    ("Nach Einschätzung der Ärzte genügt das.", "", {}, "source"),
]


@pytest.mark.parametrize(("text", "quote", "changes", "holder"), HOLDERS)
def test_tells_whose_doubt_it_is(text: str, quote: str, changes: dict[str, object], holder: str) -> None:
    statements = (statement(text, quote, **changes),) if quote else ()
    assert only(text, *statements).holder == holder


@pytest.mark.xfail(reason="the weights take whoever believes for a source", strict=True)
def test_man_is_nobody() -> None:
    assert only("Man rechnet mit Regen.").holder == "author"


def test_a_hedge_tells_how_sure_it_is_and_why() -> None:
    sure, unsure = only("Der Damm könnte möglichst bald brechen."), only("Er ist wohl krank.")
    assert min(sure.confidence, unsure.confidence) > 0.4
    assert sure.confidence != unsure.confidence
    for hedge in (sure, unsure):
        weights = [weight for _, weight in hedge.reasons]
        assert 1 <= len(weights) <= 3
        assert weights == sorted(weights, reverse=True)
        assert min(weights) > 0


def test_the_same_word_counts_or_not_by_what_stands_around_it() -> None:
    assert found("Das Werk hält einen Ausbau für möglich.")
    assert not found("Alle möglichen Leute kamen.")


def test_named_source_counts_where_the_speaker_is_missing() -> None:
    text = "Der Streik könnte enden."
    kremlin = Source("Kreml", "RU", "government", "kremlin", "named")
    assert only(text, statement(text, text, speaker=(), source=kremlin)).holder == "source"


def test_a_headline_ends_where_its_line_ends() -> None:
    text = "Bote soll Pakete gestohlen haben\n\nDas Gericht vertagte sich."
    assert found(text) == ["hearsay:soll … haben"]


def test_gives_the_innermost_statement() -> None:
    text = "Ott sagte, Uhl vermute einen Fehler und der Streik könnte enden."
    outer = statement(text, text[11:])
    inner = Statement("s2", "indirect", "body", ((text.index("der Streik"), len(text) - 1),), ((11, 14),))
    hedges = find_hedges(tagged(text), (outer, inner))
    assert [(h.cue, h.statement) for h in hedges] == [("vermute", "s1"), ("könnte", "s2")]


def test_ties_a_belief_to_the_statement_it_introduces() -> None:
    text = "Ott glaubt, der Streik ende bald."
    cue = statement(text, "der Streik ende bald", cue=((4, 10),))
    assert only(text, cue).statement == "s1"


def test_reads_title_case_headlines() -> None:
    text = "Kanzler Könnte Wohl Bald Nach Paris Reisen"
    document = tagged(text, Section("headline", 0, len(text), title_case=True))
    hedges = find_hedges(document, ())
    assert [(h.kind, h.cue) for h in hedges] == [("modal", "Könnte"), ("adverb", "Wohl")]


@pytest.mark.parametrize(("text", "_"), HEDGED)
def test_spans_stand_in_order_and_spell_the_cue(text: str, _: str) -> None:
    for hedge in find_hedges(tagged(text), ()):
        flat = [position for span in hedge.spans for position in span]
        assert flat == sorted(flat)
        assert " … ".join(text[start:end] for start, end in hedge.spans) == hedge.cue
        assert hedge.rule


def test_needs_no_text() -> None:
    assert find_hedges(Document("", (), ()), ()) == ()
