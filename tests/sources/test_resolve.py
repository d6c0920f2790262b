"""Whom a mention means inside an article: names carried on, pronouns, roles and bodies named again, relays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Source, Span, Statement
from analysis.sources.attribute import attribute
from analysis.sources.entities.home_country import named_countries, salient_country
from analysis.sources.entities.index import ArticleEntities
from tests.factories import tagged


def attributed(
    text: str, statements: tuple[Statement, ...], *, outlet: str | None = None, day: str = ""
) -> tuple[Statement, ...]:
    document = tagged(text)
    return attribute(document, statements, ArticleEntities(document, day), outlet=outlet)


def sources_of(marked: str, outlet: str | None = None) -> list[tuple[Source, Source | None]]:
    """Source and relay of each statement of a text in which speakers stand in [brackets] and quotes in {braces}.

    The nth speaker belongs to the nth quote; an empty pair of brackets is a statement without a speaker.
    """
    text, spans = "", {"[": [], "{": []}
    opened: list[tuple[str, int]] = []
    for letter in marked:
        if letter in spans:
            opened.append((letter, len(text)))
        elif letter in "]}":
            mark, start = opened.pop()
            spans[mark].append((start, len(text)))
        else:
            text += letter
    statements = tuple(
        Statement(str(i), "indirect", "body", (quote,), speaker=speaker_spans(speaker))
        for i, (speaker, quote) in enumerate(zip(spans["["], spans["{"], strict=True))
    )
    found = attributed(text, statements, outlet=outlet)
    assert [statement.id for statement in found] == [statement.id for statement in statements]
    pairs = [(statement.source, statement.via) for statement in found]
    assert all(source is not None for source, _ in pairs)
    return [(source, via) for source, via in pairs if source is not None]


def test_the_subjunctive_without_a_speaker_carries_on_who_spoke() -> None:
    text = "Polizeichef Jan Moor sprach am Morgen. Der Täter sei gefasst. Er habe gestanden."
    start = text.index("Der Täter")
    statement = Statement("0", "subjunctive", "body", ((start, len(text)),))
    (found,) = attributed(text, (statement,))
    assert found.source is not None
    assert found.source.entity == "Jan Moor"


@pytest.mark.parametrize(
    ("day", "institution"), [("2005-10-01", "party"), ("2006-10-01", "government"), ("", "government")]
)
def test_the_office_of_the_day_is_meant(day: str, institution: str) -> None:
    text = "Angela Merkel sagte, das Land brauche Reformen."
    start = text.index("das Land")
    statement = Statement("0", "indirect", "body", ((start, len(text) - 1),), speaker=((0, 13),))
    (found,) = attributed(text, (statement,), day=day)
    assert found.source is not None
    assert found.source.institution == institution


def speaker_spans(span: Span) -> tuple[Span, ...]:
    return (span,) if span[0] < span[1] else ()


# text, then the sources as entity/country/institution/naming
CHAINS = [
    (
        "surname after full name with role",
        "[Adrian Wolter, Sprecher des Pentagons,] sagte, {die Schiffe seien unterwegs}. [Wolter] erklärte, {es gebe"
        " keinen Angriff}.",
        ["Adrian Wolter/US/government/named", "Adrian Wolter/US/government/named"],
    ),
    (
        "pronoun of the right gender",
        "Innenministerin Karla Mohn traf sich mit dem Bürgermeister Jens Pohl in Kiel. [Sie] sagte, {das Geld sei da}."
        " [Er] meinte, {das reiche nicht}.",
        ["Karla Mohn/DE/government/named", "Jens Pohl/DE/government/named"],
    ),
    (
        "role of a person named before",
        "Der Vorsitzende der IG Metall, Rolf Brandner, sprach in Essen. [Der Gewerkschaftschef] forderte, {die Löhne"
        " müssten steigen}.",
        ["Rolf Brandner/DE/ngo/named"],
    ),
    (
        "spokesman without a body after a body",
        "Der Kreml wies das zurück. {Das sei falsch}, sagte [Sprecher Igor Melnikow].",
        ["Igor Melnikow/RU/government/named"],
    ),
    (
        "transliteration changes on the way",
        "[Verteidigungsminister Sergej Schoigu] sagte, {man übe}. [Shoigu] fügte hinzu, {das sei normal}.",
        ["Sergej Schoigu/RU/government/named", "Sergej Schoigu/RU/government/named"],
    ),
    (
        "a namesake of somebody famous stays who he is",
        "Der Trainer Erik Putin kam nach Ulm. [Putin] sagte, {das Spiel werde schwer}.",
        ["Erik Putin/DE/citizen/named"],
    ),
    (
        "the police of the country the article is about",
        "In Madrid brannte ein Haus. Spanien trauert. [Die Polizei] teilte mit, {es gebe zwei Tote}.",
        ["Polizei/ES/justice/named"],
    ),
    (
        "initials stand for the name",
        "Die Bewegung New Harbour Alliance (NHA) rief in Nairobi zum Streik auf. [Die NHA] sagte, {man bleibe}.",
        ["New Harbour Alliance/KE/ngo/named"],
    ),
    (
        "the ministry named before",
        "Das isländische Fischereiministerium äußerte sich. [Das Ministerium] erklärte, {die Quote steige}.",
        ["isländisches Fischereiministerium/IS/government/named"],
    ),
    (
        "the company named before",
        "Die Lage bei Siemens ist ernst. [Der Konzern] kündigte an, {Stellen zu streichen}.",
        ["Siemens/DE/business/named"],
    ),
    (
        "the paper named before",
        "Die Frankfurter Rundschau veröffentlichte einen Text. [Das Blatt] schreibt, {die Zahlen seien falsch}.",
        ["Frankfurter Rundschau/DE/media/named"],
    ),
    (
        "whose opinion",
        "Die Abgeordnete Petra Kunze widersprach dem Minister. [Ihrer Meinung nach] {sei das Gesetz überflüssig}.",
        ["Petra Kunze/DE/parliament/named"],
    ),
    (
        "demnach goes on with the last source",
        "[Die Weltbank] veröffentlichte Zahlen: {die Armut sinke}. [Demnach] {lebten mehr Menschen in Städten}.",
        ["Weltbank/INT/igo/named", "Weltbank/INT/igo/named"],
    ),
    (
        "family names that end like a noun",
        "Die Abgeordnete Swantje Hartmann und der Landrat Udo Neubauer stritten. [Hartmann] sagte, {es sei genug}."
        " [Neubauer] sagte, {es gehe weiter}.",
        ["Swantje Hartmann/DE/parliament/named", "Udo Neubauer/DE/government/named"],
    ),
    (
        "what a predicate says of a name",
        "Karl Amber ist Präsident der Universität Bremen. [Amber] sagte, {das Semester beginne später}.",
        ["Karl Amber/DE/expert/named"],
    ),
    (
        "the letters of a body head a role",
        "Der Verband Deutscher Schuhmacher (VDS) tagte. [VDS-Vorsitzende Ines Rabe] sagte, {Leder sei knapp}.",
        ["Ines Rabe/DE/ngo/named"],
    ),
    (
        "a chairman of the body named before",
        "Der Verband Deutscher Schuhmacher tagte in Mainz. [Der Vorsitzende Karl Amber] sagte, {Leder sei knapp}.",
        ["Karl Amber/DE/ngo/named"],
    ),
    (
        "a genitive is no subject for a pronoun",
        "Den Einsatz der Bundeswehr lehnte die Gewerkschaft der Polizei ab. [Sie] nannte {das einen Irrweg}.",
        ["Gewerkschaft der Polizei/DE/ngo/named"],
    ),
    (
        "who stands behind the studies of a relative clause",
        "Der Arzt nennt Studien der Charité, nach [denen] {das Mittel nicht wirkt}.",
        ["Charité/DE/expert/named"],
    ),
    (
        "rumours in a relative clause are nobody's",
        "Es gibt Gerüchte, nach [denen] {der Sänger krank ist}.",
        ["-/-/unknown/none"],
    ),
    (
        "the leader of a state under another title",
        "Hugo Chávez reiste nach Rom. [Der venezolanische Staatschef] kündigte an, {Öl zu liefern}.",
        ["Hugo Chávez/VE/government/named"],
    ),
    (
        "a hyphen more or less",
        "[Ban Ki-moon, Generalsekretär der Vereinten Nationen,] sagte, {es sei Zeit}. [Ban] sagte, {er warte}.",
        ["Ban Ki Moon/UN/igo/named", "Ban Ki Moon/UN/igo/named"],
    ),
    (
        "nobody",
        "[]{Die Gespräche seien gescheitert}, hieß es. [Angaben] zufolge {gibt es zehn Verletzte}.",
        ["-/-/unknown/none", "-/-/unknown/none"],
    ),
    (
        "joint speakers",
        "[Präsident Hugo Larsen und Regierungschefin Mia Lund] betonten, {Dänemark bleibe neutral}.",
        ["Hugo Larsen + Mia Lund/DK/government/named"],
    ),
    (
        "a subject is meant before an object",
        "Unter Minister Arno Kling hatte der Abgeordnete Bernd Moser gelitten. [Er] sagte, {es sei vorbei}.",
        ["Bernd Moser/DE/parliament/named"],
    ),
    (
        "surname with genitive",
        "Die Autorin Ruth Sander las in Bremen. Nach [Sanders Angaben] {erscheint das Buch im Mai}.",
        ["Ruth Sander/DE/citizen/named"],
    ),
    (
        "both",
        "Karl Braun und Eva Stein trafen sich in Trier. [Beide] sagten, {sie seien zufrieden}.",
        ["Karl Braun + Eva Stein/DE/citizen/named"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CHAINS], ids=[case[0] for case in CHAINS])
def test_chain(text: str, expected: list[str]) -> None:
    found = ["/".join((s.entity, s.country, s.institution, s.naming)) for s, _ in sources_of(text)]
    assert found == expected


# text, source, via
RELAYS = [
    ("{Das Treffen sei abgesagt}, sagte [Kremlsprecher Dmitri Peskow] laut TASS.", "Dmitri Peskow", "TASS"),
    ("{Man sei bereit}, sagte [Außenminister Lasse Haugen] der Agentur Reuters zufolge.", "Lasse Haugen", "Reuters"),
    ("Wie die Nachrichtenagentur Xinhua meldet, sagte [der Minister], {die Ernte sei gut}.", "Minister", "Xinhua"),
    ("[Reuters] berichtete unter Berufung auf US-Beamte, {es gebe neue Waffen}.", "US-Beamte", "Reuters"),
    ("[Die BBC] meldete mit Verweis auf die Polizei, {zwei Männer seien tot}.", "Polizei", "BBC"),
    (
        "[Die FAZ] beruft sich auf Diplomaten und schreibt, {das Abkommen stehe}.",
        "Diplomaten",
        "Frankfurter Allgemeine Zeitung",
    ),
    ("{Das wird teuer}, sagte [Olaf Scholz] der Süddeutschen Zeitung.", "Olaf Scholz", "Süddeutsche Zeitung"),
    ("{Das sei Unsinn}, sagte [Claudia Roth] im Deutschlandfunk.", "Claudia Roth", "Deutschlandfunk"),
    ("Im Interview mit dem Spiegel sagte [Robert Habeck], {das Gas reiche}.", "Robert Habeck", "Der Spiegel"),
    ("Nach Angaben von Interfax sagte [Lawrow], {man prüfe das}.", "Sergej Lawrow", "Interfax"),
    ("KCNA zitierte [Kim Jong Un] mit den Worten, {die Armee sei bereit}.", "Kim Jong Un", "KCNA"),
    ("{Das Wetter werde besser}, sagte [der Bauer Uwe Lenz].", "Uwe Lenz", None),
    ("[Der Spiegel] berichtet, {die Firma sei pleite}.", "Der Spiegel", None),
    ("[Ein Reporter der BBC] sagte, {es brenne}.", "BBC", None),
    ("{Die BBC lüge}, sagte [Donald Trump].", "Donald Trump", None),
]


KINDS = ["relay"] * 6 + ["told"] * 3 + ["relay"] * 2
"""Of those among them that have a via, which stand first."""


@pytest.mark.parametrize(("text", "entity", "via"), RELAYS, ids=[case[0][:40] for case in RELAYS])
def test_relay(text: str, entity: str, via: str | None) -> None:
    ((source, relay),) = sources_of(text)
    assert (source.entity, relay.entity if relay else None) == (entity, via)


@pytest.mark.parametrize(("text", "kind"), [(text, kind) for (text, _, _), kind in zip(RELAYS, KINDS, strict=False)])
def test_the_kind_of_a_via(text: str, kind: str) -> None:
    ((_, via),) = sources_of(text)
    assert via is not None
    assert via.kind == kind


def in_pieces(text: str, *pieces: str, cue: str = "", frame: str = "") -> Source:
    """The source of a statement whose speaker is these pieces of the text; what is said does not matter."""

    def spans(*parts: str) -> tuple[Span, ...]:
        return tuple((text.index(part), text.index(part) + len(part)) for part in parts if part)

    end = len(text)
    statement = Statement("0", "indirect", "body", ((end - 1, end),), spans(*pieces), spans(cue), spans(frame))
    (found,) = attributed(text, (statement,))
    assert found.source is not None
    return found.source


PIECES = [
    # text, pieces of the speaker, cue, entity
    ("Laut BBC News sagte Minister Carlos Ruiz, dass gebaut werde.", ("BBC News", "Minister Carlos Ruiz"), "sagte",
     "Carlos Ruiz"),
    ("Das Pentagon äußerte sich, nachdem die New York Times berichtet hatte, dass Schiffe fahren.",
     ("Das Pentagon", "die New York Times"), "berichtet hatte", "New York Times"),
    ("Anna Kern und Paul Voss sagten, das genüge.", ("Anna Kern", "Paul Voss"), "sagten", "Anna Kern + Paul Voss"),
    ("Minister Jan Moor bestreitet das. Die Firma Nordwind zweifelt daran. Das sei erlaubt.",
     ("Minister Jan Moor", "Die Firma Nordwind"), "", "Nordwind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pieces", "cue", "entity"), PIECES, ids=[case[0][:30] for case in PIECES])
def test_a_speaker_in_pieces(text: str, pieces: tuple[str, ...], cue: str, entity: str) -> None:
    assert in_pieces(text, *pieces, cue=cue).entity == entity


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "entity"),
    [
        ("Paul Voss wird vorgeworfen, Geld versteckt zu haben.", "Paul Voss", "vorgeworfen", "-"),
        ("Von Paul Voss wird ihr vorgeworfen, Geld versteckt zu haben.", "Paul Voss", "vorgeworfen", "Paul Voss"),
        ("Paul Voss warf ihr vor, Geld versteckt zu haben.", "Paul Voss", "warf", "Paul Voss"),
    ],
)
def test_the_accused_does_not_speak(text: str, speaker: str, cue: str, entity: str) -> None:
    assert in_pieces(text, speaker, cue=cue, frame=text.split(",")[0]).entity == entity


def test_what_stands_in_a_text_is_of_who_gave_it() -> None:
    text = "Paul Voss freute sich. Die Staatsanwaltschaft Ulm gab eine Stellungnahme ab. Darin steht: Alles ruht."
    assert in_pieces(text, cue="steht", frame="Darin steht").entity == "Staatsanwaltschaft Ulm"


OF_WHOM = [
    # text, entity, country of the last statement
    ("{Er kam spät}, sagte [Lena Brause], die als Sprecherin der EU-Mission dient.", "Lena Brause", "EU"),
    ("Der UN-Sondergesandte für den Jemen, Idris Kamara, kam an. {Es eile}, sagte [Kamara].", "Idris Kamara", "UN"),
    ("Gerda Lohse wartete lange. {Es dauere}, meinte [die 71-Jährige].", "Gerda Lohse", "DE"),
    ("Der Reporter von Paris Match sah {Rauch}, sagte [er]. Die Nachrichtenagentur Tasnim schwieg. "
     "{Es brenne}, hieß es bei [der gleichen Nachrichtenagentur].", "Tasnim", "IR"),
    ("Die USA warten. In Paris berät die französische Regierung. {Es werde teuer}, sagte [das Finanzministerium].",
     "Finanzministerium", "FR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entity", "country"), OF_WHOM, ids=[case[1] for case in OF_WHOM])
def test_whom_the_article_means(text: str, entity: str, country: str) -> None:
    source = sources_of(text)[-1][0]
    assert (source.entity, source.country) == (entity, country)


def test_the_outlet_itself_is_no_relay() -> None:
    text = "{Das wird teuer}, sagte [Olaf Scholz] der Süddeutschen Zeitung."
    ((_, relay),) = sources_of(text, outlet="Süddeutsche Zeitung")
    assert relay is None


def test_no_statements_no_work() -> None:
    assert attributed("Es regnet.", ()) == ()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Bei einem Unfall nahe Lyon starben drei Menschen. Der Präsident Frankreichs reiste an.", "FR"),
        ("Die türkische Regierung kündigte Wahlen an. Ankara schweigt zu Berlin.", "TR"),
        ("Es regnet seit Tagen.", "DE"),
        ("Der Bundestag stimmte zu. Die USA warten ab.", "DE"),
    ],
)
def test_country_of_the_article(text: str, country: str) -> None:
    assert salient_country(named_countries(tagged(text))) == country


WORDS = st.sampled_from(
    "der die das von und , ( ) „ “ . Sprecher Sprecherin Polizei Angaben Bericht sie er eigenen US-Beamte Anna Kern"
    " Kreml sowie als auch des Berlins deren beide laut - ’ 12-Jähriger Studie Al-Qaida".split()
)


@given(st.lists(WORDS, max_size=12), st.data())
def test_no_words_break_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    limits = st.integers(0, len(text))
    spans = [tuple(sorted((data.draw(limits), data.draw(limits)))) for _ in range(3)]
    quote, speaker, frame = spans
    statement = Statement("0", "indirect", "body", (quote,), speaker=(speaker,), frame=(frame,), cue=(frame,))
    ((found,)) = attributed(text, (statement,))
    assert found.source is not None
    assert found.source.entity
    assert (found.source.naming == "none") is (found.source.entity == "-")
