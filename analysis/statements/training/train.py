"""Trains the statement model: ``python -m analysis.statements.training.train NEWSPAPERS --work FOLDER``.

The open corpus and the written articles in data/corpus are read, and NEWSPAPERS, a file of articles annotated in the
same way, which lie outside the project. Nobody's figures are taken on the written ones: every net learns from them.
Five steps, the first four kept in the work folder and not repeated there: ``pretrain`` on what the rules say of these
texts and of others that nobody annotated; ``folds``, nets that each leave out a part of the articles and then say what
they think of it; ``student``, a net that begins as their mean and learns from the annotations and from those opinions;
``decide``, where probabilities become decisions, set on the same opinions; ``export`` into data/models.
The same input and seed give the same nets on the same machine.
"""

import argparse
import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from analysis.language.engine import load_engine
from analysis.resources import data_root
from analysis.statements.model.features import Encoder
from analysis.statements.training.corpora import read_news, read_sentences
from analysis.statements.training.export_onnx import write
from analysis.statements.training.fit import Plan, fit
from analysis.statements.training.label_repairs import repaired
from analysis.statements.training.net import Net, like_meaning, mean_of, seed_all, sizes_of
from analysis.statements.training.samples import Sample, by_the_rules, count_words, cut, parse, sample
from analysis.statements.training.scoring import reliability
from analysis.statements.training.teachers import predict, softened
from analysis.statements.training.tune import figures, found_with, judged, remembered, score, tune

STEPS = ("pretrain", "folds", "student", "decide", "export")
FOLDS = 5
_BLOCKS = 10
_DECIDING = 7
"""Blocks on which thresholds are set; those behind tell what the decisions are worth."""
CORPUS = data_root() / "corpus" / "articles.jsonl"
WRITTEN = data_root() / "corpus" / "written.jsonl"
_PRETRAINING = Plan(epochs=3, rate=2.5e-3, tokens=4000, seed=1, blind=0.8)
_FOLD = Plan(epochs=11, rate=2.5e-3, tokens=3500, seed=10)
_STUDENT = Plan(epochs=7, rate=1.5e-3, tokens=3500, seed=20, soft=0.3, dropped=0.3)
log = logging.getLogger("train")


def main() -> None:
    """Run the steps named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newspapers", type=Path, help="annotated articles beside the open corpus (JSON lines)")
    parser.add_argument("--sentences", type=Path, help="GermEval 2014 NER: sentences for pretraining (gzipped)")
    parser.add_argument("--work", type=Path, required=True, help="where steps are kept")
    parser.add_argument("--steps", nargs="*", default=STEPS, choices=STEPS)
    parser.add_argument(
        "--folds", nargs="*", type=int, default=range(FOLDS), help="which nets to fit, for two at a time"
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    training = Training(arguments.newspapers, arguments.sentences, arguments.work)
    training.asked = arguments.folds
    for step in arguments.steps:
        getattr(training, step)()


class Training:
    """The steps over one set of corpora, with their results in a work folder."""

    def __init__(self, newspapers: Path, sentences: Path | None, work: Path) -> None:
        self._inputs = [CORPUS, newspapers]
        self._sentences, self._work = sentences, work
        work.mkdir(parents=True, exist_ok=True)
        read = [list(parse(read_news(path), load_engine())) for path in self._inputs]
        self._ids = [{text.id for text in texts} for texts in read]
        self.news = [text for texts in read for text in texts]
        self.asked: Sequence[int] = range(FOLDS)
        written = list(parse(read_news(WRITTEN), load_engine()))
        self._vocabulary_file = work / "vocabulary.json"
        if self._vocabulary_file.exists():
            self.vocabulary = json.loads(self._vocabulary_file.read_text(encoding="utf-8"))
        else:
            self.vocabulary = count_words([*self.news, *written])
            self._vocabulary_file.write_text(json.dumps(self.vocabulary, ensure_ascii=False), encoding="utf-8")
        self._written = written
        self.pieces = [list(cut(sample(repaired(text), self.vocabulary))) for text in self.news]
        self.learned = [piece for text in written for piece in cut(sample(repaired(text), self.vocabulary))]

    def pretrain(self) -> None:
        """Fit a net to what the rules say, mostly without telling it."""
        if not self._saved("pretrained").exists():
            seed_all(_PRETRAINING.seed)
            net = Net(sizes_of(self.vocabulary))
            like_meaning(net, self.vocabulary)
            others = parse(read_sentences(self._sentences), load_engine()) if self._sentences else ()
            texts = (by_the_rules(text) for group in (self.news, self._written, others) for text in group)
            pieces = [piece for text in texts for piece in cut(sample(text, self.vocabulary))]
            log.info("pretraining on %s tokens", sum(len(piece.numbers) for piece in pieces))
            fit(net, pieces, _PRETRAINING, log.info)
            self._save(net, "pretrained")

    def folds(self) -> None:
        """Fit one net per part of the articles left out."""
        for number in self.asked:
            if not self._saved(f"fold{number}").exists():
                net = self.net("pretrained")
                seen = [one for group in self.pieces if fold_of(group[0].id) != number for one in group]
                seen += self.learned
                log.info("fold %s", number)
                fit(net, seen, _FOLD._replace(seed=_FOLD.seed + number), log.info)
                self._save(net, f"fold{number}")

    def student(self) -> None:
        """Fit the net that is shipped."""
        if not self._saved("student").exists():
            nets = [self.net(f"fold{number}") for number in range(FOLDS)]
            taught: list[Sample] = [
                softened(piece, predict([nets[fold_of(piece.id)]], piece)) for group in self.pieces for piece in group
            ]
            net = mean_of(nets, self.vocabulary)
            log.info("student")
            fit(net, [*taught, *(softened(piece, predict(nets, piece)) for piece in self.learned)], _STUDENT, log.info)
            self._save(net, "student")

    def decide(self) -> None:
        """Set thresholds and calibration."""
        target = self._work / "decisions.json"
        if not target.exists():
            nets = [self.net(f"fold{number}") for number in range(FOLDS)]
            articles = list(
                remembered([(text, nets[fold_of(text.id)]) for text in self.news], Encoder(self.vocabulary))
            )
            looked_at = [article for article in articles if block_of(article.text.id) < _DECIDING]
            settings, calibration = tune(looked_at, score, log.info)
            kept = found_with(articles, settings, calibration)
            parts = {path.parent.name: ids for path, ids in zip(self._inputs, self._ids, strict=True)}
            parts["undecided"] = {text.id for text in self.news if block_of(text.id) >= _DECIDING}
            unseen = {name: figures([one for one in kept if one[0].id in ids]) for name, ids in parts.items()}
            undecided = [article for article in articles if block_of(article.text.id) >= _DECIDING]
            decisions = {
                "settings": asdict(settings),
                "calibration": calibration,
                "unseen": unseen,
                "reliability": reliability(judged(undecided, settings, calibration)),
            }
            target.write_text(json.dumps(decisions), encoding="utf-8")

    def export(self) -> None:
        """Write the files of the shipped model."""
        decisions = json.loads((self._work / "decisions.json").read_text(encoding="utf-8"))
        inputs = [*self._inputs, WRITTEN, *([self._sentences] if self._sentences else [])]
        made = {
            "unseen": decisions.pop("unseen"),
            "reliability": decisions.pop("reliability"),
            "inputs": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in inputs},
            "plans": [plan._asdict() for plan in (_PRETRAINING, _FOLD, _STUDENT)],
        }
        write(self.net("student"), {**decisions, "made": made, "vocabulary": self.vocabulary})

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


def block_of(identifier: str) -> int:
    """One of ten blocks of articles, by a hash of the id, so that all who measure deal alike."""
    return int(hashlib.sha1(identifier.encode()).hexdigest(), 16) % _BLOCKS


def fold_of(identifier: str) -> int:
    """The part of the articles that this one is left out with."""
    return block_of(identifier) * FOLDS // _BLOCKS


if __name__ == "__main__":
    main()
