"""The command line as its users call it: what it prints, writes, keeps and refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analysis.cli.main import main
from analysis.cli.options import columns_named
from analysis.corrections.record import record
from analysis.resources import data_root, seeds_root
from analysis.storage.correction import spans_from
from analysis.storage.store import Store

TEXT = "Der Minister sagte am Montag, die Lage sei ernst. „Wir helfen“, sagte er.\n"


@pytest.fixture
def run(tmp_path: Path):
    """Call the command line with a store of its own."""

    def call(*arguments: object, store: str = "s.duckdb") -> Result:
        return CliRunner().invoke(main, [*map(str, arguments), "--store", str(tmp_path / store)])

    return call


def test_jsonl_goes_to_standard_output_by_the_contract(run) -> None:
    result = run("analyse", seeds_root(), "--format", "jsonl")
    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()
    article = json.loads(line)
    assert article["outlet"] == "NBC News"
    assert {"statements", "hedges", "subjunctives", "sentences", "tone"} <= article.keys()
    text = next(seeds_root().glob("*.txt")).read_text(encoding="utf-8")
    quotes = [text[start:end] for s in article["statements"] for start, end in s["quote"]]
    assert "Wir haben zu diesem Thema nichts zu sagen" in quotes


@pytest.fixture(scope="module")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where whoever comes first keeps the demo analysed for the others."""
    return tmp_path_factory.mktemp("demo") / "s.duckdb"


@pytest.mark.parametrize(("kind", "file"), [("csv", "statements.csv"), ("xlsx", "quellenlage.xlsx"),
                                            ("parquet", "statements.parquet")])  # fmt: skip
def test_tables_are_written_with_their_methods(run, tmp_path: Path, demo_store: Path, kind: str, file: str) -> None:
    demo, out = data_root() / "demo" / "demo.jsonl", tmp_path / "out"
    result = run("analyse", demo, "--format", kind, "--out", out, store=str(demo_store))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / file).exists()
    assert json.loads((tmp_path / "out" / "methods.json").read_text(encoding="utf-8"))["rows"]["articles"] == 13


def test_results_as_lines_in_a_folder(run, tmp_path: Path) -> None:
    result = run("analyse", seeds_root(), "--format", "jsonl", "--out", tmp_path / "out")
    assert f"1 article written to {tmp_path / 'out'}" in result.stderr
    assert json.loads((tmp_path / "out" / "results.jsonl").read_text(encoding="utf-8"))["statements"]
    assert not result.stdout


def test_corrections_of_the_store_are_in_every_output(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run("analyse", tmp_path / "a.txt")
    store = Store(tmp_path / "s.duckdb")
    row = store.read("statements").iloc[0]
    record(store, row["article"], "statement", spans_from(row["spans"]), {"entity": "Rat der Stadt"}, "AL")
    printed = json.loads(run("analyse", tmp_path / "a.txt", "--format", "jsonl").stdout)["statements"][0]
    assert (printed["source"]["entity"], printed["origin"]) == ("Rat der Stadt", "corrected")
    run("analyse", tmp_path / "a.txt", "--again", "--out", tmp_path / "out")
    assert "Rat der Stadt" in (tmp_path / "out" / "statements.csv").read_text(encoding="utf-8")
    assert "AL" in (tmp_path / "out" / "corrections.csv").read_text(encoding="utf-8")


def test_running_again_skips_what_is_there(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "1 article analysed" in run("analyse", tmp_path / "a.txt").stdout
    assert "1 already in the store" in run("analyse", tmp_path / "a.txt").stdout
    assert Store(tmp_path / "s.duckdb").count("articles") == 1


def test_copies_and_stories_are_found_after_a_run_and_anew(run, tmp_path: Path) -> None:
    rows = [{"outlet": outlet, "published": "2026-01-01", "text": 3 * TEXT} for outlet in ("Bote", "Kurier")]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run("analyse", tmp_path / "a.jsonl").exit_code == 0
    assert Store(tmp_path / "s.duckdb").read("articles")["copy_of"].notna().tolist().count(True) == 1
    assert run("stories").stdout == "copies: 1; stories told by several articles: 1\n"
    assert run("stories", store="none.duckdb").exit_code == 2


def test_many_failures_are_counted_by_reason_and_listed(run, tmp_path: Path) -> None:
    rows = [{"text": "Der Rat tagte."}, *({"text": ""} for _ in range(25)), *({"titel": "=1"} for _ in range(2))]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = run("analyse", tmp_path / "a.jsonl")
    assert result.exit_code == 1
    assert "not read: 27 inputs" in result.stderr
    assert "25 × The text is empty." in result.stderr
    assert (tmp_path / "failures.csv").read_text(encoding="utf-8-sig").count("The text is empty.") == 25


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (tmp_path / "lines.jsonl").write_text('{"id": 1, "text": "Der Rat tagte."}\n{"id": 2, "te\n', encoding="utf-8")
    (tmp_path / "table.csv").write_text("titel,datum\nA,2026-01-01\n", encoding="utf-8")
    result = run("analyse", tmp_path)
    assert result.exit_code == 1
    for name in ("empty.txt", "picture.txt", "lines.jsonl, line 2", "table.csv"):
        assert f"{name}" in result.stderr
    assert Store(tmp_path / "s.duckdb").count("articles") == 2


def test_nothing_readable_is_a_failure(run, tmp_path: Path) -> None:
    result = run("analyse", tmp_path / "missing.txt")
    assert result.exit_code == 2
    assert "missing.txt" in result.stderr


def test_hostile_text_stays_text(run, tmp_path: Path) -> None:
    row = {"id": "x", "title": "=1+1", "text": "Er sagte: „<script>alert(1)</script> ist kein Spaß.“"}
    (tmp_path / "x.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert run("analyse", tmp_path / "x.jsonl", "--format", "csv", "--out", tmp_path / "out").exit_code == 0
    written = (tmp_path / "out" / "articles.csv").read_text(encoding="utf-8-sig")
    assert "'=1+1" in written


def test_csv_with_decimal_commas_is_an_option(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for options, head in ([], "category,statements,share,"), (["--decimal-comma"], "category;statements;share;"):
        out = tmp_path / f"out{len(options)}"
        assert run("analyse", tmp_path / "a.txt", "--out", out, *options).exit_code == 0
        assert (out / "by_category.csv").read_text(encoding="utf-8-sig").startswith(head)
    result = run("analyse", tmp_path / "a.txt", "--format", "jsonl", "--decimal-comma")
    assert result.exit_code == 2
    assert "--format csv" in result.stderr


def test_tables_need_a_folder(run, tmp_path: Path) -> None:
    result = run("analyse", tmp_path, "--format", "xlsx")
    assert result.exit_code == 2
    assert "--out" in result.stderr


TABLE = "Beitrag;Gazette;Tag;Wortzahl\n" + "".join(
    f"Der Rat sagte am Montag, die Halle {number} bleibe zu.;Seeblatt;3. März 2024;9\n" for number in range(3)
)


def reading(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)])


def test_reading_alone_shows_what_was_read_and_what_was_not_used(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(TABLE, encoding="utf-8")
    result = reading(table)
    assert result.exit_code == 0, result.output
    assert "no date     no outlet" in result.stdout
    assert "3 articles read" in result.stdout
    assert "without outlet: 3 of 3 articles (--outlet NAME gives it to all)" in result.stdout
    assert "kept beside the articles and not used: Gazette (3), Tag (3), Wortzahl (3)" in result.stdout
    named = reading(table, "--columns", "text=Beitrag,outlet=Gazette", "--columns", "published=Tag")
    assert "2024-03-03  Seeblatt" in named.stdout
    assert "without" not in named.stdout
    assert "not used: Wortzahl (3)" in named.stdout


def test_what_was_read_is_lines_that_analyse_reads_again(run, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(TABLE, encoding="utf-8")
    columns = ("--columns", "outlet=Gazette,published=Tag")
    result = reading(table, *columns, "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["outlet"], row["published"], row["Wortzahl"]) for row in rows] == [("Seeblatt", "2024-03-03", "9")] * 3
    assert "3 articles read" in result.stderr
    lines = tmp_path / "b.jsonl"
    lines.write_text(result.stdout, encoding="utf-8")
    one, other = (run("analyse", file, *more, "--format", "jsonl") for file, more in ((table, columns), (lines, ())))
    assert one.stdout
    assert [json.loads(line) for line in one.stdout.splitlines()] == [json.loads(a) for a in other.stdout.splitlines()]


def test_what_reading_cannot_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_text("")
    result = reading(tmp_path / "leer.txt", tmp_path / "fehlt.txt")
    assert result.exit_code == 2
    assert result.stderr.count("not read: ") == 2
    (tmp_path / "da.txt").write_text(TEXT, encoding="utf-8")
    assert reading(tmp_path).exit_code == 1


@pytest.mark.parametrize("value", ["Beitrag", "text=", "tekst=Beitrag", "x,text=a", ""])
def test_columns_that_name_nothing_are_wrong_usage(tmp_path: Path, value: str) -> None:
    result = reading(tmp_path, "--columns", value)
    assert result.exit_code == 2
    assert "text=Beitrag,outlet=Quelle" in result.stderr


@pytest.mark.parametrize(
    ("value", "columns"),
    [
        ("text=Beitrag,outlet=Quelle", {"text": "Beitrag", "outlet": "Quelle"}),
        ("text=Text, bereinigt, published = Tag", {"text": "Text, bereinigt", "published": "Tag"}),
        ("TEXT=a=b", {"text": "a=b"}),
    ],
)
def test_columns_named_by_hand(value: str, columns: dict[str, str]) -> None:
    assert columns_named(None, None, (value,)) == columns


def test_analysing_tells_gaps_and_columns_not_used(run, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(TABLE, encoding="utf-8")
    result = run("analyse", table, "--columns", "outlet=Gazette")
    assert "without outlet" not in result.stderr
    assert "without date: 3 of 3 articles" in result.stderr
    assert "kept beside the articles and not used: Tag (3), Wortzahl (3)" in result.stderr
    # what the analysis finds in the text itself is no gap
    assert "without outlet" not in run("analyse", seeds_root()).stderr


def test_help_has_examples() -> None:
    assert "quellenlage analyse" in CliRunner().invoke(main, ["--help"]).stdout


WORDS = "list;action;word;value\nhedge;add;munkeln;hearsay\n"
MURMURED = "Im Dorf munkelt man, der Kauf sei geplatzt.\n"


def test_own_words_are_followed_by_the_command_line(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "quellenlage").mkdir()
    (tmp_path / "quellenlage" / "words.csv").write_text(WORDS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(MURMURED, encoding="utf-8")
    other = tmp_path / "other.csv"
    other.write_text("list,action,word,value\nhedge,add,Kauf,belief\n", encoding="utf-8")
    for options, cues in ([], ["munkelt"]), (["--no-words"], []), (["--words", other], ["Kauf"]):
        result = run("analyse", tmp_path / "a.txt", "--format", "jsonl", *options)
        assert result.exit_code == 0, result.output
        assert [hedge["cue"] for hedge in json.loads(result.stdout)["hedges"]] == cues
        assert set(Store(tmp_path / "s.duckdb").read("hedges")["cue"]) == set(cues)
    out = tmp_path / "out"
    assert run("analyse", tmp_path / "a.txt", "--out", out).exit_code == 0
    (told,) = json.loads((out / "methods.json").read_text(encoding="utf-8"))["own_words"]
    assert (told["file"], told["articles"], told["rows"][0]["word"]) == ("words.csv", 1, "munkeln")


def test_a_faulty_own_list_is_refused_with_its_row(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MURMURED, encoding="utf-8")
    bad = tmp_path / "bad.csv"
    bad.write_text(WORDS + "hedge;add;raunen;loud\n", encoding="utf-8")
    for command in ("analyse", tmp_path / "a.txt", "--words", bad), ("words", "--words", bad):
        result = run(*command)
        assert result.exit_code == 2
        assert "bad.csv: Zeile 3: „raunen“: „loud“ ist keine Klasse" in result.output
    assert run("analyse", tmp_path / "a.txt", "--words", tmp_path / "no.csv").exit_code == 2
    assert run("analyse", tmp_path / "a.txt", "--words", bad, "--no-words").exit_code == 2
    assert run("words", "--no-words").exit_code == 2


def test_a_store_is_brought_up_to_date_with_own_words(run, tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text(WORDS, encoding="utf-8")
    for name, text in (("a.txt", MURMURED), ("b.txt", TEXT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("analyse", tmp_path / "a.txt", tmp_path / "b.txt", "--no-words").exit_code == 0
    result = run("analyse", tmp_path / "b.txt", "--words", tmp_path / "words.csv")
    assert "of other runs, 1 stored article not yet by this own list" in result.stderr
    result = run("words", "--words", tmp_path / "words.csv", "--jobs", 1)
    assert result.stdout == "1 own word; 1 article analysed again, 0 not concerned\n"
    assert set(Store(tmp_path / "s.duckdb").read("hedges")["cue"]) == {"munkelt"}
    assert run("words", "--no-words").stdout == "0 own words; 1 article analysed again, 1 not concerned\n"
    assert not Store(tmp_path / "s.duckdb").count("hedges")
