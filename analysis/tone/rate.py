"""Tone of a document: of every sentence with the voice that speaks in it, and of the whole text."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from analysis.model import Document, Sentence, SentenceTone, Statement, TextTone
from analysis.sources.entities.index import ArticleEntities
from analysis.tone.score import Sum, label, score
from analysis.tone.targets import named_in
from analysis.tone.textblob_de.polarity import polarity

_SPOKEN = ("direct", "indirect", "subjunctive", "free_indirect")
"""Types of statements that give the speaker's words; a summary is the author's."""


def rate_tone(
    document: Document, statements: tuple[Statement, ...], entities: ArticleEntities
) -> tuple[tuple[SentenceTone, ...], TextTone]:
    """The tone of each sentence, in order, and of the text.

    A sentence is quoted where at least half of its words stand inside quotes. The text's own tone is taken
    over the tone words of all its sentences; its base value is textblob-de's for the body (``body_texts``).
    ``entities`` is made of the same document.
    """
    voices, named = _quoting_statements(document, statements), named_in(document, entities)
    sentences, whole = [], Sum()
    for number, sentence in enumerate(document.sentences):
        found = score(document.tokens_of(sentence))
        whole += found
        span = (sentence.start, sentence.end)
        statement = voices.get(number)
        sentences.append(
            SentenceTone(
                span=span,
                section=sentence.section,
                voice="author" if statement is None else "quoted",
                textblob=polarity(document.text[slice(*span)]),
                tone=round(found.tone, 4),
                event_words=found.events,
                statement=statement,
                tone_events=round(found.tone_events, 4),
                names=named[number],
            )
        )
    base = polarity("\n\n".join(body_texts(document)))
    tone = round(whole.tone, 4)
    return tuple(sentences), TextTone(label(tone), tone, base)


def body_texts(document: Document) -> Iterator[str]:
    """The stretches of the text that are body, as they stand; of a text without body, its headlines.

    A stretch ends where the next sentence is no body, or where skipped text lies before it.
    """
    body = [sentence for sentence in document.sentences if sentence.section == "body"]
    stretch: list[Sentence] = []
    for sentence in body or document.sentences:
        if stretch and document.text[stretch[-1].end : sentence.start].strip():
            yield document.text[stretch[0].start : stretch[-1].end]
            stretch = []
        stretch.append(sentence)
    if stretch:
        yield document.text[stretch[0].start : stretch[-1].end]


def _quoting_statements(document: Document, statements: tuple[Statement, ...]) -> dict[int, str]:
    """The statement that covers most of each quoted sentence, by the sentence's number."""
    starts = [token.start for token in document.tokens]
    sentence_of = [number for number, s in enumerate(document.sentences) for _ in range(s.first, s.last)]
    is_word = [any(map(str.isalnum, token.text)) for token in document.tokens]
    covered: dict[int, set[int]] = defaultdict(set)
    shares: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for statement in statements:
        if statement.withheld or statement.type not in _SPOKEN:
            continue
        inside = sorted(
            {
                at
                for start, end in statement.quote
                for at in range(bisect_left(starts, start), bisect_left(starts, end))
                if is_word[at]
            }
        )
        for number, words in Counter(sentence_of[at] for at in inside).items():
            shares[number].append((words, -len(inside), statement.id))
        for at in inside:
            covered[sentence_of[at]].add(at)
    return {
        number: max(shares[number])[2]
        for number, words in covered.items()
        if 2 * len(words) >= sum(is_word[slice(*document.sentences[number][2:4])])
    }
