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


@pytest.mark.parametrize(
    ("text", "number", "country"),
    [
        # an office without a country is of the state that opens the sentence before
        ("Die Hafenbehörde wartet. Auch Oslo lehnt das ab. Außenministerin Ida Kern sprach von Erpressung.", -1, "NO"),
        ("Lissabon ließ den Vertrag prüfen. „Wir zahlen nicht“, sagte Vizefinanzminister Jan Moor.", -1, "PT"),
        ("Köln und Bonn warten. Das Treffen war in Oslo. Außenministerin Ida Kern sprach von Erpressung.", -1, "DE"),
        ("Kiel, Köln und Bonn warten. Oslo lehnt das ab.\n\nAußenministerin Ida Kern sprach von Erpressung.", -1, "DE"),
        # where something leads is not where an article is set
        ("Die Spur nach Madrid ist dünn\n\nDas Innenministerium behauptet, die Spur sei heiß.", -1, "DE"),
        ("Der Vorwurf gegen Spanien wiegt schwer. Das Innenministerium behauptet, die Spur sei heiß.", -1, "DE"),
        ("In Madrid und Sevilla wird gestreikt. Das Innenministerium behauptet, die Lage sei ruhig.", -1, "ES"),
        # a possessive means the body or state before
        ("Vermittelt hatte Portugal. Dessen Außenministerium erklärte, man setze die Gespräche fort.", -1, "PT"),
        ("Am Abend meldete sich die Hamas. Ihr Militärsprecher Jan Moor sagte, man bleibe.", -1, "PS"),
        # a bare noun calls a body again by the end of its name
        ("Laut dem norwegischen Planungsstab für Brücken ist es eng. Die Sprecherin des Stabs, Ida Kern, sagte, "
         "es werde enger.", -1, "NO"),
    ],
)  # fmt: skip
def test_country_of_who_speaks_for_a_state(text: str, number: int, country: str) -> None:
    assert source(text, number).country == country


@pytest.mark.parametrize(
    ("text", "entity", "institution"),
    [
        # a possessed role of an armed group is the group's
        ("Am Abend meldete sich die Hamas. Ihr Militärsprecher Jan Moor sagte, man bleibe.", "Jan Moor", "armed_group"),
        # one of a group is of that group
        ("Zwei Diplomaten kamen aus dem Saal. „Das wird dauern“, sagte einer von ihnen.", "Diplomaten", "government"),
        ("Mehrere Kaufleute klagten. „Hier kommt keiner mehr“, sagt eine.", "Kaufleute", "business"),
        ("Mehrere Bergleute warten am Tor. Ein anderer glaubt, ein Grollen gehört zu haben.", "Bergleute", "citizen"),
        # the noun of its class finds a body again
        ("Der Auslandsgeheimdienst NIS schweigt. Einzelheiten nannte der Dienst nicht.", "NIS", "intelligence"),
        ("Radio Nord berichtete über die Inselkliniken. Der Verbund wies das zurück.", "Inselkliniken", "business"),
        # where something is rumoured is nobody who says it
        ("Im Hafen von Oslo wird behauptet, dass die Fähre verkauft ist.", "-", "unknown"),
        ("In Madrid wurde vermutet, dass der Minister geht.", "-", "unknown"),
        # who manages a hospital or keeps its machines does not speak as a doctor
        ("Die Geschäftsführerin der Seeklinik, Ida Kern, sagte, es gehe weiter.", "Ida Kern", "business"),
        ("Eine Technikerin der Seeklinik sagte, der Strom sei weg.", "Technikerin der Seeklinik", "business"),
        ("Die Chefärztin der Seeklinik, Ida Kern, sagte, es gehe weiter.", "Ida Kern", "expert"),
        # an internal text is of the house that was just named
        ("Ida Kern (SPD) griff das Umweltministerium an. Aus einer internen Mail geht hervor, dass es davon wusste.",
         "Umweltministerium", "government"),
        ("Die Ombudsstelle in Lissabon teilte mit, die Zahl steige.", "Ombudsstelle", "government"),
        ("Die Reederei Wiebe & Sohn teilte mit, das Schiff sei leer.", "Wiebe & Sohn", "business"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, entity: str, institution: str) -> None:
    found = source(text, -1)
    assert (found.entity, found.institution) == (entity, institution)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("„Das reicht“, zitierte {medium} die Ministerin Ida Kern.", "Ida Kern"),
        ("Das reiche nicht, zitierte {medium} den Sprecher des Außenministeriums, Jan Moor.", "Jan Moor"),
        ("{medium} zitierte den Minister mit den Worten: „Das reicht.“", "Minister"),
        ("Wie {medium} berichtete, hat Oslo den Vorschlag begrüßt.", "Norwegen"),
        ("Laut {medium} kritisierte Innenminister Jan Moor den Plan.", "Jan Moor"),
        ("{medium} zufolge fordert auch Madrid eine Untersuchung.", "Spanien"),
        ("Außenministerin Ida Kern nannte den Vorwurf laut {medium} „frei erfunden“.", "Ida Kern"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("medium", ["TASS", "Xinhua", "Reuters", "Interfax"])
def test_a_medium_that_passes_on_is_no_source(text: str, entity: str, medium: str) -> None:
    statements = analyse(Article("a", text.format(medium=medium))).statements
    told = [(one.source.entity, one.via.entity if one.via else None) for one in statements if one.source]
    assert (entity, medium) in told
    assert all(name != medium for name, _ in told)


def test_what_a_medium_reports_itself_is_its_own() -> None:
    found = source("Der Agentur TASS zufolge verlief die Übergabe ohne Zwischenfälle.")
    assert (found.entity, found.institution) == ("TASS", "state_media")
