"""What the last word of a name that no list holds tells about its bearer: "Nordwind AG", "Daily Lantern"."""

from collections.abc import Sequence

SITE_ENDINGS = (".com", ".de", ".org", ".net", ".at", ".ch", ".co.uk", ".info", ".eu", ".tv", ".fr")
_LAST_WORDS = {
    "business": "AG GmbH SE KG KGaA Inc. Inc Ltd. Ltd LLC Corp. Corp plc PLC SA S.A. SpA S.p.A. NV N.V. AB Oy ASA Group"
    " Company Corporation Industries Motors Airlines Airways Holding Bank Records Entertainment Systems Technologies"
    " Energy Pharmaceuticals Electronics Studios Software Games Partners Capital",
    "ngo": "e.V. Association Union Foundation Council Federation Society Club Verein Network Alliance Movement Trust"
    " League Church Stiftung Watch Initiative Confederation Campaign",
    "expert": "University Institute Universität College Hochschule Observatory Laboratory Hospital Academy Museum"
    " Université Universidad Università",
    "party": "Party Partei Partij Partido Parti",
    "media": "Post News Times Tribune Herald Zeitung Tageblatt Anzeiger Kurier Rundschau Nachrichten Blatt Magazin"
    " Gazette Journal Chronicle Guardian Observer Telegraph Mail Daily Shimbun Radio TV Tagblatt Merkur Presse Woche",
    "government": "Agency Authority Administration Ministry Department Commission Bureau",
    "justice": "Police Court",
}  # fmt: skip
_OF_LAST_WORD = {word: kind for kind, words in _LAST_WORDS.items() for word in words.split()}
_PAPER_ENDINGS = (
    "zeitung", "woche", "kurier", "anzeiger", "tageblatt", "tagblatt", "rundschau", "nachrichten", "journal", "bote",
    "merkur", "presse", "echo", "tagespost", "magazin", "-post", "-blatt", "-spiegel", "-stimme", "-bote", "volksblatt",
    "morgenpost", "landpost", "kreisblatt", "amtsblatt", "tagblatt", "wochenblatt",
)  # fmt: skip
_COUNTRY_OF_SITE = {".de": "DE", ".at": "AT", ".ch": "CH", ".co.uk": "GB", ".fr": "FR"}


def institution_of_name(name: str) -> str:
    """The institution that the last word of a name tells, "" if none."""
    last = name.split(" ")[-1]
    if last.endswith(SITE_ENDINGS) or last.casefold().endswith(_PAPER_ENDINGS):
        return "media"
    return _OF_LAST_WORD.get(last, "")


def institution_of_words(words: Sequence[str]) -> str:
    """The institution of the first word that ends a name: "… der Rabaul Shipping Company in Port Moresby"."""
    return next((_OF_LAST_WORD[word] for word in words if word in _OF_LAST_WORD), "")


def country_of_name(name: str) -> str:
    """The country that the name of a website or of a paper with a German title tells, "" if none."""
    last = name.split(" ")[-1]
    for ending, country in _COUNTRY_OF_SITE.items():
        if last.endswith(ending):
            return country
    return "DE" if last.casefold().endswith(_PAPER_ENDINGS[:8]) else ""
