"""Finds the statements of a tagged document: the rules propose them, the trained model corrects them."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from analysis.language.token_columns import Range, TokenColumns, minus
from analysis.model import Document, Statement
from analysis.resources import read_lexicon
from analysis.statements.apply_rules import find_drafts
from analysis.statements.frames.addressees import separate_addressee
from analysis.statements.frames.draft import Draft
from analysis.statements.model.features import Encoder
from analysis.statements.model.onnx_model import Network, load_network
from analysis.statements.model.revise import apply_model
from analysis.statements.syntax.quotation_marks import pair_marks
from analysis.statements.syntax.set_phrases import settle_moods

_UNKNOWN_RULE = 0.5
_AUTHOR = frozenset({"ich", "wir"})


def find_statements(document: Document) -> tuple[Statement, ...]:
    """The statements of a document in text order, with ids s1, s2, …; source, via and stance stay open."""
    view = TokenColumns(document)
    settled = settle_moods(view)
    quotations = pair_marks(view)
    drafts = find_drafts(view, quotations)
    if (model := _model()) is not None:
        drafts = apply_model(view, quotations, drafts, *model)
    wishes = _wishes(view, settled)
    said = (_without_wishes(draft, wishes) for draft in drafts if not _of_the_author(view, draft, settled))
    drafts = [separate_addressee(view, draft) for draft in said if draft is not None]
    drafts.sort(key=lambda draft: (draft.quote[0][0], -draft.quote[-1][1]))
    return tuple(_statement(view, number, draft) for number, draft in enumerate(drafts, start=1))


def _wishes(view: TokenColumns, settled: frozenset[int]) -> list[Range]:
    """The sentences whose only subjunctive is a set phrase: the author's own."""
    if not settled:
        return []
    sentences = ((sentence.first, sentence.last) for sentence in view.document.sentences)
    return [s for s in sentences if not settled.isdisjoint(range(*s)) and not any(view.mood[slice(*s)])]


def _of_the_author(view: TokenColumns, draft: Draft, settled: frozenset[int]) -> bool:
    """Whether the author speaks: "Ich glaube, …", or the verb belongs to a set phrase: "Sagen wir mal so: …"."""
    if settled and any(not settled.isdisjoint(range(*part)) for part in draft.cue):
        return True
    (first, last), *more = draft.speaker or ((0, 0),)
    return draft.type in ("indirect", "reported") and not more and last - first == 1 and view.low[first] in _AUTHOR


def _without_wishes(draft: Draft, wishes: Sequence[Range]) -> Draft | None:
    """The statement without the author's own sentences, but for its cue's; None where nothing is left."""
    if not wishes or draft.type == "direct":
        return draft
    own = tuple(s for s in wishes if not any(first < s[1] and s[0] < last for first, last in draft.cue))
    quote = tuple(part for whole in draft.quote for part in minus(whole, own))
    return draft.change(quote=quote) if quote else None


def _statement(view: TokenColumns, number: int, draft: Draft) -> Statement:
    sentences = view.document.sentences
    place = bisect_right(sentences, draft.quote[0][0], key=lambda sentence: sentence.first) - 1
    return Statement(
        id=f"s{number}",
        type=draft.type,
        section=sentences[place].section,
        quote=view.spans(draft.quote),
        speaker=view.spans(draft.speaker),
        cue=view.spans(draft.cue),
        frame=view.spans(draft.frame),
        addressee=view.spans(draft.addressee),
        withheld=draft.withheld,
        confidence=_confidences().get(draft.rule, _UNKNOWN_RULE) if draft.confidence is None else draft.confidence,
        rule=draft.rule,
    )


@cache
def _model() -> tuple[Network, Encoder] | None:
    """The trained model with its encoder; None where it is not installed, which leaves the rules alone."""
    network = load_network()
    return None if network is None else (network, Encoder(network.vocabulary))


@cache
def _confidences() -> dict[str, float]:
    """How often each rule is right; see ``analysis.statements.training.rule_confidence``."""
    return {row["rule"]: float(row["confidence"]) for row in read_lexicon("rule_confidence")}
