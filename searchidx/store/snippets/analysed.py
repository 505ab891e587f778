"""Occurrences found by analysing a text again: needs no index, works for any field and any analyzer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from searchidx.store.snippets.highlights import Highlights, PhraseTarget, WordTarget, WrittenTarget
from searchidx.store.snippets.passages import Occurrence, Snippet, choose_snippets

Place = tuple[int, int, int]  # position, first character, character behind the last


def make_snippets(
    text: str,
    analyzer: Callable[..., Iterable[Any]],
    highlights: Highlights | Iterable[str],
    count: int = 3,
    width: int = 200,
) -> list[Snippet]:
    """Return up to ``count`` snippets of about ``width`` characters, the best passage first.

    ``analyzer`` is a Whoosh analyzer (that of the field); ``highlights`` what ``highlights_of`` returned, or simply
    words as the analyzer gives them. Where nothing matches the list is empty.
    """
    return choose_snippets(text, analysed_occurrences(text, analyzer, highlights), count, width)


def analysed_occurrences(
    text: str, analyzer: Callable[..., Iterable[Any]], highlights: Highlights | Iterable[str]
) -> list[Occurrence]:
    """Return every occurrence in the text, sorted."""
    if not isinstance(highlights, Highlights):
        highlights = Highlights(tuple(WordTarget(word) for word in highlights))
    if not highlights:
        return []
    found = find_occurrences(places_by_word(text, analyzer), highlights)
    return sorted([*found, *written_occurrences(text, highlights)])


def written_occurrences(text: str, highlights: Highlights) -> list[Occurrence]:
    """Return the occurrences of what is looked for as it is written."""
    return [
        Occurrence(start, end, number, ((start, end),))
        for number, target in enumerate(highlights.targets)
        if isinstance(target, WrittenTarget)
        for start, end in target.find(text)
        if start < end
    ]


def places_by_word(text: str, analyzer: Callable[..., Iterable[Any]]) -> dict[str, list[Place]]:
    """Return where each word of the text stands, in ascending order."""
    places: dict[str, list[Place]] = {}
    for token in analyzer(text, positions=True, chars=True, mode="index"):
        places.setdefault(token.text, []).append((token.pos, token.startchar, token.endchar))
    return places


def find_occurrences(places: dict[str, list[Place]], highlights: Highlights) -> list[Occurrence]:
    """Return the occurrences of every target, given where each word stands."""
    found: list[Occurrence] = []
    for number, target in enumerate(highlights.targets):
        if isinstance(target, PhraseTarget):
            found.extend(phrase_occurrences([places.get(w, []) for w in target.words], target.slop, number))
        elif isinstance(target, WrittenTarget):
            continue  # only the text tells
        elif target.accepts is None:
            found.extend(word_occurrences(places.get(target.text, []), number))
        else:
            for word, where in places.items():
                if target.accepts(word):
                    found.extend(word_occurrences(where, number))
    found.sort()
    return found


def word_occurrences(places: Iterable[Place], number: int) -> list[Occurrence]:
    """Return the occurrences of a word that stands at these places."""
    return [Occurrence(start, end, number, ((start, end),)) for _, start, end in places if start < end]


def phrase_occurrences(words: Sequence[Sequence[Place]], slop: int, number: int) -> list[Occurrence]:
    """Return the occurrences of a phrase, given where each of its words stands: the tightest chain for each end."""
    chains: list[tuple[Place, ...]] = [(place,) for place in words[0]]
    for places in words[1:]:
        longer: list[tuple[Place, ...]] = []
        chain = 0
        for place in places:
            # The chain that ends nearest before this place reaches it if any does.
            while chain + 1 < len(chains) and chains[chain + 1][-1][0] < place[0]:
                chain += 1
            if chains and 0 < place[0] - chains[chain][-1][0] <= slop:
                longer.append((*chains[chain], place))
        chains = longer
    return [_phrase(chain, slop, number) for chain in chains]


def _phrase(chain: tuple[Place, ...], slop: int, number: int) -> Occurrence:
    start, end = min(place[1] for place in chain), max(place[2] for place in chain)
    # Words that follow directly are one piece; those with others between are marked each.
    spans = ((start, end),) if slop == 1 else tuple(place[1:] for place in chain)
    return Occurrence(start, end, number, spans, float(len(chain)))
