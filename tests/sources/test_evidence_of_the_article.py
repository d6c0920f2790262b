"""What the whole article says of somebody counts for each of their statements, the title included."""

import pytest

from analysis.model import Article, Source, Statement
from analysis.pipeline import analyse
from analysis.resources import read_lexicon
from analysis.sources.attribute import attribute
from analysis.sources.entities.coreference import Resolver
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.entities.one_type import one_type
from analysis.sources.entities.ranking import weights
from analysis.sources.lexicons.public_organisations import organisation_named
from analysis.sources.mentions.rules import type_mention
from analysis.sources.mentions.words import behind_participle, cut
from tests.factories import tagged


def statements(text: str, title: str | None = None) -> list[tuple[Statement, Source]]:
    found = analyse(Article("a", text, title=title)).statements
    return [(statement, statement.source) for statement in found if statement.source is not None]


@pytest.mark.parametrize(
    ("mention", "entity", "country", "institution"),
    [
        # who presides over a firm or body that no list knows is no head of state
        ("Jerry Larsen, der Präsident von UP Aerosport", "Jerry Larsen", "DE", "ngo"),
        ("der Vorsitzende des ICMBD, Theo Meran", "Theo Meran", "DE", "ngo"),
        ("NewsFlut-Gründer Alex Jost", "Alex Jost", "DE", "business"),
        # letters behind a name that no list knows
        ("Nora Beck (OGLB)", "Nora Beck", "DE", "ngo"),
        # an attribute with words of its own
        ("die in Oberösterreich erscheinende Zeitung", "Zeitung", "AT", "media"),
        ("die den Sozialdemokraten nahestehende El País", "El País", "ES", "media"),
        ("der in West Richland, Washington, ansässigen Firma",
         "Firma", "US", "business"),
        # adjectives alone, left of "Angaben"
        ("offiziellen", "Behörden", "DE", "government"),
        # who served a state is asked for what they know
        ("der frühere US-Botschafter in Moskau, Michael McFaul", "Michael McFaul", "US", "expert"),
        ("der ehemalige CIA-Agent Jan Moor", "Jan Moor", "US", "expert"),
        ("der frühere Verteidigungsminister Jan Moor", "Jan Moor", "DE", "party"),
        ("der Politologe und ehemalige Redenschreiber Putins, Jan Moor", "Jan Moor", "DE", "expert"),
        # texts that somebody of one kind holds or issues
        ("ein Plakat", "Plakat", "DE", "citizen"),
        ("einer Gesetzesvorlage", "Gesetzesvorlage", "DE", "government"),
        ("der Untersuchungsbericht", "Untersuchungsbericht", "DE", "government"),
        ("offiziellen chinesischen", "Behörden", "CN", "government"),
        ("israelischen", "Behörden", "IL", "government"),
        ("die EU-Kommission", "EU-Kommission", "EU", "igo"),
        # short first parts
        ("der kuwaitische Ölminister Ali al-Omar", "Ali al-Omar", "KW", "government"),
        ("der Exminister Jan Moor", "Jan Moor", "DE", "party"),
        # what is a committee elsewhere belongs to the United Nations here
        ("das UN-Menschenrechtskomitee", "UN-Menschenrechtskomitee", "UN", "igo"),
        # who is asked as an expert stays one, whoever pays
        ("Jana Ehler, Chefanalystin der Commerzbank", "Jana Ehler", "DE", "expert"),
        ("Stiftung Warentest", "Stiftung Warentest", "DE", "ngo"),
        ("der Städtetag", "Deutscher Städtetag", "DE", "ngo"),
        ("Schulleiterin Gabi Schwaiger", "Gabi Schwaiger", "DE", "expert"),
    ],
)  # fmt: skip
def test_mentions_of_these_kinds(mention: str, entity: str, country: str, institution: str) -> None:
    source = type_mention(mention)
    assert source is not None
    assert (source.entity, source.country, source.institution) == (entity, country, institution)


def test_councils_of_swiss_towns_govern() -> None:
    for country, institution in (("CH", "government"), ("DE", "parliament")):
        source = type_mention("der Präsident des Gemeinderats, Nicolas Ferrand", country)
        assert source is not None
        assert source.institution == institution


def test_the_title_tells_the_office_of_a_surname_and_the_country() -> None:
    text = "Köpfer warb für eine Diskussion. „Die Kluft wächst“, sagte Köpfer."
    (_, told), *_ = statements(text, "Bundespräsident Köpfer sieht wachsende Kluft")
    assert (told.entity, told.institution) == ("Köpfer", "government")
    assert statements(text)[0][1].institution == "citizen"
    text = "Die Polizei teilte mit, drei Menschen seien verletzt worden."
    assert statements(text, "Japan: Zug entgleist")[0][1].country == "JP"
    assert statements(text)[0][1].country == "DE"


def test_a_title_within_the_text_counts_once() -> None:
    text = "Bundespräsident Köpfer sieht Kluft\n\n„Die Kluft wächst“, sagte Köpfer."
    assert statements(text, "Bundespräsident Köpfer sieht Kluft") == statements(text)


def test_initials_stand_for_a_given_name() -> None:
    article = ArticleEntities(tagged("Robert Kelling lehrt an der Universität Busan. R. Kelling sagte, das bleibe so."))
    assert article.find_person("R. Kelling") == article.find_person("Robert Kelling") is not None
    assert article.find_person("S. Kelling") is None


def test_one_person_has_one_type_in_an_article() -> None:
    article = ArticleEntities(tagged("Reiner Achim sprach. Reiner Achim sagte mehr."))
    citizen = Source("Reiner Achim", "DE", "citizen", "citizen", "named")
    expert = Source("Reiner Achim", "DE", "expert", "expert", "named")
    assert one_type(article, [citizen, citizen, expert]) == {citizen: expert, expert: expert}
    police = Source("Polizei", "DE", "justice", "justice", "named")
    assert one_type(article, [police, Source("Polizei", "FR", "justice", "justice", "named")]) == {}


def test_a_spokesman_speaks_for_the_person_of_the_article() -> None:
    text = (
        "Die Abgeordnete Silvia Kochen hat Widerspruch eingelegt. Ein Sprecher Kochens teilte mit, sie wolle kämpfen."
    )
    (_, told), *_ = statements(text)
    assert told.institution == "parliament"
    assert told.naming != "named"


def test_frames_without_a_verb_name_their_source() -> None:
    for frame, entity in (("Nach Angaben der Tagesschau", "Tagesschau"), ("Laut dem Verband", "Verband")):
        text = f"{frame} sei die Lage ernst."
        statement = Statement("1", "indirect", "body", quote=((len(frame) + 1, len(text)),), frame=((0, len(frame)),),
                              cue=((0, 4),))  # fmt: skip
        (told,) = attribute(tagged(text), (statement,), ArticleEntities(tagged(text)))
        assert told.source is not None
        assert told.source.entity.endswith(entity)


def test_weights_name_features_that_exist() -> None:
    article = ArticleEntities(tagged("Präsidentin Ida Kern traf den Sprecher. Die Polizei kam. Er sagte, es reiche."))
    asked = (Resolver(article).candidates(gender, 60, True) for gender in ("m", "f", "n", "p", ""))
    met = {name for candidates in asked for candidate in candidates for name in candidate.features}
    assert {row["feature"] for row in read_lexicon("reference_weights")} == set(weights())
    assert {"nobody", "person", "nearest", "last speaker"} <= met & set(weights())


def test_a_pronoun_takes_the_subject_of_the_sentence_before() -> None:
    text = "Ministerin Ida Kern besuchte den Lehrer Jan Moor. „Das reicht nicht“, sagte sie. „Doch“, erwiderte er."
    first, second = (source for _, source in statements(text))
    assert (first.entity, second.entity) == ("Ida Kern", "Jan Moor")


def test_attributes_with_words_of_their_own_end_where_the_noun_begins() -> None:
    words = cut("der für die Region zuständige Koordinator")
    assert words[behind_participle(words)] == "Koordinator"
    assert behind_participle(cut("der Koordinator für die Region")) == 0
    assert behind_participle(cut("die Stadt")) == 0


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        # what somebody does is a role
        ("Jan Moor leitet das Institut für Meereskunde. „Das reicht nicht“, sagte Moor.", "expert"),
        ("Jan Moor, der für die Grünen im Rat sitzt, war da. „Das reicht nicht“, sagte Moor.", "party"),
        ("Jan Moor kam spät. Er arbeitet als Sprecher der Deutschen Bahn. „Das reicht nicht“, sagte er.", "business"),
        (
            "Jan Moor kam. Der Jurist ist beim Verein Mieterschutz für Recht zuständig. „Das reicht nicht“, sagte er.",
            "ngo",
        ),
        # who does something that is no office stays what they are
        ("Jan Moor leitet gern Wasser um. „Das reicht nicht“, sagte Moor.", "citizen"),
        ("Jan Moor arbeitet viel. „Das reicht nicht“, sagte Moor.", "citizen"),
        # joined names share the role of the plural before and the body behind
        ("Die Forscherinnen Anna Molt und Ida Kern legten Zahlen vor. „Das reicht nicht“, sagte Kern.", "expert"),
        ("Die Grünen-Abgeordneten Anna Molt und Jan Moor kamen. „Das reicht nicht“, sagte Moor.", "parliament"),
        ("Jan Moor und Ida Kern von der Universität Kiel legten Zahlen vor. „Das reicht nicht“, sagte Moor.", "expert"),
        ("Ministerin Anna Molt und Jan Moor kamen. „Das reicht nicht“, sagte Moor.", "citizen"),
    ],
)
def test_what_the_article_says_somewhere_types_a_person(text: str, institution: str) -> None:
    assert statements(text)[-1][1].institution == institution


@pytest.mark.parametrize(
    ("name", "country", "institution"),
    [
        ("JD Sports Fashion", "GB", "business"),
        ("Europäische Agentur für die Sicherheit des Seeverkehrs", "EU", "igo"),
        ("1. FC Düren", "DE", "ngo"),
    ],
)
def test_organisations_of_public_lists_are_found_by_their_whole_name(name: str, country: str, institution: str) -> None:
    entry = organisation_named(name)
    assert entry is not None
    assert (entry.country, entry.institution) == (country, institution)
    assert organisation_named(name + " Wutzelbach") is None
    assert organisation_named(name.upper()) == entry


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        (
            "Für Anna Molt ist das klar. Die Leiterin des Frauenhauses kennt die Not. [Q], sagt Molt.",
            "ngo",
        ),
        (
            "Anna Molt seufzt. Die Chefin des Pflegeheims steht im Flur. [Q], sagt Molt.",
            "business",
        ),
        ("Jan Moor, 54, Vorsitzender des Heimatvereins, winkt ab. [Q], sagt Moor.", "ngo"),
        ("Jan Moor (54), Geschäftsführer der Brauerei, winkt ab. [Q], sagt Moor.", "business"),
        ("[Q], sagt Jan Moor, der selbst Chirurg ist.", "expert"),
        ("[Q], sagt Anna Molt. Sie ist Professorin für Soziologie in Kiel.", "expert"),
        ("[Q], sagt Anna Molt, die an der Universität Kiel forscht.", "expert"),
        ("[Q], sagt Anna Molt, die bei der Polizei arbeitet.", "justice"),
        ("[Q], sagt Anna Molt, die den Verein gegründet hat.", "ngo"),
        (
            "Bei der Feuerwehr heißt es, das reiche nicht. [Q], sagt Sprecher Jan Moor.",
            "government",
        ),
        ("Die Staatsanwaltschaft ermittelt weiter. [Q], sagt Sprecherin Anna Molt.", "justice"),
        ("Das Unternehmen Wexo baut Stellen ab. [Q], sagt Firmenchef Jan Moor.", "business"),
        ("Der Mieterverein klagt. [Q], sagt Geschäftsführerin Anna Molt.", "ngo"),
        ("Die Grünen sind dagegen. [Q], sagt Fraktionschefin Anna Molt.", "parliament"),
        ("Die Uniklinik ist überlastet. [Q], sagt Klinikdirektor Jan Moor.", "expert"),
        ("[Q], sagt Jan Moor von der SPD.", "party"),
        ("[Q], sagt Jan Moor von der Kripo Essen.", "justice"),
        ("[Q], sagt Jan Moor vom Institut.", "expert"),
        ("[Q], so Anna Molt (SPD).", "party"),
        ("[Q], so Anna Molt (Mieterbund).", "ngo"),
        ("[Q], so Anna Molt (Universität Kiel).", "expert"),
        ("[Q], so Anna Molt (23).", "citizen"),
        ("[Q], sagt Anna Molt, Mutter von drei Kindern.", "citizen"),
        ("Anna Molt studiert Jura. [Q], sagt Molt.", "citizen"),
        ("Anna Molt führt ein Café in Essen. [Q], sagt Molt.", "business"),
        ("Anna Molt betreibt einen Blumenladen. [Q], sagt Molt.", "business"),
        ("Anna Molt arbeitet bei der Caritas. [Q], sagt Molt.", "ngo"),
        ("Anna Molt arbeitet als Hebamme. [Q], sagt Molt.", "expert"),
        ("Anna Molt hat das Bündnis gegen Lärm mitgegründet. [Q], sagt Molt.", "ngo"),
        ("Chef der Firma ist Jan Moor. [Q], sagt Moor.", "business"),
        ("Vorsitzende des Vereins ist Anna Molt. [Q], sagt Molt.", "ngo"),
        ("Einer der Forscher ist Jan Moor. [Q], sagt Moor.", "expert"),
        ("Zu den Autoren der Studie gehört Jan Moor. [Q], sagt Moor.", "expert"),
        ("Als Vorsitzende des Mietervereins kennt Anna Molt die Lage. [Q], sagt Molt.", "ngo"),
        ("Als Landwirt kennt Jan Moor die Lage. [Q], sagt Moor.", "citizen"),
        (
            "Als Forscherin an der Universität Kiel kennt Anna Molt die Lage. [Q], sagt Molt.",
            "expert",
        ),
        ("Anna Molt ist Sprecherin der Initiative. [Q], sagt Molt.", "ngo"),
        ("Anna Molt, die Sprecherin der Initiative, kam. [Q], sagt Molt.", "ngo"),
        ("Anna Molt ist Mitglied des Bundestags. [Q], sagt Molt.", "parliament"),
        ("Anna Molt ist seit 2019 Bürgermeisterin von Herne. [Q], sagt Molt.", "government"),
        ("Bürgermeisterin ist seit 2019 Anna Molt. [Q], sagt Molt.", "government"),
        (
            "Das weiß auch Anna Molt. Seit 20 Jahren unterrichtet sie Mathematik. [Q], sagt Molt.",
            "expert",
        ),
    ],
)
def test_introductions_as_newspapers_write_them(text: str, institution: str) -> None:
    assert statements(text.replace("[Q]", "„Das reicht hier nicht aus“"))[-1][1].institution == institution


def test_another_subject_of_the_next_sentence_is_no_role_of_the_person() -> None:
    text = "Anna Molt klagte. Der Richter lehnte die Forderung ab. „Das reicht hier nicht aus“, sagte Molt."
    assert statements(text)[-1][1].institution == "citizen"
    text = "Als Bürgermeisterin lobte Jan Moor Frau Kern. „Das reicht hier nicht aus“, sagte Moor."
    assert statements(text)[-1][1].institution == "citizen"


@pytest.mark.parametrize(
    ("text", "entity", "institution"),
    [
        ("Bürgermeisterin Anna Molt lud ein. „[Q]“, sagte die Rathauschefin.", "Anna Molt", "government"),
        ("Der Ökonom Jan Moor winkt ab. „[Q]“, sagte der Wissenschaftler.", "Jan Moor", "expert"),
        ("Landrat Jan Moor (CSU) winkt ab. „[Q]“, sagte der CSU-Politiker.", "Jan Moor", "government"),
        ("Trainer Jan Moor winkt ab. „[Q]“, sagte der Coach.", "Jan Moor", "citizen"),
        ("Trainer Jan Moor winkt ab. „[Q]“, sagte der 52-Jährige.", "Jan Moor", "citizen"),
        ("VW-Chef Oliver Blume winkt ab. „[Q]“, sagte der Manager.", "Oliver Blume", "business"),
        ("Gewerkschaftschefin Anna Molt winkt ab. „[Q]“, sagte sie.", "Anna Molt", "ngo"),
        ("Die Stadtwerke Essen erhöhen die Preise. „[Q]“, teilte das Unternehmen mit.", "Stadtwerke", "business"),
        ("Der Autobauer BMW ruft Wagen zurück. „[Q]“, teilte der Konzern mit.", "BMW", "business"),
        ("Die Polizei Essen sucht Zeugen. „[Q]“, teilte die Behörde mit.", "Polizei", "justice"),
        ("Greenpeace protestiert. „[Q]“, kritisierte die Organisation.", "Greenpeace", "ngo"),
        ("Minister Jan Moor traf Anna Molt. „[Q]“, sagte der Minister.", "Jan Moor", "government"),
        ("Minister Jan Moor traf die Ärztin Anna Molt. „[Q]“, sagte die Medizinerin.", "Anna Molt", "expert"),
        ("Minister Jan Moor traf die Ärztin Anna Molt. „[Q]“, sagte sie.", "Anna Molt", "expert"),
        ("Minister Jan Moor traf die Ärztin Anna Molt. „[Q]“, sagte er.", "Jan Moor", "government"),
        ("Präsident Selenskyj sprach in Kiew. „[Q]“, sagte der Staatschef.", "Wolodymyr Selenskyj", "government"),
        ("Israels Regierungschef Netanjahu sprach. „[Q]“, sagte er.", "Benjamin Netanjahu", "government"),
        (
            "Die EU-Kommission plant Regeln. „[Q]“, sagte Kommissionschefin von der Leyen.",
            "Ursula von der Leyen",
            "igo",
        ),
        ("Das Institut legte eine Studie vor. Darin heißt es: „[Q]“.", "Institut", "expert"),
        ("In einer Mitteilung der Bahn heißt es: „[Q]“.", "Deutsche Bahn", "business"),
        ("„[Q]“, heißt es in einem Schreiben des Ministeriums.", "Ministerium", "government"),
        ("„[Q]“, sagt einer der Anwohner.", "Anwohner", "citizen"),
        ("„[Q]“, sagt eine Frau.", "Frau", "citizen"),
        ("„[Q]“, heißt es aus Regierungskreisen.", "Regierungskreise", "government"),
        ("„[Q]“, heißt es in der SPD.", "SPD", "party"),
        ("„[Q]“, heißt es bei der Feuerwehr.", "Feuerwehr", "government"),
        ("„[Q]“, kommentiert die „Süddeutsche Zeitung“.", "Süddeutsche Zeitung", "media"),
        ("„[Q]“, sagte der Kanzler.", "Kanzler", "government"),
        ("„[Q]“, sagte ein US-Beamter.", "US-Beamter", "government"),
        ("„[Q]“, sagte der Anwalt des Angeklagten.", "Anwalt", "citizen"),
        ("„[Q]“, so die Deutsche Presse-Agentur.", "dpa", "news_agency"),
        ("Der Fahrer Jan Moor überlebte. „[Q]“, sagte sein Bruder.", "Bruder", "citizen"),
        ("Die Firma Wexo zahlt. „[Q]“, sagte Geschäftsführer Jan Moor.", "Jan Moor", "business"),
        ("Die Tafel Essen sucht Helfer. „[Q]“, sagte Leiterin Anna Molt.", "Anna Molt", "ngo"),
        ("Das Bündnis Wir Bleiben ruft zur Demo auf. „[Q]“, sagte Sprecherin Anna Molt.", "Anna Molt", "ngo"),
        ("Die Stadt Essen plant Radwege. „[Q]“, sagte Stadtsprecherin Anna Molt.", "Anna Molt", "government"),
        ("Die SPD plant Radwege. „[Q]“, sagte Fraktionschef Jan Moor.", "Jan Moor", "parliament"),
        ("Im Krankenhaus fehlt Personal. „[Q]“, sagte Chefärztin Anna Molt.", "Anna Molt", "expert"),
        ("In der Kirche brannte es. „[Q]“, sagte Pfarrer Jan Moor.", "Jan Moor", "ngo"),
    ],
)
def test_another_word_for_who_was_named_before(text: str, entity: str, institution: str) -> None:
    told = statements(text.replace("[Q]", "Das reicht hier nicht aus"))[-1][1]
    assert told.institution == institution
    assert entity.casefold() in told.entity.casefold()


def test_a_noun_that_two_persons_fit_means_neither() -> None:
    text = "Die Ökonomen Jan Moor und Uwe Kern kamen. „Das reicht hier nicht aus“, sagte der Wissenschaftler."
    assert statements(text)[-1][1].naming != "named"
    text = "Der Ökonom Jan Moor kam. „Das reicht hier nicht aus“, sagte die Wissenschaftlerin."
    assert statements(text)[-1][1].naming != "named"
