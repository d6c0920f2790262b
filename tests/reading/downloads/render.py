"""Writes a document of lines as text, Word, RTF or HTML file."""

import io
import textwrap
from collections.abc import Callable, Iterable
from html import escape
from typing import Literal, NamedTuple

import docx

from tests.reading.demo_formats import pdf

Kind = Literal["line", "para", "center", "gap", "page"]


class Block(NamedTuple):
    """A line or paragraph as a database prints it."""

    kind: Kind
    text: str = ""


GAP = Block("gap")


def line(text: str) -> Block:
    return Block("line", text)


def para(text: str) -> Block:
    return Block("para", text)


def center(text: str) -> Block:
    return Block("center", text)


def as_text(blocks: Iterable[Block], width: int | None = None, end: str = "\n") -> bytes:
    """A text file; with a width its lines are wrapped, and headings stand in the middle."""
    lines: list[str] = []
    for block in blocks:
        if block.kind in ("gap", "page"):
            lines.append("\f" if block.kind == "page" else "")
        elif width is None:
            lines.append(" " * 20 + block.text if block.kind == "center" else block.text)
        else:
            wrapped = textwrap.wrap(block.text, width, break_long_words=False, break_on_hyphens=False)
            lines += [row.center(width).rstrip() if block.kind == "center" else row for row in wrapped]
        if block.kind == "para":
            lines.append("")
    return end.join(lines).encode()


def as_wrapped(width: int) -> Callable[[Iterable[Block]], bytes]:
    return lambda blocks: as_text(blocks, width)


def as_windows(blocks: Iterable[Block]) -> bytes:
    return b"\xef\xbb\xbf" + as_text(blocks, None, "\r\n")


def as_word(blocks: Iterable[Block]) -> bytes:
    """A Word file: a paragraph for each line; its own title and day are those of its making."""
    document = docx.Document()
    document.core_properties.title = "Ergebnisliste"
    document.core_properties.author = "Recherchedienst"
    for block in blocks:
        if block.kind == "page":
            document.add_page_break()
        else:
            document.add_paragraph(block.text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_rtf(blocks: Iterable[Block]) -> bytes:
    """An RTF file as databases write it, umlauts by number and by byte."""
    parts = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\title Ergebnisliste}}"]
    for number, block in enumerate(blocks):
        by_byte = number % 2
        escaped = "".join(_rtf_sign(sign, by_byte == 1) for sign in block.text)
        parts.append(r"\page" if block.kind == "page" else rf"\pard {escaped}\par")
        if block.kind == "para":
            parts.append(r"\par")
    return "\n".join([*parts, "}"]).encode("ascii")


def _rtf_sign(sign: str, by_byte: bool) -> str:
    if sign in "\\{}":
        return "\\" + sign
    if ord(sign) < 128:
        return sign
    if by_byte and len(sign.encode("cp1252", "ignore")) == 1:
        return f"\\'{sign.encode('cp1252')[0]:02x}"
    return f"\\u{ord(sign)}?"


def as_pdf(blocks: Iterable[Block]) -> bytes:
    """A PDF file of wrapped lines, 45 to a page."""
    lines: list[tuple[int, str]] = []
    for block in blocks:
        lines += [(11, row) for row in textwrap.wrap(block.text, 88, break_on_hyphens=False)] or [(11, "")]
        lines += [(11, "")] if block.kind == "para" else []
    return pdf([lines[start : start + 45] for start in range(0, len(lines), 45)])


def as_page(blocks: Iterable[Block]) -> bytes:
    """An HTML page: a paragraph for each, lines divided by breaks."""
    parts = ['<html><head><meta charset="utf-8"><title>Ergebnisliste</title></head><body>']
    for block in blocks:
        if block.kind == "line":
            parts.append(f"<div>{escape(block.text)}</div>")
        elif block.kind == "gap":
            parts.append("<br>")
        elif block.text:
            parts.append(f"<p>{escape(block.text)}</p>")
    return "\n".join([*parts, "</body></html>"]).encode()
