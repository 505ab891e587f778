"""Analysis: text to terms with positions and offsets, as Whoosh asks for it: one text, one token after the other.

The rules are in ``words``; stemming is English Snowball. ``vocabulary`` has the same behaviour for many texts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from whoosh.analysis import Analyzer, Token

from searchidx.store.words import LONGEST, compounds, words

_STOP_WORDS = """
a about above after again against all also although am among an and any are arent as at be because been before
being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during
each few for from further had hadnt has hasnt have havent having he her here hers herself him himself his how i
if in into is isnt it its itself just me more most must my myself no nor not of off on once only or other our
ours ourselves out over own same she should shouldnt so some such than that the their theirs them themselves
then there these they this those through to too under until up upon very was wasnt we were werent what when
where which while who whom why will with wont would wouldnt you your yours yourself yourselves
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words as folded, not stemmed, that say little by themselves: indexed, but left out of ranked bags of words."""

_REMEMBERED_STEMS = 200_000


def make_stemmer() -> Callable[[list[str]], list[str]]:
    """Return a function from folded words to their stems, which remembers nothing."""
    import snowballstemmer

    stemmer = snowballstemmer.stemmer("english")
    if hasattr(stemmer, "maxCacheSize"):
        stemmer.maxCacheSize = 0  # its cache takes several times as long as stemming
    stems_of = stemmer.stemWords
    return lambda words: [stem[:LONGEST] for stem in stems_of(words)]


class _Stems(dict[str, str]):
    """The stem of every word met, computed once per distinct word."""

    def __init__(self) -> None:
        super().__init__()
        self._stems_of = make_stemmer()

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED_STEMS:
            self.clear()
        stem = self[word] = self._stems_of([word])[0]
        return stem


@lru_cache(maxsize=1)
def _stems() -> _Stems:
    return _Stems()


def stem_word(word: str) -> str:
    """Return the stem of a folded word."""
    return _stems()[word]


class QueryWord(NamedTuple):
    """One word of a query as typed, perhaps of several parts: counter-attack.

    ``words`` are its parts as folded (to compare with ``STOP_WORDS``), ``terms`` the same as indexed, at successive
    positions; ``joined`` is the term of the joined form, or None. It matches ``joined``, or ``terms`` as a phrase.
    ``start`` and ``end`` are its offsets in the query.
    """

    words: tuple[str, ...]
    terms: tuple[str, ...]
    joined: str | None
    start: int
    end: int


class NewsAnalyzer(Analyzer):  # type: ignore[misc]
    """The Whoosh analyzer of news text; without stemming it is the one for names.

    In mode "query" joined forms are left out, so that the tokens of a quoted text are those of a phrase;
    ``query_words`` tells them.
    """

    def __init__(self, stem: bool = True) -> None:
        self.stem = stem
        self.is_morph = stem

    def __repr__(self) -> str:
        return f"NewsAnalyzer(stem={self.stem})"

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        mode: str = "",
        no_morph: bool = False,
        **kwargs: Any,
    ) -> Iterator[Token]:
        """Yield the tokens of a text, the same object over and over as Whoosh has it."""
        term_of = stem_word if self.stem and not no_morph else str
        token = Token(positions, chars, removestops=removestops, mode=mode, **kwargs)
        for word in words(value):
            if word.joined and mode == "query":
                continue
            token.text = term_of(word.text)
            token.boost = 1.0
            if keeporiginal:
                token.original = value[word.start : word.end]
            if positions:
                token.pos = start_pos + word.position
            if chars:
                token.startchar = start_char + word.start
                token.endchar = start_char + word.end
            yield token

    def query_words(self, text: str) -> list[QueryWord]:
        """Return the words of a query text, linked parts together."""
        return list(_query_words(text, self.stem))


@lru_cache(maxsize=1000)  # each step from a query to its articles asks for the same words
def _query_words(text: str, stem: bool) -> tuple[QueryWord, ...]:
    term_of = stem_word if stem else str
    found = []
    for parts, joined in compounds(text):
        written = tuple(part.text for part in parts)
        terms = tuple(term_of(word) for word in written)
        whole = term_of(joined.text) if joined else None
        found.append(QueryWord(written, terms, whole, parts[0].start, parts[-1].end))
    return tuple(found)


class ExactAnalyzer(Analyzer):  # type: ignore[misc]
    """The Whoosh analyzer of paths and identifiers: the whole value is one term, as it stands."""

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        mode: str = "",
        **kwargs: Any,
    ) -> Iterator[Token]:
        """Yield one token, or none for an empty value."""
        if not value:
            return
        token = Token(positions, chars, removestops=removestops, mode=mode, **kwargs)
        token.text = value
        token.boost = 1.0
        if keeporiginal:
            token.original = value
        if positions:
            token.pos = start_pos
        if chars:
            token.startchar, token.endchar = start_char, start_char + len(value)
        yield token
