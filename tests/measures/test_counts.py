"""Measures from counts are what their definition says of the rows, whatever the corpus; here once more by hand."""

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis.storage.counts
from analysis import measures
from analysis.measures import bootstrap
from analysis.measures.few import LEAST_ARTICLES, LEAST_CARRYING
from analysis.model import REST
from analysis.storage.conditions import Where
from analysis.storage.counts import Memory, counts
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS, TABLES
from analysis.tables.frames import conform, frames
from analysis.tables.selection import Selection
from tests.factories import KREMLIN, counted, simple
from tests.selected import select

FILL = {"str": "", "int": 0, "float": 0.0, "bool": False}
SETTINGS = settings(max_examples=25, deadline=None)
STATEMENT = st.fixed_dictionaries({
    "article": st.integers(0, 6), "category": st.sampled_from(["kremlin", "media", "expert"]),
    "entity": st.sampled_from(["A", "B", "C", "-"]), "stance": st.sampled_from(["neutral", "denying"]),
    "type": st.sampled_from(["direct", "indirect"]), "naming": st.sampled_from(["named", "unnamed"]),
    "via": st.sampled_from([None, "TASS", "dpa"]), "withheld": st.booleans(), "hedges": st.integers(0, 2),
    "words": st.integers(0, 9),
})  # fmt: skip
SENTENCE = st.fixed_dictionaries({
    "article": st.integers(0, 6), "voice": st.sampled_from(["author", "quoted"]),
    "tone": st.sampled_from([-0.7, -0.2, 0.0, 0.1, 0.2, 0.9]), "textblob": st.sampled_from([-1.0, 0.0, 0.5]),
})  # fmt: skip


def table(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """These values as a table of the contract, everything else empty."""
    made = []
    for number, row in enumerate(rows):
        key = int(str(row["article"]))
        place = {"article": f"a{key}", "outlet": None if key == 6 else "KM"[key % 2], "statement": f"s{number}"}
        empty = {c.name: None if c.nullable else FILL[c.dtype] for c in TABLES[name]}
        made.append({**empty, **row, **{n: v for n, v in place.items() if n in empty}})
    return conform(pd.DataFrame(made, columns=[c.name for c in TABLES[name]]), name)


def corpus(said: list[dict[str, object]]) -> dict[str, pd.DataFrame]:
    """Seven articles with these statements."""
    places = [{"article": number, "words": 100 * number, "verbs": number} for number in range(7)]
    return {
        "articles": table("articles", places), "statements": table("statements", said),
        "hedges": table("hedges", []), "sentences": table("sentences", []),
    }  # fmt: skip


def interval(frame: pd.DataFrame, above: pd.Series, below: pd.Series) -> tuple[float, float]:
    """The interval of a ratio by the letter: draw whole articles, a thousand times, and take the percentiles."""
    keys = sorted(frame["article"].unique())
    sums = pd.DataFrame({"above": above, "below": below}).groupby(frame["article"]).sum()
    sums = sums[sums["below"] > 0]
    with_other = (sums["above"] != sums["below"]).sum()
    if len(sums) < LEAST_ARTICLES or min((sums["above"] > 0).sum(), with_other) < LEAST_CARRYING:
        return math.nan, math.nan
    tail = bootstrap._tail(len(sums))
    drawn = bootstrap._weights(len(keys), 0)[:, [keys.index(key) for key in frame["article"]]]
    tops, totals = (drawn * above.to_numpy()).sum(1), (drawn * below.to_numpy()).sum(1)
    value = above.sum() / below.sum()
    low, high = np.quantile(tops[totals > 0] / totals[totals > 0], [tail, 1 - tail])
    return min(low, value), max(high, value)


@SETTINGS
@given(st.lists(STATEMENT, min_size=1, max_size=40), st.sampled_from(["statements", "words"]))
def test_share_of_voice(said: list[dict[str, object]], weight: str) -> None:
    rows = table("statements", said)
    found = measures.share_of_voice(counted(rows, "category", sums=["words"]), "category", weight=weight)
    each = rows["words"] if weight == "words" else pd.Series(1, index=rows.index)
    for row in found.to_dict("records"):
        inside = rows["category"] == row["category"]
        assert row["n"] == (each * inside).sum()
        assert row["base"] == each.sum()
        assert row["articles"] == rows[inside]["article"].nunique()
        if row["base"]:
            assert row["share"] == pytest.approx(row["n"] / row["base"])
            assert (row["low"], row["high"]) == pytest.approx(interval(rows, each * inside, each), nan_ok=True)


@SETTINGS
@given(st.lists(STATEMENT, min_size=1, max_size=40))
def test_certainty_profile_and_proportions_by_outlet(said: list[dict[str, object]]) -> None:
    rows = table("statements", said)
    profile = measures.certainty_profile(counted(rows, "outlet", "stance", sums=["hedged"]), "outlet")
    for row in profile.to_dict("records"):
        outlet = rows[rows["outlet"].fillna("") == row["outlet"]]
        inside = outlet["stance"] == row["stance"]
        assert (row["n"], row["base"]) == (inside.sum(), len(outlet))
        assert row["articles"] == outlet[inside]["article"].nunique()
        assert row["hedged_share"] == pytest.approx((outlet[inside]["hedges"] > 0).mean(), nan_ok=True)
    hedged = measures.proportion(counted(rows, "outlet", sums=["hedged"]), "hedged", "outlet")
    for row in hedged.to_dict("records"):
        outlet = rows[rows["outlet"].fillna("") == row["outlet"]]
        assert row["share"] == pytest.approx((outlet["hedges"] > 0).mean())
        assert row["articles"] == outlet["article"].nunique()


@SETTINGS
@given(st.lists(SENTENCE, min_size=1, max_size=40), st.sampled_from(["tone", "textblob"]))
def test_tone(sentences: list[dict[str, object]], scale: str) -> None:
    rows = table("sentences", sentences)
    found = measures.mean_tone(counted(rows, "voice", table="sentences", sums=[scale]), ["voice"], scale=scale)
    wide = counted(rows, "voice", table="sentences", sums=measures.balance_sums(scale))
    balances = measures.tone_balance(wide, ["voice"], scale=scale).set_index("voice")
    for row in found.to_dict("records"):
        voice = rows[rows["voice"] == row["voice"]]
        assert row["mean"] == pytest.approx(voice[scale].mean())
        assert row["n"] == len(voice)
        sign = (voice[scale] >= 0.2).astype(int) - (voice[scale] <= -0.2).astype(int)
        assert balances.loc[row["voice"], "balance"] == pytest.approx(sign.mean())
        assert balances.loc[row["voice"], "neutral"] == pytest.approx((sign == 0).mean())


@SETTINGS
@given(st.lists(STATEMENT, min_size=1, max_size=40))
def test_most_frequent_sources_and_diversity(said: list[dict[str, object]]) -> None:
    rows = table("statements", said)
    usual = rows["entity"].value_counts()
    found = measures.share_of_voice(counted(rows, "entity", top={"entity": 2}), "entity")
    assert sorted(found["n"], reverse=True) == sorted(usual, reverse=True)[:2]
    assert set(found["base"]) == {len(rows)}
    assert REST not in set(found["entity"])
    part = rows[rows["entity"] != "-"]["entity"].value_counts(normalize=True)
    row = measures.diversity(counted(rows, "entity", unit="none")).iloc[0]
    assert row["sources"] == len(part)
    if len(part):
        assert row["diversity"] == pytest.approx(-(part * np.log2(part)).sum())


@settings(max_examples=20, deadline=None)
@given(
    st.lists(STATEMENT, max_size=30),
    st.builds(
        Selection,
        outlets=st.sampled_from([(), ("K",), ("", "M")]),
        categories=st.sampled_from([(), ("media", "kremlin")]),
        withheld=st.sampled_from([None, True, False]),
        hedged=st.sampled_from([None, True]),
    ),
)
def test_counts_of_a_selection_are_those_of_its_rows(said: list[dict[str, object]], selection: Selection) -> None:
    tables = corpus(said)
    chosen = select(tables, selection)["statements"]
    found = counts(Memory(tables), "statements", ["category", "via"], selection, sums=["words", "relayed"])
    by = [chosen["category"], chosen["via"].fillna("")]
    for column, expected in (
        ("rows", chosen.groupby(by).size()), ("words", chosen["words"].groupby(by).sum()),
        ("articles", chosen["article"].groupby(by).nunique()),
    ):  # fmt: skip
        assert found.groupby(["category", "via"])[column].sum().to_dict() == expected.to_dict()


def test_store_and_memory_count_the_same(tmp_path: Path) -> None:
    results = [simple(number, [KREMLIN] * (number % 4), "KM"[number % 2]) for number in range(9)]
    store = Store(tmp_path / "s.duckdb")
    store.add(results)
    for name in RESULTS:
        by = ["outlet"]
        pd.testing.assert_frame_equal(counts(store, name, by), counts(Memory(frames(results)), name, by))


def test_many_articles_are_dealt_to_blocks_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = table("statements", [{"article": n, "category": "abc"[n % 3], "words": n} for n in range(300) for _ in "xy"])
    whole = counted(rows, "category", sums=["words"])
    monkeypatch.setattr(analysis.storage.counts, "UNITS", 50)
    monkeypatch.setitem(analysis.storage.counts._UNITS, "block", "hash(t.article) % 50")
    blocks = counted(rows, "category", sums=["words"])
    assert blocks["unit"].nunique() <= 50 < whole["unit"].nunique()
    sums = ["articles", "rows", "words"]
    assert blocks.groupby("category")[sums].sum().equals(whole.groupby("category")[sums].sum())
    one, other = (measures.share_of_voice(frame).set_index("category") for frame in (whole, blocks))
    assert one["share"].equals(other["share"])
    width = [(frame["high"] - frame["low"]).mean() for frame in (one, other)]
    assert width[1] == pytest.approx(width[0], rel=0.25)


@pytest.mark.parametrize("ask", [
    {"table": "statements", "by": ["no such column"]}, {"table": "no such table", "by": []},
    {"table": "statements", "by": ['x"; DROP TABLE statements; --']},
    {"table": "statements", "by": [], "only": [Where("no such column", ("x",))]},
    {"table": "statements", "by": [], "sums": ["no such sum"]},
])  # fmt: skip
def test_only_what_is_known_can_be_named(ask: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        counts(Memory(corpus([])), **ask)
