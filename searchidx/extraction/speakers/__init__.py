"""Who said what: quotations and reported speech with their speakers."""

from __future__ import annotations

from searchidx.extraction.speakers.quotes import find_quotes, speakers_of

__all__ = ["find_quotes", "speakers_of"]
