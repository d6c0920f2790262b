"""The labelled sources: well formed, and how spans and readings of a label count."""

from analysis.model import Source
from analysis.sources.training.labelled import spans
from analysis.taxonomy import INSTITUTIONS
from tests.gold.source_labels import Label, read_labels


def test_labels_are_of_the_taxonomy_and_one_per_article() -> None:
    labels = read_labels()
    assert len(labels) == len({label.article for label in labels}) == 200
    assert {institution for label in labels for institution in label.institution} <= set(INSTITUTIONS)
    assert {naming for label in labels for naming in label.naming} <= {"named", "role", "unnamed", "none"}


def test_any_reading_of_a_label_counts_and_names_may_contain_each_other() -> None:
    label = Label("1", "0", ("BVG", "Berliner Verkehrsbetriebe"), ("DE",), ("business", "government"), ("named",))
    right = label.right(Source("Berliner Verkehrsbetriebe AG", "DE", "business", "business", "role"))
    assert right == {"category": True, "institution": True, "country": True, "naming": False, "entity": True}
    assert not label.right(Source("-", "-", "unknown", "unknown", "none"))["entity"]


def test_neighbouring_tokens_make_one_span() -> None:
    assert spans([(0, 3), (4, 8), (8, 9), (10, 12)], [3, 0, 1]) == ((0, 8), (10, 12))
