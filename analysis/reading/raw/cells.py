"""Cleans what programs leave behind in the cells of tables and the fields of objects; clean texts stay as they are."""

import html
import re
from functools import cache

_HIDDEN = "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\uffff"
_SUSPECT = re.compile(
    f"[<&\\\\\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200d\ufffd{_HIDDEN}]|_x00|Ã|Â|â€|√|├|\\[\\+\\d"
)
"""What a text must hold for a closer look; other texts are clean."""
_NOTHING = frozenset(
    (
        "-|--|–|—|?|.|\\n|nan|null|none|<na>|nat|n/a|#n/a|n.a.|#nv|k.a.|k. a.|keine angabe|nicht verfügbar|undefined|"
        "nil|(leer)|(null)|[null]|[]|{}|#name?|#ref!|#value!|#wert!|#bezug!|#div/0!|[removed]|[deleted]|[entfernt]|"
        "[paywall]|paywall|[no text]|[kein text]|kein text|no content|[object object]|not available|missing value|"
        "kein text vorhanden|text nicht verfügbar|volltext nicht verfügbar|nicht vorhanden|bezahlinhalt|"
        "full text not available"
    ).split("|")
)
_FEW_WORDS = r"\s?(?:[^\s\[\]<>(){}]{1,30}\s?){0,4}"
_REMARK = re.compile(rf"\[{_FEW_WORDS}\]|<{_FEW_WORDS}>|\({_FEW_WORDS}\)|\{{{_FEW_WORDS}\}}")
_TAG = re.compile(
    r"<(?:br|hr)\s*/?>|</(?:a|abbr|article|b|blockquote|cite|div|em|font|h[1-6]|i|li|ol|p|q|section|small|span|strong|"
    r"sub|sup|table|td|th|tr|u|ul)\s*>|<(?:p|div|span|img|a|h[1-6]|blockquote|font)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_EXCEL = re.compile(r"_x(000[0-9A-Fa-f]|001[0-9A-Fa-f]|005F)_")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_UNSEEN = re.compile(f"[{_HIDDEN}]|(?<=[^\\W\\d_])\u200d(?=[^\\W\\d_])")
"""Characters without a width; one that joins two pictures is left to them."""
_ESCAPED = re.compile(r"\\r\\n|\\n|\\r(?![a-zäöü])")
_ESCAPED_BREAK = re.compile(r"(?:\\r)?\\n(?:\\r)?\\n|(?<=[.!?…\"'“”«»‘’)\]])\s?(?:\\r)?\\n|\\n(?=\s?[A-ZÄÖÜ„»“\"‚])")
_ESCAPED_SIGN = re.compile(r"\\u([0-9a-fA-F]{4})")
_GARBLED = re.compile(
    "Ã[\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€|Â[\xa0-\xbf]|√[\xa0-\xff∂ºüƒ]|├[^ ]"
    "|[\x80-\x84\x86-\x9f]"
)
_CUT = re.compile(r"\s?\[\+(\d{1,7}) (?:chars|characters|Zeichen)\]\s*$")
_ROUNDS = 3
"""Times that entities of entities are decoded."""


def is_nothing(text: str) -> bool:
    """Whether a cell says only that nothing is in it, as ``NULL`` and ``n/a`` do."""
    plain = text.strip()
    return not plain or plain == "NA" or (len(plain) < 30 and plain.casefold() in _NOTHING)


def is_wordless(text: str) -> bool:
    """Whether a text holds no word at all, or only a remark of few words in brackets: "[nur für Abonnenten]"."""
    return is_nothing(text) or _REMARK.fullmatch(text.strip()) is not None or not any(map(str.isalpha, text))


def has_tags(text: str) -> bool:
    """Whether a text is written in HTML, by the tags that texts carry."""
    return "<" in text and _TAG.search(text) is not None


def is_clean(text: str) -> bool:
    """Whether nothing in a text calls for a closer look."""
    return _SUSPECT.search(text) is None


def repaired(text: str) -> tuple[str, list[str]]:
    """A text without the traces of wrong encodings, escapes and control characters, and what was done, as sentences.

    HTML is left to ``has_tags``; its entities are decoded here where they stand in a text without tags.
    """
    told: list[str] = []

    def note(new: str, sentence: str) -> str:
        if new != text:
            told.append(sentence)
        return new

    text = note(_ungarbled(text), "The text was garbled by a wrong encoding; it was repaired.")
    text = note(_unescaped(text), "Escapes in the text, such as a written \\n, were replaced by what they stand for.")
    text = note(_EXCEL.sub(_excel_sign, text), "Escapes of a spreadsheet in the text were replaced by line ends.")
    if "<![CDATA[" in text:
        text = text.replace("<![CDATA[", "").replace("]]>", "")
    if not has_tags(text):
        decoded = _decoded(text)
        # Of HTML that is written in entities, the tags are told and not the entities.
        text = decoded if has_tags(decoded) else note(decoded, "HTML entities in the text were decoded.")
    text = note(_CONTROL.sub("", text), "Control characters were taken out of the text.")
    text = note(_UNSEEN.sub("", text), "Characters without a width were taken out of the text.")
    if match := _CUT.search(text):
        told.append(f"The text is cut off by its source; {match[1]} characters are missing.")
        text = text[: match.start()]
    if "\ufffd" in text:
        told.append(f"The text holds {text.count(chr(0xFFFD))} characters that could not be decoded.")
    return text, told


def _ungarbled(text: str) -> str:
    """UTF-8 that was read as an 8-bit encoding; texts that do not show it are not touched."""
    if not _GARBLED.search(text):
        return text
    fixed = _fixer()(text)
    return fixed if fixed.count("\ufffd") <= text.count("\ufffd") else text


@cache
def _fixer():  # type: ignore[no-untyped-def]
    # Loading takes a tenth of a second, which clean inputs need not spend.
    import ftfy

    return ftfy.fix_encoding


def _unescaped(text: str) -> str:
    """Line ends and signs that are written as escapes; a text with line ends of its own means its backslashes."""
    if "\\" not in text:
        return text
    if len(_ESCAPED_SIGN.findall(text)) > 1 or _ESCAPED_SIGN.fullmatch(text.strip()):
        text = _ESCAPED_SIGN.sub(lambda match: chr(int(match[1], 16)), text)
    if "\n" in text.strip() or not _ESCAPED_BREAK.search(text):
        return text
    return _ESCAPED.sub("\n", text).replace('\\"', '"').replace("\\t", " ")


def _excel_sign(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    if code == 0x5F:
        return "_"
    after = match.string[match.end() : match.end() + 1]
    return "" if code == 0x0D and after in "\r\n" and after else "\n" if code in (0x0A, 0x0B, 0x0D) else " "


def _decoded(text: str) -> str:
    for _ in range(_ROUNDS):
        if "&" not in text or has_tags(text) or not _ENTITY.search(text):
            break
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text
