"""What marks and capitals around a name make of it: a dateline, a road, a sum of money, a church, a headline."""

from __future__ import annotations

import re

from searchidx.extraction.places.names import Name

# "U.S. 50", "U.S. Highway 82"
_ROUTE = re.compile(
    r" (?:(?:Highway|Hwy\.?|Route|Rt\.?|Interstate) )?\d{1,3}(?![\d,.]*\d| (?:million|billion|percent)|-)"
)
ODD_KEYS = frozenset(("us", "america", "france"))
ODD_MARKS = frozenset("/-")
_ORGANISATIONS = frozenset("Bank Voice Corporation Corp Corp. Boy Girl Scouts Miss Captain Team".split())
_DATELINE_MARKS = ("—", "–", "--", " - ", "(AP)", "(Reuters)", "(AFP)", "(CNN)")


def is_title(flat: str) -> bool:
    """Is this a headline with a capital on nearly every word, so that a capital means nothing?"""
    if len(flat) > 200 or ". " in flat:
        return False
    words = [word for word in flat.split() if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def is_something_else(flat: str, start: int, end: int, name: Name) -> bool:
    """ "US$10", "40 US dollars", "B/Texas/7/2009", "Bank of America", "Agence France-Presse"."""
    if flat[end : end + 1] == "$" or flat.startswith(" dollar", end):
        return True
    if name.key == "us" and _ROUTE.match(flat, end):
        return not flat.endswith(("the ", "The "), 0, start)
    before = flat[start - 1 : start]
    if before == "/" and flat[end : end + 1] == "/":
        return True
    if (
        before == "-"
        and start > 1
        and flat[start - 2].islower()
        and name.prior < 3.0
        and name.kind == "place"
    ):
        return True
    if name.key == "america" and flat[max(0, start - 4) : start] == " of ":
        return flat[max(0, start - 20) : start - 4].rsplit(" ", 1)[-1] in _ORGANISATIONS
    return name.key == "france" and name.head[-1:] == ("Agence",)


def amid_small_letters(flat: str, start: int, end: int) -> bool:
    """Does a word in capitals stand in running text?"""
    around = flat[end : end + 12] + flat[max(0, start - 12) : start]
    return any(letter.islower() for letter in around)


def is_possessed(flat: str, end: int) -> bool:
    """A saint whose church or square it is: "St. Peter's Square", "St George’s Chapel"."""
    return (
        flat[end : end + 1] in {"'", "’"}
        and flat[end + 1 : end + 3] == "s "
        and flat[end + 3 : end + 4].isupper()
    )


def opens_dateline(flat: str, start: int, end: int) -> bool:
    """Does a story begin here with its place, all in capitals, as in "KYIV (Reuters)" or "PARIS, Texas — "?"""
    if "\n" in flat[:start]:
        return False
    window = flat[end : end + 45]
    return any(mark in window for mark in _DATELINE_MARKS)
