"""Branches of trade: an association that bears one in its name is one of firms ("Uhrenverband")."""

from collections.abc import Sequence

_TRADE = (
    "industrie", "handel", "händler", "wirtschaft", "gewerbe", "arbeitgeber", "unternehme", "hersteller", "handwerk",
    "banken", "sparkasse", "apotheke", "spediteur", "spedition", "brauer", "hotel", "gastwirt", "gaststätten",
    "gastronom", "makler", "versicher", "reeder", "uhren", "winzer", "weinbau", "weingüter", "bauernverb", "landwirte",
    "bauwirt", "bauindustrie", "flughafen", "luftfahrt", "flugges", "airline", "seilbahn", "bergbahn", "taxi",
    "fuhrunter", "reisebüro", "reiseveranst", "tourismus", "energie", "stadtwerke", "netzbetreiber", "stromversorg",
    "chemie", "pharma", "stahl", "maschinenbau", "anlagenbau", "autobauer", "automobil", "zulieferer", "holzwirt",
    "sägewerk", "papier", "zement", "zucker", "molkerei", "milch", "fleisch", "textil", "mode", "spielwaren", "verlage",
    "verleger", "buchhand", "werbe", "logistik", "transport", "güterkraft", "werften", "software", "digitalw",
    "telekommunikation", "immobilien", "wohnungsunt", "vermieter", "eigentümerverb", "leasing", "krankenhausges",
    "kassenverb", "krankenkassen", "kliniken", "pflegeanbieter", "privatschul", "friseur", "bäcker", "metzger",
    "fleischer", "schausteller", "anbauer", "erzeuger", "waldbesitzer", "grundbesitz", "gläubigerschutz",
    "wettbewerber", "bankenverb", "fonds", "aktien",
)  # fmt: skip


def trade_words(words: Sequence[str]) -> bool:
    """Whether a branch of trade stands among the words, so that an association is one of firms."""
    return any(part in word.lower() for word in words if word[:1].isupper() for part in _TRADE)
