"""The pages in the order of the navigation, and where the script of each lies."""

PAGES = {
    "start": ("", "home"),
    "overview": ("ueberblick", "bar_chart"),
    "article": ("artikel", "article"),
    "sources": ("quellen", "record_voice_over"),
    "compare": ("vergleich", "compare_arrows"),
    "stories": ("geschichten", "auto_stories"),
    "certainty": ("gewissheit", "help_center"),
    "tone": ("ton", "thermostat"),
    "review": ("pruefung", "fact_check"),
    "words": ("woerter", "edit_note"),
    "data": ("daten", "upload_file"),
    "export": ("export", "download"),
    "method": ("methode", "menu_book"),
    "glossary": ("glossar", "dictionary"),
}
"""Each page with the path of its address, empty for the first one, and its icon."""
ASIDE = frozenset({"words"})
"""Pages that others link to: with them the navigation would be longer than a window is wide."""
_WITH_PARTS = frozenset({"certainty", "compare", "export", "sources", "start", "stories", "tone", "words"})


def script(page: str) -> str:
    """Where the script of a page lies, relative to the entry file; pages with parts of their own are folders."""
    return f"views/{page}/page.py" if page in _WITH_PARTS else f"views/{page}.py"
