"""Kinds of fault once found in news nobody here had read; each case stands for its kind."""

import pytest

from analysis.language.engine import load_engine
from analysis.model import Article, Section, Source
from analysis.pipeline import analyse
from analysis.sources.entities.home_country import country_of_outlet, named_countries, salient_country
from analysis.sources.lexicons.head_nouns import split_noun, without_gender_mark


def source(text: str, number: int = 0, outlet: str | None = None) -> Source:
    found = analyse(Article("a", text, outlet=outlet)).statements[number].source
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "number", "entity", "institution"),
    [
        # who has left an office speaks as a politician
        ("Der frühere Umweltminister Jan Moor sagte, das genüge nicht.", 0, "Jan Moor", "party"),
        ("Ex-Innenministerin Ida Kern sagte, das genüge nicht.", 0, "Ida Kern", "party"),
        ("Umweltminister Jan Moor sagte, das genüge nicht.", 0, "Jan Moor", "government"),
        # where a university lies is no employer
        ("Der Biologe Jan Moor von der Westbrook University im US-Bundesstaat Maine sagte, das sei neu.",
         0, "Jan Moor", "expert"),
        # a report points back to who gave it
        (
            "In einem Bericht von Amnesty International heißt es, die Lage sei schlecht."
            " Dem Bericht zufolge fehlt Geld.",
            1, "Amnesty International", "ngo",
        ),
        # another word for who spoke just before
        (
            "Ökonom Ralf Osterkamp warnte, die Preise stiegen. Der Experte sagte, das bleibe so.",
            1, "Ralf Osterkamp", "expert",
        ),
        (
            "Finanzministerin Clara Rehm (43) kritisierte, das Geld fehle."
            " Die SPD-Politikerin forderte, neu zu rechnen.",
            1, "Clara Rehm", "government",
        ),
        (
            "Präsident Emmanuel Macron telefonierte mit Wladimir Putin. Der Franzose erklärte, es gebe Fortschritte.",
            0, "Emmanuel Macron", "government",
        ),
        # seats of bodies
        ("Brüssel teilte mit, der Vorschlag werde geprüft.", 0, "EU", "igo"),
        (
            "Das Urteil ist da. Karlsruhe entschied, dass das Gesetz nichtig ist.",
            0, "Bundesverfassungsgericht", "justice",
        ),
        ("In Belgien wird gestreikt. Brüssel teilte mit, man verhandle.", 0, "Belgien", "government"),
        # a paper is not a town, nor its adjective
        ("New York teilte mit, die Brücke bleibe gesperrt.", 0, "New York", "government"),
        # whoever inquires or gets a letter does not speak
        (
            "Wie eine Sprecherin des Ministeriums auf Anfrage der dpa mitteilte, ist die Zahl gesunken.",
            0, "Ministerium", "government",
        ),
        # the state's party, the body behind an address
        ("Die Landes-SPD teilte mit, man stimme zu.", 0, "SPD", "party"),
        ("Laut Umweltbundesamt.de sinkt der Wert.", 0, "Umweltbundesamt", "government"),
        # a namesake of somebody known
        ("US-Präsident Donald Trump trat auf. Trump junior sagte, sein Vater sei müde.", 0, "Trump junior", "citizen"),
    ],
)  # fmt: skip
def test_source(text: str, number: int, entity: str, institution: str) -> None:
    found = source(text, number)
    assert (found.entity, found.institution) == (entity, institution)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("Expert:innen", "expertin"), ("Nutzer*innen", "nutzerin"), ("Sprecher/-in", "sprecherin"),
        ("Forscher_innen", "forscherin"), ("Bürger’innen", "bürgerin"), ("Aktivist·innen", "aktivistin"),
    ],
)  # fmt: skip
def test_gendered_nouns_are_read_like_plain_ones(marked: str, plain: str) -> None:
    noun = split_noun(marked)
    assert noun is not None
    assert (noun.first + noun.head.word).lower() == plain
    assert split_noun(without_gender_mark(marked)) == noun
    text = f"{marked} sagten, das gehe nicht."
    tokens = load_engine().tag(text, (Section("body", 0, len(text)),)).tokens
    assert tokens[0].text == marked


@pytest.mark.parametrize(
    ("outlet", "country"),
    [("Neue Zürcher Zeitung", "CH"), ("kleinezeitung", "AT"), ("heute.at", "AT"), ("Der Spiegel", "DE"), (None, "DE")],
)
def test_an_outlet_is_at_home_somewhere(outlet: str | None, country: str) -> None:
    assert country_of_outlet(outlet) == country
    text = "Die Regierung sagte, man prüfe das."
    assert source(text, outlet=outlet).country == country


def test_words_of_one_state_tell_the_state() -> None:
    text = "Der Kanton zahlt nicht. Die Kantonspolizei sagte, der Mann sei tot."
    document = load_engine().tag(text, (Section("body", 0, len(text)),))
    assert salient_country(named_countries(document)) == "CH"


@pytest.mark.parametrize("medium", ["TASS", "Interfax", "Der Spiegel", "dpa"])
def test_whatever_the_medium_the_speaker_stays(medium: str) -> None:
    text = f"Laut der Agentur {medium} sagte Kremlsprecher Dmitri Peskow: „Davon kann keine Rede sein.“"
    assert source(text).entity == "Dmitri Peskow"
