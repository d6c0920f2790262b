"""The engine as a whole: own German sentences beside the tags, lemmas, forms and names they should get."""

import threading

import pytest

from analysis.language.engine import load_engine
from analysis.model import Document, Section
from tests.factories import tagged


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("Der Minister lehnte den Vorschlag ab.", "ART NN VVFIN ART NN PTKVZ $."),
        ("Sie wollen das Gesetz ändern.", "PPER VMFIN ART NN VVINF $."),
        ("Die Polizei hat den Mann festgenommen.", "ART NN VAFIN ART NN VVPP $."),
        ("Er sagte, dass der Zug pünktlich ankommt.", "PPER VVFIN $, KOUS ART NN ADJD VVFIN $."),
        ("Nach Angaben der Feuerwehr wurde niemand verletzt.", "APPR NN ART NN VAFIN PIS VVPP $."),
        ("„Das ist falsch“, sagte Weber.", "$( PDS VAFIN ADJD $( $, VVFIN NE $."),
        ("Am Montag reiste Merz nach Paris.", "APPRART NN VVFIN NE APPR NE $."),
        ("Es gelang ihr, den Streit beizulegen.", "PPER VVFIN PPER $, ART NN VVIZU $."),
        pytest.param(
            "Das Haus, das brennt, ist alt.",
            "ART NN $, PRELS VVFIN $, VAFIN ADJD $.",
            marks=pytest.mark.xfail(reason="a short relative clause is read as a main clause"),
        ),
        ("Der Mann, der dort wohnt, schweigt.", "ART NN $, PRELS ADV VVFIN $, VVFIN $."),
        ("Drei Männer haben laut Zeugen geschossen.", "CARD NN VAFIN APPR NN VVPP $."),
        ("Wann kommt der Bus?", "PWAV VVFIN ART NN $."),
    ],
)
def test_tags(sentence: str, tags: str) -> None:
    assert [token.tag for token in tagged(sentence).tokens] == tags.split()


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Sie brach das Gespräch ab.", "brach", "brechen"),
        ("Er räumte den Fehler ein.", "räumte", "räumen"),
        ("Er wies die Vorwürfe zurück.", "Vorwürfe", "Vorwurf"),
        ("Er wies die Vorwürfe zurück.", "wies", "weisen"),
        ("Die Zahl ist gestiegen.", "gestiegen", "steigen"),
        ("Das wurde gestern bekannt gegeben.", "gegeben", "geben"),
        ("Sie hatten ihn davor gewarnt.", "gewarnt", "warnen"),
        ("Er bat darum, den Termin abzusagen.", "abzusagen", "absagen"),
        ("Die russischen Truppen zogen ab.", "russischen", "russisch"),
        ("Putins Sprecher schwieg.", "Putins", "Putin"),
        ("Er lebt im Dorf.", "im", "in"),
        ("Die Waffenverkäufe nahmen zu.", "Waffenverkäufe", "Waffenverkauf"),
        ("Sie betonte, das sei möglich.", "sei", "sein"),
    ],
)
def test_lemmas(sentence: str, word: str, lemma: str) -> None:
    assert next(token.lemma for token in tagged(sentence).tokens if token.text == word) == lemma


def test_title_case_is_undone_with_the_help_of_the_text() -> None:
    headline = "Kim Jong Un Könnte Sich Bald Mit Der Neuen Führung Treffen, Sagen Die Beamten"
    body = "Der Staatschef Kim Jong Un schweigt."
    text = f"{headline}\n{body}"
    sections = (
        Section("headline", 0, len(headline), title_case=True),
        Section("body", len(headline) + 1, len(text)),
    )
    document = load_engine().tag(text, sections)
    forms = [token.form for token in document.tokens_of(document.sentences[0])]
    assert " ".join(forms) == "Kim Jong Un könnte sich bald mit der neuen Führung treffen , sagen die Beamten"
    assert [token.text for token in document.tokens_of(document.sentences[0])][3] == "Könnte"
    assert [sentence.section for sentence in document.sentences] == ["headline", "body"]


def test_running_text_keeps_its_case() -> None:
    assert all(token.form == token.text for token in tagged("Könnte Er Sagen, Die Frau?").tokens)


def test_only_sections_are_cut_into_words() -> None:
    text = "Menü Suche Anmelden\nDie Lage ist ernst.\nMehr zum Thema"
    document = load_engine().tag(text, (Section("body", 20, 39),))
    assert " ".join(token.text for token in document.tokens) == "Die Lage ist ernst ."
    assert all(text[token.start : token.end] == token.text for token in document.tokens)


def test_a_surname_seen_in_full_stays_a_person() -> None:
    document = tagged("Das sagte Annika Feldhaus. Feldhaus geht im Mai. Für Feldhaus ist es der Abschied.")
    found = [token.entity for token in document.tokens if token.text == "Feldhaus"]
    assert found == ["I-PER", "B-PER", "B-PER"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Staatschef Kim Jong Un reiste ab.", ["PER Kim Jong Un"]),
        ("Gestern traf Ursula von der Leyen ein.", ["PER Ursula von der Leyen"]),
        ("Die Sprecher des Weißen Hauses und der Hamas schwiegen.", ["ORG Weißen Hauses", "ORG Hamas"]),
        ("Nach Angaben von Amnesty International stieg die Zahl.", ["ORG Amnesty International"]),
        ("Un, deux, trois.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    found: list[str] = []
    for token in tagged(text).tokens:
        if token.entity.startswith("B-"):
            found.append(f"{token.entity[2:]} {token.text}")
        elif token.entity:
            found[-1] += f" {token.text}"
    assert found == names


def test_entities_are_well_formed() -> None:
    document = tagged("In Berlin traf Olaf Scholz den Chef der Deutschen Bahn und Vertreter der NATO aus Polen.")
    before = ""
    for token in document.tokens:
        assert token.entity in {"", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"}
        assert token.entity[:1] != "I" or before[2:] == token.entity[2:]
        before = token.entity
    assert {"PER", "LOC"} <= {token.entity[2:] for token in document.tokens}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n \t",
        "!!! ??? … — „“ »«",
        "12345 67,8 9.10.",
        "\x00\x01\x1f\ufeff\u200b\u202e",
        "🙂🙂 👩‍👩‍👧 🇩🇪",
        "漢字かな交じり文 и кириллица العربية",
        "a" * 30_000,
        "." * 30_000,
        "„" * 5_000,
        "ja nein " * 5_000,
        "1. " * 5_000,
        "A.B.C." * 3_000,
        "wort-" * 3_000,
        "a'b" * 3_000,
        "x@y." * 3_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_any_text_is_cut_into_ordered_words(text: str) -> None:
    document = tagged(text)
    end = 0
    for token in document.tokens:
        assert end <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        end = token.end
    assert sum(sentence.last - sentence.first for sentence in document.sentences) == len(document.tokens)
    if text.strip():
        assert document.tokens


def test_the_engine_may_be_shared_between_threads() -> None:
    text = "Der Kanzler sagte, er habe nichts gewusst. Das bestätigte Sprecherin Ute Brandt in Rom. " * 30
    alone = tagged(text)
    results: list[Document] = []
    workers = [threading.Thread(target=lambda: results.append(tagged(text))) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert results == [alone] * 4
