"""Every word and colour the pages share: German names for the taxonomy, and one colour per category.

Colours repeat what labels already say; no chart depends on them. They keep their distance from each other for
the common kinds of colour blindness as far as sixteen colours can, and stand on white and on dark grey alike.
"""

import re

CATEGORY = {
    "us_officials": "US-Regierung",
    "kremlin": "Kreml",
    "ukraine_officials": "Ukrainische Regierung",
    "german_government": "Bundesregierung & Behörden",
    "other_government": "Andere Regierungen",
    "politics": "Parteien & Parlamente",
    "justice": "Polizei & Justiz",
    "igo": "Internationale Organisationen",
    "state_media": "Staatsmedien",
    "media": "Medien & Agenturen",
    "ngo": "Verbände, Kirchen, NGOs",
    "expert": "Fachleute",
    "business": "Unternehmen",
    "citizen": "Privatpersonen",
    "armed_group": "Bewaffnete Gruppen",
    "unknown": "Nicht erkennbar",
}

CATEGORY_COLOUR = {
    "us_officials": "#1F77B4",
    "kremlin": "#D55E00",
    "ukraine_officials": "#C9A400",
    "german_government": "#6B6B6B",
    "other_government": "#4FA8D8",
    "politics": "#7A5195",
    "justice": "#3E7C86",
    "igo": "#009E73",
    "state_media": "#B0303A",
    "media": "#C667A0",
    "ngo": "#7BA05B",
    "expert": "#9A7430",
    "business": "#5A6FB5",
    "citizen": "#E08A2E",
    "armed_group": "#8B4A4A",
    "unknown": "#A3A3A3",
}

TYPE = {
    "direct": "wörtlich („…“)",
    "indirect": "indirekt (dass, laut)",
    "subjunctive": "Konjunktiv, fortgeführt",
    "reported": "berichtet",
    "free_indirect": "erlebte Rede",
}

NAMING = {
    "named": "mit Namen",
    "role": "mit Funktion",
    "unnamed": "anonym",
    "none": "ohne Urheber",
}

ANONYMITY = {
    "named": "mit Namen",
    "office": "durch das Amt bekannt",
    "member": "Angehörige einer Stelle („US-Beamte“)",
    "circle": "Umfeld und Kreise",
    "kind": "Art von Leuten („Experten“)",
    "hidden": "verborgen („Insider“)",
    "nobody": "niemand",
}

STANCE = {
    "neutral": "neutral (sagte)",
    "endorsing": "bestätigend (räumte ein)",
    "distancing": "distanzierend (behauptete)",
    "denying": "abstreitend (dementierte)",
    "directive": "auffordernd (forderte)",
    "announcing": "ankündigend (kündigte an)",
    "judging": "wertend (kritisierte)",
}

HEDGE_CLASS = {
    "modal": "Modalverb (könnte)",
    "adverb": "Adverb (möglicherweise)",
    "evidential": "Anschein (offenbar)",
    "hearsay": "Hörensagen (soll … haben)",
    "status": "Status (nicht bestätigt)",
    "belief": "Einschätzung (vermutet)",
}

HEDGE_LETTER = {"modal": "Mo", "adverb": "Ad", "evidential": "An", "hearsay": "Hö", "status": "St", "belief": "Ei"}
"""What stands beside a hedge in the article, so that its class is told without colour."""

RUNG = {
    "denied": "abgestritten",
    "rumour": "Hörensagen oder ohne Urheber",
    "distanced": "mit Distanz (behauptete)",
    "possible": "abgeschwächt (könnte)",
    "attributed": "mit Quelle (sagte)",
    "endorsed": "bestätigt (räumte ein)",
    "flat": "als Tatsache, ohne Quelle",
}

LAYER = {"booster": "Verstärker (zweifellos)", "approximator": "Näherung (rund)"}
HOLDER = {"author": "Redaktion", "source": "Quelle"}
VOICE = {"author": "Text der Redaktion", "quoted": "Zitierte Rede"}
SPEAKER = CATEGORY | {"author": VOICE["author"]}
TONE = {"negative": "negativ", "neutral": "neutral", "positive": "positiv"}
ORIGIN = {
    "machine": "gefunden",
    "confirmed": "von Hand bestätigt",
    "corrected": "von Hand berichtigt",
    "added": "von Hand ergänzt",
}
KIND = {"statement": "Aussage", "hedge": "Abschwächung"}
VERDICT = {
    "confirmed": "bestätigt",
    "corrected": "berichtigt",
    "added": "ergänzt",
    "rejected": "verworfen",
}
STATE = {
    "standing": "gilt",
    "replaced": "durch Neueres ersetzt",
    "undone": "zurückgenommen",
    "gone": "wird nicht mehr gefunden",
}
SECTION = {"headline": "Überschrift", "body": "Text"}

INSTITUTION = {
    "government": "Regierung",
    "military": "Militär",
    "intelligence": "Geheimdienst",
    "parliament": "Parlament",
    "party": "Partei",
    "justice": "Polizei & Justiz",
    "igo": "Internationale Organisation",
    "state_media": "Staatsmedium",
    "public_media": "Öffentlich-rechtliches Medium",
    "news_agency": "Nachrichtenagentur",
    "media": "Medium",
    "ngo": "Verband, Kirche, NGO",
    "expert": "Fachleute",
    "business": "Unternehmen",
    "citizen": "Privatperson",
    "armed_group": "Bewaffnete Gruppe",
    "unknown": "nicht erkennbar",
}

VALUES = {
    "category": CATEGORY,
    "via_category": CATEGORY,
    "type": TYPE,
    "naming": NAMING,
    "anonymity": ANONYMITY,
    "stance": STANCE,
    "class": HEDGE_CLASS,
    "holder": HOLDER,
    "rung": RUNG,
    "body_rung": RUNG,
    "voice": VOICE,
    "tone_label": TONE,
    "textblob_label": TONE,
    "speaker": SPEAKER,
    "section": SECTION,
    "origin": ORIGIN,
    "kind": KIND,
    "verdict": VERDICT,
    "state": STATE,
    "institution": INSTITUTION,
    "via_institution": INSTITUTION,
}
"""Column name to its value labels."""


def say(column: str, value: str) -> str:
    """The German label of a value of a column; the value itself where there is none."""
    return VALUES.get(column, {}).get(value, value)


def plain(text: str) -> str:
    """Text from an article or a file that Markdown shows as it stands: no links, pictures or formulas."""
    return re.sub(r"([\\`*_\[\]<>$~#|])", r"\\\1", text)


def percent(value: float) -> str:
    """A proportion as German whole percent."""
    return f"{100 * value:.0f} %"


def span(low: float, high: float) -> str:
    """An interval of proportions in whole percent, without the sign; empty where there is none."""
    return "" if low != low or high != high else f"{100 * low:.0f}–{100 * high:.0f}"


def number(value: float, digits: int = 0) -> str:
    """A number with German thousands and decimal marks."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.-", ".,−"))


def points(value: float) -> str:
    """A difference of proportions as signed German percentage points."""
    return f"{100 * value:+.0f} Punkte".replace("-", "−")


TONE_NOTE = (
    "Ton misst wertende Wörter, nicht Zustimmung. Der Basiswert ist textblob-de, wie es ausgeliefert wird; der eigene"
    " Wert lässt Ereigniswörter (Krieg, Tote, Angriff) weg. Kleine Unterschiede sagen wenig;"
    " blass sind Werte aus weniger als 300 Sätzen."
)


def day(value: str) -> str:
    """An ISO date as a German one."""
    year, month, date = value[:10].split("-")
    return f"{int(date)}.{int(month)}.{year}"


NAME_OF_COLUMN = {
    "name": "Name im Text",
    "entity": "zählt als",
    "country": "Land",
    "institution": "Institution",
    "category": "Quellentyp",
}
"""What the columns of the user's own list of sources are called."""

TABLE = {
    "articles": "Artikel",
    "statements": "Aussagen",
    "hedges": "Abschwächungen",
    "sentences": "Sätze",
    "by_article": "je Artikel",
    "by_outlet": "je Medium",
    "by_category": "je Quellentyp",
    "by_source": "je Quelle",
    "corrections": "Berichtigungen",
}
