"""What to ask instead: words that were misspelled, and looser queries; each is tried before it is suggested."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from searchidx.errors import QueryError
from searchidx.frozen import frozen
from searchidx.query import fields as query_fields
from searchidx.query.dates import DateRange, describe
from searchidx.query.loosen import loosened, with_words
from searchidx.query.printer import to_text
from searchidx.query.tree import And, Boosted, Exact, Field, Node, Or, Phrase, Required, Word, Words

if TYPE_CHECKING:
    from searchidx.store.evaluator.collection import Collection

Kind = Literal[
    "spelling", "drop", "or", "near", "words", "stemmed", "field", "any", "dates", "filter", "place"
]

MOST_SPELLINGS = 3
FEW = 5  # matches that leave room for doubt about a rare word
MOST_LOOSENED = 4
_MOST_TRIED = 40
_WIDER = (1, 5, 25)  # times the length of a range of days, on either side


@frozen
class Suggestion:
    """What else to ask, and how many it finds: tried out, never 0.

    ``kind`` is "spelling" for a word that may have been misspelled, "place" for a name of a place; or says what is
    loosened: "drop" one part, "or" instead of AND, "any" word instead of all, a phrase "near" or as "words",
    "stemmed" instead of exact, "field" for text instead of a field, "dates" for all days, "filter" for another
    narrowing option.
    ``change`` says it in words; ``query`` is the whole new query ("" where only options change).
    """

    kind: Kind
    change: str
    query: str
    total: int


@frozen
class Asked:
    """A question that was asked, with all that it takes to ask another one like it.

    ``count`` returns how many match a tree by a rule ("all" or "any" words) on these days. ``fields`` are the index
    fields of words that name none; ``index_fields`` returns those of a field of the query language.
    """

    tree: Node
    match: Literal["all", "any"]
    dates: DateRange | None
    count: Callable[[Node, Literal["all", "any"], DateRange | None], int]
    collection: Collection
    fields: tuple[str, ...]
    index_fields: Callable[[str], tuple[str, ...]]
    total: int


def suggestions(asked: Asked) -> tuple[Suggestion, ...]:
    """Return spellings of words that are nowhere, or rare where little was found; and looser queries if nothing was."""
    found = list(islice(_spelled(asked), MOST_SPELLINGS))
    if not asked.total:
        looser = sorted(_looser(asked), key=lambda each: _ORDER.index(each.kind))
        found += _of_each_kind(looser)
    return tuple(found)


_ORDER: tuple[Kind, ...] = ("dates", "stemmed", "near", "words", "field", "any", "drop", "or")


def _of_each_kind(looser: Sequence[Suggestion]) -> list[Suggestion]:
    """Choose the first of each kind, then others while there is room."""
    chosen: list[Suggestion] = []
    seen: set[str] = set()
    for only_new in (True, False):
        for each in looser:
            # Of two that find as many the first says enough: a OR b, where only b is anywhere.
            news = each.kind not in seen if only_new else each not in chosen
            if news and len(chosen) < MOST_LOOSENED and each.total not in {other.total for other in chosen}:
                chosen.append(each)
                seen.add(each.kind)
    return sorted(chosen, key=lambda each: _ORDER.index(each.kind))


def _looser(asked: Asked) -> Iterator[Suggestion]:
    if asked.dates is not None:
        for dates in (*_wider(asked.dates), None):
            total = asked.count(asked.tree, asked.match, dates)
            if total:
                change = describe(dates) if dates else "on all days"
                yield Suggestion("dates", change, to_text(asked.tree), total)
                break
    for kind, change, tree in islice(loosened(asked.tree), _MOST_TRIED):
        total = asked.count(tree, asked.match, asked.dates)
        if total:
            yield Suggestion(kind, change, to_text(tree), total)
    if asked.match == "all" and isinstance(asked.tree, Words):
        total = asked.count(asked.tree, "any", asked.dates)
        if total:
            yield Suggestion("any", "with any of the words", to_text(Or(asked.tree.items)), total)


def _wider(dates: DateRange) -> Iterator[DateRange]:
    """Yield the days around a range that has both ends: as many again on either side, then more."""
    if dates.start is not None and dates.end is not None:
        for times in _WIDER:
            more = times * (dates.end - dates.start)
            yield DateRange(dates.start - more, dates.end + more)


class _Unknown(NamedTuple):
    """A word that is nowhere, or rare: the leaf with it, its offsets in the leaf's text, what it may have meant."""

    leaf: Word | Phrase | Exact
    start: int
    end: int
    meant: list[Any]


def _spelled(asked: Asked) -> Iterator[Suggestion]:
    """Yield the query with its misspelled words replaced by the likeliest ones, then by others."""
    unknown = [each for each in _unknown(asked, asked.tree, asked.fields) if each.meant]
    if not unknown:
        return
    seen, found = set(), False
    # All words right must find more than all words as they are.
    least = asked.total if asked.match == "all" else 0
    for number in range(MOST_SPELLINGS):
        for changed in unknown:
            if number >= len(changed.meant):
                continue
            words = [(each, each.meant[number if each is changed else 0].word) for each in unknown]
            query = _corrected(asked.tree, words)
            text = to_text(query)
            if text in seen:
                continue
            seen.add(text)
            total = asked.count(query, "all", asked.dates)
            if total > least:
                found = True
                yield Suggestion("spelling", " ".join(word for _, word in words), text, total)
    if not found and not asked.total:  # the words are right, but no article has them all
        for each in unknown:
            for spelling in each.meant[:1] if len(unknown) > 1 else each.meant:
                yield Suggestion("spelling", spelling.word, spelling.word, spelling.documents)


def _corrected(tree: Node, words: Sequence[tuple[_Unknown, str]]) -> Node:
    corrections: dict[Node, str] = {}
    for each, word in sorted(words, key=lambda pair: -pair[0].start):
        text = corrections.get(each.leaf, each.leaf.text)
        corrections[each.leaf] = text[: each.start] + word + text[each.end :]
    return with_words(tree, corrections)


def _unknown(asked: Asked, node: Node, fields: tuple[str, ...]) -> Iterator[_Unknown]:
    """Yield the words that no document has where they are looked for, or few; what is excluded is left alone."""
    if isinstance(node, (And, Or, Words)):
        for item in node.items:
            yield from _unknown(asked, item, fields)
    elif isinstance(node, Field):
        known = query_fields.find(node.name)
        if known is not None and known.kind == "text":
            yield from _unknown(asked, node.item, asked.index_fields(node.name))
    elif isinstance(node, (Boosted, Required)):
        yield from _unknown(asked, node.item, fields)
    elif isinstance(node, (Word, Phrase, Exact)):
        yield from _unknown_words(asked, node, fields)


def _unknown_words(asked: Asked, leaf: Word | Phrase | Exact, fields: tuple[str, ...]) -> Iterator[_Unknown]:
    from searchidx.store.analysis import STOP_WORDS
    from searchidx.store.spelling import documents_with, far_more_frequent, spellings
    from searchidx.store.words import compounds

    for parts, joined in compounds(leaf.text):
        if joined is not None and documents_with(asked.collection, fields, joined.text):
            continue
        for part in parts:
            if part.text in STOP_WORDS:
                continue
            having = documents_with(asked.collection, fields, part.text)
            if not having:
                meant = spellings(asked.collection, fields, part.text, MOST_SPELLINGS)
            elif asked.total <= FEW:
                meant = far_more_frequent(asked.collection, fields, part.text, having, MOST_SPELLINGS)
            else:
                continue
            yield _Unknown(leaf, part.start, part.end, meant)


def counting(
    translate: Callable[[Node, Literal["all", "any"]], Any], count: Callable[[Any, DateRange | None], int]
) -> Callable[[Node, Literal["all", "any"], DateRange | None], int]:
    """Return an ``Asked.count``; what cannot be asked finds nothing."""

    def counted(tree: Node, match: Literal["all", "any"], dates: DateRange | None) -> int:
        try:
            return count(translate(tree, match), dates)
        except QueryError:
            return 0

    return counted
