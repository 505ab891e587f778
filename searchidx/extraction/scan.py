"""One text, scanned once: paragraphs, sentences, runs of capitalised words and quotations, all as spans.

Headline, body and dateline are scanned separately. Every part is found when it is first asked for, by one linear
pass of a regular expression, and kept. All spans are half-open character offsets into the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar, overload

from searchidx.extraction.quotations import Quotation, find_quotations

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x530)) if c.isupper())

# A full stop after these belongs to the word. A sentence may end after the last group, if a capital follows.
TITLE_ABBREVIATIONS = (
    "Mr Mrs Ms Mx Dr Drs Prof Profs Messrs Mme Mlle Sr Sra Rev Revd Fr Hon Rt St Ste Pres Sen Sens Rep Reps Gov Govs "
    "Lt Gen Gens Col Maj Capt Cmdr Cdr Adm Brig Sgt Cpl Pvt Pte Spc Supt Insp Det Cllr Amb Atty Asst Dep Del Ald Sec "
    "Treas Mt Ft Msgr Esq"
)
NAME_ABBREVIATIONS = "Co Corp Inc Ltd Bros Jr Plc Cie"
_MONTHS_AND_STATES = (
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass "
    "Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ave Blvd Rd No Nos vs v etc al eg ie cf "
    "approx dept est vol pp p"
)
_NEVER_LAST = frozenset(TITLE_ABBREVIATIONS.split())
_SELDOM_LAST = frozenset((NAME_ABBREVIATIONS + " " + _MONTHS_AND_STATES).split())

# Words that carry a capital only because they stand first; none of them starts a name.
OPENERS = frozenset(
    """
    The A An In On At By For From To Of With Without After Before Since Until Till While When Whenever Where
    Why What Whatever Who Whom Whose Which How If Though Although Because But And Or Nor So Yet Then Than
    That This These Those There Here He She It They We I You His Her Hers Its Their Our My Your Him Them Us
    Me As Is Are Was Were Be Been Being Has Have Had Having Do Does Did Will Would Can Could Should Might
    Must Not No Yes Also Both Either Neither Each Every Everyone Everybody Everything All Some Someone
    Something Any Anyone Anything Many Most Much More Few Several Such Another Other Others One Two Three
    Four Five Six Seven Eight Nine Ten Eleven Twelve Meanwhile However Still Even Just Only Now Today
    Yesterday Tomorrow Tonight Earlier Later Last Next Once Again Instead Moreover Nevertheless Nonetheless
    Despite During Among Amongst Between Under Over About Above Across Against Along Alongside Amid Around
    Behind Below Beneath Beside Besides Beyond Down Near Nearly Off Out Outside Inside Through Throughout
    Toward Towards Up Upon Within Per Via Like Unlike Let Perhaps Maybe According Asked Speaking Told Said
    Added Recently Eventually Finally Previously Currently Indeed Thus Therefore Hence Otherwise
    Additionally Furthermore Apparently Clearly Nobody Nothing None Never Always Often Sometimes Usually
    Almost Already Soon Too Very Well Oh Ah Hey Please Thanks Thank Sure Okay OK Rather Whether Whereas
    Wherever Given Following Based Asking Responding Replying Writing Citing Noting Calling Adding Saying
    Regarding Concerning Considering Including Excluding Part Half Thousands Hundreds Millions Dozens Scores
    Critics Officials Experts Analysts Police Reporters Voters People Residents Sources Supporters Opponents
    Witnesses Authorities Lawyers Prosecutors Investigators Doctors Scientists Researchers Traders Dealers
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays
    Saturdays Sundays
    """.split()
)
OPENERS |= {
    f"{verb}n{mark}t"
    for verb in "Do Does Did Is Are Was Were Has Have Had Would Could Should Need Ai".split()
    for mark in "'’"
} | {f"{verb}{mark}t" for verb in ("Can", "Won") for mark in "'’"}
# Openers that names start with too: "said Will Moss", "in Three Rivers".
_NAMES_TOO = frozenset(
    "Will An So Do Per Half Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
)
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Yesterday Tonight".split())

# Lower-case words inside a person's name.
PARTICLES = (
    "de del della di da do dos das du van von vom der den dem bin bint ibn ben al el la le las los ter ten te zu zur "
    "af av y e abu ul ur"
)

# The usual word comes first, with nothing but letters up to what cannot be part of a name; then a full stop after one
# letter or more, apostrophes, hyphens and "&". A full stop between two words is kept and judged afterwards.
_TOKEN = (
    rf"[{UPPER}](?:\w*(?![\w.'’&-])"
    rf"|\.(?:[{UPPER}]\.){{0,20}}(?!\w)"
    rf"|\w*(?:(?:['’](?!(?:s|ll|re|ve|d|m)\b)|-(?=[{UPPER}])|&)\w+|(?:-[a-zà-ÿ]{{1,5}}){{1,2}}(?=-[{UPPER}]))*"
    rf"(?:\.(?= [{UPPER}]))?)"
)
# What a particle can begin with is looked at before all of them are tried: after most names a plain word follows.
_PARTICLE = (
    f"(?=[{''.join(sorted({word[0] for word in PARTICLES.split()}))}])(?:{'|'.join(PARTICLES.split())}) "
)
_RUN = re.compile(
    rf"({_TOKEN}(?: (?:{_TOKEN}|(?:{_PARTICLE}){{1,2}}{_TOKEN}|(?:a[lnsdr]|el|u[lr])-{_TOKEN}))*)"
)
# Each run of marks can be read in one way only: thousands of them in a row must not take thousands of tries. A set of
# characters stands first, so that the search can jump from mark to mark.
_SENTENCE_END = re.compile(
    r"[.!?…](?<![.!?…]{2})[.!?…]*[\"'”’»)\]]*"
    rf"(?=\n|\s+(?:``|[\"'“‘«(\[—–-]|\.\.\.)*\s?[{UPPER}0-9$£€])"  # and behind it a paragraph or a sentence may begin
)
_WORD_BEFORE = re.compile(r"([\w'’.-]+)$")
_WORD_AFTER = re.compile(r" ?([\w'’-]+)")
_LINE_BREAK = re.compile(r"(?<=\S)\n(?=[^\s])")
_INITIAL_AFTER = frozenset(["", "\n", *'.!?:"”’“‘«([—…*•'])
_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much


class Run(NamedTuple):
    """Capitalised words in a row, such as "Brig. Gen. Oleksiy Hromov" or "New York"; no possessive ``'s``.

    Lower-case particles inside a name are part of it ("Ursula von der Leyen"); "of", "and" and "the" are not.
    A word that is capitalised only because a sentence starts with it ("But", "The", "Monday") is left out.
    ``initial``: the run itself opens a sentence, a quotation or a paragraph, so that its capital proves nothing.
    """

    start: int
    end: int
    text: str
    initial: bool


class Span(NamedTuple):
    """A stretch of the text, half-open."""

    start: int
    end: int


_Value = TypeVar("_Value")


class _once(Generic[_Value]):
    """A property that is computed when first asked for: `functools.cached_property` without its lock."""

    def __init__(self, compute: Callable[[Any], _Value]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, scan: None, owner: type) -> _once[_Value]: ...

    @overload
    def __get__(self, scan: object, owner: type) -> _Value: ...

    def __get__(self, scan: object | None, owner: type) -> _once[_Value] | _Value:
        if scan is None:
            return self
        value = scan.__dict__[self._name] = self._compute(scan)
        return value


class Scan:
    """A text and what one pass over it shows; each part is computed when first asked for.

    ``flat`` is the text with tabs, no-break spaces and the line breaks of hard-wrapped paragraphs turned into
    single spaces, character for character, so that offsets into it are offsets into ``text``.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @_once
    def flat(self) -> str:
        """The text with every white space that does not end a paragraph as a space; same length."""
        flat = self.text
        if "\r" in flat:
            flat = flat.replace("\r\n", " \n").replace("\r", "\n")
        for space in "\t" if flat.isascii() else "\t\xa0\u2009\u202f\u200a\u2002\u2003":
            if space in flat:
                flat = flat.replace(space, " ")
        return _LINE_BREAK.sub(" ", flat) if is_hard_wrapped(flat) else flat

    @_once
    def paragraphs(self) -> list[Span]:
        """The paragraphs, without surrounding white space; empty ones are left out."""
        found = []
        position = 0
        for line in self.flat.split("\n"):
            if line:
                stripped = line.strip()
                if stripped:
                    start = position if line[0] == stripped[0] else position + line.index(stripped)
                    found.append(_new(Span, (start, start + len(stripped))))
                position += len(line)
            position += 1
        return found

    @_once
    def sentences(self) -> list[Span]:
        """The sentences in order; none crosses a paragraph, a closing quotation mark belongs to its sentence."""
        flat = self.flat
        ends = _sentence_ends(flat)
        ends.append(len(flat) + 1)
        found = []
        position = 0
        for start, stop in self.paragraphs:
            while ends[position] <= start:
                position += 1
            while ends[position] < stop:
                end = ends[position]
                found.append(_new(Span, (start, end)))
                start = end + 1
                while flat[start] == " ":
                    start += 1
                position += 1
            found.append(_new(Span, (start, stop)))
        return found

    @_once
    def runs(self) -> list[Run]:
        """The runs of capitalised words in order."""
        flat = self.flat
        found: list[Run] = []
        add = found.append
        end = 0
        # Splitting gives gap and run in turn, at half the cost of one match object for each run.
        pieces = _RUN.split(flat)
        for gap, text in zip(pieces[::2], pieces[1::2], strict=False):
            start = end + len(gap)
            end = start + len(text)
            if text in OPENERS:
                continue
            if " " in text:
                first = text[: text.index(" ")]
                if ". " in text:
                    for piece_start, piece_end in _pieces(text):
                        _add_run(flat, start + piece_start, start + piece_end, found)
                    continue
                if first in OPENERS or text[text.rindex(" ") + 1 :] in _DAYS:
                    _add_run(flat, start, end, found)
                    continue
            before = gap[-1:]
            if before == " ":
                before = gap[-2:-1]
            add(_new(Run, (start, end, text, before in _INITIAL_AFTER)))
        return found

    @_once
    def quotations(self) -> list[Quotation]:
        """The outermost quotations in order, one per paragraph that a quotation runs through."""
        return find_quotations(self.flat, self.paragraphs)

    @_once
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @_once
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def sentence_number(self, position: int) -> int:
        """The number of the sentence that a character stands in (or follows); -1 before the first."""
        return bisect_right(self._sentence_starts, position) - 1

    def paragraph_number(self, position: int) -> int:
        """The number of the paragraph that a character stands in (or follows); -1 before the first."""
        return bisect_right(self._paragraph_starts, position) - 1

    def word_before(self, position: int) -> str:
        """The word that ends right before a position, over at most one space; "" after punctuation or at the start."""
        flat = self.flat
        end = position - 1 if flat[position - 1 : position] == " " else position
        start = flat.rfind(" ", max(0, end - 24), end) + 1 or max(0, end - 24)
        word = flat[start:end]
        if word.isalnum():
            return word
        match = _WORD_BEFORE.search(word)
        return match[1] if match else ""

    def word_after(self, position: int) -> str:
        """The word that starts right after a position, over at most one space; "" before punctuation or the end."""
        match = _WORD_AFTER.match(self.flat, position)
        return match[1] if match else ""


def is_hard_wrapped(text: str) -> bool:
    """Are paragraphs broken into lines of about equal length, with blank lines between them?"""
    blank = text.count("\n\n")
    inner = text.count("\n") - blank * 2
    if not blank or inner <= 0:
        return False
    lines = [len(line) for line in text.split("\n", 400)[:400] if line.strip()]
    return inner > len(lines) // 3 and max(lines) <= 100 and sorted(lines)[len(lines) // 2] >= 40


def _is_initial(flat: str, start: int) -> bool:
    """Does a sentence, quotation or paragraph start here?"""
    before = flat[start - 1 : start]
    if before == " ":
        before = flat[start - 2 : start - 1]
    return before in _INITIAL_AFTER


def _add_run(flat: str, start: int, end: int, found: list[Run]) -> None:
    """Add a run without the openers before and the weekdays behind it, unless nothing is left."""
    first = start
    while (space := flat.find(" ", start, end)) > 0 and (word := flat[start:space]) in OPENERS:
        if word in _NAMES_TOO and not _is_initial(flat, start):
            break  # the capital is a name's here
        if word == "Can" and start == first and not _is_initial(flat, start):
            break  # "in Can Tho", but "How Can Moss Win"
        if word in _DAYS and flat[max(0, start - 4) : start].lower() == "the ":
            break  # "the Sunday Times", "The Friday Group"
        start = space + 1
    while (space := flat.rfind(" ", start, end)) > 0 and flat[space + 1 : end] in _DAYS:
        end = space
    text = flat[start:end]
    if text not in OPENERS:
        found.append(Run(start, end, text, _is_initial(flat, start)))


def _pieces(text: str) -> list[Span]:
    """Cut a run at the full stops in it that end a sentence: "met Mr. Smith. He", "in the U.S. The president"."""
    pieces = []
    start = 0
    stop = text.find(". ")
    while stop >= 0:
        word = text[text.rfind(" ", 0, stop) + 1 : stop]
        if word not in _NEVER_LAST:
            short = len(word) == 1 or "." in word or word in _SELDOM_LAST
            following = text[stop + 2 :].split(" ", 1)[0]
            if not short or (following in OPENERS and following != "A"):
                pieces.append(Span(start, stop + (len(word) == 1 or "." in word)))
                start = stop + 2
        stop = text.find(". ", stop + 1)
    pieces.append(Span(start, len(text)))
    return pieces


def _sentence_ends(flat: str) -> list[int]:
    """Where sentences end: at a full stop, question or exclamation mark, with the marks behind it."""
    ends = []
    for match in _SENTENCE_END.finditer(flat):
        mark, end = match.span()
        if flat[end] == "\n" or end - mark > 1 or flat[mark] != "." or not _is_abbreviation(flat, mark):
            ends.append(end)
    return ends


def _is_abbreviation(flat: str, stop: int) -> bool:
    """Does a full stop, which a capital follows, belong to the word before it and end no sentence?"""
    space = flat.rfind(" ", max(0, stop - 14), stop)
    if space < 0 and stop > 14:
        return False  # no abbreviation is as long
    word = flat[space + 1 : stop].lstrip("(\"'“‘[")
    if word in _NEVER_LAST:
        return True
    if (
        word in _SELDOM_LAST
        or ("." in word and not word[-1].isdigit())
        or (len(word) == 1 and word.isupper() and word != "I")
    ):
        following = flat[stop + 2 : stop + 25].split(" ", 1)[0].strip("\"'“”‘’,;:()")
        return following.split("'")[0].split("’")[0] not in OPENERS
    return False
