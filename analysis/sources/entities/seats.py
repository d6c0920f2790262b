"""Towns that speak for a body seated there: "Karlsruhe" for the constitutional court, "Brüssel" for the EU."""

from analysis.model import Source
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.mentions.interpretation import listed

_SEATS = {
    "Karlsruhe": ("Bundesverfassungsgericht", "Bundesgerichtshof", "Bundesanwaltschaft", "Generalbundesanwalt"),
    "Brüssel": ("EU-Kommission", "Europäische Union", "EU", "NATO"), "Straßburg": ("Europäisches Parlament",),
    "Luxemburg": ("Europäischer Gerichtshof",), "Den Haag": ("Internationaler Strafgerichtshof",),
    "Leipzig": ("Bundesverwaltungsgericht",), "Erfurt": ("Bundesarbeitsgericht",), "Kassel": ("Bundessozialgericht",),
    "Lausanne": ("Bundesgericht",), "Frankfurt": ("Europäische Zentralbank",),
    "Wiesbaden": ("Statistisches Bundesamt", "Bundeskriminalamt"), "Nürnberg": ("Bundesagentur für Arbeit",),
}  # fmt: skip
"""Towns that stand for a body seated there; which one, the article tells by naming it."""
_USUALLY = {"Brüssel": ("EU", "Belgi"), "Karlsruhe": ("Bundesverfassungsgericht", "Karlsruher")}
"""Towns that stand for a body in most news, and the beginning of words that show the town or its state to be meant."""


def body_at(article: ArticleEntities, town: str) -> Source | None:
    """The body that its seat stands for, where the article names it: "Karlsruhe" for the constitutional court."""
    named = (article.find_body(name) for name in _SEATS.get(town, ()))
    index = next((index for index in named if index is not None), None)
    if index is not None:
        return article.source(article.entities[index])
    usual, own = _USUALLY.get(town, ("", ""))
    entry = load_lexicon().lookup(usual) if usual else None
    town_itself = any(form.startswith(own) for form in article.forms)
    return listed(entry) if entry is not None and not town_itself else None
