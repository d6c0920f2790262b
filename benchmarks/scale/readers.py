"""Measures what reading large inputs costs, without any analysis: articles per second of a core, and memory.

``python -m benchmarks.scale.readers FOLDER [ARTICLES]`` writes so many articles (1,000,000) in each format to FOLDER,
reads them in a process of its own and prints a table. Rows of workbooks, members of archives and posts are a tenth as
many, pages of web archives a hundredth.
"""

import argparse
import csv
import gzip
import io
import json
import re
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from analysis.reading.files import read_paths

SENTENCE = "Erfundener Demotext Nummer {}: Die Behörde erklärte am Dienstag, die Brücke müsse gesperrt werden. "


def text(number: int) -> str:
    return "".join(SENTENCE.format(number + 7919 * part) for part in range(4))


def rows(many: int, first: int = 0) -> list[dict[str, str]]:
    numbers = range(first, first + many)
    return [{"id": f"a{n}", "outlet": f"Blatt {n % 60}", "published": "2026-11-24", "text": text(n)} for n in numbers]


def write_csv(path: Path, many: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["id", "outlet", "published", "text"])
        table.writeheader()
        for first in range(0, many, 10_000):
            table.writerows(rows(min(10_000, many - first), first))


def write_jsonl_gz(path: Path, many: int) -> None:
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as file:
        for first in range(0, many, 10_000):
            some = rows(min(10_000, many - first), first)
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in some)


def write_ndjson(path: Path, many: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for first in range(0, many, 10_000):
            some = rows(min(10_000, many - first), first)
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in some)


def write_xlsx(path: Path, many: int) -> None:
    """As Excel writes it: all texts in the table that the sheets share."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Artikel")
    sheet.write_row(0, 0, ["id", "outlet", "published", "text"])
    for number, row in enumerate(rows(many // 10), start=1):
        sheet.write_row(number, 0, list(row.values()))
    book.close()


def write_ods(path: Path, many: int) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = "".join(f' xmlns:{short}="{names}:{short}:1.0"' for short in ("office", "table", "text"))

    def written(cells: list[str]) -> str:
        cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
        return f"<table:table-row>{''.join(cell.format(escape(one)) for one in cells)}</table:table-row>"

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with archive.open("content.xml", "w", force_zip64=True) as file:
            file.write(f"<office:document-content{spaces}><office:body><office:spreadsheet>".encode())
            file.write(b'<table:table table:name="Artikel">' + written(["id", "outlet", "published", "text"]).encode())
            for first in range(0, many // 10, 1000):
                some = rows(min(1000, many // 10 - first), first)
                file.write("".join(written(list(row.values())) for row in some).encode())
            file.write(b"</table:table></office:spreadsheet></office:body></office:document-content>")


def write_parquet(path: Path, many: int) -> None:
    schema = pa.schema([(name, pa.string()) for name in ("id", "outlet", "published", "text")])
    with pq.ParquetWriter(path, schema) as writer:
        for first in range(0, many, 100_000):
            writer.write_table(pa.Table.from_pylist(rows(min(100_000, many - first), first), schema))


def write_zip(path: Path, many: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(many // 10):
            archive.writestr(f"{number % 100}/{number}.txt", text(number))


def write_tar_gz(path: Path, many: int) -> None:
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for number in range(many // 10):
            data = text(number).encode()
            info = tarfile.TarInfo(f"{number % 100}/{number}.txt")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def write_xml(path: Path, many: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Seeblog</title>')
        for number in range(many // 10):
            content = f"<content:encoded><![CDATA[<p>{text(number)}</p>]]></content:encoded>"
            file.write(f"<item><title>Titel {number}</title><link>https://b.example/{number}</link>{content}</item>\n")
        file.write("</channel></rss>")


def write_warc(path: Path, many: int) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(many // 100):
            page = f"<html><body><article><h1>Titel</h1><p>{text(number)}</p></article></body></html>".encode()
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            address = f"https://b.example/{number}"
            record = writer.create_warc_record(address, "response", payload=io.BytesIO(page), http_headers=head)
            writer.write_record(record)


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "rows.csv": write_csv, "rows.jsonl.gz": write_jsonl_gz, "rows.ndjson": write_ndjson, "rows.parquet": write_parquet,
    "rows.xlsx": write_xlsx, "rows.ods": write_ods, "files.zip": write_zip, "files.tar.gz": write_tar_gz,
    "posts.xml": write_xml, "pages.warc.gz": write_warc,
}  # fmt: skip


def read(path: Path) -> str:
    """The line of the table for one input."""
    start = time.process_time()
    before = peak()
    articles = sum(hasattr(item, "text") for item in read_paths([path]))
    took = time.process_time() - start
    size = path.stat().st_size >> 20
    return f"| {path.name} | {articles:,} | {size} MB | {articles / took:,.0f}/s | {before} MB | {peak()} MB |"


def peak() -> int:
    """The most memory that this process ever held, in MB (Linux)."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found.group(1)) >> 10 if found else 0


def main(folder: Path, many: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    print("| input | articles | size | rate | memory before | at most |\n|---|---|---|---|---|---|", flush=True)
    for name, write in WRITERS.items():
        if not (folder / name).exists():
            write(folder / name, many)
        subprocess.run([sys.executable, __file__, "--read", folder / name], check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--read", action="store_true", help="only read this one file, in this process")
    args = parser.parse_args()
    if args.read:
        print(read(args.folder), flush=True)
    else:
        main(args.folder, args.articles)
