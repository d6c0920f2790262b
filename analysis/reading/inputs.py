"""All that a run is given, article by article: files, folders and web addresses, in the order named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from analysis.model import Article
from analysis.reading.files import read_paths
from analysis.reading.formats import NO_COLUMNS
from analysis.reading.language_filter import only_german
from analysis.reading.raw.records import Unreadable
from analysis.reading.web.addresses import is_address, read_address
from analysis.reading.web.fetch import Fetcher


def read_inputs(
    inputs: Sequence[str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
) -> Iterator[Article | Unreadable]:
    """The articles of files, folders and web addresses; what is not German is reported and left out.

    ``outlet`` and ``published`` (ISO 8601) hold for every article, whatever is read from it. ``columns`` names the
    columns of tables and the fields of objects by hand, as field -> name.
    """
    for item in only_german(_read(inputs, columns)):
        if isinstance(item, Article) and (outlet or published):
            item = replace(item, outlet=outlet or item.outlet, published=published or item.published)
        yield item


def _read(inputs: Sequence[str], columns: Mapping[str, str]) -> Iterator[Article | Unreadable]:
    fetcher = Fetcher()
    for name in inputs:
        yield from read_address(name, fetcher) if is_address(name) else read_paths([Path(name)], columns=columns)
