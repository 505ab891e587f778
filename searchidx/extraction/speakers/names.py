"""Names as subjects: what belongs to the name of an institution or a firm, and what only stands in a list of places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.people import PersonMention
from searchidx.extraction.speakers.function_words import DETERMINERS, STOPS
from searchidx.extraction.speakers.nouns import FIRM_ENDS, INSTITUTION_ENDS, PAIRED_ENDS, SPEAKING_NOUNS

if TYPE_CHECKING:
    from searchidx.extraction.scan import Run
    from searchidx.extraction.speakers.narration import Narration

PERSON, PRONOUN, NAME, NOUN = "person", "pronoun", "name", "noun"
_new = tuple.__new__  # a named tuple's own constructor is a call more
_JOINTS = (" and ", " & ", "'s ", "’s ")
_NAME_GOES_ON = re.compile(r" (?:of|for|on|and) (?:the )?(?=[A-Z])")
_CLAUSE_STARTS = (", ", '" ', "— ", "– ", "; ", ": ")
_LIST_JOINTS = (", and ", " and ", ", ")
_INSTITUTIONS = INSTITUTION_ENDS - {"Secretary", "Director"}
_BEFORE_PLACES = frozenset("of in from at near to for with on".split())


class Subject(NamedTuple):
    """The words ``text[start:end]`` that name a speaker.

    ``kind`` is "person" (``mention`` says which), "pronoun", "name" (capitalised, no known person: an organisation
    or an office) or "noun" ("a spokesman"); ``head`` the noun that decides ("spokesman", "he", "Genentech").
    """

    kind: str
    start: int
    end: int
    head: str
    mention: PersonMention | None = None


def word_before(text: str, position: int, floor: int) -> str:
    """The lower-case form of the word before a position, "" at the floor or after punctuation."""
    end = position
    if end > floor and text[end - 1] == " ":
        end -= 1
    start = text.rfind(" ", floor, end) + 1 or floor
    word = text[start:end]
    return word.lower() if word.isalpha() else ""


def name_of(narration: Narration, run: Run) -> Subject:
    """The subject that a run of capitals makes; an institution's name goes on over "of" ("Bank of England")."""
    text = narration.text
    start, end, last, _ = run
    if start and text[start - 1] not in ' "(<\n':  # "D-N.M.": a run that begins inside a word
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    final = last[last.rfind(" ") + 1 :]
    if len(last) == 1 or final in FIRM_ENDS or final in PAIRED_ENDS:
        start = joined_start(narration, start)  # "Standard & Poor's Corp", "S and P"
    if last in FIRM_ENDS and start < run.start and text.endswith(", ", 0, start):
        partner = narration.run_ending_at(start - 2)  # "Smith, Jones and Co"
        start = partner.start if partner is not None else start
    if text.endswith(" and ", 0, start):
        start = institution_start(narration, start)
    while last[last.rfind(" ") + 1 :] in INSTITUTION_ENDS:
        match = _NAME_GOES_ON.match(text, end)
        following = narration.run_starting_at(match.end()) if match else None
        if following is None:
            break
        _, end, last, _ = following
    return _new(Subject, (NAME, start, end, text[start:end], None))


def institution_start(narration: Narration, start: int) -> int:
    """Where an institution's name begins that goes on over "and": "Centers for Disease Control and Prevention"."""
    text = narration.text
    first = start
    for _ in range(5):
        joint = next((mark for mark in _LIST_JOINTS if text.endswith(mark, 0, first)), "")
        run = narration.run_ending_at(first - len(joint)) if joint else None
        if run is None:
            break
        first = run.start
    if text.endswith("the ", 0, first):
        first -= len("the ")
    for word in (" of ", " for ", " on "):
        if text.endswith(word, 0, first):
            institution = narration.run_ending_at(first - len(word))
            if institution is not None and institution.text.rsplit(" ", 1)[-1] in INSTITUTION_ENDS:
                return institution.start
    return start


def joined_start(narration: Narration, start: int) -> int:
    """Where the name of a firm begins that is put together of several runs: "Standard & Poor's Corp"."""
    text = narration.text
    for _ in range(3):
        if not text.endswith(_JOINTS, 0, start):
            break
        joint = next(len(mark) for mark in _JOINTS if text.endswith(mark, 0, start))
        partner = narration.run_ending_at(start - joint)
        if partner is None or partner.text.rsplit(" ", 1)[-1] in FIRM_ENDS:
            break
        start = partner.start
    return start


def with_partner(narration: Narration, subject: Subject, floor: int) -> Subject:
    """Two names joined by "and" that open a clause, as one: "France and Germany said", "Procter and Gamble said"."""
    text, start = narration.text, subject.start
    if not text.endswith(" and ", floor, start):
        return subject
    run = narration.run_ending_at(start - len(" and "))
    if run is None or run.start < floor or narration.person_ending_at(run.end) is not None:
        return subject
    first = run.start - len("the ") * text.startswith(("The ", "the "), run.start - len("the "))
    listed = narration.run_ending_at(first - 2) is not None and not _opens_with_adverbial(text, floor)
    if first > floor and (listed or text[first - 2 : first] not in _CLAUSE_STARTS):
        return subject
    return Subject(NAME, run.start, subject.end, text[run.start : subject.end])


def preposition_before_list(narration: Narration, start: int, floor: int, inserted: bool) -> int:
    """Where the preposition before a list of names stands whose last one starts at ``start``; -1 if there is none.

    "voters in Alabama, Georgia and Virginia said", "Anna Moss, of Raleigh, N.C., said": the last name says nothing.
    ``inserted`` tells that a comma follows the list, so that one without "and" is a place and its state.
    """
    text = narration.text
    commas = 0
    first = start
    for _ in range(6):
        joint = next((mark for mark in _LIST_JOINTS if text.endswith(mark, floor, first)), "")
        run = narration.run_ending_at(first - len(joint)) if joint else None
        if run is None or run.start < floor:
            break
        if joint == ", ":
            if first == start and not inserted:
                return -1
            commas += 1
        first = run.start
    if first == start:
        return -1
    before = word_before(text, first, floor)
    if before == "the":
        first -= len("the ")
        before = word_before(text, first, floor)
    if before not in _BEFORE_PLACES:
        return -1
    preposition = first - len(before) - 1
    if commas and not inserted and _opens_with_adverbial(text, floor):
        return -1  # "In Rome, Exxon and Mobil said"
    return preposition if inserted or (preposition > floor and text[preposition - 2] not in ',"') else -1


def _opens_with_adverbial(text: str, floor: int) -> bool:
    """Does a sentence open with a preposition or a conjunction, so that its subject follows a comma?"""
    return text[floor : floor + 12].lstrip('" ').split(" ")[0].lower() in STOPS


def is_description(narration: Narration, start: int, run: Run) -> bool:
    """Does a capitalised word only describe, as in "a Republican" or "the ranking Democrat"?"""
    if start >= run.start:
        word = run.text
        return run.initial and " " not in word and word.lower() in SPEAKING_NOUNS
    lead = narration.text[start : run.start].split()
    if lead[0].lower() in ("a", "an", "one", "another", "some", "many", "several", "most"):
        return True
    last = lead[-1].lower()
    return (
        last not in DETERMINERS
        and last not in SPEAKING_NOUNS
        and " " not in run.text
        and lead[-1].islower()
        and run.text not in _INSTITUTIONS
    )
