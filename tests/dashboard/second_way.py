"""The figures of the pages a second way: plain pandas on the tables that a user exports, nothing of the measures.

Every function takes the four selected tables and gives what a chart should show, indexed by what it is grouped by:
``n`` cases, ``base`` cases that the value is of, and the value.
"""

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.tone.model import BAND

Tables = Mapping[str, pd.DataFrame]


def shares(statements: pd.DataFrame, by: str | list[str], within: str | None = None, weight: str = "") -> pd.DataFrame:
    """How statements, or their words, spread over ``by``: n, base, share; within each value of ``within``."""
    keys = ([within] if within else []) + ([by] if isinstance(by, str) else by)
    filled = statements.assign(**{key: statements[key].fillna("") for key in keys if statements[key].dtype == "str"})
    weighed = filled.assign(n=filled[weight] if weight else 1)
    found = weighed.groupby(keys)["n"].sum().to_frame()
    if within:
        found["base"] = weighed.groupby(within)["n"].sum().reindex(found.index.get_level_values(within)).to_numpy()
    else:
        found["base"] = int(weighed["n"].sum())
    return found.assign(share=found["n"] / found["base"])


def proportion(statements: pd.DataFrame, flag: "pd.Series[bool]") -> float:
    """The share of statements for which a flag holds."""
    return int(flag.sum()) / len(statements)


def hedge_rates(tables: Tables, by: list[str], *, said: bool) -> pd.DataFrame:
    """Hedges per 100 words: of the articles, or where statements were chosen (``said``) of what these quote."""
    words = int((tables["statements"] if said else tables["articles"])["words"].sum())
    hedges = tables["hedges"]
    found = (hedges[hedges["statement"].notna()] if said else hedges).groupby(by).size().to_frame("n")
    return found.assign(base=words, rate=100 * found["n"] / words)


def tones(sentences: pd.DataFrame, scale: str) -> pd.DataFrame:
    """The mean of a scale by voice."""
    grouped = sentences.groupby("voice")[scale]
    return pd.DataFrame({"n": grouped.size(), "mean": grouped.mean()})


def balances(sentences: pd.DataFrame, by: list[str], scale: str) -> pd.DataFrame:
    """Positive less negative sentences by share, with the shares."""
    named = sentences[(sentences[by].fillna("") != "").all(axis=1)]
    labelled = named.assign(label=[_label(value) for value in named[scale]])
    counted = labelled.groupby([*by, "label"]).size().unstack("label", fill_value=0)
    counted = counted.reindex(columns=["negative", "neutral", "positive"], fill_value=0)
    found = counted.div(counted.sum(axis=1), axis=0)
    return found.assign(n=counted.sum(axis=1), balance=found["positive"] - found["negative"])


def labels(sentences: pd.DataFrame, by: str, scale: str) -> pd.DataFrame:
    """The shares of negative, neutral and positive sentences in each group."""
    named = sentences[sentences[by].fillna("") != ""]
    return shares(named.assign(label=[_label(value) for value in named[scale]]), "label", by)


def _label(value: float) -> str:
    return "negative" if value <= -BAND else "positive" if value >= BAND else "neutral"


def mentions(tables: Tables) -> pd.DataFrame:
    """Every sentence once for each name in it, with who speaks; what a source says of itself is left out."""
    sentences = tables["sentences"].dropna(subset=["names"])
    own = tables["statements"][["article", "statement", "entity"]]
    named = sentences.merge(own, on=["article", "statement"], how="left")
    named = named.assign(target=named["names"].str.split("; ")).explode("target")
    named = named[named["entity"].isna() | (named["entity"] != named["target"])]
    quoted = named["voice"] == "quoted"
    return named.assign(speaker=named["category"].fillna("unknown").where(quoted, "author"))


def phrases(hedges: pd.DataFrame, everywhere: pd.DataFrame) -> pd.DataFrame:
    """Hedges by the form that their expression has most often in the whole corpus, and by class."""
    forms = everywhere.assign(form=everywhere["cue"].str.lower()).groupby(["rule", "form"]).size().reset_index(name="n")
    usual = forms.sort_values(["rule", "n", "form"], ascending=[True, False, True]).drop_duplicates("rule")
    named = hedges.merge(usual[["rule", "form"]], on="rule").rename(columns={"form": "phrase"})
    return shares(named, ["phrase", "class"])


def matrix(statements: pd.DataFrame, row: str, column: str) -> pd.DataFrame:
    """The statements of each ``row`` by ``column``, with the base of the row."""
    return shares(statements, column, row)


def differences(left: pd.DataFrame, right: pd.DataFrame, value: str) -> pd.DataFrame:
    """Both sides of a comparison in one row: n, base and value of each, and the first value less the second."""
    both = left.add_suffix("_l").join(right.add_suffix("_r"), how="outer")
    found = {}
    for side, end in (("left", "_l"), ("right", "_r")):
        found[f"{side}_n"] = both[f"n{end}"].fillna(0)
        found[side] = both[f"{value}{end}"].fillna(0.0)
    frame = pd.DataFrame(found)
    return frame.assign(difference=frame["left"] - frame["right"])


def with_words(statements: pd.DataFrame, expression: str) -> int:
    """In how many statements an expression stands, word for word whatever the case."""
    wanted = f" {expression} "
    words = (" ".join(re.findall(r"[^\W_]+", quote.lower())) for quote in statements["quote"])
    return sum(wanted in f" {one} " for one in words)


def only_in(left: pd.DataFrame, right: pd.DataFrame) -> "pd.Series[int]":
    """The sources that one side alone has, with their statements."""
    named = left[(left["entity"] != "-") & ~left["entity"].isin(right["entity"])]
    return named.groupby("entity").size()


def outlets(tables: Tables, *, said: bool) -> pd.DataFrame:
    """What the table by outlet says of each outlet."""
    by = {name: frame.assign(outlet=frame["outlet"].fillna("")) for name, frame in tables.items()}
    statements = by["statements"].groupby("outlet")
    articles = by["articles"].groupby("outlet")
    hedges = by["hedges"].groupby("outlet").size().reindex(articles.size().index, fill_value=0)
    sources = by["statements"][by["statements"]["entity"] != "-"].groupby("outlet")["entity"].nunique()
    words = articles["words"].sum()
    found = pd.DataFrame({"articles": articles.size(), "words": words, "statements": statements.size(),
                          "withheld": statements["withheld"].sum(), "hedges": hedges, "sources": sources,
                          "anonymous_share": statements["naming"].agg(lambda naming: (naming == "unnamed").mean()),
                          "direct_share": statements["type"].agg(lambda kind: (kind == "direct").mean())})  # fmt: skip
    below = statements["words"].sum() if said else words
    found["hedges_per_100"] = 100 * found["hedges"] / below.reindex(found.index)
    for voice in ("author", "quoted"):
        own = by["sentences"][by["sentences"]["voice"] == voice]
        found[f"tone_{voice}"] = own.groupby("outlet")["tone"].mean()
    whole = ["statements", "withheld", "sources"]
    return found.assign(**found[whole].fillna(0))


def interval(statements: pd.DataFrame, flag: "pd.Series[bool]", draws: Sequence[Sequence[int]]) -> tuple[float, float]:
    """A 95 % interval of a share from articles drawn anew; ``draws`` are places among the articles."""
    each = flag.groupby(statements["article"]).agg(["sum", "size"]).to_numpy()
    drawn = pd.Series([each[list(places)].sum(axis=0)[0] / each[list(places)].sum(axis=0)[1] for places in draws])
    return float(drawn.quantile(0.025)), float(drawn.quantile(0.975))
