"""Headlines: is an article's first line one, or does the story begin with it?"""

from __future__ import annotations

import re

from searchidx.splitting.dateline import find_dateline
from searchidx.splitting.sentences import first_sentence

#: No headline has more characters.
LONGEST = 220
_MARKDOWN = re.compile(r" {0,3}#{1,3}[ \t]+(.*?)(?:[ \t]+#+)?")
_UNDERLINE = re.compile(r"[=-]{3,}\s*")
_SMALL = frozenset(
    """
    a an the of in on at to for from by with and or but nor as is if vs v via over into per up
    """.split()
)
_QUOTES = "\"'“”‘’»«)]"
#: Words of prose: headlines drop articles, tell in the present tense, and do not say who said it on which day.
_PROSE = frozenset(
    """
    the a an was were had has have been said says told according monday tuesday wednesday thursday friday
    saturday sunday yesterday today he she they his her their which who that would there this it
    """.split()
)


def markdown_title(line: str, following: str | None) -> str | None:
    """Return the text of a Markdown heading: "# Title", or a line that is underlined."""
    match = _MARKDOWN.fullmatch(line)
    if match:
        return match[1].strip() or None
    if following is not None and _UNDERLINE.fullmatch(following) and len(line) <= LONGEST:
        return line.strip() or None
    return None


def is_headline(line: str, following: str, apart: bool) -> bool:
    """Tell whether the first line of an article is its headline.

    ``following`` is how the article goes on; ``apart`` tells whether an empty line stands between.
    """
    line = line.strip()
    if len(line) > LONGEST or not following.strip() or not any(map(str.isalpha, line)):
        return False
    end = line.rstrip(_QUOTES)[-1:]
    if end in ",;" or _opens_with_dateline(line):
        return False
    shouted = apart and line.upper() == line and following.upper() != following
    if not shouted and first_sentence(line, LONGEST + 1) != line:
        return False
    words = line.split()
    if len(words) > 40:
        return False
    if line.upper() == line or _is_title_case(words):
        return True
    if end == ":":
        return False
    if end in "?!":
        return apart and len(line) <= 140
    if end != ".":
        return True
    return apart and len(words) <= 20 and _prose_share(words) < 0.15


def _is_title_case(words: list[str]) -> bool:
    """Tell whether all words but the small ones begin with a capital letter."""
    large = [word.strip("“‘\"'(") for word in words if word.lower() not in _SMALL]
    large = [word for word in large if word[:1].isalpha()]
    return len(large) > 2 and sum(not word[:1].islower() for word in large) >= 0.9 * len(large)


def _prose_share(words: list[str]) -> float:
    return sum(word.strip(".,;:“”‘’\"'()").lower() in _PROSE for word in words) / len(words)


def _opens_with_dateline(line: str) -> bool:
    """Tell a lede from a headline in capitals with a dash in it, which has neither date nor agency before the dash."""
    dateline = find_dateline(line)
    return dateline is not None and (line.upper() != line or bool(dateline.date_text or dateline.agency))
