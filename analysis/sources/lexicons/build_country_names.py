"""Writes data/lexicons/country_names.tsv: what German, Austrian and Swiss usage calls every territory.

``python -m analysis.sources.lexicons.build_country_names`` with Babel installed (nothing needs it when the lists are
read). Babel carries the names of the Unicode CLDR.
"""

from babel import Locale, __version__

from analysis.resources import lexicon_path

_LOCALES = ("de", "de_AT", "de_CH")
_NO_TERRITORIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
_HEADER = f"""\
# Purpose: names of states and territories in German, beside those of countries.tsv; names separated by |.
# Source: Unicode CLDR by way of Babel {__version__}, locales {", ".join(_LOCALES)}; written by
# analysis/sources/lexicons/build_country_names.py.
# Licence: Unicode-3.0
"""


def main() -> None:
    """Write the list."""
    names: dict[str, dict[str, None]] = {}
    for locale in _LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            if len(code) == 2 and code not in _NO_TERRITORIES:
                names.setdefault(code, {})[name] = None
    rows = [f"{code}\t{'|'.join(found)}" for code, found in sorted(names.items())]
    text = "\n".join([_HEADER + "code\tnames", *rows, ""])
    lexicon_path("country_names").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
