"""The longer texts of the pages under the names that the pages know them by, in the language spoken."""

from dashboard.i18n.language import Said, say

CATEGORY_MEANS = Said("category_means")


def __getattr__(name: str) -> str:
    """``texts.METHOD`` is the text ``text.method``."""
    if not name.isupper():
        raise AttributeError(name)
    return say(f"text.{name.lower()}")
