"""Which words tell who said a quotation: the tag behind it ("…," Moss said), before it (Moss said: "…") or none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.speakers.clauses import (
    BOUNDARY,
    INVERTED,
    QUOTING,
    Clauses,
    Cue,
    can_say,
    is_participle,
    is_passive,
    plural_subject,
    quoted_source,
)
from searchidx.extraction.speakers.cues import (
    CUE,
    CUES,
    NOUN_FORMS,
    NOUNS_TOO,
    PLURAL_ONLY,
    SAYING,
    SOURCE_FORMS,
    SPEECH_NOUN,
    STRONG,
    THINKING,
)
from searchidx.extraction.speakers.names import NAME, NOUN, PERSON, Subject, word_before
from searchidx.extraction.speakers.nouns import WRITTEN_NOUNS
from searchidx.extraction.speakers.subjects import clause_subject, subject_before
from searchidx.extraction.speakers.subjects_behind import source_after, subject_after

if TYPE_CHECKING:
    from searchidx.extraction.quotations import Quotation
    from searchidx.extraction.speakers.narration import Narration

_ADVERBS = re.compile(r"[\s,]*(?:(?:\w+ly|then|also|later|once|he|she)\s)*$")
_SIGNATURE = re.compile(r"\s{0,3}(?:[—–―-]|--) ?(?=[A-Z])")
_OPEN_END = ",?!—–-…"
_ATTRIBUTIVE = re.compile(
    r"(?:^|[ \"(])(?:the|a|an|his|her|their|its|our|my|this|that|any|no|some|such|of|\w+['’]s?) ?$", re.I
)


class Tag(NamedTuple):
    """What names the speaker of a quotation: the cue (None after a bare colon), the subject, and how sure."""

    cue: Cue | None
    subject: Subject
    confidence: float


def tag_behind(narration: Narration, quotation: Quotation, ceiling: int) -> Tag | None:
    """The tag that follows a quotation in its sentence: "…," Moss said; "…," said Moss; "…," according to Moss."""
    text = narration.text
    end = quotation.end
    signature = _SIGNATURE.match(text, end)
    if signature is not None:
        subject = subject_after(narration, signature.end(), len(text))
        if subject is not None and subject.kind in (PERSON, NAME):
            return Tag(None, subject, 0.9)
    match = CUE.search(text, end, min(ceiling, end + 400))
    while match is not None and CUES[match[1]] == SPEECH_NOUN:
        match = CUE.search(text, match.end(), min(ceiling, end + 400))
    if match is None:
        return None
    cue = Cue(match.start(1), match.end(1), match[1], CUES[match[1]])
    if cue.form in SOURCE_FORMS:
        subject = source_after(narration, cue.end, ceiling)
        return Tag(cue, subject, 0.95) if subject else None
    if cue.form in QUOTING and (quoted := quoted_source(narration, cue, ceiling)) is not None:
        return Tag(cue, quoted, 0.9)
    between = text[end : cue.start]
    if is_participle(cue.form):
        return None
    if _ADVERBS.match(between) and not between.strip(" ,").endswith(("he", "she")):
        subject = subject_after(narration, cue.end, ceiling)
        return Tag(cue, subject, 0.97) if subject and can_say(cue, subject) else None
    if cue.form in NOUNS_TOO and _ATTRIBUTIVE.search(between):
        return None
    if is_passive(text, cue):
        return None
    if cue.form in INVERTED and text[cue.start - 2] == ",":
        subject = subject_after(narration, cue.end, ceiling)
        if (
            subject is not None
            and subject.kind in (PERSON, NAME)
            and BOUNDARY.match(text, subject.end, ceiling + 1)
        ):
            return Tag(cue, subject, 0.85)
    if cue.form in PLURAL_ONLY:
        subject = plural_subject(narration, cue, end, word_before(text, cue.start, end))
    else:
        subject = subject_before(narration, cue.start, end)
    if subject is None or not can_say(cue, subject):
        return None
    lead = text[end : subject.start]
    far = len(lead) > 90
    if (far and (len(lead) > 220 or cue.form not in STRONG or subject.kind == NOUN)) or lead.strip(
        " ,"
    ).startswith(("and ", "but ", "as ", "when ", "because ", "which ", "that ")):
        return None
    return Tag(cue, subject, 0.97 if len(lead) < 6 else 0.75 if far else 0.85)


def tag_before(clauses: Clauses, quotation: Quotation, floor: int, cues: list[Cue]) -> Tag | None:
    """The tag that leads up to a quotation in its sentence; ``cues`` are those between ``floor`` and the quotation."""
    narration = clauses.narration
    text = narration.text
    start = quotation.start
    for cue in reversed(cues):
        subject = clauses.subject_of(cue, floor, start)
        if subject is None:
            continue
        gap = start - cue.end
        if cue.kind == THINKING and gap > 60:
            continue
        if gap > 15 and is_participle(cue.form) and text[cue.start - 2] != "," and cue is not cues[0]:
            continue
        return Tag(cue, subject, 0.95 if gap < 12 else 0.85 if gap < 80 else 0.7)
    lead = text[floor:start].rstrip()
    if lead.endswith(":") and len(lead) < 400:
        subject = clause_subject(narration, floor + len(lead), floor) or subject_before(
            narration, floor + len(lead) - 1, floor
        )
        if subject is not None and not _is_verb(subject.head):  # "The driver, 40, fumed:"
            return Tag(None, subject, 0.7)
    return None


def ends_open(narration: Narration, quotation: Quotation) -> bool:
    """Does the sentence go on behind a quotation, so that a tag can follow?"""
    text = narration.scan.flat
    end = quotation.end
    if not quotation.closed and text[end : end + 1] != " ":
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


def _is_verb(head: str) -> bool:
    """Is what looks like the head of a noun phrase a verb of saying, and no noun ("fumed", but not "post")?"""
    return (
        CUES.get(head) == SAYING
        and head not in NOUNS_TOO
        and head not in NOUN_FORMS
        and head not in WRITTEN_NOUNS
    )
