"""The model's statements beside the rules', with a model whose answers are known."""

from collections.abc import Sequence

import numpy as np
import pytest

from analysis.language.engine import load_engine
from analysis.language.token_columns import TokenColumns
from analysis.model import Document, Section
from analysis.statements import extract
from analysis.statements.apply_rules import find_drafts
from analysis.statements.extract import find_statements
from analysis.statements.frames.rule_table import LEARNED
from analysis.statements.model import tidy
from analysis.statements.model.decoding import Settings
from analysis.statements.model.features import OPEN, Encoder
from analysis.statements.model.onnx_model import Finder, load_network
from analysis.statements.model.revise import Evidence, apply_model
from analysis.statements.syntax.quotation_marks import pair_marks
from tests.factories import tagged

HEADLINE = "Minister sagt: Der Plan ist fertig"
BODY = "Die Ministerin sagte, der Plan sei fertig. Das Amt wollte sich nicht äußern. Es regnet heute stark."
EMPTY = Encoder({name: {} for name in (*OPEN, "rule")})


class Fixed:
    """A model that calls the tokens of given numbers, counted from the start of a piece, an indirect quote."""

    def __init__(self, tokens: Sequence[int], keep: float = 0.0) -> None:
        self.settings = Settings(keep=keep)
        self.calibration = (0.0, 1.0, 0.0, 0.0)
        zeros = np.zeros
        self.finder = Finder(
            zeros((13, 3)), zeros((5, 3)), zeros((5, 3)), (zeros((29, 3)), zeros((9, 3)), zeros((17, 3))),
            zeros((4, 4)), zeros((4, 1)),
        )  # fmt: skip
        self.sizes: list[int] = []
        self._tokens = tokens

    def read(self, numbers: np.ndarray) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
        self.sizes.append(len(numbers))
        outer = np.eye(11)[[0] * len(numbers)]
        for place, token in enumerate(self._tokens):
            outer[token] = np.eye(11)[4 if place else 3]
        return (outer, np.eye(11)[[0] * len(numbers)]), np.zeros((len(numbers), 4))


def document(*, headline: bool = True) -> Document:
    text = f"{HEADLINE}\n\n{BODY}" if headline else BODY
    start = text.index(BODY)
    sections = [Section("body", start, len(text))]
    return load_engine().tag(text, [Section("headline", 0, len(HEADLINE)), *sections] if headline else sections)


def test_headlines_and_silences_stay_as_the_rules_have_them() -> None:
    view = TokenColumns(document())
    drafts = find_drafts(view, pair_marks(view))
    revised = apply_model(view, pair_marks(view), drafts, Fixed([]), EMPTY)
    body = view.document.sentences[1].first
    assert revised == [draft for draft in drafts if draft.withheld or draft.at() < body]
    assert len(revised) == 2


def test_a_statement_that_no_rule_found() -> None:
    view = TokenColumns(document())
    first = view.document.sentences[1].first
    weather = view.low.index("regnet") - 1 - first
    revised = apply_model(
        view, pair_marks(view), find_drafts(view, pair_marks(view)), Fixed([weather, weather + 1, weather + 2]), EMPTY
    )
    (learned,) = [draft for draft in revised if draft.rule == LEARNED]
    assert view.text(*learned.quote[0]) == "Es regnet heute"
    assert learned.confidence is not None


def test_a_statement_that_a_rule_found_too_keeps_its_id() -> None:
    view = TokenColumns(document(headline=False))
    (said,) = [draft for draft in find_drafts(view, pair_marks(view)) if not draft.withheld]
    revised = apply_model(
        view, pair_marks(view), find_drafts(view, pair_marks(view)), Fixed(range(*said.quote[0])), EMPTY
    )
    assert said.rule in [draft.rule for draft in revised]


def test_what_the_model_is_unsure_of_goes() -> None:
    view = TokenColumns(document(headline=False))
    sure = apply_model(view, pair_marks(view), [], Fixed([0, 1, 2], keep=0.5), EMPTY)
    unsure = apply_model(view, pair_marks(view), [], Fixed([0, 1, 2], keep=1.0), EMPTY)
    assert len(sure) == 1
    assert unsure == []


def test_long_texts_are_read_in_pieces_that_overlap() -> None:
    text = " ".join([BODY] * 150)
    view = TokenColumns(tagged(text))
    model = Fixed([])
    apply_model(view, pair_marks(view), [], model, EMPTY)
    assert len(model.sizes) > 1
    assert max(model.sizes) < 2000
    assert sum(model.sizes) > view.size


def test_every_token_of_a_long_text_decides_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidy, "_FEWEST", 1)
    text = " ".join([BODY] * 150)
    view = TokenColumns(tagged(text))
    model = Fixed([])
    model.read = lambda numbers: (  # type: ignore[method-assign]
        (np.eye(11)[[3] * len(numbers)], np.eye(11)[[0] * len(numbers)]),
        np.zeros((len(numbers), 4)),
    )
    starts = sorted(draft.at() for draft in apply_model(view, pair_marks(view), [], model, EMPTY))
    assert starts == list(range(view.size))


def test_evidence_is_weighed() -> None:
    weak, strong = Evidence(0.4, 0.5, agreed=False), Evidence(0.9, 0.9, agreed=True)
    assert weak.confidence((0, 1, 1, 1)) < strong.confidence((0, 1, 1, 1)) < 1
    assert Evidence(0.5, 0.5, agreed=False).confidence((0, 1, 1, 1)) == pytest.approx(0.5)


def test_without_a_model_the_rules_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "_model", lambda: None)
    statements = find_statements(document())
    view = TokenColumns(document())
    drafts = find_drafts(view, pair_marks(view))
    assert {statement.rule for statement in statements} == {draft.rule for draft in drafts}


def test_the_shipped_model_is_there() -> None:
    network = load_network()
    assert network is not None
    assert set(network.vocabulary) == {*OPEN, "rule"}
