"""Names that no gazetteer knows, found by the words around them: "the village of X", "near X, in eastern Y"."""

from __future__ import annotations

from searchidx.extraction.places.evidence import after_name, before_name
from searchidx.extraction.places.names import Name
from searchidx.extraction.places.words import INSTITUTION_WORDS
from searchidx.extraction.scan import Run
from searchidx.gazetteer import name_key


def unknown_name(flat: str, run: Run) -> Name | None:
    """A run that its context makes a place, with a prior below zero so that the context has to carry it."""
    text = run.text
    if len(text) < 3 or text.isupper() or text.count(" ") > 2 or not text[0].isalpha():
        return None
    before = before_name(flat, run.start)
    after = after_name(flat, run.end)
    if (
        before.rule.endswith(" of")
        or after.rule in {"region word", "a kind of place"}
        or before.rule
        in {
            "preposition",
            "direction",
        }
    ):
        words = text.split(" ")
        if any(word in INSTITUTION_WORDS for word in words):
            return None
        return Name(0, len(text), name_key(text), "place", (), -1.3, (), ())
    return None
