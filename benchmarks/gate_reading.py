"""How fast every reader is, for the benchmark: articles and megabytes a second of one core, on invented articles.

Tables, archives and feeds hold some thousand short articles; downloads of databases fifty long ones; pages, documents
and books are single files read again and again. ``python -m benchmarks.scale.readers`` measures large files and memory.
"""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from analysis.model import Article
from analysis.reading.files import read_bytes
from benchmarks.scale.readers import WRITERS
from tests.reading import demo_formats
from tests.reading.downloads import layouts, layouts_factiva
from tests.reading.downloads.invented import invent
from tests.reading.downloads.render import as_page, as_rtf, as_text, as_word

Figures = dict[str, float]
_ROWS = 10_000
_ARTICLES = 50
_SECONDS = 0.3
"""How long a file is read again and again, so that the clock of the processor can tell."""


def speeds() -> Figures:
    """Articles and megabytes a second of every reader; the first reading, which loads libraries, is not counted."""
    figures: Figures = {}
    for name, file, data in _inputs():
        list(read_bytes(file, data))
        articles, times, begin = 0, 0, time.process_time()
        while (seconds := time.process_time() - begin) < _SECONDS:
            articles += sum(isinstance(item, Article) for item in read_bytes(file, data))
            times += 1
        figures[f"speed.reading.{name}.articles_per_second"] = articles / seconds
        figures[f"speed.reading.{name}.mb_per_second"] = times * len(data) / 1e6 / seconds
    return figures


def _inputs() -> Iterator[tuple[str, str, bytes]]:
    """Name of the reader, name of the file, and its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        for file, write in WRITERS.items():
            path = Path(folder, file)
            write(path, _ROWS)
            yield file.split(".", 1)[1], file, path.read_bytes()
    articles = invent(Random(1), _ARTICLES)
    kinds: dict[str, Callable[..., bytes]] = {"docx": as_word, "rtf": as_rtf, "txt": as_text, "html": as_page}
    for ending, write_as in kinds.items():
        yield f"nexis.{ending}", f"a.{ending}", write_as(layouts.nexis(Random(1), articles))
    yield "factiva.html", "a.html", layouts_factiva.factiva_page(Random(1), articles)
    yield "ris", "a.ris", layouts.ris(Random(1), articles)
    yield "txt", "a.txt", demo_formats.TEXT.encode()
    yield "page.html", "a.html", demo_formats.page().encode()
    yield "document.docx", "a.docx", demo_formats.docx()
    yield "document.odt", "a.odt", demo_formats.odt()
    yield "pdf", "a.pdf", demo_formats.article_pdf()
    yield "epub", "a.epub", demo_formats.epub()
    yield "json", "a.json", json.dumps([demo_formats.ROW] * 100).encode()
