"""Snippets: the passages of a hit that show best where a query matched, as text plus spans.

A snippet is a slice of the field's text and half-open spans into it. Marks (ANSI, HTML) are added where it is shown.

    what = highlights_of(query, "body")
    for snippet in make_snippets(body, analyzer, what, count=3, width=200):
        snippet.text, snippet.spans, snippet.offset

``stored.StoredHighlighter`` gives the same from what the index keeps, without analysing the text again.
"""

from __future__ import annotations

from searchidx.store.snippets.analysed import analysed_occurrences, make_snippets
from searchidx.store.snippets.highlights import Highlights, PhraseTarget, WordTarget, highlights_of
from searchidx.store.snippets.passages import Occurrence, Snippet, choose_snippets, opening_snippet

__all__ = [
    "Highlights",
    "Occurrence",
    "PhraseTarget",
    "Snippet",
    "WordTarget",
    "analysed_occurrences",
    "choose_snippets",
    "highlights_of",
    "make_snippets",
    "opening_snippet",
]
