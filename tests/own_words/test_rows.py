"""The own list of words as a file: read, written, refused with row and reason."""

from pathlib import Path

import pytest

from analysis.csv_form import DECIMAL_COMMA, DECIMAL_POINT, CsvForm
from analysis.own_words.active import NO_WORDS, OwnWords, active, per_list, using
from analysis.own_words.file import (
    OwnWordsError,
    Read,
    as_csv,
    own_words_path,
    parsed,
    read_own_words,
    with_row,
    without_row,
    write_own_words,
)
from analysis.own_words.rows import MOST, OwnWord

ROWS = (
    OwnWord("hedge", "add", "nach Lage der Dinge", "adverb"),
    OwnWord("hedge", "remove", "rule:soll-perfect"),
    OwnWord("stance", "add", "räumt ein", "neutral"),
    OwnWord("event", "add", "Flut"),
    OwnWord("tone", "add", "schmählich", "-0,75"),
)


def test_the_list_lies_in_the_data_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert tmp_path in own_words_path().parents


def test_what_is_written_is_read_again_and_opens_in_german_excel(tmp_path: Path) -> None:
    path = tmp_path / "x" / "words.csv"
    write_own_words(ROWS, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbflist;action;word;value\r\n")
    assert "tone;add;schmählich;-0,75" in data.decode()
    assert read_own_words(path) == OwnWords(ROWS)
    assert read_own_words(path).file == "words.csv"


def test_without_a_file_there_are_no_words(tmp_path: Path) -> None:
    assert read_own_words(tmp_path / "no.csv") == NO_WORDS
    with pytest.raises(OwnWordsError, match="keine solche Datei"):
        read_own_words(tmp_path / "no.csv", strict=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_files_of_other_programs_are_read(encoding: str, mark: str) -> None:
    lines = [["Word", "list", "ACTION", "value"], ["  möglich ", "Hedge", "Add", "Modal"], ["", "", "", ""]]
    data = "\n".join(mark.join(line) for line in lines).encode(encoding)
    assert parsed(data).rows == (OwnWord("hedge", "add", "möglich", "modal"),)
    assert not parsed(data).faults


@pytest.mark.parametrize("tone", ["-0,5", "-0.5", "−0,50"])
def test_a_tone_is_read_with_any_decimal_mark(tone: str) -> None:
    assert parsed(f"list;action;word;value\ntone;add;gut;{tone}".encode()).rows == (
        OwnWord("tone", "add", "gut", "-0,5"),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("colour;add;x;", "ist keine Liste"),
        ("hedge;drop;x;", "ist keine Handlung"),
        ("hedge;add;;modal", "Das Wort fehlt"),
        ("hedge;add;möglich;", "ist keine Klasse"),
        ("hedge;add;möglich;neutral", "ist keine Klasse"),
        ("hedge;remove;möglich;modal", "kein Wert"),
        ("hedge;add;rule:wohl;modal", "Regeln gibt es nur"),
        ("hedge;remove;rule:;", "nennt keine Regel"),
        ("hedge;remove;rule:x' OR 1;", "nennt keine Regel"),
        ("stance;add;raunen;modal", "ist keine Haltung"),
        ("stance;remove;rule:x;", "Regeln gibt es nur"),
        ("event;add;Flut;war", "kein Wert"),
        ("event;reclass;Flut;", "keinen Wert"),
        ("event;add;hohe Flut;", "einzelne Wörter"),
        ("tone;add;gut;2", "kein Ton"),
        ("tone;add;gut;nan", "kein Ton"),
        ("tone;add;gut;", "kein Ton"),
        ("tone;add;=SUM(A1);1", "beginnt nicht mit einem Buchstaben"),
        ("hedge;add;@sum;modal", "beginnt nicht mit einem Buchstaben"),
        ("hedge;add;a\u202eb;modal", "unsichtbare"),
        (f"hedge;add;{'a' * 81};modal", "länger als"),
        ("hedge;add;a b c d e f g h i;modal", "mehr als 8 Wörter"),
    ],
)
def test_a_faulty_row_is_told_with_its_number_and_the_others_are_used(line: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text(f"list;action;word;value\nevent;add;Flut;\n{line}\n", encoding="utf-8")
    assert read_own_words(path).rows == (OwnWord("event", "add", "Flut"),)
    with pytest.raises(OwnWordsError, match=rf"words\.csv: Zeile 3: .*{reason}"):
        read_own_words(path, strict=True)


def test_other_files_are_refused() -> None:
    assert "Spalten" in parsed(b"name;entity\na;b").faults[0]
    assert parsed(b"").faults
    assert parsed(b"\x00\xff\xfe" * 1000).faults
    assert "größer" in parsed(b"x" * (1 << 21)).faults[0]


def test_a_word_stands_once_in_a_list() -> None:
    found = parsed(b"list;action;word;value\nevent;add;Flut;\nevent;remove;flut;\ntone;add;Flut;1")
    assert found.faults == ("Zeile 3: „flut“ steht schon in Zeile 2",)
    assert len(found.rows) == 2


def test_there_is_an_end_to_the_rows() -> None:
    words = "\n".join(f"event;add;Wort{'abcdefghij'[n % 10]}{n};" for n in range(MOST + 1))
    found = parsed(f"list;action;word;value\n{words}".encode())
    assert len(found.rows) == MOST
    assert found.faults == (f"Zeile {MOST + 2}: Mehr als {MOST} Zeilen",)


@pytest.mark.parametrize("form", [DECIMAL_COMMA, DECIMAL_POINT])
def test_a_list_taken_away_in_either_form_loads_again(form: CsvForm) -> None:
    content = as_csv(ROWS, form)
    assert f"schmählich{form.delimiter}-0{form.decimal}75".encode() in content
    assert parsed(content) == Read(ROWS)


def test_a_faulty_row_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    write_own_words(ROWS, path)
    with pytest.raises(OwnWordsError, match="keine Klasse"):
        write_own_words([OwnWord("hedge", "add", "x", "y")], path)
    assert read_own_words(path).rows == ROWS


def test_a_row_takes_the_place_of_what_was_said_of_the_word() -> None:
    other = OwnWord("event", "remove", "flut")
    assert with_row(ROWS, other) == (*ROWS[:3], ROWS[4], other)
    assert without_row(ROWS, other) == (*ROWS[:3], ROWS[4])


def test_lists_are_told_apart_by_their_rows_alone() -> None:
    assert OwnWords(ROWS).key == OwnWords(ROWS[::-1], "other.csv").key
    assert OwnWords(ROWS).key != OwnWords(ROWS[1:]).key
    assert NO_WORDS.key == OwnWords(()).key == ""
    assert as_csv(()) == b"\xef\xbb\xbflist;action;word;value\r\n"


def test_values_are_kept_for_each_list_by_itself() -> None:
    asked: list[tuple[str, str]] = []

    @per_list
    def value(name: str) -> str:
        asked.append((name, active().key))
        return name + active().key

    listed = OwnWords(ROWS)
    for _ in range(2):
        assert value("a") == "a"
        with using(listed):
            assert value("a") == "a" + listed.key
    assert asked == [("a", ""), ("a", listed.key)]
