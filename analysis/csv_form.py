"""The two ways in which CSV is written: comma and decimal point, or semicolon and decimal comma as Germans read it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CsvForm:
    """What stands between the cells of a row, and what between the whole and the parts of a number."""

    delimiter: str
    decimal: str


DECIMAL_POINT = CsvForm(",", ".")
"""What programs read, and spreadsheets in English."""
DECIMAL_COMMA = CsvForm(";", ",")
"""What spreadsheets in German open without being asked."""


def decoded(data: bytes) -> str:
    """The text of a file that people keep in a spreadsheet, which may save it without UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
