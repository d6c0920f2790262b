"""Runs the benchmark: accuracy on every gold set at hand, and speed with the share of each step.

Run by `make bench`. The open corpus in data/corpus is always scored, by our codebook; the statement model learned from
it, so `unseen.…` repeats what its makers measured on articles that the nets had not seen. Further gold sets are looked
for in the folder named by QUELLENLAGE_BENCHMARKS, else in `shared/benchmarks` beside the checkout. Figures are held
against the floors in tests/gold/floors.toml, and the exit code is 1 below one. `--raise` lifts the floors to
what was measured (less a margin for noise); a floor goes down only with `--lower NAME`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from analysis import pipeline
from analysis.export.json_result import to_json
from analysis.fingerprint import package_version
from analysis.model import Article
from analysis.reading.files import Unreadable, read_paths
from analysis.resources import data_root, model_path, seeds_root
from analysis.statements.model.onnx_model import FACTS
from analysis.tone.training.train import load
from benchmarks import gate_pages, gate_reading, gate_speed, gate_tone, given_speakers, open_corpus, tone_error
from tests.gold import mood_labels, score_demo, stance_sentences
from tests.gold.hedge_labels import precision_recall
from tests.gold.hedge_labels import scores as hedge_label_scores
from tests.gold.source_labels import scores as source_label_scores

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("QUELLENLAGE_BENCHMARKS") or ROOT.parent / "shared" / "benchmarks")
FLOORS = ROOT / "tests" / "gold" / "floors.toml"
MARGIN = 0.5
CEILINGS = {"article.statements_predicted": 20, "article.hedges_wrong": 0}
"""Figures of the founding article that must not grow."""
Figures = dict[str, float]


def main() -> int:
    """Measure, print, and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was measured")
    parser.add_argument("--lower", metavar="NAME", action="append", default=[], help="let this floor go down")
    parser.add_argument("--publish", action="store_true", help="write data/measured.json for the method page")
    args = parser.parse_args()
    figures = {
        **speed(),
        **accuracy(),
        **demo(),
        **codebook(),
        **given_speakers.figures(GOLD),
        **gate_pages.figures(GOLD),
    }
    for name, value in figures.items():
        print(f"{name:42}{value:10.2f}")
    if args.publish:
        publish(figures)
        tone_error.write(load(GOLD / "sentiment/dev.jsonl"))
    if args.lift or args.lower:
        write_floors(figures, lower=set(args.lower))
    short = below(figures, tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {})
    for line in short:
        print("outside its bounds:", line)
    return bool(short)


def accuracy() -> Figures:
    """Every score of every gold set that is at hand."""
    if not (GOLD / "score.py").exists():
        print(f"no gold sets in {GOLD}: accuracy is not measured")
        return {}
    quotes, hedges, sources = GOLD / "quotes/dev.jsonl", GOLD / "hedges/dev.json", GOLD / "sources/dev.tsv"
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        dev = predict(read_paths([quotes]), Path(folder, "dev.jsonl"))
        figures |= scored("quotes", quotes, dev)
        figures |= scored("sources", quotes, dev, sources)
        figures |= scored("hedges", quotes, dev, hedges)
        tone = GOLD / "sentiment/dev.jsonl"
        own, base, snippets = Path(folder, "tone.jsonl"), Path(folder, "textblob.jsonl"), load(tone)
        gate_tone.write_predictions(tone, snippets, own, base)
        figures |= scored("tone", tone, own) | {
            name.replace("tone.", "tone.textblob.", 1): value for name, value in scored("tone", tone, base).items()
        }
        figures["tone.neutral_called_negative_with_events_times"] = gate_tone.topic_ratio(snippets)
        mood = GOLD / "mood/gsd-dev.conllu"
        texts = Path(folder, "texts.jsonl")
        texts.write_text(score_py("texts", mood), encoding="utf-8")
        figures |= scored("mood", mood, predict(read_paths([texts]), Path(folder, "mood.jsonl")))
        precision, recall = precision_recall(hedge_label_scores())
        figures |= {"hedge_labels.p": precision, "hedge_labels.r": recall}
        figures |= {f"source_labels.{part}": value for part, value in source_label_scores().items()}
        seed = predict(read_paths([seeds_root()]), Path(folder, "seed.jsonl"))
        figures |= scored("article", GOLD / "seed/gold.json", seed)
    return figures


def calibration_error(steps: list[dict[str, float]]) -> float:
    """Mean distance of confidence and share of right statements, in points."""
    total = sum(step["n"] for step in steps)
    return 100 * sum(step["n"] * abs(step["confidence"] - step["right"]) for step in steps) / total


def demo() -> Figures:
    """Scores of the demo corpus against our own gold, which travels with the project."""
    results = pipeline.analyse_all(read_paths([data_root() / "demo" / "demo.jsonl"]))
    return score_demo.score(to_json(result) for result in results if not isinstance(result, Unreadable))


def codebook() -> Figures:
    """Scores of the corpora that travel with the project, and of unseen articles as training measured them."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for corpus in (open_corpus.OPEN, open_corpus.WRITTEN):
            found = predict(read_paths([corpus.articles]), Path(folder, f"{corpus.name}.jsonl"))
            results = map(json.loads, found.read_text(encoding="utf-8").splitlines())
            figures |= open_corpus.figures(results, corpus)
    figures |= {f"corpus.mood.{part}": value for part, value in mood_labels.figures().items()}
    figures |= stance_sentences.figures()
    made = _made()
    figures["unseen.calibration_error"] = calibration_error(made["reliability"])
    return figures | dict(flat("unseen", made["unseen"]))


def _made() -> dict[str, Any]:
    """How the statement model was made, and what it reaches on articles that it had not seen."""
    made: dict[str, Any] = json.loads(model_path(FACTS).read_text(encoding="utf-8"))["made"]
    return made


def score_py(task: str, *files: Path, options: Iterable[str] = ()) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(GOLD / "score.py"), task, *map(str, files), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def scored(task: str, *files: Path) -> Figures:
    """The scorer's figures, flat: ``task.name`` or ``task.name.part``."""
    return dict(flat(task, json.loads(score_py(task, *files, options=["--json"]))))


def flat(prefix: str, value: Any) -> Iterable[tuple[str, float]]:
    """Numbers of nested dictionaries; "15/17" counts as 15, lists of examples are left out."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name != "confusions":
                yield from flat(f"{prefix}.{name}", part)
    elif isinstance(value, (int, float)):
        yield prefix, float(value)
    elif isinstance(value, str) and "/" in value:
        yield prefix, float(value.split("/")[0])


def predict(inputs: Iterable[Article | Unreadable], to: Path) -> Path:
    """Analyse every article and write the results as the command line prints them."""
    with to.open("w", encoding="utf-8") as out:
        for result in pipeline.analyse_all(inputs):
            if isinstance(result, Unreadable):
                raise SystemExit(f"{result.file}: {result.reason}")
            out.write(json.dumps(to_json(result), ensure_ascii=False) + "\n")
    return to


def speed() -> Figures:
    """How fast the articles of dev, or else of the demo, are analysed; asked before anything else reads them."""
    seed, *demo_articles = (a for a in read_paths([seeds_root(), data_root() / "demo"]) if isinstance(a, Article))
    dev = [a for a in read_paths([GOLD / "quotes/dev.jsonl"]) if isinstance(a, Article)] if GOLD.exists() else []
    articles = dev or demo_articles
    analysis = {**gate_speed.speeds(seed, articles), **gate_speed.lookups(), **gate_tone.speeds(articles[:100])}
    return {**analysis, **gate_reading.speeds()}


TONE, BASE = "GerNTSA (dev), kreuzvalidiert", "GerNTSA (dev)"
WIKINEWS, PAPERS = "Wikinews, nicht gelesen", "Zeitungen, nicht gelesen"
"""Articles that the measured nets had not seen (five-fold cross-validation); of sources, whose errors nobody read."""
PUBLISHED = (
    *(
        (f"unseen.{part}.{key}.f1", name, "F1", gold, n)
        for key, name in (
            ("message", "Wortlaut der Aussagen"),
            ("message_direct", "Wortlaut, wörtlich"),
            ("message_indirect", "Wortlaut, indirekt"),
            ("message_subjunctive", "Wortlaut, Konjunktiv"),
            ("message_reported", "Wortlaut, berichtet"),
            ("speaker", "Sprecher"),
            ("cue", "Redewort"),
        )
        for part, gold, n in (("corpus", WIKINEWS, "2.421 Aussagen"), ("newspapers", PAPERS, "975 Aussagen"))
    ),
    *(
        (f"unread.{part}.{key}", name, "% richtig", gold, n)
        for key, name in (
            ("category", "Quellentyp (Sprecher gegeben)"),
            ("country", "Land (Sprecher gegeben)"),
            ("naming", "Benennung (Sprecher gegeben)"),
        )
        for part, gold, n in (("corpus", WIKINEWS, "684 Aussagen"), ("newspapers", PAPERS, "255 Aussagen"))
    ),
    ("hedges.cue.f1", "Abschwächungen (beim Schreiben der Regeln gelesen)", "F1", "eigene Kodierung (dev)", "78 Fälle"),
    ("mood.subjunctive.f1", "Konjunktiv", "F1", "UD German GSD (dev)", "799 Sätze"),
    ("tone.macro_f1", "Ton: negativ, neutral, positiv", "Makro-F1", TONE, "2.224 Ausschnitte"),
    ("tone.auc", "Ton: positiv gegen negativ", "AUC", TONE, "2.224 Ausschnitte"),
    ("tone.textblob.macro_f1", "Basiswert: negativ, neutral, positiv", "Makro-F1", BASE, "2.224 Ausschnitte"),
    ("tone.textblob.auc", "Basiswert: positiv gegen negativ", "AUC", BASE, "2.224 Ausschnitte"),
)


def publish(figures: Figures) -> None:
    """Write the figures that the method page shows, with date and version."""
    rows = [
        {"key": key, "name": name, "value": round(figures[key], 1), "unit": unit, "benchmark": gold, "n": n}
        for key, name, unit, gold, n in PUBLISHED
    ]
    rows += tomllib.loads((ROOT / "benchmarks" / "unseen.toml").read_text(encoding="utf-8"))["figure"]
    content = {
        "date": date.today().isoformat(),
        "version": package_version(),
        "rows": rows,
        "reliability": _made()["reliability"],
    }
    path = data_root() / "measured.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def below(figures: Figures, floors: dict[str, float]) -> list[str]:
    """One line per figure under its floor or over its ceiling; what was not measured is left out."""
    short = [f"{n} {figures[n]:.2f} < {floor}" for n, floor in floors.items() if figures.get(n, floor) < floor]
    return short + [f"{n} {figures[n]:.2f} > {top}" for n, top in CEILINGS.items() if figures.get(n, top) > top]


def write_floors(figures: Figures, lower: set[str]) -> None:
    """Lift each floor to the measured figure less the margin; lower only what is named."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    for name, floor in floors.items():
        measured = round(figures.get(name, floor) - (0 if name.startswith("article.") else MARGIN), 2)
        if measured > floor or name in lower:
            floors[name] = measured
    head = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    FLOORS.write_text("\n".join([*head, *(f'"{n}" = {v}' for n, v in floors.items()), ""]), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
