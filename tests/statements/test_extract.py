"""German sentences beside the statements that the rules alone find in them: type, rule, quote, speaker, cue."""

from collections.abc import Sequence

import pytest

from analysis.language.engine import load_engine
from analysis.model import Document, Section, Spans, Statement
from analysis.statements import extract
from analysis.statements.extract import find_statements
from tests.factories import tagged


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "_model", lambda: None)


def document(text: str, headline: str = "") -> Document:
    """The tagged text, with an optional headline before it."""
    if not headline:
        return tagged(text)
    whole = f"{headline}\n\n{text}"
    sections = (Section("headline", 0, len(headline)), Section("body", len(headline) + 2, len(whole)))
    return load_engine().tag(whole, sections)


def words(doc: Document, spans: Spans) -> str:
    return " … ".join(doc.text[start:end] for start, end in spans)


def found(text: str) -> tuple[Document, tuple[Statement, ...]]:
    doc = document(text)
    return doc, find_statements(doc)


# text, rule, quote, speaker, cue
ONE = [
    # direct: speaker before, after, inside
    ("Die Ministerin sagte: „Wir haben lange genug gewartet.“", "direct.before",
     "Wir haben lange genug gewartet.", "Die Ministerin", "sagte"),
    ("„Das war ein schwerer Fehler“, sagte der Bürgermeister von Hamburg.", "direct.after",
     "Das war ein schwerer Fehler", "der Bürgermeister von Hamburg", "sagte"),
    ("„Wer hat das erlaubt?“, fragte die Richterin.", "direct.after",
     "Wer hat das erlaubt?", "die Richterin", "fragte"),
    ("„Wir geben nicht auf“, so Trainer Klaus Weber.", "direct.so",
     "Wir geben nicht auf", "Trainer Klaus Weber", "so"),
    ("Habeck: „Die Lage ist ernst, aber nicht hoffnungslos.“", "direct.colon",
     "Die Lage ist ernst, aber nicht hoffnungslos.", "Habeck", ""),
    ("„Ich gehe“, sagte Anna Schmidt, Sprecherin des Verbands, am Montag.", "direct.after",
     "Ich gehe", "Anna Schmidt, Sprecherin des Verbands", "sagte"),
    ("„Wir gehen“, sagte Kuhl am Abend.", "right.after", "Wir gehen", "Kuhl", "sagte"),
    # marks of every style, mixed and unclosed
    ("»Das reicht uns nicht«, sagte die Sprecherin.", "direct.after",
     "Das reicht uns nicht", "die Sprecherin", "sagte"),
    ("«Das reicht uns nicht», sagte die Sprecherin.", "direct.after",
     "Das reicht uns nicht", "die Sprecherin", "sagte"),
    ('"Das reicht uns nicht", sagte die Sprecherin.', "direct.after",
     'Das reicht uns nicht', "die Sprecherin", "sagte"),
    ("“Das reicht uns nicht“, sagte die Sprecherin.", "direct.after",
     "Das reicht uns nicht", "die Sprecherin", "sagte"),
    ("„Das reicht uns nicht\", sagte die Sprecherin.", "direct.after",
     "Das reicht uns nicht", "die Sprecherin", "sagte"),
    ("Der Minister sagte: „Wir haben lange genug gewartet.", "direct.before",
     "Wir haben lange genug gewartet.", "Der Minister", "sagte"),
    # indirect: dass, ob, w-, zu-infinitive
    ("Der Sprecher teilte mit, dass die Brücke gesperrt bleibt.", "left.dass",
     "dass die Brücke gesperrt bleibt", "Der Sprecher", "teilte mit"),
    ("Die Regierung hat angekündigt, die Steuern im Herbst zu senken.", "left.infinitive",
     "die Steuern im Herbst zu senken", "Die Regierung", "hat angekündigt"),
    ("Die Gewerkschaft forderte den Konzern auf, die Löhne zu erhöhen.", "left.infinitive",
     "die Löhne zu erhöhen", "Die Gewerkschaft", "forderte … auf"),
    ("Der Reporter fragte, ob die Zahlen stimmten.", "left.question",
     "ob die Zahlen stimmten", "Der Reporter", "fragte"),
    ("Experten gehen davon aus, dass die Preise weiter steigen.", "left.dass",
     "dass die Preise weiter steigen", "Experten", "gehen davon aus"),
    ("Er vertritt die Ansicht, dass das Gesetz nicht ausreicht.", "left.dass",
     "dass das Gesetz nicht ausreicht", "Er", "vertritt die Ansicht"),
    # indirect: verb-second clauses
    ("Der Anwalt sagte, sein Mandant sei unschuldig.", "left.second",
     "sein Mandant sei unschuldig", "Der Anwalt", "sagte"),
    ("Die Polizei erklärte am Abend, man suche noch nach Zeugen.", "left.second",
     "man suche noch nach Zeugen", "Die Polizei", "erklärte"),
    ("Bei dem Brand sei niemand verletzt worden, sagte ein Sprecher der Feuerwehr.", "right.after",
     "Bei dem Brand sei niemand verletzt worden", "ein Sprecher der Feuerwehr", "sagte"),
    ("Der Gipfel könnte noch im Mai stattfinden, sagen Diplomaten.", "right.after",
     "Der Gipfel könnte noch im Mai stattfinden", "Diplomaten", "sagen"),
    ("Die Schule bleibe geschlossen, heißt es in einem Schreiben der Behörde.", "right.after",
     "Die Schule bleibe geschlossen", "einem Schreiben der Behörde", "heißt es"),
    # phrases without a verb
    ("Laut Polizei wurden zwei Menschen verletzt.", "laut",
     "wurden zwei Menschen verletzt", "Polizei", "Laut"),
    ("Nach Angaben der Behörden kamen zwölf Menschen ums Leben.", "nach",
     "kamen zwölf Menschen ums Leben", "Angaben der Behörden", "Nach"),
    ("Die Firma wird nach Ansicht von Analysten bald verkauft.", "nach",
     "Die Firma wird … bald verkauft", "Ansicht von Analysten", "nach"),
    ("Medienberichten zufolge tritt der Trainer zurück.", "zufolge",
     "tritt der Trainer zurück", "Medienberichten", "zufolge"),
    ("Der Plan ist, so der Minister, noch nicht vom Tisch.", "so",
     "Der Plan ist … noch nicht vom Tisch", "der Minister", "so"),
    ("Wie die Stadt mitteilte, bleibt das Bad geschlossen.", "wie",
     "bleibt das Bad geschlossen", "die Stadt", "Wie … mitteilte"),
    # speech acts that the clause sums up
    ("Die Regierung wies die Vorwürfe der Opposition zurück.", "act.object",
     "die Vorwürfe der Opposition", "Die Regierung", "wies … zurück"),
    ("Über den Vorfall berichteten mehrere Zeitungen.", "act.object",
     "Über den Vorfall", "mehrere Zeitungen", "berichteten"),
    ("Die Opposition kritisierte den Haushalt scharf.", "act.say",
     "Die Opposition kritisierte den Haushalt scharf.", "Die Opposition", "kritisierte"),
    ("Der Konzern kündigte den Bau eines neuen Werks an.", "act.say",
     "Der Konzern kündigte den Bau eines neuen Werks an.", "Der Konzern", "kündigte … an"),
    ("Der Bundesrat lehnte das Gesetz ab.", "act.weak",
     "Der Bundesrat lehnte das Gesetz ab.", "Der Bundesrat", "lehnte … ab"),
    # nobody named
    ("Es hieß, die Verhandlungen seien gescheitert.", "left.second",
     "die Verhandlungen seien gescheitert", "", "Es hieß"),
    ("Gestern wurde mitgeteilt, dass die Prüfung ausfällt.", "left.dass",
     "dass die Prüfung ausfällt", "", "wurde mitgeteilt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "quote", "speaker", "cue"), ONE)
def test_one_statement(text: str, rule: str, quote: str, speaker: str, cue: str) -> None:
    doc, statements = found(text)
    got = [(s.rule, words(doc, s.quote), words(doc, s.speaker), words(doc, s.cue)) for s in statements]
    assert got == [(rule, quote, speaker, cue)]


WITHHELD = [
    (
        "Der Sprecher sagte nicht, wann die Anlage wieder läuft.",
        "wann die Anlage wieder läuft",
        "Der Sprecher",
    ),
    ("Der Minister ließ offen, ob er noch einmal antritt.", "ob er noch einmal antritt", "Der Minister"),
    ("Der Konzern wollte sich zu dem Fall nicht äußern.", "", "Der Konzern"),
    ("Die Behörde lehnte eine Stellungnahme ab.", "", "Die Behörde"),
    ("Die Staatsanwaltschaft machte keine Angaben zum Motiv.", "", "Die Staatsanwaltschaft"),
    ("Eine Stellungnahme lag zunächst nicht vor.", "", ""),
    ("Das Ministerium war für eine Stellungnahme nicht zu erreichen.", "", "Das Ministerium"),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), WITHHELD)
def test_withheld(text: str, quote: str, speaker: str) -> None:
    doc, statements = found(text)
    assert [(s.withheld, words(doc, s.quote), words(doc, s.speaker)) for s in statements] == [
        (True, quote or text, speaker)
    ]


NONE = [
    "Am Montag scheint die Sonne, und die Temperaturen steigen auf 25 Grad.",
    "Der Film „Im Westen nichts Neues“ läuft seit Donnerstag in den Kinos.",
    "Nach dem Spiel fuhr die Mannschaft nach Hause.",
    "Die Musik war so laut, dass die Nachbarn die Polizei riefen.",
    "Danach ging der Mann in den Keller und holte Werkzeug.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_statement(text: str) -> None:
    assert found(text)[1] == ()


SPEAKERS = [
    (
        "Der Sprecher der Stadt, der seit Mai im Amt ist, sagte, es gebe keine Gefahr.",
        "Der Sprecher der Stadt",
    ),
    ("Sowohl Spanien als auch Portugal erklärten, man werde helfen.", "Sowohl Spanien als auch Portugal"),
    (
        "Am Dienstag sagte der Vorsitzende Peter Groß (SPD), man habe viel erreicht.",
        "der Vorsitzende Peter Groß (SPD)",
    ),
    ("Zudem betonte sie, dass die Frist eingehalten wird.", "sie"),
    ("Ein Mann, der anonym bleiben will, berichtete, er habe Schüsse gehört.", "Ein Mann"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speaker(text: str, speaker: str) -> None:
    doc, statements = found(text)
    assert [words(doc, s.speaker) for s in statements] == [speaker]


def test_konjunktiv_goes_on_with_the_speaker() -> None:
    text = (
        "Die Ärztin sagte, der Patient sei stabil. Er könne in einer Woche entlassen werden. "
        "Die Familie habe ihn schon besucht. Draußen regnete es."
    )
    doc, statements = found(text)
    assert [(s.type, words(doc, s.quote), words(doc, s.speaker)) for s in statements] == [
        ("indirect", "der Patient sei stabil", "Die Ärztin"),
        (
            "subjunctive",
            "Er könne in einer Woche entlassen werden. Die Familie habe ihn schon besucht.",
            "Die Ärztin",
        ),
    ]


def test_plan_after_a_statement_is_free_indirect() -> None:
    doc, statements = found(
        "Die Ministerin stellte ihr Vorhaben vor und sagte, es werde teuer. Der Bau soll 2030 beginnen."
    )
    assert [(s.type, words(doc, s.speaker)) for s in statements][-1] == ("free_indirect", "Die Ministerin")


def test_two_quotations_share_one_cue() -> None:
    doc, statements = found("„Wir haben verloren“, sagte der Trainer. „Jetzt müssen wir nach vorn schauen.“")
    assert [words(doc, s.quote) for s in statements] == [
        "Wir haben verloren",
        "Jetzt müssen wir nach vorn schauen.",
    ]
    assert statements[0].speaker == statements[1].speaker
    assert statements[0].cue == statements[1].cue


def test_quoted_words_inside_another_statement_are_none_of_their_own() -> None:
    doc, statements = found("Der Minister sagte, die Reform sei „ein guter Tag für das ganze Land“.")
    assert [(s.type, words(doc, s.quote)) for s in statements] == [
        ("indirect", "die Reform sei „ein guter Tag für das ganze Land“")
    ]


ADDRESSEES = [
    ("Der Minister sagte der Zeitung, er wolle im Amt bleiben.", "der Zeitung"),
    ("Sie erklärte gegenüber der Agentur, das Angebot sei zu niedrig.", "gegenüber der Agentur"),
    ("Die Stadt forderte die Anwohner auf, die Fenster zu schließen.", "die Anwohner"),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_addressee(text: str, addressee: str) -> None:
    doc, statements = found(text)
    assert [words(doc, s.addressee) for s in statements] == [addressee]


def test_headline_with_a_colon() -> None:
    doc = document("Das Wetter bleibt schön.", "Lauterbach: Kliniken brauchen mehr Geld")
    statements = find_statements(doc)
    assert [(s.section, words(doc, s.quote), words(doc, s.speaker)) for s in statements] == [
        ("headline", "Kliniken brauchen mehr Geld", "Lauterbach")
    ]


def test_this_sentence_confirms_the_one_before() -> None:
    doc, statements = found("Der Konzern schließt zwei Werke in Sachsen. Das bestätigte eine Sprecherin am Freitag.")
    assert [(s.rule, words(doc, s.quote), words(doc, s.speaker)) for s in statements] == [
        ("back", "Der Konzern schließt zwei Werke in Sachsen … Das", "eine Sprecherin")
    ]


def test_ids_count_in_text_order_and_spans_lie_in_the_text() -> None:
    text = " ".join(row[0] for row in ONE[:8])
    _, statements = found(text)
    assert [s.id for s in statements] == [f"s{number}" for number in range(1, len(statements) + 1)]
    starts = [s.quote[0][0] for s in statements]
    assert starts == sorted(starts)
    for statement in statements:
        for spans in (statement.quote, statement.speaker, statement.cue, statement.frame):
            _check(spans, len(text))
        assert 0 < statement.confidence < 1


def _check(spans: Sequence[tuple[int, int]], size: int) -> None:
    assert all(0 <= start < end <= size for start, end in spans)
    assert list(spans) == sorted(spans)


@pytest.mark.parametrize("text", ["", "\n\n", "„", "“ “ „ « »", "sagte", ": , ; .", "Nach", "„“", "laut", "so X,"])
def test_odd_text_does_not_break(text: str) -> None:
    find_statements(document(text))
