"""The descriptions and units of the column contract in German, by their English wording."""

GERMAN = {
    "Key of the article: a hash of its text and metadata.": "Schlüssel des Artikels: Prüfsumme von Text und Angaben.",
    "Name of the article in the input.": "Name des Artikels in der Eingabe.",
    "Headline as given or found in the text.": "Überschrift, wie angegeben oder im Text gefunden.",
    "The outlet that published the article.": "Das Medium, in dem der Artikel erschien.",
    "Date of publication, ISO 8601.": "Tag der Veröffentlichung, ISO 8601.",
    "Address of the article.": "Adresse des Artikels.",
    "Who wrote the article.": "Wer den Artikel geschrieben hat.",
    "News agencies that the article credits for its text.": "Nachrichtenagenturen, die der Artikel als Urheber nennt.",
    "Language of the text.": "Sprache des Textes.",
    "Number of words.": "Zahl der Wörter.",
    "Number of sentences.": "Zahl der Sätze.",
    "Number of statements.": "Zahl der Aussagen.",
    "Words inside statements, each once.": "Wörter in Aussagen, jedes einmal.",
    "How likely it is a hedge.": "Wie wahrscheinlich es eine Abschwächung ist.",
    "The features that spoke for it most, each with its weight.": (
        "Die Merkmale, die am meisten dafür sprachen, je mit Gewicht."
    ),
    "Number of hedges.": "Zahl der Abschwächungen.",
    "Of what there is too little behind the share: cases, articles, or nothing (empty).": (
        "Wovon hinter dem Anteil zu wenig steht: cases (Fälle), articles (Artikel) oder nichts (leer)."
    ),
    "Of what there is too little behind the shares of statements: cases, articles, or nothing (empty).": (
        "Wovon hinter den Anteilen an Aussagen zu wenig steht: cases (Fälle), articles (Artikel) oder nichts (leer)."
    ),
    "The same of the hedged share: cases, articles, or nothing (empty).": (
        "Dasselbe für den Anteil mit Abschwächung: cases (Fälle), articles (Artikel) oder nichts (leer)."
    ),
    "The same of the hedges per 100 words: cases, articles, or nothing (empty).": (
        "Dasselbe für die Abschwächungen je 100 Wörter: cases (Fälle), articles (Artikel) oder nichts (leer)."
    ),
    "The same of the tones, of the voice that has less: cases, articles, or nothing (empty).": (
        "Dasselbe für den Ton, nach der Stimme, die weniger hat: cases (Fälle), articles (Artikel) oder nichts (leer)."
    ),
    "Number of finite verbs.": "Zahl der finiten Verben.",
    "Finite verbs in Konjunktiv I or II.": "Finite Verben im Konjunktiv I oder II.",
    "Tone of the text by textblob-de.": "Ton des Textes nach textblob-de.",
    "Tone of the text, own value.": "Ton des Textes, eigener Wert.",
    "negative, neutral or positive, from the own value.": "negativ, neutral oder positiv nach dem eigenen Wert.",
    "Further columns of the input as a JSON object.": "Weitere Spalten der Eingabe als JSON-Objekt.",
    "The article that this one repeats, word for word or nearly.": (
        "Der Artikel, den dieser wörtlich oder fast wörtlich wiederholt."
    ),
    "The first article of the story, where more than one tells it.": (
        "Der erste Artikel der Geschichte, wo mehrere sie erzählen."
    ),
    "Number of the statement within its article.": "Nummer der Aussage in ihrem Artikel.",
    "direct, indirect, subjunctive, reported or free_indirect.": (
        "wörtlich, indirekt, fortgeführter Konjunktiv, berichtet oder erlebte Rede."
    ),
    "headline or body.": "Überschrift oder Text.",
    "Canonical name of the source; - where nobody is named.": (
        "Vereinheitlichter Name der Quelle; - wo niemand genannt ist."
    ),
    "Whom the source speaks for.": "Für welches Land die Quelle spricht.",
    "Kind of institution of the source.": "Art der Institution der Quelle.",
    "Roll-up of country and institution for charts.": "Zusammenfassung von Land und Institution für Bilder.",
    "named, role, unnamed or none.": "mit Namen, mit Funktion, anonym oder ohne Urheber.",
    "How far from a name: named, office (one person known by the role), member (somebody of a body or state), circle"
    " (people around one), kind (experts, witnesses), hidden (insiders, persons who stay unnamed) or nobody.": (
        "Wie fern vom Namen: mit Namen, durch das Amt bekannt, Angehörige einer Stelle oder eines Staates, Umfeld und"
        " Kreise, Art von Leuten (Experten, Zeugen), verborgen (Insider, Ungenannte) oder niemand."
    ),
    "The medium between source and article, if any.": "Das Medium zwischen Quelle und Artikel, falls es eins gibt.",
    "relay: it passed the statement on; told: the source spoke to it.": (
        "relay: Es gibt die Aussage weiter; told: Die Quelle hat es ihm gesagt."
    ),
    "Its country.": "Dessen Land.",
    "Its institution.": "Dessen Institution.",
    "Its category.": "Dessen Quellentyp.",
    "How sure the category of the source is.": "Wie sicher der Quellentyp ist.",
    "How the reporting verb presents the statement.": "Wie das redeeinleitende Verb die Aussage vorstellt.",
    "The source did not say it.": "Die Quelle hat das nicht gesagt.",
    "Number of hedges inside or around the statement.": "Zahl der Abschwächungen in der Aussage oder um sie.",
    "A finite verb of the quote stands in the subjunctive.": "Ein finites Verb des Wortlauts steht im Konjunktiv.",
    "The words that name the speaker.": "Die Wörter, die den Sprecher nennen.",
    "The words that report.": "Die Wörter, die berichten.",
    "The words reported.": "Die wiedergegebenen Wörter.",
    "The sentence or sentences around it, as they stand.": "Der Satz oder die Sätze darum, wie sie dastehen.",
    "First character in the article's text.": "Erstes Zeichen im Text des Artikels.",
    "One past the last character in the article's text.": "Eins nach dem letzten Zeichen im Text des Artikels.",
    "All spans as JSON [[start, end), …].": "Alle Stellen als JSON [[Beginn, Ende), …].",
    "Spans of the speaker, as JSON.": "Stellen des Sprechers, als JSON.",
    "Spans of the cue, as JSON.": "Stellen der Redeeinleitung, als JSON.",
    "Spans of the frame, as JSON.": "Stellen des Rahmens, als JSON.",
    "Spans of the addressee, as JSON.": "Stellen des Adressaten, als JSON.",
    "How sure the rule or model is.": "Wie sicher die Regel oder das Modell ist.",
    "The rule or model that found it.": "Die Regel oder das Modell, das es fand.",
    "machine as found, confirmed or corrected by hand, or added by hand.": (
        "Wie gefunden, von Hand bestätigt oder berichtigt, oder von Hand ergänzt."
    ),
    "Number of the hedge within its article.": "Nummer der Abschwächung in ihrem Artikel.",
    "The words that hedge.": "Die Wörter, die abschwächen.",
    "modal, adverb, evidential, hearsay, status or belief.": (
        "Modalverb, Adverb, Anschein, Hörensagen, Status oder Einschätzung."
    ),
    "Whose doubt it is: author or source.": "Wessen Zweifel es ist: der Redaktion oder der Quelle.",
    "The statement it stands in.": "Die Aussage, in der es steht.",
    "Category of that statement's source.": "Quellentyp dieser Aussage.",
    "Position of the sentence in its article, from 0.": "Stelle des Satzes im Artikel, ab 0.",
    "author, or quoted where a statement covers most of it.": "Redaktion; zitiert, wo eine Aussage das meiste deckt.",
    "The statement that covers it.": "Die Aussage, die ihn deckt.",
    "Tone, base value of textblob-de.": "Ton, Basiswert von textblob-de.",
    "Tone, own value.": "Ton, eigener Wert.",
    "Own value if event words scored too.": "Eigener Wert, wenn Ereigniswörter mitzählten.",
    "Words for war, crime, disaster or illness.": "Wörter für Krieg, Verbrechen, Unglück oder Krankheit.",
    "Persons, bodies and states it names, split by ; signs.": (
        "Personen, Einrichtungen und Staaten, die er nennt, durch ; getrennt."
    ),
    "Number of different sources, anonymous ones too; nobody is none.": (
        "Zahl verschiedener Quellen, auch anonymer, ohne „niemand genannt“."
    ),
    "Entropy of the sources; nobody is none.": "Entropie der Quellen; „niemand genannt“ zählt nicht.",
    "Further types of its statements, with numbers.": "Wie Aussagen der Quelle noch eingeordnet sind, mit ihrer Zahl.",
    "Hedges per 100 words; where statements are selected, of theirs.": (
        "Abschwächungen je 100 Wörter; sind Aussagen ausgewählt, je 100 Wörter von ihnen."
    ),
    "Statements of unnamed sources.": "Aussagen anonymer Quellen.",
    "Statements quoted word for word.": "Wörtlich wiedergegebene Aussagen.",
    "Statements that a source did not make.": "Aussagen, die eine Quelle nicht machte.",
    "Finite verbs in the subjunctive.": "Finite Verben im Konjunktiv.",
    "Mean own tone of the author's sentences.": "Mittlerer eigener Ton der Sätze der Redaktion.",
    "Mean own tone of quoted sentences.": "Mittlerer eigener Ton zitierter Sätze.",
    "Mean base value over all sentences.": "Mittlerer Basiswert aller Sätze.",
    "Number of articles.": "Zahl der Artikel.",
    "Share of the statements of the selection.": "Anteil an den Aussagen der Auswahl.",
    "Lower end of the 95 % interval, if any.": "Unteres Ende des 95-%-Intervalls, falls es eines gibt.",
    "Upper end of the 95 % interval, if any.": "Oberes Ende des 95-%-Intervalls, falls es eines gibt.",
    "Too little behind it to be read: fade it.": "Zu wenig, um etwas zu sagen: blass zu zeigen.",
    "Share of statements with a hedge.": "Anteil der Aussagen mit Abschwächung.",
    "Statements presented as neutral.": "Neutral vorgestellte Aussagen.",
    "Statements presented as endorsing.": "Bestätigend vorgestellte Aussagen.",
    "Statements presented as distancing.": "Distanzierend vorgestellte Aussagen.",
    "Statements presented as denying.": "Abstreitend vorgestellte Aussagen.",
    "Statements presented as directive.": "Auffordernd vorgestellte Aussagen.",
    "Statements presented as announcing.": "Ankündigend vorgestellte Aussagen.",
    "Statements presented as judging.": "Wertend vorgestellte Aussagen.",
    "Running number in the store.": "Laufende Nummer im Korpus.",
    "What it is about: statement or hedge.": "Worum es geht: Aussage oder Abschwächung.",
    "confirmed, corrected, added or rejected.": "bestätigt, berichtigt, ergänzt oder verworfen.",
    "standing; replaced by a newer one on the same place; undone; or gone: rejected, and no longer found anyway.": (
        "gilt; durch Neueres an derselben Stelle ersetzt; zurückgenommen; oder weg: verworfen und ohnehin nicht mehr"
        " gefunden."
    ),
    "The words that it is about.": "Die Wörter, um die es geht.",
    "What reads otherwise than found: column, value found, value given.": (
        "Was anders lautet als gefunden: Spalte, gefundener Wert, gesetzter Wert."
    ),
    "Who made it.": "Wer sie gemacht hat.",
    "What they noted.": "Was dazu angemerkt wurde.",
    "When it was made, ISO 8601.": "Wann sie gemacht wurde, ISO 8601.",
    "When it was taken back, if it was.": "Wann sie zurückgenommen wurde, falls sie es wurde.",
    "The statement or hedge as it should be, as JSON.": "Die Aussage oder Abschwächung, wie sie sein soll, als JSON.",
    "What the last analysis found there, as JSON.": "Was die letzte Auswertung dort fand, als JSON.",
    "Cases in the cell.": "Fälle in dieser Zeile.",
    "Cases that the share or rate is of.": "Fälle, auf die sich Anteil oder Rate beziehen.",
    "Mean tone.": "Mittlerer Ton.",
    "With at least one hedge.": "Mit mindestens einer Abschwächung.",
    "negative, neutral or positive.": "negativ, neutral oder positiv.",
    "author, or the category of who is quoted.": "Redaktion, oder der Quellentyp der Zitierten.",
    "Whom the sentence names.": "Wen der Satz nennt.",
    "Sentences of negative tone.": "Sätze mit negativem Ton.",
    "Sentences of positive tone.": "Sätze mit positivem Ton.",
    "Share of positive less share of negative sentences.": "Anteil der positiven minus Anteil der negativen Sätze.",
    "Own tone less base value.": "Eigener Ton minus Basiswert.",
    "Share in the first selection.": "Anteil in der ersten Auswahl.",
    "Share in the second selection.": "Anteil in der zweiten Auswahl.",
    "Cases in the first selection.": "Fälle in der ersten Auswahl.",
    "Cases in the second selection.": "Fälle in der zweiten Auswahl.",
    "All cases of the first selection.": "Alle Fälle der ersten Auswahl.",
    "All cases of the second selection.": "Alle Fälle der zweiten Auswahl.",
    "First share minus second share.": "Erster minus zweiter Anteil.",
    "The most frequent form of an expression.": "Die häufigste Form eines Ausdrucks.",
    "Number of outlets.": "Zahl der Medien.",
    "The sentence before the keyword.": "Der Satz vor dem Ausdruck.",
    "The words looked for, as they stand.": "Die gesuchten Wörter, wie sie dastehen.",
    "The sentence after the keyword.": "Der Satz nach dem Ausdruck.",
    "How it is put.": "Wie es formuliert ist.",
    "The wording less the words that name speaker and cue.": "Der Wortlaut ohne Sprecher und Redeeinleitung.",
    "The words that hedge, joined by a comma.": "Die Wörter, die abschwächen, durch Komma getrennt.",
    "How certain it is made to sound, from denied to flat.": (
        "Wie sicher es klingt, von abgestritten bis zur Tatsache ohne Quelle."
    ),
    "Number of the claim, the most widely told first.": "Nummer der Behauptung, die verbreitetste zuerst.",
    "The headline, as it stands.": "Die Überschrift, wie sie dasteht.",
    "The sentence of the body that says the same.": "Der Satz im Text, der dasselbe sagt.",
    "How certain that sentence is made to sound.": "Wie sicher dieser Satz klingt.",
    "Rungs that the headline stands above the body.": "Stufen, die die Überschrift über dem Text steht.",
    "Equal sources as diverse as these.": "Ebenso vielfältige, gleich häufige Quellen.",
    "as the value": "wie der Wert",
    "articles": "Artikel",
    "bits": "Bit",
    "characters": "Zeichen",
    "hedges": "Abschwächungen",
    "Hedges per 100 words.": "Abschwächungen je 100 Wörter.",
    "per 100 words": "je 100 Wörter",
    "outlets": "Medien",
    "proportion": "Anteil",
    "rungs": "Stufen",
    "sentences": "Sätze",
    "sources": "Quellen",
    "statements": "Aussagen",
    "statements or words": "Aussagen oder Wörter",
    "verbs": "Verben",
    "words": "Wörter",
}
"""Description or unit to its German."""
