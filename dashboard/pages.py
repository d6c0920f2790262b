"""The pages in the groups and the order of the navigation, and where the script of each lies."""

SECTIONS = {
    "": {"start": ("", "home")},
    "explore": {
        "overview": ("ueberblick", "bar_chart"),
        "sources": ("quellen", "record_voice_over"),
        "certainty": ("gewissheit", "help_center"),
        "tone": ("ton", "thermostat"),
    },
    "compare": {
        "compare": ("vergleich", "compare_arrows"),
        "stories": ("geschichten", "auto_stories"),
        "article": ("artikel", "article"),
    },
    "check": {
        "review": ("pruefung", "fact_check"),
        "method": ("methode", "menu_book"),
        "glossary": ("glossar", "dictionary"),
    },
    "data": {
        "data": ("daten", "upload_file"),
        "export": ("export", "download"),
        "words": ("woerter", "edit_note"),
    },
}
"""Each group, "" for what stands in front of all groups, with its pages: the path of the address, and the icon."""
PAGES = {name: place for pages in SECTIONS.values() for name, place in pages.items()}
"""Each page with the path of its address, empty for the first one, and its icon."""
SHOWN = "seite"
"""Where the session keeps the path of the page that is shown."""
_WITH_PARTS = frozenset({"certainty", "compare", "data", "export", "sources", "start", "stories", "tone", "words"})


def script(page: str) -> str:
    """Where the script of a page lies, relative to the entry file; pages with parts of their own are folders."""
    return f"views/{page}/page.py" if page in _WITH_PARTS else f"views/{page}.py"


def section(page: str) -> str:
    """The group in which a page stands."""
    return next(name for name, pages in SECTIONS.items() if page in pages)
