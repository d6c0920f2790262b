"""Files are read in a process apart: what ends it, or takes too much of it, costs one item and nothing else."""

import io
import json
import os
import zipfile
from ast import literal_eval
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.model import Article
from analysis.reading.apart import limits, readers
from analysis.reading.apart.items import course, guarded
from analysis.reading.apart.limits import Limits
from analysis.reading.apart.messages import EndedError, of_reading, pack, reading_of, receive
from analysis.reading.failures import Failures
from analysis.reading.files import read_bytes, read_paths
from analysis.reading.formats import read_stream
from analysis.reading.preview import Preview, first_rows
from analysis.reading.raw import archives, bounded
from analysis.reading.raw.records import RefusedError, Unreadable
from tests.reading.demo_formats import packed

TEXT = "Der Rat sagte am Montag, der Steg sei gesperrt."
SLOW = "Reading it takes longer than is allowed."
MEMORY = "Reading it takes more memory than is allowed."


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Processes with little memory and time."""
    monkeypatch.setenv(limits.MEGABYTES, "300")
    monkeypatch.setenv(limits.SECONDS, "4")
    yield
    readers.close_idle()


def told(found: list[Article | Unreadable]) -> list[str]:
    return [item.id if isinstance(item, Article) else f"{item.file}: {item.reason}" for item in found]


def test_a_file_that_takes_too_much_memory_is_named_and_the_next_is_read(narrow: None) -> None:
    bomb = b"[" + b",".join([b"[]"] * 5_000_000) + b"]"
    assert told(list(read_bytes("a.json", bomb))) == [f"a.json: {MEMORY}"]
    assert told(list(read_bytes("b.txt", TEXT.encode()))) == ["b.txt"]


def endless_pdf() -> bytes:
    """A page that draws one line so often that it takes minutes."""
    content = b"BT /F1 9 Tf " + b"(Wort) Tj 1 0 Td " * 400_000 + b"ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    return (
        data
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (start)
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no limits of time")
def test_an_item_that_takes_too_long_is_named_and_those_around_it_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.SECONDS, "2")
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name, data in (("a.txt", TEXT.encode()), ("b.pdf", endless_pdf()), ("c.txt", TEXT.encode())):
            archive.writestr(name, data)
    found = told(list(read_bytes("a.zip", stored.getvalue())))
    readers.close_idle()
    assert found == ["a.zip/a.txt", f"a.zip/b.pdf: {SLOW}", "a.zip/c.txt"]


def test_a_process_that_was_ended_by_others_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    list(read_paths([tmp_path]))
    for reader in readers._idle:
        reader._process.kill()
        reader._process.wait()
    assert told(list(read_paths([tmp_path, tmp_path / "a.txt"]))) == ["a.txt", "a.txt"]


def test_readings_that_are_left_in_the_middle_leave_no_answers_behind(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
    begun = read_paths([tmp_path])
    assert told([next(begun), next(begun)]) == ["000.txt", "001.txt"]
    assert told(list(read_bytes("z.txt", TEXT.encode()))) == ["z.txt"]
    begun.close()  # type: ignore[attr-defined]
    assert told(list(read_paths([tmp_path]))) == [f"{number:03}.txt" for number in range(200)]


def test_a_preview_is_made_apart_too(narrow: None) -> None:
    shown = first_rows("a.csv", b"Beitrag;Jahr\nEin Satz.;2026\n")
    assert isinstance(shown, Preview)
    assert (shown.columns, shown.rows) == (("Beitrag", "Jahr"), (("Ein Satz.", "2026"),))
    bomb = first_rows("a.json", b"[" + b",".join([b"[]"] * 5_000_000) + b"]")
    assert isinstance(bomb, Unreadable)
    assert bomb.reason == MEMORY


@pytest.mark.parametrize("given_", ["0", "-3", "viel", "1.5"])
def test_a_setting_that_is_no_number_is_told(given_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.MEGABYTES, given_)
    with pytest.raises(ValueError, match="whole number above 0"):
        list(read_bytes("a.txt", b"Ja."))


def test_large_files_have_more_time() -> None:
    assert [Limits().of_size(size) for size in (0, 1 << 20, 10 << 20)] == [60, 60, 600]


@pytest.mark.parametrize(
    "reading",
    [
        Article("a", 'Er sagte: "Ja"\n\ud800', "Titel", None, "2026-01-01", extra={"x": "y"}, warnings=("Eins.",)),
        Unreadable("a.csv", "Grund.", 3),
        Unreadable("a\udcff.csv", "Grund."),
    ],
)
def test_messages(reading: Article | Unreadable) -> None:
    assert reading_of(receive(io.BytesIO(pack(of_reading(reading))), 1000)) == reading


@pytest.mark.parametrize("data", [b"", b"\x05", b"\x05\x00\x00\x00[", b"\x02\x00\x00\x00{}", b"\xff\xff\xff\xff[]"])
def test_what_is_no_message_is_an_end(data: bytes) -> None:
    with pytest.raises(EndedError):
        receive(io.BytesIO(data), 1000)


@pytest.mark.parametrize(
    "error", [KeyError("x"), MemoryError(), RecursionError(), RefusedError("Nein."), OSError(28, "voll")]
)
def test_whatever_fails_in_an_item_is_told_in_its_place(error: Exception) -> None:
    def read() -> Iterator[Article]:
        yield Article("a", "Ja.")
        raise error

    first, failure = guarded(0, "a.zip/b", read)
    assert isinstance(first, Article)
    assert isinstance(failure, Unreadable)
    assert failure.file == "a.zip/b"
    assert failure.reason.endswith(".")


def test_an_interruption_is_no_failure_of_an_item() -> None:
    def read() -> Iterator[Article]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(guarded(0, "a", read))


@given(st.recursive(st.none(), lambda inner: st.lists(inner, max_size=3), max_leaves=12), st.integers(0, 20))
def test_reading_goes_on_behind_any_item(tree: object, stop: int) -> None:
    """Items inside items: all before the one that ends the process, and all behind it, are read once."""
    places: list[tuple[int, ...]] = []

    def walk(node: object, place: tuple[int, ...]) -> Iterator[Article]:
        if not isinstance(node, list):
            yield Article(repr(place), "Ja.")
            return
        for number, one in enumerate(node):
            yield from guarded(number, "x", lambda one=one, number=number: walk(one, (*place, number)))  # type: ignore[misc]

    def run(after: tuple[int, ...]) -> list[str]:
        places.clear()
        with course(lambda place, where, left: places.append(place), Limits(), 1e6, after):
            return [one.id for one in walk(tree, ()) if isinstance(one, Article)]

    whole = run(())
    if not isinstance(tree, list) or not places:
        return
    ended = places[min(stop, len(places) - 1)]
    rest = run(ended)
    inside = [one for one in whole if literal_eval(one)[: len(ended)] == ended]
    before = [one for one in whole if literal_eval(one) < ended and one not in inside]
    assert rest == [one for one in whole if one not in inside and one not in before]


GOOD, BROKEN = "good", "broken"
ITEMS = st.lists(st.sampled_from([GOOD, BROKEN]), min_size=1, max_size=8)


def as_zip(kinds: list[str]) -> tuple[str, bytes]:
    return "a.zip", packed(
        {f"{n}.txt" if kind == GOOD else f"{n}.pdf": f"{TEXT} {n}".encode() for n, kind in enumerate(kinds)}
    )


def as_lines(kinds: list[str]) -> tuple[str, bytes]:
    good = [json.dumps({"text": f"{TEXT} {n}"}) if kind == GOOD else '{"text": ' for n, kind in enumerate(kinds)]
    return "a.jsonl", "\n".join(['{"text": "Der Rat sagte ja."}', *good]).encode()


def as_table(kinds: list[str]) -> tuple[str, bytes]:
    rows = [f"{n};{TEXT}" if kind == GOOD else f"{n};{TEXT};zu viel" for n, kind in enumerate(kinds)]
    return "a.csv", "\n".join(["id;text", "x;Der Rat sagte ja.", *rows, ""]).encode()


def as_feed(kinds: list[str]) -> tuple[str, bytes]:
    entries = "".join(
        f"<item><title>T{n}</title><description>{(TEXT + ' ') * 9 if kind == GOOD else ''}</description></item>"
        for n, kind in enumerate(kinds)
    )
    return "a.rss", f"<rss><channel>{entries}</channel></rss>".encode()


def as_web_archive(kinds: list[str]) -> tuple[str, bytes]:
    records = b""
    for n, kind in enumerate(kinds):
        page = f"<html><body><article><h1>Titel {n}</h1><p>{(TEXT + ' ') * 20}</p></article></body></html>"
        headers = "Content-Type: text/html" + ("\r\nContent-Encoding: gzip" if kind == BROKEN else "")
        body = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n{page if kind == GOOD else ''}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/{n}\r\nContent-Length: {len(body)}"
        )
        records += head.encode() + b"\r\n\r\n" + body + b"\r\n\r\n"
    return "a.warc", records


@pytest.mark.parametrize("container", [as_zip, as_lines, as_table, as_feed, as_web_archive])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kinds=ITEMS)
def test_every_item_is_read_or_told(container: Callable[[list[str]], tuple[str, bytes]], kinds: list[str]) -> None:
    name, data = container(kinds)
    found = list(read_stream(name, name, io.BytesIO(data)))
    extra = container in (as_lines, as_table)
    assert sum(isinstance(item, Article) for item in found) == kinds.count(GOOD) + extra
    assert sum(isinstance(item, Unreadable) for item in found) == kinds.count(BROKEN)
    assert [isinstance(item, Article) for item in found[extra:]] == [kind == GOOD for kind in kinds]


def page_with(head: str, url: str, header: str = "text/html") -> bytes:
    page = f"<html><head>{head}</head><body><article><h1>Titel</h1><p>{(TEXT + ' ') * 20}</p></article></body></html>"
    body = f"HTTP/1.1 200 OK\r\nContent-Type: {header}\r\n\r\n{page}".encode("latin-1")
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def test_one_bad_page_costs_no_other_of_a_web_archive() -> None:
    odd = '<script type="application/ld+json">{"@type": {"a": 1}, "headline": ["x", {}]}</script>'
    pages = [
        page_with("", "http://a.example/1"), page_with(odd, "http://a.example/2"),
        page_with("<title>Ü</title>", "http://a.example/3", "text/html; charset=ISO-8859-1; profile=news"),
        page_with("<title>Ü</title>", "http://a.example/4", "text/html; charset=iso-8859-999"),
        page_with("", "http://a.example/5"),
    ]  # fmt: skip
    found = list(read_stream("a.warc", "a.warc", io.BytesIO(b"".join(pages))))
    assert told(found) == [f"http://a.example/{n}" for n in range(1, 6)]


def test_a_whole_archive_has_one_budget_whatever_lies_inside_what(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_HARMLESS", 10_000)
    monkeypatch.setattr(archives, "_RATIO", 4)
    inner = {f"{n}.txt": b"Ja, sagte er. " * 500 for n in range(5)}
    deep = packed({f"{n}.zip": packed(inner) for n in range(5)} | {"gut.txt": TEXT.encode()})
    found = list(read_stream("a.zip", "a.zip", io.BytesIO(deep)))
    reasons = [item.reason for item in found if isinstance(item, Unreadable)]
    assert sum(isinstance(item, Article) for item in found) < 10
    assert reasons[0].startswith("It unpacks to more than 200 times its size")
    assert reasons[-1].startswith("Not read for the same reason: ")
    assert len(reasons) == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", b'{"id": "a", "text": "Ja."}\n{"text": "%s"}\n{"id": "b", "text": "Ja."}\n' % (b"x" * 3000)),
        ("a.csv", b"id,text\na,Ja.\nx,%s\nb,Ja.\n" % (b"x" * 3000)),
    ],
)
def test_a_line_beyond_all_measure_is_told_and_not_kept(
    name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded.bounded_lines, "__defaults__", (1000,))
    found = list(read_stream(name, name, io.BytesIO(data)))
    assert told(found) == ["a", f"{name}: {bounded.TOO_LONG}", "b"]


def test_a_name_of_a_tar_archive_that_claims_gigabytes_is_refused() -> None:
    import tarfile

    head = tarfile.TarInfo("x")
    head.type, head.size = tarfile.GNUTYPE_LONGNAME, 1 << 31
    (found,) = read_stream("a.tar", "a.tar", io.BytesIO(head.tobuf() + bytes(1 << 20)))
    assert isinstance(found, Unreadable)
    assert "stands before a file" in found.reason


def test_tags_and_attributes_beyond_all_measure() -> None:
    many = "<p " + " ".join(f"a{n}=''" for n in range(5000)) + ">Ja.</p>"
    (found,) = read_stream("a.html", "a.html", io.BytesIO(many.encode()))
    assert isinstance(found, Unreadable)
    assert "attributes" in found.reason
    (found,) = read_stream("a.html", "a.html", io.BytesIO(b"<b>a" * 400_000))
    assert isinstance(found, Unreadable)
    assert "tags" in found.reason


def test_a_picture_written_into_a_page_is_one_attribute() -> None:
    words = "M 1 2 " * 9000
    page = f"<html><body><article><h1>Titel</h1><img alt='{words}'><p>{(TEXT + ' ') * 20}</p></article></body></html>"
    (found,) = read_stream("a.html", "a.html", io.BytesIO(page.encode()))
    assert isinstance(found, Article)


def test_failures_of_any_number_are_kept() -> None:
    many = [Unreadable("a.jsonl", f"Grund {n}.", n) for n in range(2500)]
    kept = Failures(many[:700])
    kept += many[700:]
    assert (len(kept), list(kept), kept[-1], kept[1200]) == (2500, many, many[-1], many[1200])
    assert kept[990:1010] == many[990:1010]
    assert kept == many
    assert not Failures()
    both = iter(kept)
    assert [next(both) for _ in range(1500)] == many[:1500]
    kept.append(many[0])
    assert list(both) == [*many[1500:], many[0]]
