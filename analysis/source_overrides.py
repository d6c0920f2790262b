"""The user's own list of sources: aliases, corrected entities and roll-ups, applied when results are read.

It is a CSV file with the columns ``name, entity, country, institution, category`` in the user's data folder. A row with
a name is about the source that the results call so: what its other cells hold replaces what was found, and the same
entity for several names merges them; cells left empty are then those of the row of that entity, if there is one. A row
without a name is a roll-up: every source with this country and this
institution (an empty cell means any) gets the category. Nothing is analysed again.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import platformdirs

from analysis.csv_form import decoded
from analysis.taxonomy import INSTITUTIONS

_COUNTRY = re.compile(r"[A-Z]{2}|NATO|INT|-")
_RISKY = re.compile(r"'*[=+\-@＝＋－＠](?s:.)+")
"""What a spreadsheet could take for a formula, and what stands for it in the file: one more apostrophe before it."""


@dataclass(frozen=True, slots=True)
class OwnSource:
    """One row of the list; "" leaves a thing as it was found."""

    name: str = ""
    entity: str = ""
    country: str = ""
    institution: str = ""
    category: str = ""

    @property
    def is_rollup(self) -> bool:
        """Whether the row is about every source of a country or institution."""
        return not self.name

    def fault(self) -> str:
        """What is wrong with the row, in German for the user; "" if nothing."""
        if self.country and not _COUNTRY.fullmatch(self.country):
            return f"„{self.country}“ ist kein Ländercode (zwei Buchstaben, EU, UN, NATO, INT oder -)"
        if self.institution and self.institution not in INSTITUTIONS:
            return f"„{self.institution}“ ist keine Institution ({', '.join(INSTITUTIONS)})"
        if self.is_rollup and not ((self.country or self.institution) and self.category):
            return "Ohne Namen braucht eine Zeile Land oder Institution und einen Quellentyp"
        if not self.is_rollup and not (self.entity or self.country or self.institution or self.category):
            return f"„{self.name}“: nichts zu ändern angegeben"
        return ""


COLUMNS = tuple(field.name for field in fields(OwnSource))


def own_list_path() -> Path:
    """Where the list lies: ``sources.csv`` in the user's data folder."""
    return Path(platformdirs.user_data_dir("quellenlage")) / "sources.csv"


def cleaned(rows: Iterable[dict[str, object]]) -> tuple[OwnSource, ...]:
    """Rows of a table as they came, with white space trimmed, missing cells empty and empty rows left out."""
    made = (OwnSource(*(" ".join(str(row.get(name) or "").split()) for name in COLUMNS)) for row in rows)
    return tuple(dict.fromkeys(row for row in made if any(astuple(row))))


def read_own_list(path: Path | None = None) -> tuple[OwnSource, ...]:
    """The rows of the list that have no fault; none where there is no file.

    A German spreadsheet saves it with semicolons, and some without UTF-8: both are read.
    """
    path = path or own_list_path()
    if not path.exists():
        return ()
    text = decoded(path.read_bytes())
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    # What stands beyond the last column comes under None.
    rows = ({name: _read(cell) for name, cell in row.items() if name} for row in lines)
    return tuple(row for row in cleaned(rows) if not row.fault())


def write_own_list(rows: Iterable[OwnSource], path: Path | None = None) -> None:
    """Keep these rows as the list; raises ``ValueError`` with the faults, and changes nothing, where one has any."""
    kept = tuple(rows)
    faults = [fault for row in kept if (fault := row.fault())]
    if faults:
        raise ValueError("; ".join(faults))
    path = path or own_list_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([_written(cell) for cell in astuple(row)] for row in kept)
    part.replace(path)


def settled(rows: Iterable[OwnSource], entity: str, country: str, institution: str) -> tuple[OwnSource, ...]:
    """The list with this country and institution for a source, under whichever names it was found."""
    kept = [_untyped(row) if _is_alias(row, entity) else row for row in rows]
    typed = {"country": country, "institution": institution}
    places = [place for place, row in enumerate(kept) if row.name.lower() == entity.lower()]
    for place in places:
        kept[place] = replace(kept[place], **typed)
    return tuple(row for row in [*kept, *[OwnSource(entity, **typed)] * (not places)] if not row.fault())


def unsettled(rows: Iterable[OwnSource], entity: str) -> tuple[OwnSource, ...]:
    """The list without a country and institution for a source; a row that says nothing else goes."""
    changed = (_untyped(row) if row.name.lower() == entity.lower() else row for row in rows)
    return tuple(row for row in changed if not row.fault())


def settlements(rows: Iterable[OwnSource]) -> tuple[OwnSource, ...]:
    """The rows that say both country and institution of a source."""
    return tuple(row for row in rows if row.name and row.country and row.institution)


def _is_alias(row: OwnSource, entity: str) -> bool:
    return row.entity.lower() == entity.lower() != row.name.lower()


def _untyped(row: OwnSource) -> OwnSource:
    return replace(row, country="", institution="")


def _written(cell: str) -> str:
    return f"'{cell}" if _RISKY.fullmatch(cell) else cell


def _read(cell: object) -> object:
    return cell[1:] if isinstance(cell, str) and cell.startswith("'") and _RISKY.fullmatch(cell) else cell
