"""Words as they are written: the documents of a query, those kept whose stored text has them with these letters.

The index folds case, accents and endings away, so ``=Reading`` is answered in two steps: the documents of ``reading``,
and of these the ones whose text has Reading itself, between the borders of a word. In the same way ``*ing`` is answered
where stems do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from whoosh import matching, query

from searchidx.store.documents import from_stored, to_document
from searchidx.store.folding import fold
from searchidx.store.stored_article import unpack_headline
from searchidx.store.words import compounds

_APOSTROPHES, _HYPHENS = "'’‘ʼ", "‐‑-"
_PATTERNS = {
    " ": r"\s+",
    **dict.fromkeys(_APOSTROPHES, f"[{_APOSTROPHES}]"),
    **dict.fromkeys(_HYPHENS, f"[{_HYPHENS}]"),
}

_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
#: What folding changes: letters beyond ASCII, not the punctuation of every article.
_FOLDED = re.compile("[^\x00-\x7f‘’“”–—…•\xa0]")
_WILD = {"*": r"[^\W_]*", "?": r"[^\W_]"}


def exact_pattern(text: str) -> re.Pattern[str]:
    """Return what finds a text with its letters and capitals as a whole; kinds of apostrophe and hyphen are one."""
    between = "".join(_PATTERNS.get(char) or re.escape(char) for char in " ".join(text.split()))
    before = r"(?<!\w)" if text[:1].isalnum() else ""
    after = r"(?!\w)" if text[-1:].isalnum() else ""
    return re.compile(before + between + after)


def stored_text(stored: dict[str, Any], field: str) -> str:
    """Return the text of one indexed field from what is stored of a document; "" where it has none."""
    if field in stored:
        return str(stored[field])
    if "article" not in stored:
        return ""
    if field == "headline":
        return unpack_headline(stored["article"])
    value = to_document(from_stored(stored)).get(field, "")
    return value if isinstance(value, str) else ""


class ExactText(query.Query):  # type: ignore[misc]
    """The documents of ``child`` whose field has ``text`` as it is written, with the child's scores.

    An evaluator of its own may take ``child`` and ask ``accepts`` about its documents, best after all that is cheaper.
    """

    def __init__(self, fieldname: str, text: str, child: Any) -> None:
        self.fieldname = fieldname
        self.text = text
        self.child = child
        self._known: dict[tuple[int, int], bool] = {}
        self.boost = child.boost
        self._pattern = exact_pattern(text)

    def __repr__(self) -> str:
        return f"ExactText({self.fieldname!r}, {self.text!r}, {self.child!r})"

    def __str__(self) -> str:
        return f"{self.fieldname}:={self.text}"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._key() == other._key()

    def _key(self) -> tuple[Any, str, Any]:
        return self.fieldname, self.text, self.child

    def __hash__(self) -> int:
        return hash((self.fieldname, self.text))

    def accepts(self, stored: dict[str, Any]) -> bool:
        """Tell whether a document has the text, by its stored fields."""
        return self._pattern.search(stored_text(stored, self.fieldname)) is not None

    def accepts_document(self, segment: int, document: int, stored: Callable[[int], dict[str, Any]]) -> bool:
        """Tell the same of a document of a segment (remembered)."""
        key = (segment, document)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self.accepts(stored(document))
        return known

    def occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where in a text of the field it stands: half-open character offsets."""
        return (match.span() for match in self._pattern.finditer(text))

    def is_leaf(self) -> bool:
        return False

    def children(self) -> Iterator[Any]:
        return iter([self.child])

    def apply(self, function: Callable[[Any], Any]) -> ExactText:
        return ExactText(self.fieldname, self.text, function(self.child))

    def normalize(self) -> Any:
        return self.apply(lambda child: child.normalize())

    def field(self) -> str:
        return self.fieldname

    def requires(self) -> Any:
        return self.child.requires()

    def estimate_size(self, ixreader: Any) -> int:
        return int(self.child.estimate_size(ixreader))

    def estimate_min_size(self, ixreader: Any) -> int:
        return 0

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        def accepted(document: int) -> bool:
            return self.accepts(searcher.stored_fields(document))

        child = self.child.matcher(searcher, context)
        return VerifiedMatcher(child, accepted) if child.is_active() else child


class WrittenPattern(ExactText):
    """The documents of ``child`` that have in a field a word of a pattern, as it is written and not as it is stemmed.

    In ``text``, a folded word, * is any letters or none and ? is one. ``fieldnames`` are the fields that will do.
    """

    def __init__(self, fieldnames: str | tuple[str, ...], text: str, child: Any) -> None:
        self.fieldnames = (fieldnames,) if isinstance(fieldnames, str) else fieldnames
        super().__init__(self.fieldnames[0], text, child)
        self._pattern = re.compile(_word_pattern(text), re.IGNORECASE)
        # Where letters may stand before or behind, there is no border to look for.
        before, after = text.startswith("*"), text.endswith("*")
        self._search = re.compile(_word_pattern(text.strip("*"), not before, not after), re.IGNORECASE).search

    def __repr__(self) -> str:
        return f"WrittenPattern({self.fieldnames!r}, {self.text!r}, {self.child!r})"

    def __str__(self) -> str:
        return f"{'+'.join(self.fieldnames)}:{self.text}"

    def _key(self) -> tuple[Any, str, Any]:
        return self.fieldnames, self.text, self.child

    def accepts(self, stored: dict[str, Any]) -> bool:
        """Tell whether a document has a word of the pattern, by its stored fields."""
        for name in reversed(self.fieldnames):  # the body has most
            text = stored_text(stored, name)
            if self._search(text) or (_FOLDED.search(text) and self._search(fold(text))):
                return True
        return False

    def occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """See ``ExactText``."""
        matches = self._pattern.fullmatch
        for parts, joined in compounds(text):
            found = [part for part in parts if matches(part.text)]
            if not found and joined is not None and matches(joined.text):
                found = [joined]
            yield from ((word.start, word.end) for word in found)

    def apply(self, function: Callable[[Any], Any]) -> WrittenPattern:
        return WrittenPattern(self.fieldnames, self.text, function(self.child))


def _word_pattern(text: str, border_before: bool = True, border_after: bool = True) -> str:
    letters = [_WILD.get(char) or re.escape(char) for char in text]
    word = f"[{_APOSTROPHES}{_HYPHENS}]?".join(letters)
    return f"{_BEFORE if border_before else ''}{word}{_AFTER if border_after else ''}"


def in_any_field(queries: list[Any]) -> list[Any]:
    """Return the queries, those for one written pattern in several fields as one: each text is read once, and last."""
    if len(queries) < 2 or not all(type(each) is WrittenPattern for each in queries):
        return queries
    names = tuple(name for each in queries for name in each.fieldnames)
    return [WrittenPattern(names, queries[0].text, query.Or([each.child for each in queries]))]


class VerifiedMatcher(matching.WrappingMatcher):  # type: ignore[misc]
    """The postings of a matcher whose documents a function accepts; each document is asked about when reached."""

    def __init__(self, child: Any, accepted: Callable[[int], bool], boost: float = 1.0) -> None:
        super().__init__(child, boost)
        self._accepted = accepted
        self._settle()

    def _settle(self) -> None:
        while self.child.is_active() and not self._accepted(self.child.id()):
            self.child.next()

    def copy(self) -> VerifiedMatcher:
        return VerifiedMatcher(self.child.copy(), self._accepted, self.boost)

    def _replacement(self, newchild: Any) -> VerifiedMatcher:
        return VerifiedMatcher(newchild, self._accepted, self.boost)

    def reset(self) -> None:
        self.child.reset()
        self._settle()

    def next(self) -> None:
        self.child.next()
        self._settle()

    def skip_to(self, id: int) -> None:
        self.child.skip_to(id)
        self._settle()

    def skip_to_quality(self, minquality: float) -> int:
        skipped = int(super().skip_to_quality(minquality))
        self._settle()
        return skipped

    def all_ids(self) -> Iterator[int]:
        while self.is_active():
            yield self.id()
            self.next()
