"""Who a mention is, from its words alone: German mentions beside the source expected, default country DE."""

import pytest

from analysis.sources.mentions.rules import type_mention

KNOWN = """
das Weiße Haus | Weißes Haus | US | government | named
des Weißen Hauses | Weißes Haus | US | government | named
Downing Street | Downing Street | GB | government | named
Élysée-Palast | Élysée-Palast | FR | government | named
das Pentagon | Pentagon | US | government | named
dem State Department | US-Außenministerium | US | government | named
das Auswärtige Amt | Auswärtiges Amt | DE | government | named
des Auswärtigen Amts | Auswärtiges Amt | DE | government | named
die Bundesregierung | Bundesregierung | DE | government | named
das BMI | Bundesinnenministerium | DE | government | named
dem Robert Koch-Institut | Robert Koch-Institut | DE | government | named
das RKI | Robert Koch-Institut | DE | government | named
der Deutsche Wetterdienst | Deutscher Wetterdienst | DE | government | named
die BaFin | BaFin | DE | government | named
das Bundeskriminalamt | Bundeskriminalamt | DE | justice | named
der Bundesgerichtshof | Bundesgerichtshof | DE | justice | named
das Bundesverfassungsgericht | Bundesverfassungsgericht | DE | justice | named
der BND | Bundesnachrichtendienst | DE | intelligence | named
die CIA | CIA | US | intelligence | named
der Mossad | Mossad | IL | intelligence | named
das FBI | FBI | US | justice | named
die Bundeswehr | Bundeswehr | DE | military | named
die israelische Armee | israelische Armee | IL | military | named
der Bundestag | Bundestag | DE | parliament | named
die Knesset | Knesset | IL | parliament | named
die Staatsduma | Staatsduma | RU | parliament | named
die Vereinten Nationen | Vereinte Nationen | UN | igo | named
die UNO | Vereinte Nationen | UN | igo | named
den Vereinten Nationen | Vereinte Nationen | UN | igo | named
der UN-Sicherheitsrat | UN-Sicherheitsrat | UN | igo | named
die Internationale Atomenergiebehörde | IAEA | INT | igo | named
der Internationalen Atomenergiebehörde | IAEA | INT | igo | named
die Weltgesundheitsorganisation | WHO | UN | igo | named
die WHO | WHO | UN | igo | named
die EU-Kommission | EU-Kommission | EU | igo | named
der Europäischen Kommission | EU-Kommission | EU | igo | named
die Nato | NATO | NATO | igo | named
die OSZE | OSZE | INT | igo | named
der Internationale Währungsfonds | Internationaler Währungsfonds | INT | igo | named
das UN-Flüchtlingshilfswerk | UNHCR | UN | igo | named
Angaben des Roten Kreuzes | Rotes Kreuz | INT | ngo | named
das Internationale Komitee vom Roten Kreuz | Internationales Komitee vom Roten Kreuz | INT | ngo | named
der Internationale Strafgerichtshof | Internationaler Strafgerichtshof | INT | justice | named
die Nachrichtenagentur Xinhua | Xinhua | CN | state_media | named
TASS | TASS | RU | state_media | named
die staatliche Nachrichtenagentur KCNA | KCNA | KP | state_media | named
Press TV | Press TV | IR | state_media | named
die amtliche Agentur Sana | SANA | SY | state_media | named
die Agentur Interfax | Interfax | RU | news_agency | named
die Deutsche Presse-Agentur | dpa | DE | news_agency | named
der Nachrichtenagentur Reuters | Reuters | GB | news_agency | named
Yonhap | Yonhap | KR | news_agency | named
die BBC | BBC | GB | public_media | named
das ZDF | ZDF | DE | public_media | named
der Bayerische Rundfunk | BR | DE | public_media | named
der Deutschlandfunk | Deutschlandfunk | DE | public_media | named
die New York Times | New York Times | US | media | named
der New York Timse | New York Times | US | media | named
die Washingtn Post | Washington Post | US | media | named
die Süddeutsche Zeitung | Süddeutsche Zeitung | DE | media | named
der „Süddeutschen Zeitung“ | Süddeutsche Zeitung | DE | media | named
der Spiegel | Der Spiegel | DE | media | named
die Bild-Zeitung | Bild | DE | media | named
die Neue Zürcher Zeitung | Neue Zürcher Zeitung | CH | media | named
Le Monde | Le Monde | FR | media | named
die Hamas | Hamas | PS | armed_group | named
die Taliban | Taliban | AF | armed_group | named
die Hisbollah | Hisbollah | LB | armed_group | named
al-Qaida | al-Qaida | INT | armed_group | named
die SPD | SPD | DE | party | named
die Grünen | Bündnis 90/Die Grünen | DE | party | named
die CSU | CSU | DE | party | named
die FPÖ | FPÖ | AT | party | named
die SPD-Fraktion | SPD-Fraktion | DE | parliament | named
Amnesty International | Amnesty International | INT | ngo | named
Reporter ohne Grenzen | Reporter ohne Grenzen | INT | ngo | named
der ADAC | ADAC | DE | ngo | named
die IG Metall | IG Metall | DE | ngo | named
die Gewerkschaft der Polizei | Gewerkschaft der Polizei | DE | ngo | named
der Zentralrat der Juden | Zentralrat der Juden | DE | ngo | named
das Ifo-Institut | Ifo-Institut | DE | expert | named
die Stiftung Wissenschaft und Politik | Stiftung Wissenschaft und Politik | DE | expert | named
die Deutsche Bahn | Deutsche Bahn | DE | business | named
Volkswagen | Volkswagen | DE | business | named
der VW-Konzern | Volkswagen | DE | business | named
Gazprom | Gazprom | RU | business | named
der Nationale Sicherheitsrat | Nationaler Sicherheitsrat | US | government | named
"""

STATES = """
Moskau | Russland | RU | government | named
die USA | USA | US | government | named
die Vereinigten Staaten | USA | US | government | named
den Vereinigten Staaten | USA | US | government | named
Nordkorea | Nordkorea | KP | government | named
Pjöngjang | Nordkorea | KP | government | named
die DVRK | Nordkorea | KP | government | named
Peking | China | CN | government | named
die Türkei | Türkei | TR | government | named
der Iran | Iran | IR | government | named
Bayern | Bayern | DE | government | named
Neu-Delhi | Indien | IN | government | named
UNIFIL-Truppen | UNIFIL-Truppen | UN | igo | unnamed
der russische Auslandsgeheimdienst SWR | SWR | RU | intelligence | named
Bundesverkehrsministerin | Bundesverkehrsministerin | DE | government | role
Frank Ohm, Aufsichtsratsvorsitzender von Nordlicht | Frank Ohm | DE | business | named
die Chemikerin Ilse Brandt von der Universität Lyon | Ilse Brandt | FR | expert | named
Vera Kamp im Kölner Stadt-Anzeiger | Vera Kamp | DE | citizen | named
Großbritannien | Großbritannien | GB | government | named
die Elfenbeinküste | Elfenbeinküste | CI | government | named
die Regierung in Peking | chinesische Regierung | CN | government | named
die polnische Regierung | polnische Regierung | PL | government | named
der polnischen Regierung | polnische Regierung | PL | government | named
die Regierung Kenias | Regierung Kenias | KE | government | named
die bayerische Staatsregierung | bayerische Staatsregierung | DE | government | named
das peruanische Innenministerium | peruanisches Innenministerium | PE | government | named
des peruanischen Innenministeriums | peruanisches Innenministerium | PE | government | named
die schwedische Marine | schwedische Marine | SE | military | named
der griechische Geheimdienst | griechischer Geheimdienst | GR | intelligence | named
das kroatische Parlament | kroatisches Parlament | HR | parliament | named
der ukrainische Generalstab | ukrainischer Generalstab | UA | military | named
"""

PERSONS = """
Sergej Schoigu | Sergej Schoigu | RU | government | named
Sergei Shoigu | Sergej Schoigu | RU | government | named
Sergey Shoigu | Sergej Schoigu | RU | government | named
Schojgu | Sergej Schoigu | RU | government | named
Selenskyj | Wolodymyr Selenskyj | UA | government | named
Selenski | Wolodymyr Selenskyj | UA | government | named
Zelensky | Wolodymyr Selenskyj | UA | government | named
Wolodymyr Zelenskyy | Wolodymyr Selenskyj | UA | government | named
Lavrov | Sergej Lawrow | RU | government | named
Peskov | Dmitri Peskow | RU | government | named
Außenminister Lawrow | Sergej Lawrow | RU | government | named
Präsident Putin | Wladimir Putin | RU | government | named
Kanzlerin Merkel | Angela Merkel | DE | government | named
Bundeskanzlerin Angela Merkel (CDU) | Angela Merkel | DE | government | named
Kim Jong-un | Kim Jong Un | KP | government | named
Ban Ki-moon | Ban Ki Moon | UN | igo | named
Erdogan | Recep Tayyip Erdoğan | TR | government | named
Netanyahu | Benjamin Netanjahu | IL | government | named
US-Präsident Obama | Barack Obama | US | government | named
Papst Franziskus | Papst Franziskus | VA | ngo | named
Innensenator Holger Brandes | Holger Brandes | DE | government | named
der norwegische Ministerpräsident Lasse Haugen | Lasse Haugen | NO | government | named
Polizeisprecherin Ute Wegener | Ute Wegener | DE | justice | named
Oberstaatsanwalt Michael Kranz | Michael Kranz | DE | justice | named
die Richterin Sabine Lohmann | Sabine Lohmann | DE | justice | named
Feuerwehrsprecher Jens Adler | Jens Adler | DE | government | named
der CDU-Abgeordnete Martin Weller | Martin Weller | DE | parliament | named
die Linken-Abgeordnete Petra Kessler | Petra Kessler | DE | parliament | named
FDP-Generalsekretärin Nora Timm | Nora Timm | DE | party | named
Grünen-Chefin Klara Busch | Klara Busch | DE | party | named
General Robert Miles, Kommandeur der US-Truppen | Robert Miles | US | military | named
Laura Hayes, Sprecherin des Pentagon | Laura Hayes | US | government | named
Tom Reed, Sprecher des Nationalen Sicherheitsrats | Tom Reed | US | government | named
Kremlsprecher Anton Belkin | Anton Belkin | RU | government | named
US-Außenamtssprecherin Laura Hayes | Laura Hayes | US | government | named
der Sprecher des polnischen Grenzschutzes, Marek Nowak | Marek Nowak | PL | government | named
der Vorsitzende der IG Metall, Bernd Holm | Bernd Holm | DE | ngo | named
DGB-Chef Karl Renner | Karl Renner | DE | ngo | named
Greenpeace-Sprecherin Anna Vogt | Anna Vogt | INT | ngo | named
Peter Sand von Amnesty International | Peter Sand | INT | ngo | named
der Bischof von Trier, Stefan Ackerer | Stefan Ackerer | DE | ngo | named
die Virologin Helga Stein | Helga Stein | DE | expert | named
Professor Udo Kern | Udo Kern | DE | expert | named
Markus Hahn von der Universität Graz | Markus Hahn | AT | expert | named
der französische Historiker Luc Marchand | Luc Marchand | FR | expert | named
Siemens-Chef Lars Holtkamp | Lars Holtkamp | DE | business | named
Boeing-Sprecher Dave Lewis | Dave Lewis | US | business | named
WHO-Direktorin Maria Lopez | Maria Lopez | UN | igo | named
UN-Sprecher Robert Hall | Robert Hall | UN | igo | named
NATO-Sprecherin Julia Hansen | Julia Hansen | NATO | igo | named
EU-Kommissarin Anna Lindqvist | Anna Lindqvist | EU | igo | named
der Schauspieler Tom Berger | Tom Berger | DE | citizen | named
Bundestrainer Kai Lorenz | Kai Lorenz | DE | citizen | named
Angaben von Stefan Krug, einem Manager der Firma | Stefan Krug | DE | business | named
Bayerns Innenminister Georg Huber | Georg Huber | DE | government | named
die Bürgermeisterin von Lyon, Claire Petit | Claire Petit | FR | government | named
Kölns Oberbürgermeister Rolf Zander | Rolf Zander | DE | government | named
der iranische Botschafter Ali Karimi | Ali Karimi | IR | government | named
"""

ROLES = """
ein Kremlsprecher | Kreml | RU | government | role
der Kremlsprecher | Kreml | RU | government | role
ein Sprecher des Weißen Hauses | Weißes Haus | US | government | role
eine Sprecherin des Auswärtigen Amts | Auswärtiges Amt | DE | government | role
ein Polizeisprecher | Polizei | DE | justice | role
eine Sprecherin der Staatsanwaltschaft | Staatsanwaltschaft | DE | justice | role
ein Bahnsprecher | Deutsche Bahn | DE | business | role
ein Sprecher der Hamas | Hamas | PS | armed_group | role
der russische Verteidigungsminister | russischer Verteidigungsminister | RU | government | role
der US-Generalstabschef | US-Generalstabschef | US | military | role
der Bundeskanzler | Bundeskanzler | DE | government | role
der ungarische Ministerpräsident | ungarischer Ministerpräsident | HU | government | role
der CDU-Abgeordnete | CDU-Abgeordneter | DE | parliament | role
die Oberbürgermeisterin | Oberbürgermeisterin | DE | government | role
ein Vertreter der Vereinten Nationen | Vereinte Nationen | UN | igo | role
ein Reporter der BBC | BBC | GB | public_media | role
ein Korrespondent der Agentur Reuters | Reuters | GB | news_agency | role
der Richter | Richter | DE | justice | role
der Erzbischof von Köln | Erzbischof von Köln | DE | ngo | role
US-Beamte | US-Beamte | US | government | unnamed
den US-Beamten | US-Beamte | US | government | unnamed
ein hochrangiger US-Beamter | hochrangiger US-Beamter | US | government | unnamed
ein ukrainischer Regierungsvertreter | ukrainischer Regierungsvertreter | UA | government | unnamed
europäische Diplomaten | europäische Diplomaten | EU | government | unnamed
ein Diplomat | Diplomat | DE | government | unnamed
ein israelischer Offizier | israelischer Offizier | IL | military | unnamed
SPD-Politiker | SPD-Politiker | DE | party | unnamed
Politikern der FDP | FDP-Politiker | DE | party | unnamed
Abgeordnete der Linken | Abgeordnete der Linken | DE | parliament | unnamed
Experten | Experten | - | expert | unnamed
Analysten | Analysten | - | expert | unnamed
Beobachter | Beobachter | - | expert | unnamed
Wissenschaftlern | Wissenschaftler | - | expert | unnamed
Forscher der Universität Oslo | Forscher der Universität Oslo | NO | expert | unnamed
Kritiker | Kritiker | DE | unknown | unnamed
Augenzeugen | Augenzeugen | DE | citizen | unnamed
ein Augenzeuge | Augenzeuge | DE | citizen | unnamed
Anwohner | Anwohner | DE | citizen | unnamed
Demonstranten | Demonstranten | DE | citizen | unnamed
ein 34-jähriger Mann | 34-jähriger Mann | DE | citizen | unnamed
die Angehörigen | Angehörige | DE | citizen | unnamed
Rebellen | Rebellen | DE | armed_group | unnamed
syrische Rebellen | syrische Rebellen | SY | armed_group | unnamed
Umweltschützer | Umweltschützer | DE | ngo | unnamed
mit der Sache vertraute Personen | mit der Sache vertraute Personen | - | unknown | unnamed
Regierungskreisen | Regierungskreise | DE | government | unnamed
Unternehmenskreise | Unternehmenskreise | DE | business | unnamed
Diplomatenkreisen | Diplomatenkreise | DE | government | unnamed
Geheimdienstkreise | Geheimdienstkreise | DE | intelligence | unnamed
Insider | Insider | - | unknown | unnamed
"""

BODIES = """
die Polizei | Polizei | DE | justice | named
die Polizei Bremen | Polizei Bremen | DE | justice | named
die Mainzer Polizei | Polizei Mainz | DE | justice | named
die Münchner Feuerwehr | Feuerwehr München | DE | government | named
die Kieler Staatsanwaltschaft | Staatsanwaltschaft Kiel | DE | justice | named
die Staatsanwaltschaft Köln | Staatsanwaltschaft Köln | DE | justice | named
das Landgericht Hamburg | Landgericht Hamburg | DE | justice | named
das Oberverwaltungsgericht | Oberverwaltungsgericht | DE | justice | named
die spanische Polizei | spanische Polizei | ES | justice | named
eines chinesischen Gerichtes | chinesisches Gericht | CN | justice | unnamed
ein Gericht | Gericht | DE | justice | unnamed
die Behörden | Behörden | DE | government | unnamed
den kalifornischen Behörden | kalifornische Behörden | US | government | unnamed
lokale Medien | lokale Medien | DE | media | unnamed
chinesische Medien | chinesische Medien | CN | state_media | unnamed
italienische Medien | italienische Medien | IT | media | unnamed
nordkoreanische Staatsmedien | nordkoreanische Staatsmedien | KP | state_media | role
das iranische Staatsfernsehen | IRIB | IR | state_media | named
das syrische Staatsfernsehen | syrisches Staatsfernsehen | SY | state_media | named
die Opposition | Opposition | DE | parliament | role
die Gewerkschaften | Gewerkschaften | DE | ngo | unnamed
der Fußballverein | Fußballverein | DE | ngo | named
die Universität Bremen | Universität Bremen | DE | expert | named
die Müller Logistik GmbH | Müller Logistik GmbH | DE | business | named
die Nordwind AG | Nordwind AG | DE | business | named
das Unternehmen | Unternehmen | DE | business | named
der Verband der Schuhindustrie | Verband der Schuhindustrie | DE | business | named
die Zeitung The Daily Lantern | The Daily Lantern | DE | media | named
die Umweltorganisation Blue Rivers | Blue Rivers | DE | ngo | named
die Webseite inselpost.com | inselpost.com | DE | media | named
die Partei „Neue Mitte“ | Neue Mitte | DE | party | named
die Feuerwehr | Feuerwehr | DE | government | named
"""

BEHIND = """
Angaben der Polizei | Polizei | DE | justice | named
Polizeiangaben | Polizei | DE | justice | named
Angaben des Kreml | Kreml | RU | government | named
Behördenangaben | Behörden | DE | government | unnamed
Zeugenaussagen | Zeugen | DE | citizen | unnamed
einem Bericht der New York Times | New York Times | US | media | named
einem Bericht des Senders CNN | CNN | US | media | named
Informationen der Süddeutschen Zeitung | Süddeutsche Zeitung | DE | media | named
Einschätzung von Experten | Experten | - | expert | unnamed
Meinung politischer Beobachter | politische Beobachter | - | expert | unnamed
einer Mitteilung des Verteidigungsministeriums | Verteidigungsministerium | DE | government | named
einer Erklärung der EU-Kommission | EU-Kommission | EU | igo | named
einer Studie der Universität Bern | Universität Bern | CH | expert | named
einer Umfrage des Forsa-Instituts | Forsa | DE | expert | named
einer Umfrage | Umfrage | DE | expert | unnamed
Medienberichten | Medienberichte | - | media | unnamed
Presseberichte | Presseberichte | - | media | unnamed
Agenturberichten | Agenturberichte | - | news_agency | unnamed
israelischen Angaben | israelische Angaben | IL | government | unnamed
Ansicht von Angela Merkel | Angela Merkel | DE | government | named
Auffassung der Richter | Richter | DE | justice | role
"""

JOINT = """
Sowohl Nordkorea als auch China | Nordkorea + China | INT | government | named
Russland und China | Russland + China | INT | government | named
die USA, Kanada und Mexiko | USA + Kanada + Mexiko | INT | government | named
SPD und Grüne | SPD + Bündnis 90/Die Grünen | DE | party | named
Polizei und Staatsanwaltschaft | Polizei + Staatsanwaltschaft | DE | justice | named
EU-Kommission und Bundesregierung | EU-Kommission + Bundesregierung | INT | igo | named
Innenminister Karl Bauer und Justizministerin Eva Lenz | Karl Bauer + Eva Lenz | DE | government | named
Sonja und Willi Bogen | Sonja Bogen + Willi Bogen | DE | citizen | named
das Bau- und Verkehrsministerium | Bau- und Verkehrsministerium | DE | government | named
Angaben der BBC und des Guardian | BBC + The Guardian | GB | public_media | named
"""

UTTERED = """
behördlichen Angaben | behördliche Angaben | DE | government | unnamed
offiziellen Angaben | offizielle Angaben | DE | government | unnamed
polizeilichen Erkenntnissen | polizeiliche Erkenntnisse | DE | justice | unnamed
einer dpa-Meldung | dpa | DE | news_agency | named
dem taz-Bericht | taz | DE | media | named
einer Pressemitteilung von Greenpeace | Greenpeace | INT | ngo | named
einer Videobotschaft von Papst Franziskus | Papst Franziskus | VA | ngo | named
einer Pressekonferenz des Robert Koch-Instituts | Robert Koch-Institut | DE | government | named
dem Jahresbericht des Bundesrechnungshofs | Bundesrechnungshof | DE | government | named
Bewertung der Staatsanwaltschaft | Staatsanwaltschaft | DE | justice | named
Auskunft des Jugendamts | Jugendamt | DE | government | named
Einschätzung der Bundesbank | Bundesbank | DE | government | named
einem Eintrag des Ministers Karl Brand | Karl Brand | DE | government | named
dem Urteil des Landgerichts Bonn | Landgericht Bonn | DE | justice | named
Berechnungen des Ifo-Instituts | Ifo-Institut | DE | expert | named
Kremlangaben | Kreml | RU | government | named
Militärangaben | Militär | DE | military | named
Unternehmensangaben | Unternehmen | DE | business | named
Gewerkschaftsangaben | Gewerkschaft | DE | ngo | named
russischen Angaben | russische Angaben | RU | government | unnamed
türkischen Presseberichten | türkische Presseberichte | TR | media | unnamed
Zeitungsberichten | Zeitungsberichte | - | media | unnamed
Augenzeugenberichten | Augenzeugenberichte | DE | citizen | unnamed
der Meinung von Beobachtern | Beobachter | - | expert | unnamed
dem Bericht der Salzburger Nachrichten | Salzburger Nachrichten | AT | media | named
Angaben des Tierparks | Tierpark | DE | business | named
"""

SIDES = """
deutscher Seite | deutsche Seite | DE | government | unnamed
gewerkschaftlicher Seite | gewerkschaftliche Seite | DE | ngo | unnamed
diplomatischen Kreisen | diplomatische Kreise | DE | government | unnamed
Sicherheitskreisen | Sicherheitskreise | DE | government | unnamed
libanesische Sicherheitskreise | libanesische Sicherheitskreise | LB | government | unnamed
Parteikreisen | Parteikreise | DE | party | unnamed
Justizkreisen | Justizkreise | DE | justice | unnamed
75 Prozent der Befragten | 75 Prozent der Befragten | DE | citizen | unnamed
die Mehrheit der Abgeordneten | Mehrheit der Abgeordneten | DE | parliament | unnamed
drei Ärzte | Ärzte | - | expert | unnamed
verschiedene Verbände | Verbände | DE | ngo | unnamed
mehrere Anwälte | Anwälte | DE | citizen | unnamed
die Kardinäle | Kardinäle | DE | ngo | role
"""

PEOPLE = """
ein 54-jähriger Segelflieger | 54-jähriger Segelflieger | DE | citizen | unnamed
die 64-jährige Kanzlerin Angela Merkel | Angela Merkel | DE | government | named
der 71-jährige Putin | Wladimir Putin | RU | government | named
Oberst Udo Franke vom Landeskriminalamt | Udo Franke | DE | justice | named
Hauptmann Jim Sawyer von der US-Marineinfanterie | Jim Sawyer | US | military | named
Kriminalkommissarin Eva Trost | Eva Trost | DE | justice | named
Generalanwältin Sonia Prado | Sonia Prado | DE | justice | named
Verhandlungsführer Bernd Lose von der IG Metall | Bernd Lose | DE | ngo | named
der Vorsitzende des Mieterbunds, Rolf Kamm | Rolf Kamm | DE | ngo | named
Peter Reich, Direktor der Harbour Shipping Company | Peter Reich | DE | business | named
Jutta Weiß, Rektorin der Universität Kiel | Jutta Weiß | DE | expert | named
der Rechtsanwalt und CDU-Abgeordnete Heiner Busse | Heiner Busse | DE | parliament | named
Geschäftsführerin Petra Lang vom Kinderschutzbund | Petra Lang | DE | ngo | named
die Theologin Anna Reuter | Anna Reuter | DE | expert | named
der Verfassungsrechtler Udo Winkel | Udo Winkel | DE | expert | named
die Kriminologin Lena Hofer | Lena Hofer | DE | expert | named
der Immunologe Jan Pohlmann | Jan Pohlmann | DE | expert | named
der französische Vulkanologe Luc Perrin | Luc Perrin | FR | expert | named
die Gewerkschaftsvorsitzende Ina Zorn | Ina Zorn | DE | ngo | named
Vereinspräsident Olaf Reims | Olaf Reims | DE | ngo | named
SPD-Kanzlerkandidat Martin Roth | Martin Roth | DE | party | named
der Oppositionsführer Samuel Ibe | Samuel Ibe | DE | party | named
Wahlkampfmanager Tim Rolle | Tim Rolle | DE | party | named
Fraktionsvize Karin Speck | Karin Speck | DE | parliament | named
die Grünen-Landtagsabgeordnete Mia Thoma | Mia Thoma | DE | parliament | named
Franz-Josef Jung | Franz Josef Jung | DE | government | named
Jean Luc Mélenchon | Jean-Luc Mélenchon | FR | party | named
Stanislaw Tillich (CDU) | Stanislaw Tillich | DE | government | named
Silvana Koch-Mehrin | Silvana Koch-Mehrin | DE | parliament | named
Wladislaw Surkow | Wladislaw Surkow | RU | government | named
Cristina Kirchner | Cristina Fernández de Kirchner | AR | government | named
Emmanuel Macrons | Emmanuel Macron | FR | government | named
der Präsident Indonesiens, Susilo Bambang Yudhoyono | Susilo Bambang Yudhoyono | ID | government | named
Merkels Sprecher Udo Kranz | Udo Kranz | DE | government | named
Polizeihauptkommissar Jörg Nickel | Jörg Nickel | DE | justice | named
Bundestagsvizepräsidentin Petra Pau | Petra Pau | DE | parliament | named
der Ukraine-Beauftragte Kurt Wells | Kurt Wells | UA | government | named
Feuerwehrmann Ulf Brandes | Ulf Brandes | DE | government | named
der Gastronom Pino Russo | Pino Russo | DE | business | named
Filmkritikerin Ella Maas | Ella Maas | DE | media | named
der Blogger Ali Demir | Ali Demir | DE | media | named
"""

OFFICES = """
der Generalsekretär der Vereinten Nationen | Generalsekretär der Vereinten Nationen | UN | igo | role
der Regierungssprecher | Regierung | DE | government | role
ein Ministeriumssprecher | Ministerium | DE | government | role
die Vereinssprecherin | Vereinssprecherin | DE | ngo | role
der Präsident der Ärztekammer | Präsident der Ärztekammer | DE | business | role
der Direktor der indischen Raumfahrtagentur | Direktor der indischen Raumfahrtagentur | IN | government | role
der Chef der Rebellenarmee | Chef der Rebellenarmee | DE | military | role
der Intendant des Bayerischen Rundfunks | Intendant des Bayerischen Rundfunks | DE | public_media | role
ein Kommandeur der Taliban | Kommandeur der Taliban | AF | armed_group | role
der schwedische Botschafter | schwedischer Botschafter | SE | government | role
der Fraktionschef der Linken | Fraktionschef der Linken | DE | parliament | role
"""

NEW_BODIES = """
die Raumfahrtagentur | Raumfahrtagentur | DE | government | named
eine Werbeagentur | Werbeagentur | DE | business | unnamed
das Bundesministerium für Bildung und Forschung | Bundesbildungsministerium | DE | government | named
das Schweizer Bundesamt für Umwelt | Schweizer Bundesamt für Umwelt | CH | government | named
das Landesamt für Denkmalpflege | Landesamt für Denkmalpflege | DE | government | named
das Amtsgericht Köln | Amtsgericht Köln | DE | justice | named
das Polizeipräsidium Mittelfranken | Polizeipräsidium Mittelfranken | DE | justice | named
die Universität Complutense Madrid | Universität Complutense Madrid | ES | expert | named
die Hausverwaltung | Hausverwaltung | DE | business | named
die Reederei | Reederei | DE | business | named
das Restaurant | Restaurant | DE | business | named
die Zahnärztekammer | Zahnärztekammer | DE | business | named
die Bischofskonferenz | Deutsche Bischofskonferenz | DE | ngo | named
das Uniklinikum Kiel | Uniklinikum Kiel | DE | expert | named
die Expertenkommission | Expertenkommission | DE | expert | named
der Bundesrechnungshof | Bundesrechnungshof | DE | government | named
der Berliner Senat | Berliner Senat | DE | government | named
die Feuerwehr Hamburg | Feuerwehr Hamburg | DE | government | named
der Betreiber des Kraftwerks, der Energieversorger RWE | RWE | DE | business | named
die Nordische Holding | Nordische Holding | DE | business | named
die Blue Ocean Foundation | Blue Ocean Foundation | DE | ngo | named
die Kamuela Police | Kamuela Police | DE | justice | named
der Lakeside Herald | Lakeside Herald | DE | media | named
das Webportal seeblick.at | seeblick.at | AT | media | named
die Ostsee-Rundschau | Ostsee-Rundschau | DE | media | named
"""

KNOWN_MORE = """
das BAMF | Bundesamt für Migration und Flüchtlinge | DE | government | named
die IAEO | IAEA | INT | igo | named
der Internationale Gerichtshof | Internationaler Gerichtshof | UN | justice | named
das Rote Kreuz | Rotes Kreuz | INT | ngo | named
die Salzburger Nachrichten | Salzburger Nachrichten | AT | media | named
Ukrinform | Ukrinform | UA | state_media | named
Sputnik | Sputnik | RU | state_media | named
der Sender Al-Dschasira | Al-Dschasira | QA | state_media | named
die Agentur Anadolu | Anadolu | TR | state_media | named
die Volkszeitung | Volkszeitung | CN | state_media | named
das Wiener Wifo | Wifo | AT | expert | named
der Wiener Verfassungsgerichtshof | Wiener Verfassungsgerichtshof | AT | justice | named
die BVG | Berliner Verkehrsbetriebe | DE | business | named
WhatsApp | WhatsApp | US | business | named
die Heilsarmee | Heilsarmee | INT | ngo | named
der VfB Stuttgart | VfB Stuttgart | DE | ngo | named
die M23 | M23 | CD | armed_group | named
Fidesz | Fidesz | HU | party | named
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


TABLES = (KNOWN, STATES, PERSONS, ROLES, BODIES, BEHIND, JOINT,
          UTTERED, SIDES, PEOPLE, OFFICES, NEW_BODIES, KNOWN_MORE)  # fmt: skip
TABLE = rows("".join(table.lstrip() for table in TABLES))
COLUMNS = ("mention", "entity", "country", "institution", "naming")
OPEN = ["er", "sie", "ihrer Meinung nach", "eigenen Angaben zufolge", "man", "es", "Angaben", "ersten Hinweisen", ""]


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(TABLE) >= 400
    assert len({row[0] for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize(COLUMNS, TABLE, ids=[row[0] for row in TABLE])
def test_mention(mention: str, entity: str, country: str, institution: str, naming: str) -> None:
    source = type_mention(mention)
    assert source is not None
    assert (source.entity, source.country, source.institution, source.naming) == (entity, country, institution, naming)


@pytest.mark.parametrize("mention", OPEN)
def test_words_that_only_the_article_can_explain(mention: str) -> None:
    assert type_mention(mention) is None


@pytest.mark.parametrize(
    ("mention", "country"), [("die Polizei", "FR"), ("der Präsident", "ES"), ("das Parlament", "MX")]
)
def test_the_country_of_the_article_is_meant_where_none_is_named(mention: str, country: str) -> None:
    source = type_mention(mention, country)
    assert source is not None
    assert source.country == country
