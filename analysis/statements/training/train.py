"""Trains the statement model: ``python -m analysis.statements.training.train BENCHMARKS --work FOLDER``.

Six steps, the first five kept in the work folder and not repeated there: ``pretrain`` on prose annotated for
speech, thought and writing; ``folds``, nets that each leave out a part of the news articles and then say what they
think of it; ``students``, nets that learn from the annotations and from those opinions; ``merge``, which makes one net
of the students; ``decide``, where probabilities become decisions, set on the same opinions; ``export`` into
data/models. The same input and seed give the same nets on the same machine.
"""

import argparse
import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from analysis.language.engine import load_engine
from analysis.statements.model.features import Encoder
from analysis.statements.training.corpora import read_news, read_prose
from analysis.statements.training.distil import merge
from analysis.statements.training.export_onnx import write
from analysis.statements.training.fit import Plan, fit
from analysis.statements.training.net import Net, seed_all, sizes_of
from analysis.statements.training.samples import Parsed, Sample, count_words, cut, parse, sample
from analysis.statements.training.teachers import TeacherOutput, predict, softened
from analysis.statements.training.tune import remembered, scorer, tune

STEPS = ("pretrain", "folds", "students", "merge", "decide", "export")
FOLDS = 4
STUDENTS = 2
_PROSE = ("redewiedergabe-main.tsv.gz", "redewiedergabe-single.tsv.gz")
_PRETRAINING = Plan(epochs=4, rate=2.5e-3, tokens=6000, seed=1)
_FOLD = Plan(epochs=12, rate=2e-3, tokens=3000, seed=10)
_STUDENT = Plan(epochs=14, rate=2e-3, tokens=3000, seed=20, soft=0.5)
_MERGING = Plan(epochs=6, rate=5e-4, tokens=3000, seed=30)
log = logging.getLogger("train")


def main() -> None:
    """Run the steps named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmarks", type=Path, help="the folder of the benchmarks")
    parser.add_argument("--work", type=Path, required=True, help="where steps are kept")
    parser.add_argument("--steps", nargs="*", default=STEPS, choices=STEPS)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    training = Training(arguments.benchmarks, arguments.work)
    for step in arguments.steps:
        getattr(training, step)()


class Training:
    """The steps over one set of corpora, with their results in a work folder."""

    def __init__(self, benchmarks: Path, work: Path) -> None:
        self._benchmarks, self._work = benchmarks, work
        work.mkdir(parents=True, exist_ok=True)
        engine = load_engine()
        self.news = list(parse(read_news(benchmarks / "quotes" / "train.jsonl"), engine))
        self._vocabulary_file = work / "vocabulary.json"
        if self._vocabulary_file.exists():
            self.vocabulary = json.loads(self._vocabulary_file.read_text(encoding="utf-8"))
        else:
            self.vocabulary = count_words([*self.news, *self.news, *self._prose(_PROSE[:1])])
            self._vocabulary_file.write_text(json.dumps(self.vocabulary, ensure_ascii=False), encoding="utf-8")
        self.samples = [sample(text, self.vocabulary) for text in self.news]

    def _prose(self, names: Sequence[str]) -> Iterator[Parsed]:
        engine = load_engine()
        for name in names:
            yield from parse(read_prose(self._benchmarks / "extra" / name), engine)

    def pretrain(self) -> None:
        """Fit a net to the prose."""
        if not self._saved("pretrained").exists():
            seed_all(_PRETRAINING.seed)
            net = Net(sizes_of(self.vocabulary))
            pieces = [piece for text in self._prose(_PROSE) for piece in cut(sample(text, self.vocabulary))]
            log.info("pretraining on %s tokens", sum(len(piece.numbers) for piece in pieces))
            fit(net, pieces, _PRETRAINING, log.info)
            self._save(net, "pretrained")

    def folds(self) -> None:
        """Fit one net per part of the articles left out."""
        for number in range(FOLDS):
            if not self._saved(f"fold{number}").exists():
                net = self.net("pretrained")
                seen = [one for place, one in enumerate(self.samples) if place % FOLDS != number]
                log.info("fold %s", number)
                fit(net, seen, _FOLD._replace(seed=_FOLD.seed + number), log.info)
                self._save(net, f"fold{number}")

    def opinions(self) -> list[TeacherOutput]:
        """For every article the predictions of the net that was not trained on it."""
        nets = [self.net(f"fold{number}") for number in range(FOLDS)]
        return [predict([nets[place % FOLDS]], one) for place, one in enumerate(self.samples)]

    def students(self) -> None:
        """Fit the nets that the shipped one is made of."""
        missing = [number for number in range(STUDENTS) if not self._saved(f"student{number}").exists()]
        if not missing:
            return
        taught: list[Sample] = [
            softened(one, opinion) for one, opinion in zip(self.samples, self.opinions(), strict=True)
        ]
        for number in missing:
            net = self.net("pretrained")
            log.info("student %s", number)
            fit(net, taught, _STUDENT._replace(seed=_STUDENT.seed + number), log.info)
            self._save(net, f"student{number}")

    def merge(self) -> None:
        """Make the net that is shipped."""
        if not self._saved("merged").exists():
            nets = [self.net(f"student{number}") for number in range(STUDENTS)]
            asked = [softened(one, predict(nets, one)) for one in self.samples]
            log.info("merge")
            self._save(merge(nets, self.vocabulary, asked, _MERGING, log.info), "merged")

    def decide(self) -> None:
        """Set thresholds and calibration."""
        target = self._work / "decisions.json"
        if not target.exists():
            nets = [self.net(f"fold{number}") for number in range(FOLDS)]
            articles = list(remembered(self.news, nets, Encoder(self.vocabulary)))
            settings, calibration = tune(articles, scorer(self._benchmarks), log.info)
            target.write_text(json.dumps({"settings": asdict(settings), "calibration": calibration}), encoding="utf-8")

    def export(self) -> None:
        """Write the files of the shipped model."""
        decisions = json.loads((self._work / "decisions.json").read_text(encoding="utf-8"))
        inputs = [self._benchmarks / "quotes" / "train.jsonl", *(self._benchmarks / "extra" / name for name in _PROSE)]
        made = {
            "inputs": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in inputs},
            "plans": [plan._asdict() for plan in (_PRETRAINING, _FOLD, _STUDENT, _MERGING)],
        }
        write(self.net("merged"), {**decisions, "made": made, "vocabulary": self.vocabulary})

    def net(self, name: str) -> Net:
        """A net of an earlier step."""
        net = Net(sizes_of(self.vocabulary))
        net.load_state_dict(torch.load(self._saved(name), weights_only=True))
        net.eval()
        return net

    def _saved(self, name: str) -> Path:
        return self._work / f"{name}.pt"

    def _save(self, net: Net, name: str) -> None:
        unfinished = self._saved(name).with_suffix(".new")
        torch.save(net.state_dict(), unfinished)
        unfinished.replace(self._saved(name))


if __name__ == "__main__":
    main()
