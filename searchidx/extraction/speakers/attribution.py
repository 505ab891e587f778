"""Which words tell who said a quotation: the tag behind it ("…," Moss said), before it (Moss said: "…") or none.

Purely by syntax: the result names the cue and the subject as written; who that is comes later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.speakers.cues import CUE, CUES, NOUNS_TOO, SAYING, THINKING
from searchidx.extraction.speakers.subjects import (
    NAME,
    NOUN,
    PERSON,
    SPEAKING_NOUNS,
    Subject,
    clause_subject,
    subject_after,
    subject_before,
)

if TYPE_CHECKING:
    from searchidx.extraction.quotations import Quotation
    from searchidx.extraction.speakers.narration import Narration


class Cue(NamedTuple):
    """A cue in the reporter's own words: ``text[start:end]``, its form in lower case and its class."""

    start: int
    end: int
    form: str
    kind: str


class Tag(NamedTuple):
    """What names the speaker of a quotation: the cue (None after a bare colon), the subject, and how sure."""

    cue: Cue | None
    subject: Subject
    confidence: float


_ADVERBS = re.compile(r"[\s,]*(?:(?:\w+ly|then|also|later|once|and|he|she)\s)*$")
_OPEN_END = ",?!—–-…"
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being|get|got)(?: \w+ly| also| not| often)? ?$")
_AGENT = re.compile(r"[^.;\n\"]{0,60}? by ")
_ATTRIBUTIVE = re.compile(
    r"(?:^|[ \"(])(?:the|a|an|his|her|their|its|our|my|this|that|any|no|some|such|of|\w+['’]s?) ?$", re.I
)
_LIST_BETWEEN = re.compile(r"[\s\"\x01,;]*(?:and|or|but|as well as)?[\s\"\x01,;]*$")
_HEADLESS = re.compile(r"\w")
_PAST_PARTICIPLE_ONLY = frozenset("written sung sworn known seen".split())


def cues_of(narration: Narration) -> list[Cue]:
    """All the cues outside of quotations, in order."""
    text = narration.text
    cues = [Cue(match.start(1), match.end(1), match[1], CUES[match[1]]) for match in CUE.finditer(text)]
    position = text.find("According to ")
    if position >= 0:
        while position >= 0:
            cues.append(Cue(position, position + len("According to"), "according to", SAYING))
            position = text.find("According to ", position + 1)
        cues.sort()
    return cues


def is_passive(text: str, cue: Cue) -> bool:
    """ "was told", "is called": the subject is not who speaks."""
    if (
        cue.form.endswith(("ing", "s"))
        or cue.form in ("said so",)
        or cue.form.startswith(("was ", "were ", "is "))
    ):
        return False
    return bool(_PASSIVE.search(text, max(0, cue.start - 24), cue.start))


def subject_of(narration: Narration, cue: Cue, floor: int, ceiling: int) -> Subject | None:
    """Who does what a cue says, within the sentence from ``floor`` to ``ceiling``; None where that cannot be told."""
    text = narration.text
    form = cue.form
    if form == "according to":
        return subject_after(narration, cue.end, ceiling)
    if is_passive(text, cue):
        agent = _AGENT.match(text, cue.end, min(ceiling, cue.end + 80))
        return subject_after(narration, agent.end(), ceiling) if agent else None
    if form in NOUNS_TOO and _ATTRIBUTIVE.search(text, max(floor, cue.start - 24), cue.start):
        return None
    subject = subject_before(narration, cue.start, floor)
    if subject is None:
        return clause_subject(narration, cue.start, floor)
    if subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS:
        if form in NOUNS_TOO or cue.kind != SAYING:
            return None
        if form.endswith("ing"):
            return clause_subject(narration, cue.start, floor)
    return subject


def tag_behind(narration: Narration, quotation: Quotation, ceiling: int) -> Tag | None:
    """The tag that follows a quotation in its sentence: "…," Moss said; "…," said Moss; "…," according to Moss."""
    text = narration.text
    end = quotation.end
    match = CUE.search(text, end, min(ceiling, end + 400))
    if match is None:
        return None
    cue = Cue(match.start(1), match.end(1), match[1], CUES[match[1]])
    if cue.form == "according to":
        subject = subject_after(narration, cue.end, ceiling)
        return Tag(cue, subject, 0.95) if subject else None
    between = text[end : cue.start]
    if _ADVERBS.match(between) and not between.strip(" ,").endswith(("he", "she")):
        subject = subject_after(narration, cue.end, ceiling)
        return Tag(cue, subject, 0.97) if subject else None
    if cue.form in NOUNS_TOO and _ATTRIBUTIVE.search(between):
        return None
    if is_passive(text, cue):
        return None
    subject = subject_before(narration, cue.start, end)
    if subject is None:
        return None
    lead = text[end : subject.start]
    if len(lead) > 90 or lead.strip(" ,").startswith(
        ("and ", "but ", "as ", "when ", "because ", "which ", "that ")
    ):
        return None
    return Tag(cue, subject, 0.97 if len(lead) < 6 else 0.85)


def tag_before(narration: Narration, quotation: Quotation, floor: int, cues: list[Cue]) -> Tag | None:
    """The tag that leads up to a quotation in its sentence; ``cues`` are those between ``floor`` and the quotation."""
    text = narration.text
    start = quotation.start
    for cue in reversed(cues):
        subject = subject_of(narration, cue, floor, start)
        if subject is None:
            continue
        gap = start - cue.end
        if cue.kind == THINKING and gap > 60:
            continue
        return Tag(cue, subject, 0.95 if gap < 12 else 0.85 if gap < 80 else 0.7)
    lead = text[floor:start].rstrip()
    if lead.endswith(":") and len(lead) < 400:
        subject = clause_subject(narration, floor + len(lead), floor) or subject_before(
            narration, floor + len(lead) - 1, floor
        )
        if subject is not None:
            return Tag(None, subject, 0.7)
    return None


def ends_open(narration: Narration, quotation: Quotation) -> bool:
    """Does the sentence go on behind a quotation, so that a tag can follow?"""
    text = narration.scan.flat
    end = quotation.end
    if not quotation.closed:
        return False
    if text[end : end + 1] == ",":
        return True
    last = (
        text[quotation.inner_end - 1 : quotation.inner_end]
        if quotation.inner_end > quotation.inner_start
        else ""
    )
    following = text[end : end + 2].lstrip()
    return (
        last in _OPEN_END
        or (last == "." and following[:1].islower())
        or (last != "." and following[:1] not in ".;:!?")
    )


def is_said_by_name(subject: Subject) -> bool:
    """Is the speaker named, not by a pronoun or a noun?"""
    return subject.kind in (PERSON, NAME)
