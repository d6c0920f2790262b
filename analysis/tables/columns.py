"""The one column contract: every column of every table with its type, unit, description and German label.

Tables, CSV headers, labels and the documentation all read it; no other module spells what a column means.
"""

from analysis.tables.fields import Column, cases, few, share, tone

_ARTICLE = Column("article", "str", "", "Key of the article: a hash of its text and metadata.", "Artikel-ID")
_TITLE = Column("title", "str", "", "Headline as given or found in the text.", "Titel", nullable=True)
_OUTLET = Column("outlet", "str", "", "The outlet that published the article.", "Medium", nullable=True)
_PUBLISHED = Column("published", "str", "ISO 8601", "Date of publication, ISO 8601.", "Datum", nullable=True)
_PLACE = (_ARTICLE, _TITLE, _OUTLET, _PUBLISHED)
_START = Column("start", "int", "characters", "First character in the article's text.", "Beginn")
_END = Column("end", "int", "characters", "One past the last character in the article's text.", "Ende")
_SPANS = Column("spans", "str", "characters", "All spans as JSON [[start, end), …].", "Zeichen")
_SECTION = Column("section", "str", "", "headline or body.", "Abschnitt")
_RULE = Column("rule", "str", "", "The rule or model that found it.", "Regel")
_ORIGIN = Column(
    "origin",
    "str",
    "",
    "machine as found, confirmed or corrected by hand, or added by hand.",
    "Herkunft",
)
_SENTENCE = Column("sentence", "str", "", "The sentence or sentences around it, as they stand.", "Satz")
_CATEGORY = Column("category", "str", "", "Roll-up of country and institution for charts.", "Quellentyp")
_COUNTRY = Column("country", "str", "ISO 3166", "Whom the source speaks for.", "Land")
_INSTITUTION = Column("institution", "str", "", "Kind of institution of the source.", "Institution")
_ENTITY = Column("entity", "str", "", "Canonical name of the source; - where nobody is named.", "Quelle")
_NAMING = Column("naming", "str", "", "named, role, unnamed or none.", "Benennung")
_ANONYMITY = Column(
    "anonymity",
    "str",
    "",
    "How far from a name: named, office (one person known by the role), member (somebody of a body or state), circle"
    " (people around one), kind (experts, witnesses), hidden (insiders, persons who stay unnamed) or nobody.",
    "Anonymität",
)
_N_STATEMENTS = Column("statements", "int", "statements", "Number of statements.", "Aussagen")
_N_ARTICLES = Column("articles", "int", "articles", "Number of articles.", "Artikel")
_SHARE = Column("share", "float", "proportion", "Share of the statements of the selection.", "Anteil")
_LOW = Column("low", "float", "as the value", "Lower end of the 95 % interval, if any.", "von", True)
_HIGH = Column("high", "float", "as the value", "Upper end of the 95 % interval, if any.", "bis", True)
_SMALL = Column("small", "bool", "", "Too little behind it to be read: fade it.", "zu wenig")
_FEW = few("few", "Of what there is too little behind the share", "woran es fehlt")
_WORDS = Column("words", "int", "words", "Number of words.", "Wörter")
_QUOTED = Column("words_quoted", "int", "words", "Words inside statements, each once.", "zitierte Wörter")
_HEDGED = Column("hedged_share", "float", "proportion", "Share of statements with a hedge.", "abgeschwächt")
_HEDGED_FEW = few("hedged_few", "The same of the hedged share", "woran es fehlt (abgeschwächt)")

ARTICLES = (
    _ARTICLE,
    Column("id", "str", "", "Name of the article in the input.", "Name"),
    *_PLACE[1:],
    Column("url", "str", "", "Address of the article.", "Adresse", nullable=True),
    Column("author", "str", "", "Who wrote the article.", "Autor", nullable=True),
    Column("agency", "str", "", "News agencies that the article credits for its text.", "Agenturtext", nullable=True),
    Column("language", "str", "ISO 639", "Language of the text.", "Sprache"),
    _WORDS,
    Column("sentences", "int", "sentences", "Number of sentences.", "Sätze"),
    _N_STATEMENTS,
    _QUOTED,
    Column("hedges", "int", "hedges", "Number of hedges.", "Abschwächungen"),
    Column("verbs", "int", "verbs", "Number of finite verbs.", "finite Verben"),
    Column("subjunctives", "int", "verbs", "Finite verbs in Konjunktiv I or II.", "Konjunktive"),
    Column("textblob", "float", "-1 … 1", "Tone of the text by textblob-de.", "Ton (textblob-de)"),
    Column("tone", "float", "-1 … 1", "Tone of the text, own value.", "Ton"),
    Column("tone_label", "str", "", "negative, neutral or positive, from the own value.", "Tonlage"),
    Column("extra", "str", "", "Further columns of the input as a JSON object.", "Weiteres", nullable=True),
    Column("copy_of", "str", "", "The article that this one repeats, word for word or nearly.", "Kopie von", True),
    Column("story", "str", "", "The first article of the story, where more than one tells it.", "Geschichte", True),
)

STATEMENTS = (
    *_PLACE,
    Column("statement", "str", "", "Number of the statement within its article.", "Aussage"),
    Column("type", "str", "", "direct, indirect, subjunctive, reported or free_indirect.", "Art"),
    _SECTION,
    _ENTITY,
    _COUNTRY,
    _INSTITUTION,
    _CATEGORY,
    _NAMING,
    _ANONYMITY,
    Column("via", "str", "", "The medium between source and article, if any.", "via", True),
    Column(
        "via_kind", "str", "", "relay: it passed the statement on; told: the source spoke to it.", "Rolle (via)", True
    ),
    Column("via_country", "str", "ISO 3166", "Its country.", "Land (via)", True),
    Column("via_institution", "str", "", "Its institution.", "Institution (via)", nullable=True),
    Column("via_category", "str", "", "Its category.", "Quellentyp (via)", True),
    Column(
        "source_confidence", "float", "0 … 1", "How sure the category of the source is.", "Konfidenz der Quelle", True
    ),
    Column("stance", "str", "", "How the reporting verb presents the statement.", "Haltung"),
    Column("withheld", "bool", "", "The source did not say it.", "verweigert"),
    Column("hedges", "int", "hedges", "Number of hedges inside or around the statement.", "Abschwächungen"),
    Column("subjunctive", "bool", "", "A finite verb of the quote stands in the subjunctive.", "Konjunktiv"),
    _WORDS,
    Column("speaker", "str", "", "The words that name the speaker.", "Sprecher"),
    Column("cue", "str", "", "The words that report.", "Redeeinleitung"),
    Column("quote", "str", "", "The words reported.", "Wortlaut"),
    _SENTENCE,
    _START,
    _END,
    _SPANS,
    Column("speaker_spans", "str", "characters", "Spans of the speaker, as JSON.", "Zeichen (Sprecher)"),
    Column("cue_spans", "str", "characters", "Spans of the cue, as JSON.", "Zeichen (Redeeinleitung)"),
    Column("frame_spans", "str", "characters", "Spans of the frame, as JSON.", "Zeichen (Rahmen)"),
    Column("addressee_spans", "str", "characters", "Spans of the addressee, as JSON.", "Zeichen (Adressat)"),
    Column("confidence", "float", "0 … 1", "How sure the rule or model is.", "Konfidenz"),
    _RULE,
    _ORIGIN,
)

HEDGES = (
    *_PLACE,
    Column("hedge", "str", "", "Number of the hedge within its article.", "Abschwächung"),
    Column("cue", "str", "", "The words that hedge.", "Ausdruck"),
    Column("class", "str", "", "modal, adverb, evidential, hearsay, status or belief.", "Klasse"),
    Column("holder", "str", "", "Whose doubt it is: author or source.", "wessen"),
    _SECTION,
    Column("statement", "str", "", "The statement it stands in.", "Aussage", nullable=True),
    Column("category", "str", "", "Category of that statement's source.", "Quellentyp", nullable=True),
    _SENTENCE,
    _START,
    _END,
    _SPANS,
    Column("confidence", "float", "0 … 1", "How likely it is a hedge.", "Konfidenz", nullable=True),
    Column("reasons", "str", "", "The features that spoke for it most, each with its weight.", "Gründe", nullable=True),
    _RULE,
    _ORIGIN,
)

SENTENCES = (
    *_PLACE,
    Column("number", "int", "", "Position of the sentence in its article, from 0.", "Nr."),
    _SECTION,
    Column("voice", "str", "", "author, or quoted where a statement covers most of it.", "Stimme"),
    Column("statement", "str", "", "The statement that covers it.", "Aussage", nullable=True),
    Column("category", "str", "", "Category of that statement's source.", "Quellentyp", nullable=True),
    _WORDS,
    Column("textblob", "float", "-1 … 1", "Tone, base value of textblob-de.", "Ton (textblob-de)"),
    Column("tone", "float", "-1 … 1", "Tone, own value.", "Ton"),
    Column("tone_events", "float", "-1 … 1", "Own value if event words scored too.", "Ton mit Ereigniswörtern"),
    Column("event_words", "int", "words", "Words for war, crime, disaster or illness.", "Ereigniswörter"),
    Column("names", "str", "", "Persons, bodies and states it names, split by ; signs.", "Genannte", nullable=True),
    _SENTENCE,
    _START,
    _END,
)

_PROFILE = (
    _WORDS,
    _N_STATEMENTS,
    _QUOTED,
    Column("sources", "int", "sources", "Number of different sources, anonymous ones too; nobody is none.", "Quellen"),
    Column("diversity", "float", "bits", "Entropy of the sources; nobody is none.", "Quellenvielfalt", nullable=True),
    share("anonymous_share", "Statements of unnamed sources.", "anonym"),
    share("direct_share", "Statements quoted word for word.", "wörtlich"),
    _SMALL,
    few("few", "Of what there is too little behind the shares of statements", "woran es fehlt"),
    Column("withheld", "int", "statements", "Statements that a source did not make.", "verweigert"),
    Column("hedges", "int", "hedges", "Number of hedges.", "Abschwächungen"),
    Column(
        "hedges_per_100",
        "float",
        "per 100 words",
        "Hedges per 100 words; where statements are selected, of theirs.",
        "je 100 Wörter",
        True,
    ),
    few("hedges_few", "The same of the hedges per 100 words", "woran es fehlt (Abschwächungen)"),
    share("subjunctive_share", "Finite verbs in the subjunctive.", "Konjunktiv"),
    tone("tone_author", "Mean own tone of the author's sentences.", "Ton Autor"),
    tone("tone_quoted", "Mean own tone of quoted sentences.", "Ton Zitate"),
    tone("textblob", "Mean base value over all sentences.", "Ton (textblob-de)"),
    few("tone_few", "The same of the tones, of the voice that has less", "woran es fehlt (Ton)"),
)
BY_ARTICLE = (*_PLACE, *_PROFILE)
BY_OUTLET = (_OUTLET, _N_ARTICLES, *_PROFILE)

CORRECTIONS = (
    Column("correction", "int", "", "Running number in the store.", "Nr."),
    *_PLACE,
    Column("kind", "str", "", "What it is about: statement or hedge.", "worüber"),
    Column("verdict", "str", "", "confirmed, corrected, added or rejected.", "Urteil"),
    Column(
        "state",
        "str",
        "",
        "standing; replaced by a newer one on the same place; undone; or gone: rejected, and no longer found anyway.",
        "gilt",
    ),
    Column("quote", "str", "", "The words that it is about.", "Wortlaut"),
    Column("changes", "str", "", "What reads otherwise than found: column, value found, value given.", "Änderungen"),
    Column("who", "str", "", "Who made it.", "von"),
    Column("note", "str", "", "What they noted.", "Anmerkung"),
    Column("created", "str", "ISO 8601", "When it was made, ISO 8601.", "am"),
    Column("undone", "str", "ISO 8601", "When it was taken back, if it was.", "zurückgenommen", nullable=True),
    _SPANS,
    Column("label", "str", "", "The statement or hedge as it should be, as JSON.", "Ergebnis", nullable=True),
    Column("found", "str", "", "What the last analysis found there, as JSON.", "gefunden", nullable=True),
)

_STANCES = tuple(
    Column(name, "int", "statements", f"Statements presented as {name}.", label)
    for name, label in (
        ("neutral", "neutral"),
        ("endorsing", "bestätigend"),
        ("distancing", "distanzierend"),
        ("denying", "abstreitend"),
        ("directive", "auffordernd"),
        ("announcing", "ankündigend"),
        ("judging", "wertend"),
    )
)
_COUNTED = (_N_STATEMENTS, _SHARE, _LOW, _HIGH, _SMALL, _FEW, _N_ARTICLES, _WORDS, _HEDGED, _HEDGED_FEW, *_STANCES)
BY_CATEGORY = (_CATEGORY, *_COUNTED)
_OTHER_TYPES = Column(
    "other_types", "str", "", "Further types of its statements, with numbers.", "auch als", nullable=True
)
BY_SOURCE = (_ENTITY, _COUNTRY, _INSTITUTION, _CATEGORY, _NAMING, _OTHER_TYPES, *_COUNTED)

MEASURES = (
    cases("n", "Cases in the cell.", "n"),
    cases("base", "Cases that the share or rate is of.", "Basis"),
    _SHARE,
    Column("rate", "float", "per 100 words", "Hedges per 100 words.", "je 100 Wörter", True),
    tone("mean", "Mean tone.", "mittlerer Ton"),
    Column("hedged", "bool", "", "With at least one hedge.", "abgeschwächt"),
    Column("label", "str", "", "negative, neutral or positive.", "Tonlage"),
    Column("speaker", "str", "", "author, or the category of who is quoted.", "Wer spricht"),
    Column("target", "str", "", "Whom the sentence names.", "über wen"),
    share("negative", "Sentences of negative tone.", "negativ"),
    share("positive", "Sentences of positive tone.", "positiv"),
    tone("balance", "Share of positive less share of negative sentences.", "Saldo"),
    tone("gap", "Own tone less base value.", "Abstand"),
    share("left", "Share in the first selection.", "links"),
    share("right", "Share in the second selection.", "rechts"),
    cases("left_n", "Cases in the first selection.", "n links"),
    cases("right_n", "Cases in the second selection.", "n rechts"),
    cases("left_base", "All cases of the first selection.", "Basis links"),
    cases("right_base", "All cases of the second selection.", "Basis rechts"),
    share("difference", "First share minus second share.", "Differenz"),
    _LOW,
    _HIGH,
    _SMALL,
    _FEW,
    Column("phrase", "str", "", "The most frequent form of an expression.", "Wendung"),
    Column("outlets", "int", "outlets", "Number of outlets.", "Medien"),
    Column("before", "str", "", "The sentence before the keyword.", "davor"),
    Column("keyword", "str", "", "The words looked for, as they stand.", "Ausdruck"),
    Column("after", "str", "", "The sentence after the keyword.", "danach"),
    Column("wording", "str", "", "How it is put.", "Wortlaut"),
    Column("core", "str", "", "The wording less the words that name speaker and cue.", "Kern"),
    Column("cues", "str", "", "The words that hedge, joined by a comma.", "Abschwächungen"),
    Column("rung", "str", "", "How certain it is made to sound, from denied to flat.", "Stufe"),
    Column("claim", "int", "", "Number of the claim, the most widely told first.", "Behauptung"),
    Column("headline", "str", "", "The headline, as it stands.", "Überschrift"),
    Column("body", "str", "", "The sentence of the body that says the same.", "Im Text"),
    Column("body_rung", "str", "", "How certain that sentence is made to sound.", "Stufe im Text"),
    Column("step", "int", "rungs", "Rungs that the headline stands above the body.", "Abstand"),
    Column("effective", "float", "sources", "Equal sources as diverse as these.", "wirksame Quellen", True),
)
"""The further columns that the frames of ``analysis.measures`` have beside those they group by."""

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    "statements": STATEMENTS,
    "hedges": HEDGES,
    "sentences": SENTENCES,
    "by_article": BY_ARTICLE,
    "by_outlet": BY_OUTLET,
    "by_category": BY_CATEGORY,
    "by_source": BY_SOURCE,
    "corrections": CORRECTIONS,
}


RESULTS = ("articles", "statements", "hedges", "sentences")
"""The tables of results, one row per thing found; the others sum them up."""


def names(table: str) -> list[str]:
    """The column names of a table, in order."""
    return [column.name for column in TABLES[table]]


def labels(table: str) -> dict[str, str]:
    """Column name to German label for one table."""
    return {column.name: column.label for column in TABLES[table]}


def label(name: str) -> str:
    """The German label of a column wherever it stands; the name itself where there is none."""
    everything = (column for group in (*TABLES.values(), MEASURES) for column in group)
    return next((column.label for column in everything if column.name == name), name)
