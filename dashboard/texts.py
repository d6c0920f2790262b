"""The longer German texts of the pages."""

METHOD = """
Quellenlage zerlegt jeden Artikel in Sätze und Wörter, findet darin **Aussagen** (wer sagt was, mit welchem Wort
eingeleitet), ordnet jeder Aussage eine **Quelle** zu und zählt **Abschwächungen**, **Konjunktive** und **Ton**.
Alles geschieht auf diesem Rechner; kein Text verlässt ihn.

- **Aussage.** Wörtliche, indirekte und berichtete Rede, fortgeführter Konjunktiv, erlebte Rede. Regeln schlagen
  Aussagen vor; ein gelerntes Modell, das 700 von Hand ausgezeichnete Artikel kennt, verbessert sie, verwirft manche und
  findet weitere. Jede Aussage trägt die Regel, der sie entspricht („learned“, wo nur das Modell sie fand), und eine
  Sicherheit zwischen 0 und 1.
- **Quelle.** Wer spricht, für welches Land, in welcher Art von Institution, und wie der Artikel ihn nennt: mit Namen,
  mit Funktion, anonym oder gar nicht. Wer eine Aussage nur übermittelt („laut TASS“), steht getrennt davon.
- **Verweigert.** Aussagen, die eine Quelle gerade nicht gemacht hat („sagte nicht, wann …“), zählen mit, sind aber
  gekennzeichnet.
- **Wie sicher es klingt.** Drei getrennte Achsen: Abschwächungen (könnte, offenbar, soll … haben), die Haltung des
  redeeinleitenden Verbs (sagte, räumte ein, behauptete) und der Konjunktiv. Der Konjunktiv allein ist das
  Zeichen der indirekten Rede und gilt **nicht** als Zweifel. Ein einziger „Bias-Wert“ wird bewusst nicht gebildet.
- **Ton.** Je Satz ein Basiswert (textblob-de, unverändert) und ein eigener Wert: Wortlisten mit Verneinung und
  Verstärkung, dazu ein trainiertes Modell, das jedem Wort ein Gewicht gibt. Wörter, die ein Ereignis benennen
  (Krieg, Tote, Angriff), sind Thema, nicht Ton; sie werden getrennt gezählt. Zitierte Rede und Text der Redaktion
  werden nie vermischt.
- **Anteile** tragen ein 95-%-Intervall aus einem Bootstrap über Artikel, denn Sätze eines Artikels ähneln einander.
  Unter {small} Fällen wird blass gezeichnet, aber nie versteckt.
"""

ACCURACY = """
Gemessen an von Hand ausgezeichneten Texten. F1 verbindet Genauigkeit und Vollständigkeit (100 wäre fehlerfrei);
n ist die Zahl der Artikel oder Fälle des Goldstandards.
"""

RELIABILITY = """
Jede Aussage trägt eine Sicherheit zwischen 0 und 100 %. Das Bild zeigt an Artikeln, die beim Lernen nicht dabei
waren, wie oft Aussagen einer Sicherheit richtig sind. Liegt ein Punkt auf der gestrichelten Linie, stimmt die
Angabe; darüber ist sie zu vorsichtig, darunter zu kühn. Richtig heißt: Der Wortlaut deckt sich zur Hälfte oder mehr
mit einer von Hand ausgezeichneten Aussage.
"""
RELIABILITY_ALT = "Streudiagramm: angegebene Sicherheit der Aussagen gegen den Anteil der richtigen"

LIMITS = """
- Jede Zahl erbt die Fehler der Erkennung. Anteile ganzer Korpora sind robuster als der einzelne Treffer; prüfen Sie
  Einzelfälle am Satz, ein Klick führt hin.
- Die Regeln kennen Nachrichtensprache. In Kommentaren, Interviews im Frage-Antwort-Schema, Liveblogs und
  literarischen Texten finden sie weniger und irren öfter.
- Berichtete Rede ohne Redeverb und erlebte Rede werden nur zum Teil gefunden.
- Wer hinter „die Behörde“ oder „er“ steht, wird im Artikel erschlossen und kann falsch sein.
- Ironie erkennt das Verfahren nicht. Ton misst Wörter, keine Absichten.
- Unterschiede zwischen Medien sagen erst etwas, wenn sie über dieselben Ereignisse berichten.
"""

RELATIONS = (
    "Prozent der Aussagen in der Spalte. Was nicht zu den häufigsten gehört, steht unter „Übrige“; blass: zu wenige"
    " Aussagen. Ein Klick auf ein Feld zeigt jeden Satz dahinter."
)

CATEGORY_MEANS = {
    "us_officials": "Regierung, Militär und Geheimdienste der USA",
    "kremlin": "Regierung, Militär und Geheimdienste Russlands",
    "ukraine_officials": "Regierung, Militär und Geheimdienste der Ukraine",
    "german_government": "Bundes- und Landesregierungen, Bundeswehr, Dienste und Behörden in Deutschland",
    "other_government": "Regierung, Militär und Geheimdienste anderer Staaten",
    "politics": "Parteien, Abgeordnete und Parlamente aller Länder",
    "justice": "Polizei, Staatsanwaltschaften, Gerichte",
    "igo": "UN, EU, NATO und andere zwischenstaatliche Organisationen",
    "state_media": "Medien unter staatlicher redaktioneller Kontrolle (TASS, RT, Xinhua, KCNA …)",
    "media": "Zeitungen, Sender, Nachrichtenagenturen, öffentlich-rechtliche Medien",
    "ngo": "Verbände, Gewerkschaften, Kirchen, Vereine, Hilfsorganisationen",
    "expert": "Wissenschaft, Institute, Fachleute",
    "business": "Unternehmen und ihre Vertreter",
    "citizen": "Privatpersonen, Zeugen, Betroffene",
    "armed_group": "Milizen, Terrorgruppen, nichtstaatliche bewaffnete Gruppen",
    "unknown": "Niemand genannt oder nicht zu erkennen",
}

CERTAINTY = """
Drei Achsen, nie verrechnet: **Abschwächungen** (könnte, offenbar, soll … haben), die **Haltung** des redeeinleitenden
Worts (sagte, räumte ein, behauptete) und ob überhaupt eine **Quelle** genannt ist.
"""
LADDER = (
    "Sätze verschiedener Medien mit fast gleichen Wörtern, höchstens vier Tage auseinander; von der unsichersten zur"
    " sichersten Fassung. Ähnliche Wörter heißen nicht immer: dieselbe Behauptung."
)
HEADLINES = (
    "In {bolder} von {compared} Artikeln, deren Überschrift im Text wiederkehrt, klingt sie sicherer als der Satz"
    " darunter."
)
TOO_MANY = "Behauptungen und Überschriften werden bis {limit} Aussagen verglichen. Grenzen Sie die Auswahl links ein."
PROFILE = (
    "Jede Zelle: Anteil an allen Aussagen der Gruppe, darunter das 95-%-Intervall; beide Tafeln zusammen ergeben"
    " 100 %. n: Aussagen der Gruppe. Blass: weniger als {small} Aussagen. Ein Klick zeigt die Sätze."
)

TONE = """
Ton misst **wertende Wörter**, nicht Zustimmung und nicht Wahrheit. Drei Werte stehen nebeneinander: der **Basiswert**
ist textblob-de, wie es ausgeliefert wird; der **eigene Wert** lässt Ereigniswörter (Krieg, Tote, Erdbeben) weg, denn
das Thema ist nicht der Ton; der dritte zählt sie mit. **Saldo** heißt: Anteil positiver minus Anteil negativer Sätze.
"""

TONE_SMALL = """
Blass: weniger als {small} Sätze. Dann sagt ein Verfahren, das Wörter zählt, nichts über Unterschiede; um zwei Medien
mit zehn Punkten Abstand zu trennen, braucht es etwa 3.000 Sätze. Linien: 95-%-Intervall (Bootstrap über Artikel). Ein
Klick öffnet die Sätze. Vergleichen Sie Medien nur innerhalb eines Themas: Dafür gibt es oben „Nur Sätze über“.
"""

REVIEW_CHOOSE = (
    "Wählen Sie im Text eine Aussage oder Abschwächung (Klick, oder j und k), um sie zu bestätigen oder zu berichtigen."
    " Fehlt etwas, markieren Sie die Wörter mit der Maus."
)
REVIEW_NAME = "Ohne Namen oder Kürzel wird nichts gespeichert."
REVIEW_WORDS = (
    "Wörter, wie sie im Text stehen. Ein Auslassungszeichen … trennt Teile, zwischen denen etwas steht, das nicht"
    " dazugehört."
)
REVIEW_GONE = "Diese Stelle gibt es nicht mehr; der Artikel wurde inzwischen neu ausgewertet."

REVIEW = """
Was Menschen zu einer Stelle sagen, gilt überall statt des Gefundenen: in jedem Bild, jeder Tabelle, jedem Export. Es
bleibt gespeichert, auch wenn der Text neu ausgewertet wird, und lässt sich zurücknehmen. Wer nur Fehler berichtigt,
weiß noch nicht, wie oft das Verfahren irrt; dafür ist die Stichprobe da.
"""
SAMPLE = (
    "Jede Stelle hat eine feste Zufallszahl; vorgelegt wird immer die nächste. Was so geprüft ist, ist eine echte"
    " Zufallsstichprobe der links gewählten Medien und Tage, auch wenn anderswo nur Fehler berichtigt wurden."
)
SAMPLE_SMALL = "Geprüft: {n}. Ab {needed} Stellen werden hier um die Fehler berichtigte Anteile gezeigt."
SAMPLE_DONE = "Alles, was hier gefunden wurde, ist geprüft."
PRECISION = (
    "Geprüfte Stellen der Stichprobe nach dem gefundenen Wert. „Richtig“: vorhanden und mit diesem Wert; „vorhanden“:"
    " nicht verworfen. Intervall nach Wilson. Blass zu lesen: weniger als {small} Fälle."
)
CORRECTED = (
    "Gefundene Anteile und, was nach den Fehlern der Stichprobe davon zu halten ist: Jede gefundene Stelle zählt als"
    " das, was gleich gefundene Stellen in der Stichprobe wirklich waren (doppelte Stichprobe nach Tenenbein 1970,"
    " Intervall nach Bayes). Was das Verfahren übersieht, ist darin nicht enthalten."
)
AGREEMENT = (
    "Krippendorffs α: 1 heißt einig, 0 heißt wie zufällig. Ab 0,80 gilt eine Auszeichnung als verlässlich, ab 0,67 als"
    " vorläufig brauchbar. Gezählt werden alle Stellen, die beide Seiten für vorhanden halten. Wer berichtigt, sieht"
    " das Gefundene dabei vor sich; α gegen das Verfahren fällt darum eher zu hoch aus."
)
