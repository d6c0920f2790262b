"""Which finite verbs of a document stand in Konjunktiv."""

from analysis.model import Document, Subjunctive


def find_subjunctives(document: Document) -> tuple[Subjunctive, ...]:
    """The finite verbs in Konjunktiv I or II, in text order; ``verb`` is the infinitive."""
    verbs = (token for token in document.tokens if token.mood)
    return tuple(Subjunctive((verb.start, verb.end), verb.lemma, verb.mood) for verb in verbs)
