"""Headlines: is an article's first line one, or does the story begin with it?"""

from __future__ import annotations

import re
from functools import lru_cache

from searchidx.splitting.dateline import find_dateline
from searchidx.splitting.sentences import first_sentence

#: No headline has more characters, or more words.
LONGEST = 220
_MOST_WORDS = 40
#: A sentence of so many words is no headline, unless it is all capitals.
_LEDE_WORDS = 20
_MARKDOWN = re.compile(r" {0,3}#{1,3}[ \t]+(.*?)(?:[ \t]+#+)?")
_UNDERLINE = re.compile(r"[=-]{3,}\s*")
_QUOTES = "\"'“”‘’»«)]"
_WORD = re.compile(r"\w[\w'’-]*")
#: Words that a title in capitals leaves small, and that say nothing about what a text is about.
_SMALL = frozenset(
    """
    a an and are as at be but by for from had has have her his if in into is it its nor not of on or over per
    that the their this to up v via vs was were with
    """.split()
)
#: Words of prose: headlines tell in the present tense, and do not say on which day.
_PROSE = frozenset(
    "said told was were had monday tuesday wednesday thursday friday saturday sunday yesterday".split()
)
#: How much of a story tells what it is about, in characters.
_BEGINNING = 500


def markdown_title(line: str, following: str) -> str | None:
    """Return the text of a Markdown heading: "# Title", or a line with a line of = or - under it."""
    if line.lstrip().startswith("#"):
        match = _MARKDOWN.fullmatch(line)
        return match[1].strip() or None if match else None
    if following[:1] in ("=", "-") and _UNDERLINE.fullmatch(following) and len(line) <= LONGEST:
        return line.strip() or None
    return None


@lru_cache(maxsize=1)  # asked of a line before its story is looked at, and after that
def may_be_headline(line: str) -> bool:
    """Tell by a look at the line alone whether it is worth a closer one; most first lines are ledes."""
    words = line.count(" ") + 1
    if len(line) > LONGEST or words > _MOST_WORDS or not any(map(str.isalpha, line)):
        return False
    if words < _LEDE_WORDS or line.rstrip(_QUOTES + " ")[-1:] not in (".", "!", "?"):
        return True
    return _is_shouted(line) or _is_title_case(line.split())


def is_headline(line: str, following: str, apart: bool) -> bool:
    """Tell whether the first line of an article is its headline.

    ``following`` is how the article goes on; ``apart`` tells whether an empty line, or a change from short lines to
    long ones, stands between. What ends in a full stop may be a lede of one sentence as well: a headline is short,
    and the story says again what it says. (The numbers below were fitted to 2,000 first lines of news, and tell
    19 of 20 others right.)
    """
    if not following or not may_be_headline(line):
        return False
    shouted = _is_shouted(line)
    if shouted and not following[:_BEGINNING].isupper():
        return True
    words = line.split()
    end = line.rstrip(_QUOTES + " ")[-1:]
    if find_dateline(line):
        return False
    if not shouted and _is_title_case(words):
        return True
    if end in ".!?":
        if not apart or first_sentence(line, LONGEST + 1) != line.strip():
            return False
        most = (
            7
            + 13 * share_said_again(line, following)
            - 5 * (not _PROSE.isdisjoint(_WORD.findall(line.lower())))
        )
        return len(words) < most
    return end not in ",:" and _is_prose(following)


def _is_shouted(line: str) -> bool:
    """Tell whether a line is in capitals, but for a word or two: "ECONOMIC SPOTLIGHT - DEFICIT WITH NICs"."""
    if line.isupper() or not line[:3].isupper():
        return line.isupper()
    return sum(map(str.isupper, line)) >= 0.9 * sum(map(str.isalpha, line))


def _is_title_case(words: list[str]) -> bool:
    """Tell whether all words but the small ones begin with a capital letter."""
    if sum(map(str.islower, words)) > 0.6 * len(
        words
    ):  # prose, as most lines are; the rest of this takes longer
        return False
    large = [word.lstrip("“‘\"'(") for word in words if word.lower() not in _SMALL]
    large = [word for word in large if word[:1].isalpha()]
    return len(large) > 2 and sum(not word[:1].islower() for word in large) >= 0.9 * len(large)


def share_said_again(line: str, following: str) -> float:
    """Return which share of a line's words of content the beginning of the story repeats, endings aside."""
    said = {word[:5] for word in _WORD.findall(following[:_BEGINNING].lower())}
    content = [word[:5] for word in _WORD.findall(line.lower()) if len(word) > 3 and word not in _SMALL]
    return sum(map(said.__contains__, content)) / max(1, len(content))


def _is_prose(following: str) -> bool:
    """Tell whether a story follows: a table or list has no sentence in it."""
    return any(
        mark in following for mark in (". ", ".\n", ".”", '."', "? ", "! ", "。")
    ) or following.endswith(".")
