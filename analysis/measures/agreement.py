"""How far analysis and people agree, and what shares look like once the measured errors are taken into account.

``alpha`` is Krippendorff's α for nominal values (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
``precision`` has Wilson's interval, which holds for few cases and for shares near 0 and 1. ``corrected_shares`` is
double sampling (Tenenbein 1970): every found place counts as what places found so turned out to be in the sample. Its
interval is Bayesian: what places of one value really are has a Dirichlet distribution with Jeffreys's prior, half a
place each for right, wrong and nothing, so that a few places without an error prove no perfection. The interval of α
comes from a bootstrap over articles.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import RESAMPLES, SEED, Floats, floats
from analysis.measures.few import LEAST_ARTICLES, few
from analysis.measures.groups import marked

MIN_SAMPLE = 50
"""Places that a sample needs before shares are corrected by it."""
_Z = 1.959964
_TAILS = (0.025, 0.975)


def alpha(units: Sequence[Sequence[str]]) -> float:
    """Krippendorff's α of nominal values: one entry per unit with the values it was given, as many as there are.

    Units with fewer than two values say nothing. NaN where no two values can be compared, or all values are the same.
    """
    values = sorted({value for unit in units for value in unit})
    matrix = _coincidences(units, values).sum(axis=0)
    return float(_alpha(matrix[None])[0])


def agreement(judged: pd.DataFrame, variables: Sequence[str]) -> pd.DataFrame:
    """How far people agree with the analysis, and among each other, on each variable.

    Columns: variable, raters ("machine": the last word of people against the analysis; "people": those who spoke about
    the same place against each other), n (places), share (of pairs that agree), alpha, low, high, small, few. Only
    places that all of the compared keep count: whether there is a thing at all is what ``precision`` is about.
    """
    rows = []
    last = judged.drop_duplicates(["article", "target"], keep="last")
    both = last[last["kept"] & last["found"]]
    shared = judged[judged["kept"]].groupby(["article", "target"]).filter(lambda group: len(group) > 1)
    for variable in variables:
        pairs = list(zip(both[variable], both[f"{variable}_found"], strict=True))
        rows.append(_agreement(variable, "machine", pairs, list(both["article"])))
        groups = [group for _, group in shared.groupby(["article", "target"])]
        spoken = [tuple(group[variable]) for group in groups]
        rows.append(_agreement(variable, "people", spoken, [str(group["article"].iloc[0]) for group in groups]))
    frame = pd.DataFrame(rows)
    return frame[frame["n"] > 0].reset_index(drop=True)


def precision(judged: pd.DataFrame, by: str, *, whole: bool = False) -> pd.DataFrame:
    """Of the places found, by the value found: which share is there at all, and which has the right value.

    Columns: by, base (judged), n (right), share, low, high, small, few, kept (share that is there at all); the largest
    first. ``judged`` has one row per place. With ``whole`` all places make one row, its value "".
    """
    found = judged[judged["found"]]
    right = found["kept"] & (found[by] == found[f"{by}_found"])
    table = pd.DataFrame({by: "" if whole else found[f"{by}_found"], "right": right, "kept": found["kept"]})
    frame = table.groupby(by).agg(base=("right", "size"), n=("right", "sum"), kept=("kept", "mean")).reset_index()
    low, high = wilson(floats(frame["n"]), floats(frame["base"]))
    frame = frame.assign(share=frame["n"] / frame["base"], low=low, high=high)
    frame = marked(frame, few(floats(frame["base"]), np.full(len(frame), LEAST_ARTICLES)))
    columns = [by, "base", "n", "share", "low", "high", "small", "few", "kept"]
    return frame[columns].sort_values("base", ascending=False, kind="stable", ignore_index=True)


def wilson(cases: Floats, base: Floats) -> tuple[Floats, Floats]:
    """Both ends of Wilson's 95 % interval of cases/base."""
    share, wide = cases / base, _Z**2 / base
    middle = (share + wide / 2) / (1 + wide)
    half = _Z * np.sqrt(share * (1 - share) / base + wide / (4 * base)) / (1 + wide)
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)


def corrected_shares(sample: pd.DataFrame, totals: "pd.Series[int]", by: str) -> pd.DataFrame:
    """The shares of ``by`` among what was found, as found and corrected for the errors that the sample shows.

    ``sample`` is a random sample of the places found, one row each; ``totals`` how many were found of each value.
    Columns: by, n (found), sampled, found (share), share (corrected), low, high, small, few; the largest share first.
    What was not found is unknown: shares are of what was found and is really there. A value of which the sample has few
    leans towards what the sample says on the whole. ``small`` where the sample is below ``MIN_SAMPLE``: then the
    corrected share is NaN.
    """
    values = sorted({*map(str, totals.index), *sample.loc[sample["kept"], by]})
    moves, found = _moves(sample, by, values), floats(totals.reindex(values).fillna(0))
    share = _corrected((moves + _imagined(moves, _rates(moves)))[None], found)[0]
    cases = moves + _imagined(moves, (0.5, 0.5, 0.5))
    drawn = np.random.default_rng(SEED).gamma(cases, size=(RESAMPLES, *cases.shape))
    low, high = np.quantile(_corrected(drawn, found), _TAILS, axis=0)
    small = len(sample) < MIN_SAMPLE
    frame = pd.DataFrame(
        {
            by: values,
            "n": found.astype(np.int64),
            "sampled": moves.sum(axis=1).astype(np.int64),
            "found": found / max(found.sum(), 1),
            "share": np.nan if small else share,
            "low": np.nan if small else np.fmin(low, share),
            "high": np.nan if small else np.fmax(high, share),
        }
    )
    frame = marked(frame, ["cases" if small else ""] * len(frame))
    return frame.sort_values(["share", "found"], ascending=False, kind="stable", ignore_index=True)


def _agreement(
    variable: str, raters: str, units: Sequence[Sequence[str]], articles: Sequence[str]
) -> dict[str, object]:
    values = sorted({value for unit in units for value in unit})
    parts = _coincidences(units, values)
    whole = parts.sum(axis=0)
    value = alpha(units)
    codes, keys = pd.factorize(pd.Series(articles, dtype="str"))
    by_article = np.zeros((len(keys), *whole.shape))
    np.add.at(by_article, codes, parts)
    low = high = np.nan
    (lacking,) = few(np.array([len(units)]), np.array([len(keys)]))
    drawn = _alpha(_resampled(by_article)) if len(keys) >= LEAST_ARTICLES else np.array([])
    if (known := drawn[~np.isnan(drawn)]).size and not np.isnan(value):
        low, high = np.fmin(np.quantile(known, _TAILS[0]), value), np.fmax(np.quantile(known, _TAILS[1]), value)
    return {
        "variable": variable,
        "raters": raters,
        "n": len(units),
        "share": float(np.trace(whole) / whole.sum()) if whole.sum() else np.nan,
        "alpha": value,
        "low": float(low),
        "high": float(high),
        "small": bool(lacking),
        "few": lacking,
    }


def _coincidences(units: Sequence[Sequence[str]], values: Sequence[str]) -> Floats:
    """The coincidence matrix of every unit: units by values by values."""
    place = {value: at for at, value in enumerate(values)}
    matrices = np.zeros((len(units), len(values), len(values)))
    for matrix, unit in zip(matrices, units, strict=True):
        if len(unit) < 2:
            continue
        counts = Counter(unit)
        for one, cases in counts.items():
            for other, others in counts.items():
                pairs = cases * (others - (one == other))
                matrix[place[one], place[other]] = pairs / (len(unit) - 1)
    return matrices


def _alpha(matrices: Floats) -> Floats:
    """α of each coincidence matrix: 1 − (n−1)(n−Σo_cc)/(n²−Σn_c²); NaN where it is not defined."""
    n = matrices.sum(axis=(1, 2))
    agreed = np.trace(matrices, axis1=1, axis2=2)
    expected = n**2 - (matrices.sum(axis=2) ** 2).sum(axis=1)
    result = np.full(len(matrices), np.nan)
    np.divide((n - 1) * (n - agreed), expected, out=result, where=expected > 0)
    return 1 - result


def _moves(sample: pd.DataFrame, by: str, values: Sequence[str]) -> Floats:
    """How many places found as a value (rows) really are of each value, or nothing at all (last column)."""
    place = {value: at for at, value in enumerate(values)}
    moves = np.zeros((len(values), len(values) + 1))
    for found, true, kept in zip(sample[f"{by}_found"], sample[by], sample["kept"], strict=True):
        moves[place[found], place[true] if kept else -1] += 1
    return moves


def _rates(moves: Floats) -> tuple[float, float, float]:
    """How often the sample on the whole is right, wrong, or nothing at all."""
    right, nothing, all_cases = float(np.trace(moves)), float(moves[:, -1].sum()), float(moves.sum())
    counted = (right + 0.5, all_cases - right - nothing + 0.5, nothing + 0.5)
    right, wrong, nothing = (part / (all_cases + 1.5) for part in counted)
    return right, wrong, nothing


def _imagined(moves: Floats, rates: tuple[float, float, float]) -> Floats:
    """Cases to add to every value, so much of them right, wrong and nothing; wrong ones are what is true elsewhere."""
    right, wrong, nothing = rates
    true = moves[:, :-1].sum(axis=0) + 1 / max(len(moves), 1)
    others = np.tile(true, (len(true), 1)) * (1 - np.eye(len(true)))
    others /= np.maximum(others.sum(axis=1, keepdims=True), 1e-12)
    return floats(np.hstack([right * np.eye(len(true)) + wrong * others, np.full((len(true), 1), nothing)]))


def _corrected(cases: Floats, found: Floats) -> Floats:
    """The share of each value that is really there, for each table of cases."""
    rates = cases / cases.sum(axis=2, keepdims=True)
    counts = np.einsum("f,rft->rt", found, rates)[:, :-1]
    return floats(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1e-12))


def _resampled(by_article: Floats) -> Floats:
    """Sums over articles drawn with replacement, ``RESAMPLES`` times; none where there are fewer than two articles."""
    size = len(by_article)
    if size < 2:
        return by_article[:0]
    random = np.random.default_rng([SEED, size])
    weights = random.multinomial(size, np.full(size, 1 / size), size=RESAMPLES).astype(np.float64)
    return floats(np.tensordot(weights, by_article, axes=1))
