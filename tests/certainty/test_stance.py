"""Stance: sentences with [reporting words] and {what is reported} beside the stance they express."""

import re
from typing import get_args

import pytest

from analysis import pipeline
from analysis.certainty.stance.rate import rate_stance
from analysis.model import Article, Stance, Statement, StatementType
from analysis.reading.files import read_paths
from analysis.resources import read_lexicon, seeds_root
from tests.factories import tagged
from tests.gold.stance_sentences import figures, marked_spans


def stance(marked: str, kind: StatementType = "indirect", withheld: bool = False) -> Stance:
    text = re.sub(r"[\[\]{}]", "", marked)
    cue, quote = marked_spans(marked, "[]"), marked_spans(marked, "{}")
    document = tagged(text)
    statement = Statement("s1", kind, "body", quote, cue=cue, withheld=withheld)
    (rated,) = rate_stance(document, (statement,))
    return rated.stance


KINDS = {
    "verb", "that", "noun", "adverb", "phrase", "modal", "carrier", "negator", "calling", "untrue", "untrue of claims",
    "claim", "named",
}  # fmt: skip
SENTENCES = [
    ("neutral", "Die Ministerin [sagte], {die Lage sei ernst}."),
    ("neutral", "[Laut] Polizei {kam der Wagen von der Straße ab}."),
    ("neutral", "Der Behörde [zufolge] {fehlen zwei Akten}."),
    ("neutral", "[Nach] Angaben der Klinik {geht es ihm besser}."),
    ("neutral", "Der Verband [teilte] am Montag [mit], {er werde klagen}."),
    ("neutral", "Die Stadt [gab bekannt], {die Brücke sei offen}."),
    ("neutral", "Sie [wies darauf hin], {dass der Antrag fehle}."),
    ("neutral", "{Das reicht}, [meinte] der Trainer."),
    ("neutral", "Die Polizei [geht davon aus], {dass er floh}."),
    ("neutral", "[Es hieß], {der Zug falle aus}."),
    ("neutral", "Der Chef [ist der Ansicht], {dass es genügt}."),
    ("neutral", "Sie [fragte], {wer das bezahle}."),
    ("neutral", "Das Amt [zeigte sich zuversichtlich], {dass es gelingt}."),
    ("neutral", "Er [schrieb], {der Brief sei echt}."),
    ("endorsing", "Der Sprecher [bestätigte], {dass verhandelt wird}."),
    ("endorsing", "Die Firma [räumte ein], {Fehler gemacht zu haben}."),
    ("endorsing", "Der Mann [gab zu], {das Geld genommen zu haben}."),
    ("endorsing", "Forscher [wiesen nach], {dass das Mittel wirkt}."),
    ("endorsing", "Die Prüfer [haben festgestellt], {dass Belege fehlen}."),
    ("endorsing", "Das Gutachten [belegt], {dass die Wand einstürzte}."),
    ("endorsing", "Der Angeklagte [gestand], {dass er geschossen hatte}."),
    ("endorsing", "Die Kommission [kam zu dem Schluss], {dass die Bremse versagte}."),
    ("endorsing", "Die Studie [zeigt], {dass Kinder weniger schlafen}."),
    ("endorsing", "Die Redaktion [deckte auf], {dass Akten verschwanden}."),
    ("distancing", "Der Händler [behauptete], {die Ware sei echt}."),
    ("distancing", "Sie [beteuert], {nichts gewusst zu haben}."),
    ("distancing", "Er [gab vor], {Arzt zu sein}."),
    ("distancing", "Das Blatt [will erfahren haben], {dass der Vorstand geht}."),
    ("distancing", "Die [Behauptung], {das Wasser sei vergiftet}, verbreitete sich."),
    ("distancing", "Er [soll gesagt haben], {das sei ihm egal}."),
    ("distancing", "Dem Orden [wird nachgesagt], {Kontakte zu pflegen}."),
    ("distancing", "Es kursiert das [Gerücht], {der Chef trete zurück}."),
    ("denying", "Der Minister [bestritt], {Geld erhalten zu haben}."),
    ("denying", "Die Botschaft [dementierte], {dass es Gespräche gibt}."),
    ("denying", "Moskau [wies] {die Vorwürfe} [zurück]."),
    ("denying", "Die Regierung hat {den Bericht} [zurückgewiesen]."),
    ("denying", "Er [stritt ab], {dort gewesen zu sein}."),
    ("denying", "Die Anwältin [widersprach]: {Das stimme so nicht}."),
    ("denying", "Sie [stellte in Abrede], {dass gezahlt wurde}."),
    ("denying", "Der Konzern [weist] {jede Schuld} [von sich]."),
    ("denying", "Das [Dementi], {es gebe keinen Plan}, kam spät."),
    ("denying", "Der Torwart [leugnete], {gewettet zu haben}."),
    ("directive", "Die Opposition [forderte], {der Minister müsse gehen}."),
    ("directive", "Sie [rief] die Bürger [auf], {zu Hause zu bleiben}."),
    ("directive", "Der Richter [ordnete an], {dass er frei kommt}."),
    ("directive", "Die Ärzte [empfehlen], {viel zu trinken}."),
    ("directive", "Er [appellierte] an alle, {Ruhe zu bewahren}."),
    ("directive", "Der Verein [schlug vor], {das Spiel zu verlegen}."),
    ("directive", "Der [Appell], {die Waffen ruhen zu lassen}, verhallte."),
    ("directive", "Die Bewohner [wurden aufgefordert], {Fenster zu schließen}."),
    ("announcing", "Der Kanzler [kündigte an], {das Gesetz zu ändern}."),
    ("announcing", "Sie [versprach], {die Miete zu senken}."),
    ("announcing", "Der Rat [sagte zu], {die Kosten zu tragen}."),
    ("announcing", "Die Gruppe [drohte], {die Geiseln zu töten}."),
    ("announcing", "Die Bank [hat angekündigt], {Filialen zu schließen}."),
    ("announcing", "Der Konzern [will] {neue Stellen schaffen}."),
    ("judging", "Die Kirche [kritisierte], {das Gesetz sei herzlos}."),
    ("judging", "Er [warf] der Regierung [vor], {zu lügen}."),
    ("judging", "Der Verband [warnte], {die Preise würden steigen}."),
    ("judging", "Die Gewerkschaft [lobte], {dass verhandelt werde}."),
    ("judging", "Sie [prangerten an], {dass niemand half}."),
    ("judging", "Der Anwalt [nannte] das Urteil {„einen Skandal“}."),
    ("judging", "Sie [zeigte sich besorgt], {dass der Deich bricht}."),
    ("judging", "Dem Mann [wird vorgeworfen], {Akten vernichtet zu haben}."),
    ("judging", "{Der Bund [übte] scharfe Kritik am Entwurf}."),
    ("judging", "{Der Wirt [bezeichnete] das Urteil als Skandal}."),
    ("denying", "{Der Wirt [bezeichnete] die Vorwürfe als haltlos}."),
    ("judging", "{Der Verein [hält] das Verbot für falsch}."),
    ("denying", "{Der Verein [hält] den Bericht für falsch}."),
    ("neutral", "{Der Verein [hält] ein Verbot für wahrscheinlich}."),
    ("judging", "{Die Ärztin [sprach] von einem Skandal}."),
    ("neutral", "{Die Ärztin [sprach] von zwölf Verletzten}."),
    ("neutral", "{Als Gründe [nannte] das Amt Frost und Wind}."),
    ("neutral", "{Das Amt [nannte] private Gründe}."),
    ("directive", "{Der Rat [bekräftigte] seine Forderung nach einer Brücke}."),
    ("directive", "{Die Neos [sprachen sich] für eine Befragung [aus]}."),
    ("denying", "{Die Neos [sprachen sich] gegen eine Befragung [aus]}."),
    ("judging", "{Das reicht nicht}, [sagte] der Trainer warnend."),
    ("neutral", "{Das reicht nicht}, [sagte] der Trainer lachend."),
    ("distancing", "[Nach] Lesart der Bank {war alles erlaubt}."),
    ("neutral", "[Laut] Anklage {stach er zu}."),
    ("neutral", "Das Gericht [entschied], {dass die Frist gilt}."),
    ("announcing", "Der Rat [entschied], {die Brücke zu bauen}."),
    ("neutral", "Eine Studie [legt nahe], {dass Kinder weniger schlafen}."),
    ("distancing", "Das Blatt [will wissen], {dass der Vorstand geht}."),
    ("neutral", "Der Reporter [wollte wissen], {warum der Zug hielt}."),
]
SEED_VERBS = [
    ("neutral", "US-Beamte [sagen], {mögliche Waffenverkäufe seien erörtert worden}."),
    ("neutral", "Letzte Woche [erklärte] das Weiße Haus, {dass die Verhandlungen „aktiv voranschreiten“}."),
    ("neutral", "Der Kreml [könne] {die Berichte} nicht [bestätigen]."),
    ("neutral", "Watson [fügte hinzu], {dass die USA Nordkorea dazu auffordern}."),
    ("directive", "Die USA [fordern] Nordkorea dazu [auf], {„seine Waffenverhandlungen mit Russland einzustellen“}."),
    ("neutral", "{Der Nationale Sicherheitsrat des Weißen Hauses [äußerte sich] dazu}."),
    ("neutral", "{Über den Briefwechsel [berichteten] im vergangenen Monat auch nordkoreanische Staatsmedien}."),
    ("announcing", "Kim und Putin [verpflichteten sich], {ihre Zusammenarbeit zu verstärken}."),
    ("neutral", "{US-Beamte haben routinemäßig freigegebene Geheimdienstinformationen [veröffentlicht]}."),
    ("denying", "Sowohl Nordkorea als auch China haben {die Vorwürfe der USA} [zurückgewiesen]."),
    ("neutral", "{Wir [diskutieren] mit allen darüber, auch mit der DVRK}."),
]
"""The eleven reporting verbs of the founding article."""


@pytest.mark.parametrize(("expected", "marked"), SENTENCES + SEED_VERBS)
def test_rates_the_cue(expected: Stance, marked: str) -> None:
    assert stance(marked) == expected


NEGATED = [
    "Der Sprecher [bestätigte] nicht, {dass verhandelt wird}.",
    "Das Amt [wollte] nicht [bestätigen], {dass er tot ist}.",
    "Die Firma [wies] {den Bericht} nicht [zurück].",
    "Der Club [dementierte] die Meldung nicht, {er sei pleite}.",
    "Sie [schloss nicht aus], {dass mehr fehlt}.",
    "Der Verein [kritisierte] nicht, {dass der Platz gesperrt ist}.",
    "Es gab [keine Bestätigung], {dass er lebt}.",
    "Niemand im Rat [forderte], {dass er geht}.",
    "{Der Verband [verzichtete] auf Kritik}.",
    "Ohne die Zahlen zu [kritisieren], {ging er heim}.",
]


@pytest.mark.parametrize("marked", NEGATED)
def test_negation_takes_the_stance_away(marked: str) -> None:
    assert stance(marked) == "neutral"


@pytest.mark.parametrize(
    "marked",
    [
        "Er [kritisierte] nicht nur, {dass der Zug zu spät kam}.",
        "{Er [rügte] die nicht eingehaltenen Fristen}.",
        "{Er [rügte] nicht den Fahrer, sondern den Betrieb}.",
        "{Er [sparte] nicht mit Kritik}.",
    ],
)
def test_what_is_no_negation(marked: str) -> None:
    assert stance(marked) == "judging"


def test_the_statements_of_the_founding_article() -> None:
    (article,) = (item for item in read_paths([seeds_root()]) if isinstance(item, Article))
    found = pipeline.analyse(article).statements
    not_neutral = [(s.stance, article.text[slice(*s.quote[0])]) for s in found if s.stance != "neutral"]
    assert not_neutral == [("denying", "die Vorwürfe der USA")]


def test_the_coded_sentences() -> None:
    assert figures()["stance.right"] >= 98


def test_negation_inside_the_quote_does_not_count() -> None:
    assert stance("{Das stimmt nicht}, [behauptete] der Wirt.") == "distancing"


def test_finds_the_particle_that_the_cue_left_out() -> None:
    assert stance("Der Wirt [stritt] gestern ab, {Gift gekauft zu haben}.") == "denying"


def test_an_article_is_no_particle() -> None:
    assert stance("Er [sah eine] gute Lage, {das zu sagen}.") == "neutral"


def test_a_withheld_statement_is_neutral() -> None:
    assert stance("Das Amt [lehnte] {eine Stellungnahme} [ab].", withheld=True) == "neutral"


def test_a_summary_without_a_cue_is_rated_by_its_verb() -> None:
    assert stance("{Der Trainer kritisierte den Schiedsrichter}.", "reported") == "judging"
    assert stance("{Der Plan der Stadt blieb liegen}.", "reported") == "neutral"


def test_keeps_everything_else() -> None:
    text = "Ott bestritt das."
    document = tagged(text)
    before = Statement("s7", "reported", "body", ((13, 16),), cue=((4, 12),), confidence=0.7, rule="r")
    (after,) = rate_stance(document, (before,))
    assert (after.id, after.quote, after.confidence, after.rule) == ("s7", ((13, 16),), 0.7, "r")
    assert rate_stance(document, ()) == ()


def test_the_lexicon_is_sound() -> None:
    rows = read_lexicon("stance_cues")
    assert len(rows) >= 500
    assert {row["stance"] for row in rows} == set(get_args(Stance))
    assert {row["kind"] for row in rows} == KINDS
    assert len({(row["cue"], row["kind"]) for row in rows}) == len(rows)
