"""A term in several fields as if they were one: BM25F (Robertson, Zaragoza and Taylor 2004).

Adding up what a term scores in each field counts a word that stands in headline and body twice, and takes a word that
is rare in headlines for a rare word. Here the frequencies of all fields are added up before they are saturated, each
with the field's weight; so are the lengths, and there is one inverse document frequency, that of the field in which
most documents have the term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from whoosh import matching, query
from whoosh.scoring import BM25F, BaseScorer

from searchidx.store.weighting import TermCounts

FieldWeights = tuple[tuple[str, float], ...]


class CombinedTerm(query.Query):  # type: ignore[misc]
    """The documents that have ``text`` in any of the fields; ``fields`` maps their names to weights above 0.

    All must be analysed alike. Under a weighting other than BM25F the scores of the fields are added up.
    """

    def __init__(self, fields: Mapping[str, float] | FieldWeights, text: str, boost: float = 1.0) -> None:
        self.fields: FieldWeights = tuple(fields.items() if isinstance(fields, Mapping) else fields)
        self.text = text
        self.boost = boost

    def __repr__(self) -> str:
        return f"CombinedTerm({dict(self.fields)!r}, {self.text!r}, boost={self.boost})"

    def __str__(self) -> str:
        boost = f"^{self.boost}" if self.boost != 1.0 else ""
        return f"{'+'.join(name for name, _ in self.fields)}:{self.text}{boost}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CombinedTerm) and (self.fields, self.text, self.boost) == (
            other.fields,
            other.text,
            other.boost,
        )

    def __hash__(self) -> int:
        return hash((self.fields, self.text, self.boost))

    def is_leaf(self) -> bool:
        return False

    def children(self) -> Iterator[Any]:
        """Yield the term in each field, weighted as where scores are added up."""
        for name, weight in self.fields:
            yield query.Term(name, self.text, boost=self.boost * weight)

    def apply(self, function: Callable[[Any], Any]) -> CombinedTerm:
        return CombinedTerm(self.fields, self.text, self.boost)

    def normalize(self) -> CombinedTerm:
        return self

    def requires(self) -> set[Any]:
        return set()

    def estimate_size(self, ixreader: Any) -> int:
        return sum(int(ixreader.doc_frequency(name, self.text)) for name, _ in self.fields)

    def estimate_min_size(self, ixreader: Any) -> int:
        return max(int(ixreader.doc_frequency(name, self.text)) for name, _ in self.fields)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the matcher for Whoosh's searcher, with the scores that the evaluator computes too."""
        weighting = context.weighting if context is not None else searcher.weighting
        if not isinstance(weighting, BM25F):
            return query.Or(list(self.children())).matcher(searcher, context)
        frequencies: dict[int, float] = {}
        for name, weight in self.fields:
            if name not in searcher.schema or (name, self.text) not in searcher.reader():
                continue
            postings = searcher.reader().postings(name, self.text)
            while postings.is_active():
                document = postings.id()
                frequencies[document] = frequencies.get(document, 0.0) + weight * postings.weight()
                postings.next()
        if not frequencies:
            return matching.NullMatcher()
        documents = sorted(frequencies)
        return matching.ListMatcher(
            documents,
            [frequencies[document] for document in documents],
            scorer=_CombinedScorer(searcher, weighting, self),
        )


class _CombinedScorer(BaseScorer):  # type: ignore[misc]
    """BM25 of one segment's documents over the added up frequencies and lengths of several fields."""

    def __init__(self, searcher: Any, weighting: BM25F, term: CombinedTerm) -> None:
        parent = searcher.get_parent()
        count = parent.doc_count_all()
        having = max(parent.doc_frequency(name, term.text) for name, _ in term.fields)
        self._idf = weighting.idf(TermCounts(having, count), "", term.text) * term.boost
        total = sum(weight * parent.field_length(name) for name, weight in term.fields)
        self._average = (total / count if count else 0.0) or 1.0
        self._searcher, self._fields = searcher, term.fields
        self._b, self._k1 = weighting.B, weighting.K1

    def supports_block_quality(self) -> bool:
        return True

    def score(self, matcher: Any) -> float:
        document, frequency = matcher.id(), matcher.weight()
        length = sum(
            weight * (self._searcher.doc_field_length(document, name, 0) or 0)
            for name, weight in self._fields
        )
        norm = self._k1 * ((1 - self._b) + self._b * length / self._average)
        return float(self._idf * (self._k1 + 1) * frequency / (frequency + norm))

    def max_quality(self) -> float:
        return float(self._idf * (self._k1 + 1))

    def block_quality(self, matcher: Any) -> float:
        return self.max_quality()
