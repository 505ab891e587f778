"""Each field of a batch of documents on its way to arrays: the analysis in bulk where the field allows it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from types import NoneType
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import formats
from whoosh.analysis import IDTokenizer, RegexTokenizer
from whoosh.fields import FieldType

from searchidx.store.analysis import ExactAnalyzer, NewsAnalyzer
from searchidx.store.bulk.helper import Helper
from searchidx.store.bulk.inversion import Inverter
from searchidx.store.codec.field_writer import field_facts, write_span_ranks
from searchidx.store.codec.postings import PostingsWriter
from searchidx.store.codec.sections import SectionWriter
from searchidx.store.codec.spans import Entries, SpansWriter
from searchidx.store.codec.terms import write_terms
from searchidx.store.codec.values import kind_of, occurrences
from searchidx.store.place_fields import WeightedIds
from searchidx.store.vocabulary import Vocabulary

Array = npt.NDArray[Any]

_REMEMBERED = 20_000  # values of a field whose terms are kept: dates and the like come again
_SUPPORTED = (formats.Existence, formats.Frequency, formats.Positions, formats.Characters)


def why_not(name: str, field: FieldType) -> str | None:
    """Return why a field cannot be written in bulk, or None where it can."""
    if field.format is not None and type(field.format) not in _SUPPORTED:
        return f"field {name!r} has postings of the format {type(field.format).__name__}"
    if type(field.format) is formats.Characters and type(field.analyzer) is not NewsAnalyzer:
        return f"field {name!r} keeps characters of another analyzer"
    if field.vector:
        return f"field {name!r} has term vectors"
    if field.separate_spelling():
        return f"field {name!r} keeps words for spelling apart"
    return None


class FieldGatherer:
    """The terms of one indexed field, for as many documents as one segment gets."""

    def __init__(self, name: str, field: FieldType) -> None:
        self.name = name
        self._field = field
        self._kind = kind_of(field.format)
        self._inverter = Inverter(self._kind.positions)

    @property
    def token_count(self) -> int:
        """The number of tokens gathered."""
        return self._inverter.token_count

    @property
    def lengths(self) -> Array | None:
        """The length of each document, or None for a field without lengths."""
        return self._inverter.lengths if self._field.scorable else None

    def add(self, values: Sequence[Any]) -> None:
        """Add the values of the next documents, None where one has none."""
        raise NotImplementedError

    def _vocabulary(self) -> Sequence[str] | Sequence[bytes]:
        raise NotImplementedError

    def write(self, out: SectionWriter, doc_count: int) -> dict[str, Any] | None:
        """Write the field and return what the directory says of it, or None where it has no terms."""
        if not self.token_count:
            return None
        terms, pieces = self._inverter.invert(self._vocabulary())
        write_terms(out, self.name, terms)
        writer = PostingsWriter(out, self.name, doc_count, self._kind.freqs, self._kind.positions)
        joined = [np.empty(0, np.int64)]
        for piece in pieces:
            joined.append(piece.joined + writer.position_count)
            writer.add(piece.postings if self._kind.freqs else piece.postings._replace(freqs=None))
        writer.finish()
        if self._kind.characters:
            rows = np.concatenate(joined)
            write_span_ranks(out, self.name, rows, np.ones(len(rows), np.uint16))
        scale = float(self._field.format.field_boost)
        return field_facts(self._kind, scale, writer.position_count * scale)


class NewsField(FieldGatherer):
    """A field of the news analyzer."""

    def __init__(
        self, name: str, field: FieldType, vocabulary: Vocabulary, out: SectionWriter, helper: Helper
    ) -> None:
        super().__init__(name, field)
        self._helper = helper
        self._words = vocabulary
        self._terms = vocabulary.terms  # this list, even if the vocabulary is cleared meanwhile
        self._spans = SpansWriter(out, name) if self._kind.characters else None

    def _vocabulary(self) -> Sequence[str]:
        return self._terms

    def add(self, values: Sequence[Any]) -> None:
        """See ``FieldGatherer``. Raises ``ValueError`` for a value that is no text."""
        for value in values:
            if value is not None and type(value) is not str:
                raise ValueError(f"field {self.name!r}: {value!r} is not text")
        tokens = self._words.analyse([value or "" for value in values])
        counts = np.diff(tokens.offsets)
        if self._spans is not None:
            entries = Entries(tokens.positions, tokens.starts, tokens.ends)
            self._helper.submit(self._spans.add, tokens.offsets, entries)
        if not self._kind.positions:
            self._inverter.add(tokens.terms, None, None, counts)
            return
        joined = np.zeros(len(tokens.terms), np.bool_)
        np.equal(tokens.positions[1:], tokens.positions[:-1], out=joined[1:])
        joined[tokens.offsets[:-1][counts > 0]] = False
        self._inverter.add(tokens.terms, tokens.positions, joined, counts)

    def write(self, out: SectionWriter, doc_count: int) -> dict[str, Any] | None:
        """See ``FieldGatherer``."""
        facts = super().write(out, doc_count)
        if facts and self._spans is not None:
            self._spans.finish()
        return facts


class OtherField(FieldGatherer):
    """Any other field: the terms that Whoosh's own ``index`` gives, remembered by value."""

    def __init__(self, name: str, field: FieldType) -> None:
        super().__init__(name, field)
        self._terms: list[bytes] = []
        self._numbers: dict[bytes, int] = {}
        self._split = _splitter(field)
        self._forget()

    def _vocabulary(self) -> Sequence[bytes]:
        return self._terms

    def _forget(self) -> None:
        self._known = _Learnt(self._learn)
        self._firsts = array("i", [0, 0])  # where the tokens of a known value begin; value 0 has none
        self._token_terms = array("i")
        self._token_positions = array("i")

    def add(self, values: Sequence[Any]) -> None:
        """See ``FieldGatherer``."""
        if self._split is _whole and "" not in values and set(map(type, values)) <= {str, NoneType}:
            self._add_whole(values)
            return
        if len(self._firsts) > _REMEMBERED:
            self._forget()
        known = self._known
        try:
            codes = [0 if value is None else known[value] for value in values]
        except TypeError:  # a list
            codes = [0 if value is None else self._learn(value) for value in values]
        firsts = np.array(self._firsts, np.int32)
        rows = firsts[codes]
        counts = firsts[1:][codes] - rows
        rows = np.repeat(rows - np.cumsum(counts) + counts, counts)
        rows += np.arange(len(rows))
        terms = np.array(self._token_terms, np.int32)[rows]
        if self._kind.positions:
            positions = np.array(self._token_positions, np.int32)[rows]
            self._inverter.add(terms, positions, np.zeros(len(rows), np.bool_), counts)
        else:
            self._inverter.add(terms, None, None, counts)

    def _add_whole(self, values: Sequence[str | None]) -> None:
        """Add values that are one term each."""
        numbers, terms = self._numbers, self._terms
        known = len(numbers)
        given = [numbers.setdefault(value.encode(), len(numbers)) for value in values if value is not None]
        fresh = list(islice(reversed(numbers), len(numbers) - known))
        terms.extend(reversed(fresh))
        counts = np.fromiter(map(bool, values), np.int64, len(values))
        self._inverter.add(np.array(given, np.int32), None, None, counts)

    def _learn(self, value: Any) -> int:
        """Take in the terms of a value, and return the number of the value."""
        if self._split is not None and type(value) is str and value:
            terms, numbers = self._terms, self._numbers
            for text in self._split(value):
                term = text.encode("utf-8")
                number = numbers.get(term)
                if number is None:
                    number = numbers[term] = len(terms)
                    terms.append(term)
                self._token_terms.append(number)
        else:
            self._analyse(value)
        self._firsts.append(len(self._token_terms))
        return len(self._firsts) - 2

    def _analyse(self, value: Any) -> None:
        for term, freq, weight, data in self._field.index(value):
            if weight != freq * self._field.format.field_boost:
                raise ValueError(f"field {self.name!r}: single words cannot be boosted in bulk")
            number = self._numbers.setdefault(term, len(self._terms))
            if number == len(self._terms):
                self._terms.append(term)
            if self._kind.positions:
                found = occurrences(self._kind, self._field.format, data)
                self._token_positions.extend([occurrence[0] for occurrence in found])
                freq = len(found)
            self._token_terms.extend([number] * freq)


class WeightedField(FieldGatherer):
    """A field of (term, frequency) pairs: they are the postings, all of a batch at once."""

    def __init__(self, name: str, field: FieldType) -> None:
        super().__init__(name, field)
        self._numbers: dict[str, int] = {}

    def _vocabulary(self) -> Sequence[str]:
        return list(self._numbers)

    def add(self, values: Sequence[Any]) -> None:
        """See ``FieldGatherer``."""
        numbers = self._numbers
        pairs = [pair for value in values if value for pair in value]
        terms = np.array([numbers.setdefault(term, len(numbers)) for term, _ in pairs], np.int32)
        freqs = np.array([freq for _, freq in pairs], np.int64)
        having = np.fromiter([len(value) if value else 0 for value in values], np.int64, len(values))
        ends = np.zeros(len(pairs) + 1, np.int64)
        np.cumsum(freqs, out=ends[1:])
        counts = np.diff(ends[np.cumsum(having)], prepend=0)
        self._inverter.add(np.repeat(terms, freqs), None, None, counts)


class _Learnt(dict[Any, int]):
    """The numbers of values, given at first sight."""

    def __init__(self, learn: Callable[[Any], int]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, value: Any) -> int:
        number = self[value] = self._learn(value)
        return number


def _splitter(field: FieldType) -> Callable[[str], list[str]] | None:
    """Return what does the same to a text as a field's analyzer, token by token, where that is one simple rule."""
    if type(field).index is not FieldType.index:
        return None
    kind, analyzer = kind_of(field.format), field.analyzer
    if type(analyzer) in (IDTokenizer, ExactAnalyzer) and not kind.positions:
        return _whole
    if type(analyzer) is not RegexTokenizer or analyzer.gaps or analyzer.expression.groups:
        return None
    found: Callable[[str], list[str]] = analyzer.expression.findall
    return found if kind.freqs and not kind.positions else None


def _whole(text: str) -> list[str]:
    return [text]


def gatherer(
    name: str, field: FieldType, vocabularies: Mapping[bool, Vocabulary], out: SectionWriter, helper: Helper
) -> FieldGatherer:
    """Return what gathers a field; ``vocabularies`` are those with stemming and without."""
    if type(field.analyzer) is NewsAnalyzer:
        return NewsField(name, field, vocabularies[field.analyzer.stem], out, helper)
    if type(field) is WeightedIds:
        return WeightedField(name, field)
    return OtherField(name, field)
