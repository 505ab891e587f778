"""Texts as terms, and terms as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from searchidx.store.vocabulary import Vocabulary

_SMALL = 3  # one occurrence in this many in small letters makes a word of a name


class Sample:
    """Some texts, analysed as the index is: how often each has each term, and how its terms are written in them."""

    def __init__(self, texts: Sequence[str]) -> None:
        vocabulary = Vocabulary()
        self._texts = texts
        self._tokens = vocabulary.analyse(texts)
        self._numbers = {term: number for number, term in enumerate(vocabulary.terms)}
        self.terms: list[str] = vocabulary.terms
        self.lengths = np.diff(self._tokens.offsets)
        owners = np.repeat(np.arange(len(texts)), self.lengths)
        width = max(1, len(self.terms))
        keys, self.counts = np.unique(owners * width + self._tokens.terms, return_counts=True)
        self.text_of, self.term_of = keys // width, keys % width
        """Parallel to ``counts``: text ``text_of[i]`` has term ``term_of[i]`` ``counts[i]`` times."""

    def texts_having(self) -> list[int]:
        """Return for each term how many of the texts have it."""
        having: list[int] = np.bincount(self.term_of, minlength=len(self.terms)).tolist()
        return having

    def surfaces(self, terms: Iterable[str]) -> dict[str, str]:
        """Return how each term is most often written: the shorter form where even."""
        wanted = {self._numbers[term]: term for term in terms if term in self._numbers}
        rows = np.flatnonzero(np.isin(self._tokens.terms, list(wanted)))
        owners = np.searchsorted(self._tokens.offsets, rows, side="right") - 1
        written: dict[int, Counter[str]] = {number: Counter() for number in wanted}
        for row, owner in zip(rows.tolist(), owners.tolist(), strict=True):
            start, end = int(self._tokens.starts[row]), int(self._tokens.ends[row])
            written[int(self._tokens.terms[row])][self._texts[owner][start:end]] += 1
        return {wanted[number]: _most_common(forms) for number, forms in written.items() if forms}


def _most_common(forms: Counter[str]) -> str:
    folded: Counter[str] = Counter()
    for form, count in forms.items():
        folded[form.lower()] += count
    best = min(folded, key=lambda form: (-folded[form], len(form), form))
    # A word that begins sentences and stands inside them too is written small; a name is written as it mostly is.
    if _SMALL * forms[best] >= folded[best]:
        return best
    return min((form for form in forms if form.lower() == best), key=lambda form: (-forms[form], form))
