"""Hedges: German sentences beside the cues to be found in them, and traps in which nothing may be found."""

import pytest

from analysis.certainty.hedges import find_hedges
from analysis.model import Document, Hedge, Section, Source, Statement
from tests.factories import tagged


def found(text: str) -> list[str]:
    return [f"{hedge.kind}:{hedge.cue}" for hedge in find_hedges(tagged(text), ())]


HEDGED = [
    # könnte, dürfte
    ("Der Streik könnte bis Freitag dauern.", "modal:könnte"),
    ("Experten zufolge könnten die Preise weiter steigen.", "modal:könnten"),
    ("Ob der Vertrag verlängert werden könnte, wird im Mai beraten.", "modal:könnte"),
    ("Der Hafen könnte schon bald überlastet sein.", "modal:könnte"),
    ("Damit könnte die Koalition ihre Mehrheit verlieren.", "modal:könnte"),
    ("Sollte der Regen anhalten, könnte der Damm brechen.", "modal:könnte"),
    ("Der Minister warnte, die Lage könnte sich verschlimmern.", "modal:könnte"),
    ("Das dürfte die Verhandlungen erschweren.", "modal:dürfte"),
    ("Die Kosten dürften bei zwei Millionen Euro liegen.", "modal:dürften"),
    ("Leicht dürfte das nicht werden.", "modal:dürfte"),
    ("Die Wahlbeteiligung dürfte kaum höher sein als zuvor.", "modal:dürfte"),
    ("Die kleineren Parteien dürften nur eine Nebenrolle spielen.", "modal:dürften"),
    ("Es kann sein, dass der Zug ausfällt.", "modal:kann sein"),
    # soll, will
    ("Der Mann soll zwei Kinder entführt haben.", "hearsay:soll … haben"),
    ("Bei dem Unfall sollen vier Menschen gestorben sein.", "hearsay:sollen … sein"),
    ("Das Dorf soll von Soldaten geplündert worden sein.", "hearsay:soll … worden sein"),
    ("Er soll Mitglied der Bande gewesen sein.", "hearsay:soll … gewesen sein"),
    ("Der Wächter, der den Alarm überhört haben soll, schweigt.", "hearsay:haben soll"),
    ("Sie soll dem Boten, der aus Ulm kam, das Geld übergeben haben.", "hearsay:soll … haben"),
    ("Unter den Toten soll sich auch ein Kind befinden.", "hearsay:soll … befinden"),
    ("Bei dem Fund soll es sich um Sprengstoff handeln.", "hearsay:soll … handeln"),
    ("Die Waffen sollen aus Beständen der Armee stammen.", "hearsay:sollen … stammen"),
    ("Ein defektes Kabel soll die Ursache des Brandes sein.", "hearsay:soll … sein"),
    ("Das Mittel soll gegen Pilze wirksam sein.", "hearsay:soll … sein"),
    ("Drei der Verletzten sollen Touristen sein.", "hearsay:sollen … sein"),
    ("Nach Angaben der Klinik soll er noch auf die Operation warten.", "hearsay:soll … warten"),
    ("Der Zeuge will nichts gesehen haben.", "hearsay:will … haben"),
    ("Der Händler will von dem Betrug nichts gewusst haben.", "hearsay:will … haben"),
    ("Er sollte an dem Überfall beteiligt gewesen sein.", "hearsay:sollte … gewesen sein"),
    # adverbs and adjectives of possibility
    ("Möglicherweise war der Fahrer eingeschlafen.", "adverb:Möglicherweise"),
    ("Der Absender ist womöglich ein Nachbar.", "adverb:womöglich"),
    ("Vielleicht kommt der Präsident selbst.", "adverb:Vielleicht"),
    ("Die Bank wird eventuell verkauft.", "adverb:eventuell"),
    ("Ursache war vermutlich ein Kurzschluss.", "adverb:vermutlich"),
    ("Die Polizei nahm den mutmaßlichen Haupttäter fest.", "adverb:mutmaßlichen"),
    ("Der Umbau dauert voraussichtlich drei Jahre.", "adverb:voraussichtlich"),
    ("Wahrscheinlich wird neu gewählt.", "adverb:Wahrscheinlich"),
    ("Eine rasche Einigung ist sehr unwahrscheinlich.", "adverb:unwahrscheinlich"),
    ("Mit hoher Wahrscheinlichkeit stammt das Bild aus Köln.", "adverb:Mit hoher Wahrscheinlichkeit"),
    ("Aller Voraussicht nach endet der Prozess im Mai.", "adverb:Aller Voraussicht nach"),
    ("Der Täter ist wohl ins Ausland geflohen.", "adverb:wohl"),
    ("Es war der wohl schwerste Sturm seit Jahren.", "adverb:wohl"),
    ("Das wird wohl kaum genügen.", "adverb:wohl kaum"),
    ("Die Partei berät über mögliche Bündnisse.", "adverb:mögliche"),
    ("Anleger fürchten sich vor einem möglichen Krieg.", "adverb:möglichen"),
    ("Möglich ist auch, dass die Fähre gar nicht ablegt.", "adverb:Möglich"),
    ("Es ist möglich, dass weitere Opfer unter den Trümmern liegen.", "adverb:möglich"),
    ("Denkbar ist ein Umzug nach Bonn.", "adverb:Denkbar"),
    ("Unter Umständen wird das Spiel verlegt.", "adverb:Unter Umständen"),
    ("Gegen den Trainer besteht dringender Tatverdacht.", "adverb:Tatverdacht"),
    ("Der Arzt steht im Verdacht, Rezepte gefälscht zu haben.", "adverb:im Verdacht"),
    ("Es besteht die Gefahr, dass der Deich bricht.", "adverb:Gefahr"),
    ("Die Wache nahm ihn wegen des Verdachts der Hehlerei fest.", "adverb:Verdachts"),
    ("Der Prüfer hegt den Verdacht, jemand habe Belege entfernt.", "adverb:Verdacht"),
    ("Sie kam mit dem Verdacht auf eine Vergiftung in die Klinik.", "adverb:Verdacht"),
    ("Die Wirtin hat den Koch im Verdacht.", "adverb:im Verdacht"),
    # evidentials
    ("Die Spuren deuten auf einen Einbruch.", "evidential:deuten auf"),
    ("Offenbar hatte niemand die Tür verschlossen.", "evidential:Offenbar"),
    ("Die Bremsen waren offensichtlich defekt.", "evidential:offensichtlich"),
    ("Anscheinend fehlte das Geld schon länger.", "evidential:Anscheinend"),
    ("Die Regierung scheint den Protest zu unterschätzen.", "evidential:scheint"),
    ("Die Vorräte schienen endlos zu reichen.", "evidential:schienen"),
    ("Allem Anschein nach war es ein Unfall.", "evidential:Allem Anschein nach"),
    ("Vieles deutet auf Brandstiftung hin.", "evidential:deutet auf … hin"),
    ("Erste Funde deuten darauf hin, dass das Schiff sank.", "evidential:deuten darauf hin"),
    # hearsay without a modal
    ("Der Kassierer war angeblich krank.", "hearsay:angeblich"),
    ("Das angebliche Opfer meldete sich nicht.", "hearsay:angebliche"),
    ("Dem Vernehmen nach tritt der Vorstand zurück.", "hearsay:Dem Vernehmen nach"),
    ("Es gibt Gerüchte über einen Verkauf.", "hearsay:Gerüchte"),
    ("Die vermeintliche Bombe war ein Wecker.", "hearsay:vermeintliche"),
    # status of the information
    ("Die Ursache des Brandes ist noch unklar.", "status:unklar"),
    ("Unklar blieb, wer die Rechnung bezahlt.", "status:Unklar"),
    ("Das Auto kam aus bislang ungeklärter Ursache von der Straße ab.", "status:ungeklärter"),
    ("Aus bisher unbekannten Gründen fiel der Strom aus.", "status:bisher unbekannten"),
    ("Ob sie antritt, ist fraglich.", "status:fraglich"),
    ("Der Ausgang bleibt ungewiss.", "status:ungewiss"),
    ("Wann die Brücke öffnet, steht noch nicht fest.", "status:steht … nicht fest"),
    ("Die Höhe des Schadens ist noch nicht bekannt.", "status:nicht bekannt"),
    ("Nach unbestätigten Berichten gab es Verletzte.", "status:unbestätigten"),
    ("Das Ministerium wollte die Zahlen nicht bestätigen.", "status:nicht bestätigen"),
    ("Die Meldung wurde bislang nicht bestätigt.", "status:nicht bestätigt"),
    ("Eine Bestätigung des Ministeriums steht noch aus.", "status:Bestätigung … steht noch aus"),
    ("Überprüfen ließ sich die Meldung zunächst nicht.", "status:Überprüfen ließ … nicht"),
    ("Bestätigt ist davon bisher nichts.", "status:Bestätigt … nichts"),
    ("Ein Anschlag ist nicht auszuschließen.", "status:nicht auszuschließen"),
    ("Die Firma schließt Entlassungen nicht aus.", "status:schließt … nicht aus"),
    ("Noch ist offen, ob der Plan gelingt.", "status:offen"),
    ("Die Angaben ließen sich nicht unabhängig überprüfen.", "status:nicht unabhängig überprüfen"),
    ("Warum die Pumpe ausfiel, war dem Wirt nicht klar.", "status:nicht klar"),
    ("Das Rennen um das Amt ist noch sehr offen.", "status:sehr offen"),
    ("Über den Käufer ist nichts Näheres bekannt.", "status:nichts Näheres bekannt"),
    ("Die Funde konnten nicht von Fachleuten bestätigt werden.", "status:nicht … bestätigt"),
    ("Eine Überprüfung der Listen war nicht möglich.", "status:Überprüfung … nicht möglich"),
    ("Die Wache will derzeit keine Ursache ausschließen.", "status:keine Ursache ausschließen"),
    # beliefs
    ("Der Verband schätzt den Schaden, der im Mai entstand, auf eine hohe Summe.", "belief:schätzt"),
    ("Die Züchter rechnen jedoch mit „kräftigen Einbußen“.", "belief:rechnen … mit"),
    ("Die Winzer erwarten eine gute Ernte und gaben bekannt, wann sie beginnt.", "belief:erwarten"),
    ("Er erwartet, dass der Verein bald in Not geraten wird.", "belief:erwartet"),
    ("Experten erwarten, dass der Preis sinkt.", "belief:erwarten"),
    ("Die Ermittler glauben, dass der Täter die Frau kannte.", "belief:glauben"),
    ("Er glaubt, sie habe gelogen.", "belief:glaubt"),
    ("Die Polizei vermutet ein Verbrechen.", "belief:vermutet"),
    ("Anwohner befürchten mehr Verkehr.", "belief:befürchten"),
    ("Das Institut rechnet mit einem Rückgang.", "belief:rechnet mit"),
    ("Damit hatte der Verein nicht allein gerechnet, so der Trainer.", ""),
    ("Die Behörde geht davon aus, dass alle überlebten.", "belief:geht davon aus"),
    ("Die Staatsanwaltschaft geht von einem Unfall aus.", "belief:geht von … aus"),
    ("Beobachter halten das Angebot für einen Bluff.", "belief:halten … für"),
    ("Der Chef hält es für möglich, dass Kunden abspringen.", "belief:hält … für adverb:möglich"),
    ("Der Verband schätzt, dass tausend Stellen fehlen.", "belief:schätzt"),
    ("Die Feuerwehr schätzt den Schaden auf 80.000 Euro.", "belief:schätzt"),
    ("Es wird erwartet, dass der Rat zustimmt.", "belief:erwartet"),
    ("Der Rat hält einen Rückzug für denkbar.", "belief:hält … für adverb:denkbar"),
    ("Zweifel äußerte auch der Gutachter.", "belief:Zweifel äußerte"),
    ("Die Anwältin glaubt nicht an einen Unfall.", "belief:glaubt nicht an"),
    ("Historiker bezweifeln die Echtheit der Urkunde.", "belief:bezweifeln"),
    ("Nach Einschätzung von Ärzten hilft das Mittel kaum.", "belief:Nach Einschätzung"),
    ("Die Opposition äußerte Zweifel an der Statistik.", "belief:äußerte Zweifel"),
    ("Medien spekulieren über einen Rücktritt.", "belief:spekulieren über"),
    ("Es gilt als ausgeschlossen, dass er wiederkehrt.", "belief:gilt als ausgeschlossen"),
    ("Der Ausbruch geht wohl auf einen Laborfehler zurück.", "adverb:wohl"),
    ("Vermutlich hat niemand den Brief gelesen.", "adverb:Vermutlich"),
    ("Das Schiff hat allem Anschein nach Öl verloren.", "evidential:allem Anschein nach"),
    ("Ob der Plan aufgeht, steht in den Sternen.", "status:in den Sternen"),
    ("Es bleibt abzuwarten, ob der Käufer zahlt.", "status:bleibt abzuwarten"),
    ("Dass er gelogen hat, konnte niemand bestätigen.", "status:niemand bestätigen"),
    ("Nach Schätzungen des Verbandes fehlen tausend Wohnungen.", "belief:Nach Schätzungen"),
    ("Sie halten eine Einigung für unwahrscheinlich.", "belief:halten … für adverb:unwahrscheinlich"),
    # more than one
    (
        "Es wird befürchtet, dass die Zahl der Opfer noch steigen könnte.",
        "belief:befürchtet modal:könnte",
    ),
    ("Der mutmaßliche Dieb soll geflohen sein.", "adverb:mutmaßliche hearsay:soll … sein"),
]

TRAPS = [
    # soll as plan, duty, purpose
    "Die Brücke soll im nächsten Jahr gebaut werden.",
    "Das Museum soll bis Mai fertiggestellt sein.",
    "Der Turm soll 80 Meter hoch werden.",
    "Die Steuer soll sinken.",
    "Alle Schüler sollen einen Laptop bekommen.",
    "Der Zaun soll Wölfe fernhalten.",
    "Der Vertrag, der morgen unterzeichnet werden soll, umfasst neun Seiten.",
    "Künftig sollen Anträge binnen einer Woche bearbeitet sein.",
    "Die Reform soll Kinder besser schützen.",
    "Der Vertrag soll ab Mai wirksam sein.",
    "Kinder darf man nicht vom Spiel ausschließen.",
    "Man hätte ihn früher warnen sollen.",
    "Sie sollte am Montag operiert werden.",
    "Sollte es regnen, fällt das Fest aus.",
    "Der Bürgermeister soll zurücktreten, verlangt die Opposition.",
    "Der neue Bahnhof soll ein Vorbild für andere Städte sein.",
    # könnte as ability, purpose, counterfactual, request
    "Das Gerät konnte repariert werden.",
    "Er sparte jahrelang, damit er reisen könnte.",
    "Wenn er hier wäre, könnte er helfen.",
    "Hätte sie mehr Zeit, könnte sie kommen.",
    "Könnten Sie bitte das Fenster schließen?",
    "Die Sprecherin sagte, die Helfer könnten das Dorf nicht erreichen.",
    "Er tat so, als könnte er fliegen.",
    "Sie lernte, wie sie sich wehren könnte.",
    "Die Besucher können mit dem Bus fahren.",
    "Der Minister kann den Vertrag kündigen.",
    "Sie muss morgen vor Gericht erscheinen.",
    "Die Gesellschafter könnten den Verkauf jederzeit verhindern.",
    "Sie fand keinen Grund, der den Eingriff rechtfertigen könnte.",
    "Sie schweigen nicht, weil sie nicht anders könnten.",
    # dürfen as permission
    "Hunde dürfen nicht in den Park.",
    "Die Schüler dürften nicht benachteiligt werden, sagte der Rektor.",
    "Niemand darf das Gelände betreten.",
    # würde, Konjunktiv I
    "Er sagte, das Gesetz würde nichts ändern.",
    "Sie sagte, der Vertrag sei unterschrieben.",
    "Der Sprecher erklärte, man habe alles geprüft.",
    "Die Zeugin berichtete, sie habe geschlafen.",
    "Die Firma teilte mit, sie werde das Werk schließen.",
    # will as intention
    "Der Kanzler will nach Paris reisen.",
    "Die Partei will den Antrag ablehnen.",
    "Bis 2030 will die Firma alle Schulden getilgt haben.",
    # wohl and Wohl
    "Das Wohl der Kinder steht an erster Stelle.",
    "Sowohl Ärzte als auch Pfleger streiken.",
    "Sie fühlt sich in Kassel sehr wohl.",
    "Er wusste sehr wohl, was er tat.",
    "Wohl oder übel nahm sie das Angebot an.",
    "Gleichwohl blieb der Saal leer.",
    "Zum Wohl aller wurde der Platz geräumt.",
    # möglich as ability, fixed phrases
    "Das Paket kommt so schnell wie möglich.",
    "Der Einlass ist ab zehn Uhr möglich.",
    "Eine Landung war nicht möglich.",
    "Es ist möglich, die Karten zurückzugeben.",
    "Das Programm ermöglicht kürzere Wege.",
    "Möglichst viele Bürger sollen mitreden.",
    "Er wählte die bestmögliche Lösung.",
    "Alle möglichen Leute kamen ins Zelt.",
    "Im Keller lag alles Mögliche herum.",
    "Der frühest mögliche Termin ist Dienstag.",
    "Es war unmöglich, die Tür zu öffnen.",
    # scheinen and look-alikes
    "Die Sonne scheint seit Tagen.",
    "Der Zug sprang aus den Schienen.",
    "Der Schein wurde an der Kasse geprüft.",
    "Das Buch erscheint im Herbst.",
    "Sie hat den Führerschein verloren.",
    # offenbaren, bekannt geben, offen
    "Der Bericht offenbart schwere Mängel.",
    "Einzelheiten gab das Amt nicht bekannt.",
    "Die Läden sind sonntags offen.",
    "Er sprach offen über seine Krankheit.",
    "Ein unbekannter Mann rief an.",
    "Der Sänger ist weitgehend unbekannt geblieben.",
    "Das Gericht hat den Verdacht gegen sie nicht bestätigt.",
    # belief verbs in other senses
    "Sie glaubt an Gott.",
    "Das Parlament nahm den Antrag an.",
    "Der Antrag wurde angenommen.",
    "Er hält eine Rede für die Jugend.",
    "Der Konzern hält 30 Prozent der Aktien.",
    "Der Zug hält in Fulda.",
    "Die Schüler rechnen im Heft.",
    "Autofahrer müssen mit Staus rechnen.",
    "Von der Anlage geht keine Gefahr aus.",
    "Der Film wurde mit Spannung erwartet.",
    "Das Ergebnis war besser als erwartet.",
    "Damit hatte niemand gerechnet.",
    "Sie schätzt seinen Humor.",
    "Im Zweifel entscheidet das Los.",
    "Daran besteht kein Zweifel.",
    "Ohne Zweifel war es ein Erfolg.",
    "Sie denkt an ihre Kinder.",
    "Die Regel gilt als Vorbild für andere Länder.",
    "Für die Bevölkerung bestehe keine Gefahr, sagte er.",
    "Die Trainerin erwartet, dass alle pünktlich erscheinen.",
    "Der Test bestätigte den Verdacht, es handele sich um Gift.",
    "Das Gericht sprach sie vom Verdacht der Untreue frei.",
    "Wer kann glauben, dass ein Kind das tut?",
    "Mit Hilfe wäre damals erst Tage später zu rechnen gewesen.",
    "Sollte er krank gewesen sein, gilt der Test nicht.",
    # the words of hedges in other senses
    "Die Zweifel waren nach der Probe ausgeräumt.",
    "Es besteht kein Verdacht, dass jemand die Leiter manipuliert hat.",
    "Der Verdacht hat sich nicht bestätigt.",
    "Die Ermittler gehen jedem Hinweis nach.",
    "Vom Ofen geht eine wohlige Wärme aus.",
    "Die Bank geht von Bord.",
    "Der Chor sang so gut wie möglich.",
    "Jede mögliche Hilfe ist willkommen.",
    "Nur so war eine Einigung möglich.",
    "Der Saal ist rechtlich nicht mehr möglich zu nutzen.",
    "Ein Umtausch ist innerhalb von zwei Wochen möglich.",
    "Der Zeuge gab seinen Namen bekannt.",
    "Der Wirt ist im ganzen Dorf bekannt.",
    "Das Urteil wurde in zweiter Instanz bestätigt.",
    "Der Minister bestätigte den Termin.",
    "Das Formular muss nicht vom Amt bestätigt werden.",
    "Die Sache ist klar.",
    "Der Kapitän stellte klar, dass er bleibt.",
    "Der Markt ist bis acht Uhr offen.",
    "Sie legte alle Zahlen offen.",
    "Der Rat schließt einen Vertrag mit der Firma.",
    "Der Spieler wurde für drei Spiele ausgeschlossen.",
    "Das Werk schließt im Herbst.",
    "Er deutet auf die Tür.",
    "Die Wahrsagerin deutet die Karten.",
    "Man schätzt ihn als Kollegen.",
    "Sie fürchtet sich vor Hunden.",
    "Er fürchtete um sein Leben.",
    "Sie können auf unsere Hilfe rechnen.",
    "Er dachte an den Sommer.",
    "Ihn erwartet ein Verfahren von der Bank.",
    "Das Kind glaubt an den Nikolaus.",
    "Die Anlage hält höchstens zehn Jahre.",
    "Wir halten uns an die Regeln.",
    "Der Mond scheint auf den See.",
    "Sein Name erscheint auf der Liste.",
    "Nach dem Gerücht fragte niemand mehr.",
    "Das Gesetz gilt als beschlossen.",
    "Die Gefahr ist gebannt.",
    # plain statements
    "Der Bundestag hat das Gesetz beschlossen.",
    "Laut Polizei wurden drei Menschen verletzt.",
    "Die Verletzten kamen in ein Krankenhaus.",
]


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
    ("Ott sagte, er sei angeblich krank.", "er sei angeblich krank", {}, "author"),
    ("„Er war angeblich krank“, sagte Ott.", "„Er war angeblich krank“", {"type": "direct"}, "source"),
    ("Es hieß, der Streik könnte enden.", "der Streik könnte enden", {"speaker": ()}, "author"),
    ("Ott glaubt, der Streik ende bald.", "der Streik ende bald", {}, "source"),
    ("Die Polizei vermutet ein Verbrechen.", "", {}, "source"),
    ("Es wird vermutet, dass er floh.", "", {}, "author"),
    ("Von Kritikern wird die Wirkung angezweifelt.", "", {}, "source"),
    ("Befürchtet wird der Ausbruch von Cholera.", "", {}, "author"),
    ("Man rechnet mit Regen.", "", {}, "author"),
    ("Nach Einschätzung der Ärzte genügt das.", "", {}, "source"),
]


@pytest.mark.parametrize(("text", "quote", "changes", "holder"), HOLDERS)
def test_tells_whose_doubt_it_is(text: str, quote: str, changes: dict[str, object], holder: str) -> None:
    statements = (statement(text, quote, **changes),) if quote else ()
    assert only(text, *statements).holder == holder


def test_named_source_counts_where_the_speaker_is_missing() -> None:
    text = "Der Streik könnte enden."
    kremlin = Source("Kreml", "RU", "government", "kremlin", "named")
    assert only(text, statement(text, text, speaker=(), source=kremlin)).holder == "source"


def test_a_headline_ends_where_its_line_ends() -> None:
    text = "Bote soll Pakete gestohlen haben\n\nDas Gericht vertagte sich."
    assert found(text) == ["hearsay:soll … haben"]


def test_gives_the_innermost_statement() -> None:
    text = "Ott sagte, Uhl halte es für klug und der Streik könnte enden."
    outer = statement(text, text[11:])
    inner = Statement("s2", "indirect", "body", ((text.index("der Streik"), len(text) - 1),), ((11, 14),))
    hedges = find_hedges(tagged(text), (outer, inner))
    assert [(h.cue, h.statement) for h in hedges] == [("halte … für", "s1"), ("könnte", "s2")]


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
