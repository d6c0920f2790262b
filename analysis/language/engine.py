"""From text to words: sentences, forms, lemmas, tags, moods and names in one pass."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import repeat
from typing import Protocol

from analysis.language.casing import seen_in_text, true_case
from analysis.language.crf_tagger import Taggers, mark_punctuation
from analysis.language.crf_weights import read_model
from analysis.language.lemmas import lemma, load_lemmas
from analysis.language.mood import moods
from analysis.language.named_entities import carry_names, complete_persons, label_listed, well_formed
from analysis.language.sentences import split_sentences
from analysis.language.tagger_features import Features
from analysis.language.tokens import clean_form, tokenise
from analysis.language.word_table import load_words
from analysis.model import Document, Section, Sentence, Span, Token

TAG_MODEL = "tags.npz"
NAME_MODEL = "names.npz"


class Engine(Protocol):
    """Interface of an engine: the sections of a text in, a tagged document out."""

    def tag(self, text: str, sections: Sequence[Section]) -> Document:
        """The document of a text: only what its sections cover is cut into words."""
        ...


class StandardEngine:
    """The engine shipped with the project: tables and two small models, one core, no network."""

    def __init__(self) -> None:
        self._words = load_words()
        load_lemmas()
        self._taggers = Taggers([read_model(TAG_MODEL), read_model(NAME_MODEL)], Features(self._words))

    def tag(self, text: str, sections: Sequence[Section]) -> Document:
        """The document of a text: only what its sections cover is cut into words."""
        spans: list[list[Span]] = []
        places: list[tuple[Span, Section]] = []
        for section in sorted(sections, key=lambda section: section.start):
            for start, end in split_sentences(text, section.start, section.end):
                spans.append(tokenise(text, start, end))
                places.append(((start, end), section))
        texts = [[text[start:end] for start, end in sentence] for sentence in spans]
        forms = self._forms(texts, [section for _, section in places])
        tags: list[list[str]] = []
        names: list[list[str]] = []
        for sentence, tagged, named in zip(forms, *self._taggers.tag(forms), strict=True):
            tags.append(mark_punctuation(sentence, tagged))
            found = well_formed(named)
            label_listed(sentence, found, tags[-1])
            complete_persons(sentence, found, tags[-1])
            names.append(found)
        carry_names(forms, names, tags)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for number, ((start, end), section) in enumerate(places):
            first = len(tokens)
            tokens += _tokens(spans[number], texts[number], forms[number], tags[number], names[number])
            sentences.append(Sentence(start, end, first, len(tokens), section.name))
        return Document(text, tuple(tokens), tuple(sentences))

    def _forms(self, texts: Sequence[Sequence[str]], sections: Sequence[Section]) -> list[list[str]]:
        """The forms of every sentence, Title Case undone."""
        forms = [[word if word.isascii() else clean_form(word) for word in sentence] for sentence in texts]
        if any(section.title_case for section in sections):
            plain = (words for words, section in zip(forms, sections, strict=True) if not section.title_case)
            seen = seen_in_text(plain)
            for number, section in enumerate(sections):
                if section.title_case:
                    forms[number] = [true_case(form, seen, self._words) for form in forms[number]]
        return forms


def _tokens(
    spans: Sequence[Span], texts: Sequence[str], forms: Sequence[str], tags: Sequence[str], names: Sequence[str]
) -> Iterator[Token]:
    """The tokens of one sentence."""
    found, infinitives = zip(*moods(forms, tags), strict=True)
    words = [infinitive or lemma(*word) for infinitive, *word in zip(infinitives, forms, tags, strict=True)]
    starts, ends = zip(*spans, strict=True)
    # Made without a call of Python's for every token.
    return map(partial(tuple.__new__, Token), zip(starts, ends, texts, forms, words, tags, found, names, repeat(None)))


@cache
def load_engine() -> Engine:
    """The shipped engine, loaded once; raises ``FileNotFoundError`` naming a missing model."""
    return StandardEngine()
