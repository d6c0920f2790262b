"""Who says what in German-language news, how certain it is made to sound, and in which tone.

    import quellenlage

    result = quellenlage.analyse("Die Lage sei ernst, sagte der Minister.")
    quellenlage.frames([result])["statements"]

All that stands in ``__all__`` is the public interface; what ``analysis`` and ``dashboard`` hold beside it may change
with any version. Importing this module loads nothing: each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.model import (
        Article,
        ArticleResult,
        Document,
        Hedge,
        SentenceTone,
        Source,
        Statement,
        Subjunctive,
        TextTone,
        Via,
    )
    from analysis.reading.files import Unreadable
    from analysis.storage.store import Store
    from analysis.tables.columns import TABLES
    from analysis.tables.fields import Column
    from analysis.tables.frames import frames
    from quellenlage.api import analyse, read

    __version__: str

__all__ = [
    "TABLES",
    "Article",
    "ArticleResult",
    "Column",
    "Document",
    "Hedge",
    "SentenceTone",
    "Source",
    "Statement",
    "Store",
    "Subjunctive",
    "TextTone",
    "Unreadable",
    "Via",
    "__version__",
    "analyse",
    "frames",
    "read",
]

_HOMES = {
    "analysis.model": (
        "Article",
        "ArticleResult",
        "Document",
        "Hedge",
        "SentenceTone",
        "Source",
        "Statement",
        "Subjunctive",
        "TextTone",
        "Via",
    ),
    "analysis.reading.files": ("Unreadable",),
    "analysis.storage.store": ("Store",),
    "analysis.tables.columns": ("TABLES",),
    "analysis.tables.fields": ("Column",),
    "analysis.tables.frames": ("frames",),
    "quellenlage.api": ("analyse", "read"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """The public name ``name``, loaded now and kept."""
    value: object
    if name == "__version__":
        value = import_module("analysis.fingerprint").package_version()
    elif name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
