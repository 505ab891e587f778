"""Bylines: "By Jane Smith", "By JANE SMITH, Staff Writer", "Jane Smith in Kyiv"."""

from __future__ import annotations

import re

from searchidx.splitting.credit import is_agency
from searchidx.splitting.dates import DATE

_BY = re.compile(
    r"(?:by(?:line)?|words by|story by|text by|written by|(?:additional )?reporting by|co-authored by"
    r"|contribut(?:ing|ors?)(?: reporting)?|from(?=\s+(?:our|a)\b)|(?-i:[Vv]on|[Pp]ar|[Pp]or))(?::\s*|\s+)",
    re.I,
)
#: "Staff report", "From staff and wire reports", "Special to the Tribune": who wrote it, without a name.
_UNNAMED = re.compile(
    r"(?:from\s+)?(?:staff|wire|news service|agency)(?:(?:,| and| &|,? staff|,? wire|,? news service)*)"
    r"\s+(?:reports?|writers?|reporters?|services?)|special to (?:the )?[A-Z][\w.' &-]{2,50}",
    re.I,
)
#: What these begin with, whatever the case (a long s is one too): most lines are told by it.
_BY_INITIALS = frozenset("bwstracfvp" + "BWSTRACFVP" + "ſ")
_UNNAMED_INITIALS = frozenset("fswna" + "FSWNA" + "ſ")
_LONGEST = 150
_SEPARATOR = re.compile(r"\s*(?:[,;|/•·()]|\s[-–—]\s|[—–])\s*|\s+")
_NAME_WORD = re.compile(r"(?:[dl]['’])?[^\W\d_a-zß-öø-ÿ][\w.’'-]*")
_PARTICLES = frozenset("de del della van von der den di da dos al el bin ibn la le ter ten du y e".split())
_CONNECTORS = frozenset("and & in at for from of the to with by special our own a an on und et".split())
_JOBS = frozenset(
    """
    agencies agency analyst associated author bureau chief columnist contributor contributing contributed
    correspondent correspondents critic desk deputy diplomatic economics editor editors foreign international
    journalist national news photographer photographs pictures political press report reporter reporters reporting
    senior service staff writer writers
    """.split()
)
_AGENCIES = frozenset("reuter reuters ap afp upi dpa pa xinhua tass ani ians pti bbc cnn".split())
#: All that may be in small letters.
_SMALL = _PARTICLES | _CONNECTORS | _JOBS | _AGENCIES
#: Words that a phrase of time or a title opens with, and a name never.
_NO_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december the this that these those all some many most
    """.split()
)
_DATED = re.compile(rf"(?P<byline>\S.*?)\s*[,;|·•–—-]\s*(?P<date>(?i:{DATE}))")
_CONTACT = re.compile(r"[\w.+-]*@[\w.-]+|https?://\S+")


def dated_byline(line: str) -> tuple[str, str | None]:
    """Part "By Jane Smith, 3 May 2021" into byline and date; marks of emphasis around the line are left out."""
    line = line.strip().strip("*_").strip()
    match = _DATED.fullmatch(line) if line[-1:].isdigit() and len(line) <= _LONGEST else None
    return (match["byline"], match["date"]) if match else (line, None)


def is_byline(line: str, under_headline: bool = False) -> bool:
    """Tell whether a whole line says who wrote the article; "Jane Smith in Kyiv" without "By" only under a headline."""
    if len(line) > 2 * _LONGEST:
        return False
    line = dated_byline(line)[0].rstrip(".")
    if len(line) > _LONGEST or line[-1:] in '?!”"':  # and nothing is left of some
        return False
    opening = _BY.match(line) if line[0] in _BY_INITIALS else None
    if not opening:
        return under_headline and len(line) < 100 and (_is_unnamed(line) or _is_name_with_details(line))
    if is_agency(line[opening.end() :]):
        return True
    words = _words(line[opening.end() :])
    first = words[0].lower() if words else ""
    if first in _AGENCIES | _JOBS | {"our", "a", "an", "the"}:
        return _are_all_of_a_byline(words) and any(word.lower() in _AGENCIES | _JOBS for word in words)
    return _name_length(words) > 1 and first not in _NO_NAMES and _are_all_of_a_byline(words)


def _is_unnamed(line: str) -> bool:
    line = line.strip()
    return line[0] in _UNNAMED_INITIALS and _UNNAMED.fullmatch(line) is not None


def is_affiliation(line: str) -> bool:
    """Tell whether a line that ends the head, right under a byline, could name the paper: "Avalanche-Journal"."""
    words = line.split()
    return (
        0 < len(words) <= 5
        and line.rstrip()[-1:].isalpha()
        and all(word[:1].isupper() or word.lower() in _CONNECTORS for word in words)
    )


def is_bare_name(line: str) -> bool:
    """Tell whether a line is just what could be a person's name: "Jane Smith", "Jane de la Cruz"."""
    words = line.split()
    return 2 <= len(words) <= 4 and _name_length(words) == len(words) and not line.isupper()


def is_job(line: str) -> bool:
    """Tell whether a line under a byline goes on with it: "Defence Editor", "BBC News, Kyiv", "in Kyiv"."""
    if _is_prose(line):
        return False
    words = _words(line)
    return (
        0 < len(words) <= 8
        and _are_all_of_a_byline(words)
        and any(word.lower() in _JOBS | _AGENCIES for word in words)
    )


def is_signature(paragraph: str) -> bool:
    """Tell whether an article's last paragraph says who wrote it: "— Jane Smith", "Additional reporting by ..."."""
    if len(paragraph) > _LONGEST:
        return False
    text = paragraph.strip("—–-() ")
    if text == paragraph or paragraph[:1] not in "—–-":
        return is_byline(text)
    return is_byline(text) or is_bare_name(text.rstrip("."))


def _is_name_with_details(line: str) -> bool:
    """Tell whether a line is a name, or names, followed by a place or an office."""
    if _is_prose(line):
        return False
    words = _words(line)
    if not 3 <= len(words) <= 14 or words[0].lower() in _NO_NAMES or not _are_all_of_a_byline(words):
        return False
    length = _name_length(words)
    rest = words[length:]
    while rest and rest[0] in ("and", "&") and 2 <= length <= 4:
        length = _name_length(rest[1:])
        rest = rest[1 + length :]
    if not rest or not 2 <= length <= 4:
        return False
    return rest[0].lower() == "in" or any(word.lower() in _JOBS | _AGENCIES for word in rest)


def _is_prose(line: str) -> bool:
    """Tell by a word in small letters that a line is none of a byline, before it is taken apart with more care."""
    small = filter(str.islower, line.split())
    return any(word not in _SMALL and word.isascii() and word.isalpha() for word in small)


def _words(text: str) -> list[str]:
    return [word for word in _SEPARATOR.split(text) if word]


def _name_length(words: list[str]) -> int:
    """Return how many words the name that words open with has."""
    length = 0
    for word in words:
        if not (_NAME_WORD.fullmatch(word) or (length and word.lower() in _PARTICLES)):
            break
        if word.lower() in _JOBS:
            break
        length += 1
    return length


def _are_all_of_a_byline(words: list[str]) -> bool:
    return len(words) <= 20 and all(
        _NAME_WORD.fullmatch(word)
        or word.lower() in _CONNECTORS
        or word.lower() in _PARTICLES
        or word.lower() in _JOBS
        or word.lower() in _AGENCIES
        or _CONTACT.fullmatch(word)
        for word in words
    )
