"""The subject of a verb of speech: the words that name who speaks, found from the verb outwards.

Before the verb, adverbs and auxiliaries are stepped over, then what is put in between ("of the Royal Institute,",
"who left in May,", "(R-Texas)", "42,"), then what belongs to the noun ("of the ministry", "for the agency"), until the
noun itself is reached. After the verb the noun stands at once ("said the fighter, who ...").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.people import PersonMention
from searchidx.extraction.roles import ROLE_NOUNS
from searchidx.extraction.speakers.function_words import (
    DETERMINERS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SKIPPED,
    STOPS,
)
from searchidx.extraction.speakers.nouns import (
    FIRM_ENDS,
    INSTITUTION_ENDS,
    LY_NOUNS,
    OFFICE_WORDS,
    PAIRED_ENDS,
    SPEAKING_NOUNS,
)

if TYPE_CHECKING:
    from searchidx.extraction.scan import Run
    from searchidx.extraction.speakers.narration import Narration

PERSON, PRONOUN, NAME, NOUN = "person", "pronoun", "name", "noun"


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


_JOINTS = (" and ", " & ", "'s ", "’s ")
_TICKER = re.compile(r"<[A-Z0-9.]{1,10}>")
_NAME_GOES_ON = re.compile(r" (?:of|for|on|and) (?:the )?(?=[A-Z])")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_PRONOMINAL = PRONOUNS | RELATIVES | {"them", "us"}
_NO_PREMODIFIERS = (STOPS - PREPOSITIONS) | {""}  # nothing before these belongs to the name behind them
_GENITIVES = ("'s", "’s")
_NO_HEADS = frozenset("his her its their our my your him".split())
_new = tuple.__new__  # a named tuple's own constructor is a call more
_BREAKS = ',;:—–"\x01()'
_NP_LENGTH = 9
_LONGEST_PHRASE = 90
_LONGEST_RELATIVE = 240
_TRAILING_JUNK = re.compile(r"[\s\"\x01]+$")
_INVERTED_END = re.compile(
    r"[,;:!?—–\n\"()]|\.$| (?:in|at|on|of|for|from|with|to|who|whose|when|after|before|during|as|by|about|and|but|"
    r"while|that|because|last|this|via|through|outside|inside|referring|speaking|following|earlier|later|yesterday|today)\b"
    r"| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_BELONGS = re.compile(
    r" (?:for|of|to|from|at|with) (?:[^,.;:\"\x01\n]|(?<=\b[A-Z])\.){1,60}?"
    r"(?=[,;:\"\n]|(?<![A-Z])\.| (?:who|that|on|in|which|and|as|said|told|during|after|before|when)\b"
    r"| at (?:an?|the|his|her|their|its) [a-z]|$)"
)
_AGE = re.compile(r", (?:aged )?\d{1,3},| \(\d{1,3}\)")  # whatever noun stands before it is somebody
_APPOSITION = re.compile(r", ")


def subject_before(narration: Narration, position: int, floor: int, inserted: bool = False) -> Subject | None:
    """The subject of a verb that starts at ``position``; nothing before ``floor`` is looked at.

    ``inserted`` says that something put in between has been stepped over already.
    """
    text = narration.text
    end = position - 1
    start = text.rfind(" ", floor, end) + 1 or floor
    word = text[start:end]
    if word in PLAIN_PRONOUNS:  # "he said"
        return _new(Subject, (PRONOUN, start, end, word, None))
    mention = narration.person_ends.get(end)
    if mention is not None and text[end] == " ":  # "Moss said"
        start = mention[2]
        before = word_before(text, start, floor) if start > floor else ""
        if before == "and" and (whole := _institution_start(narration, start)) != start:
            return Subject(NAME, whole, end, text[whole:end])  # "Department of Housing and Urban Development"
        if before in _NO_PREMODIFIERS:
            return _new(Subject, (PERSON, start, end, "", mention))  # no premodifiers to look behind
    elif text[end] == " " and (plain := _plain_phrase(narration, start, end, word, floor)) is not None:
        return plain
    end = position
    whole = -1  # where the noun phrase with all its "of the ..." ends
    fallback: Subject | None = None
    for _ in range(12):
        end = _skip_adverbs(text, end, floor)
        if end <= floor:
            return fallback
        last = text[end - 1]
        if last in ",—–-)":
            if last == "," and not inserted and (far := _before_relative(narration, end, floor)) is not None:
                return far
            start, kept = _before_insertion(narration, end, floor, last)
            if kept is not None:
                return kept
            if start < 0:
                return fallback
            end = start
            whole = -1
            inserted = True
            continue
        if last == ">":  # agency style: "<Noranda Inc> said", "Exxon Corp <XON> said"
            opening = text.rfind("<", max(floor, end - 80), end)
            run = narration.run_ending_at(end - 1)
            if opening > floor and _TICKER.match(text, opening, end):
                end = opening
                continue
            if run is not None and run.start > opening >= 0:
                return name_of(narration, run)
            return fallback
        if last in _BREAKS:
            return fallback
        if inserted and last.isdigit():  # "The clerk, 34, from Hull, said"
            comma = text.rfind(", ", floor, end)
            if comma >= 0 and text[comma + 2 : end].isdigit():
                end = comma
                continue
        subject, outer = _phrase_ending_at(narration, end, floor)
        if subject is None:
            return fallback
        if outer < 0 and subject.kind == NAME:
            outer = _preposition_before_list(narration, subject.start, floor, inserted)
            if outer < 0:
                subject = _with_partner(narration, subject, floor)
            if outer >= 0 and inserted:  # "of Raleigh, N.C., who voted, said": not the state
                whole = max(whole, subject.end)
                end = outer
                continue
        if outer < 0:
            common = subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS
            if inserted and common and not _AGE.match(text, subject.end):
                return fallback or clause_subject(narration, position, floor)
            apposed = text.endswith(", ", floor, subject.start) and narration.run_ending_at(subject.start - 2)
            if subject.kind == NOUN and whole > subject.end and fallback and not common and not apposed:
                return subject._replace(end=whole)  # "the mother of Tom Alder, 9, said"
            if inserted and subject.kind in (NAME, NOUN) and text[max(floor, subject.start - 2)] == ",":
                fallback = fallback or subject  # one more insertion: "Moss, of Casper, Wyo., said"
                end = subject.start
                continue
            if whole > subject.end and subject.kind == NOUN and whole - subject.start < _LONGEST_PHRASE:
                return subject._replace(end=whole)
            return subject
        # "the head of the agency": the agency, unless a noun stands before "of"
        if not (inserted and subject.kind == NAME):  # "a clerk from Cambridge, Mass., said": not the town
            fallback = fallback or subject
        whole = max(whole, subject.end)
        end = outer
    return fallback


def _plain_phrase(narration: Narration, start: int, end: int, word: str, floor: int) -> Subject | None:
    """A name, or a determiner and a noun, to which nothing before it belongs: "Exxon said", "the ministry said".

    These are most of all subjects; ``word`` is the last one, ``text[start:end]``. None where more has to be looked at.
    """
    if word in _BOUNDS or _is_adverb(word):
        return None
    text = narration.text
    run = narration.run_ends.get(end)
    if run is not None:
        start = run[0]
        before = word_before(text, start, floor)
        if before == "the":
            start -= 4
            before = word_before(text, start, floor)
        alone = before in _NO_PREMODIFIERS and before not in DETERMINERS and before != "and"
        return name_of(narration, run) if alone and not _is_description(narration, start, run) else None
    if start <= floor or not word.isalpha():
        return None
    first = text.rfind(" ", floor, start - 1) + 1 or floor
    if _BOUNDS.get(text[first : start - 1]) is not _OPENING:
        return None
    if (
        first > floor
        and text[text.rfind(" ", floor, first - 1) + 1 or floor : first - 1].lower() in PREPOSITIONS
    ):
        return None
    return _new(Subject, (NOUN, first, end, word, None))


def _with_partner(narration: Narration, subject: Subject, floor: int) -> Subject:
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


def _opens_with_adverbial(text: str, floor: int) -> bool:
    """Does a sentence open with a preposition or a conjunction, so that its subject follows a comma?"""
    return text[floor : floor + 12].lstrip('" ').split(" ")[0].lower() in STOPS


def _preposition_before_list(narration: Narration, start: int, floor: int, inserted: bool) -> int:
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


def _before_relative(narration: Narration, end: int, floor: int) -> Subject | None:
    """The person that a sentence opens with, over a relative clause that has commas of its own.

    "Anna Moss, the mayor, who met the head of the board, Tom Alder, in Hull, said": Moss.
    """
    mention = narration.person_starting_at(floor) if narration.mentions else None
    if mention is None or not narration.text.startswith(",", mention.end):
        return None
    clause = narration.text[mention.end : end]
    who = clause.find(" who ")
    if who < 0 or len(clause) > _LONGEST_RELATIVE or clause.count(",", who) < 2:
        return None
    return Subject(PERSON, mention.run_start, mention.end, "", mention)


def _skip_adverbs(text: str, end: int, floor: int) -> int:
    """Step back over adverbs and auxiliaries (and spaces) that stand before a verb."""
    while True:
        while end > floor and text[end - 1] == " ":
            end -= 1
        start = text.rfind(" ", floor, end) + 1 or floor
        word = text[start:end]
        if not _is_adverb(word):
            return end
        end = start
        if word in _DAYS and text.endswith(" on ", floor, start):
            end -= len("on ")  # "the minister on Sunday called"
        if end <= floor:
            return floor


@lru_cache(maxsize=20_000)
def _is_adverb(word: str) -> bool:
    """Is this an adverb or an auxiliary: "later", "has", "repeatedly", "didn't"?"""
    lower = word.lower()
    if lower.endswith("ly") and len(word) > 4 and word == lower and lower not in LY_NOUNS:
        return True
    return lower in SKIPPED or lower.endswith(("n't", "n’t"))


def _before_insertion(narration: Narration, end: int, floor: int, last: str) -> tuple[int, Subject | None]:
    """Step back over what was put between subject and verb; ``end`` is behind its closing comma, dash or bracket.

    Returns where to look on (or -1), and the subject if the insertion itself is the name ("the head, John Moss,").
    """
    text = narration.text
    if last == ")":
        opening = text.rfind("(", floor, end)
        return (opening if opening >= 0 else -1), None
    if last == ",":
        opening = text.rfind(",", floor, end - 1)
    else:
        opening = text.rfind(last, floor, end - 1)
    content_end = end - 1
    while content_end > floor and text[content_end - 1] == " ":
        content_end -= 1
    if text[content_end - 1] == ")":  # "John Kasich (R-OH), said"
        content_end = max(floor, text.rfind("(", floor, content_end))
        content_end -= text[content_end - 1] == " "
    mention = narration.person_ending_at(content_end)
    if mention is not None:
        between = text[opening + 1 : mention.run_start] if opening >= 0 else ""
        if opening < 0 or not between.strip() or _is_office(between):
            if opening < 0 and word_before(text, mention.run_start, floor) in PREPOSITIONS:
                return -1, None
            return -1, Subject(PERSON, mention.run_start, mention.end, "", mention)
    if opening < 0:
        # no comma before: "As for Moss, said" or "Moss, said": what ends at the comma, if it is a name
        subject, outer = _phrase_ending_at(narration, content_end, floor)
        if subject is not None and outer < 0 and subject.kind != NOUN:
            return -1, subject
        return -1, None
    while opening > floor and text[opening - 1] in " ,":
        opening -= 1
    return opening, None


def _is_office(words: str) -> bool:
    """Do these words, in front of a name, only say what the person is?"""
    split = words.split()
    return bool(split) and len(split) < 8 and split[-1].lower() in ROLE_NOUNS


def word_before(text: str, position: int, floor: int) -> str:
    """The lower-case form of the word before a position, "" at the floor or after punctuation."""
    end = position
    if end > floor and text[end - 1] == " ":
        end -= 1
    start = text.rfind(" ", floor, end) + 1 or floor
    word = text[start:end]
    return word.lower() if word.isalpha() else ""


def _phrase_ending_at(narration: Narration, end: int, floor: int) -> tuple[Subject | None, int]:
    """The noun phrase that ends at a position, and where the preposition before it starts (or -1 without one)."""
    text = narration.text
    head_start = text.rfind(" ", floor, end) + 1 or floor
    head = text[head_start:end]
    if head in _PRONOMINAL:
        if head in PRONOUNS and head not in RELATIVES:
            return _new(Subject, (PRONOUN, head_start, end, head, None)), -1
        if head in RELATIVES:
            antecedent = _antecedent(narration, head_start, floor)
            if head == "which" and antecedent is not None and antecedent.kind in (PERSON, PRONOUN):
                antecedent = None  # "the film with Anna Moss, which recounts"
            if antecedent is None and head == "who":
                antecedent = Subject(PRONOUN, head_start, end, head)
            return antecedent, -1
        if text.endswith(" of ", floor, head_start):
            return Subject(PRONOUN, head_start, end, "they"), head_start - 3  # "one of them"
    if head[-2:] in _GENITIVES and (firm := narration.run_ending_at(end - 2)) is not None:
        start = _joined_start(narration, firm.start)
        return Subject(NAME, start, end, text[start:end]), -1  # "Moody's said", "Standard & Poor's said"
    mention = narration.person_ends.get(end)
    run = None
    if mention is not None:
        subject = _new(Subject, (PERSON, mention[2], end, "", mention))
        if word_before(text, mention[2], floor) in _NO_PREMODIFIERS:
            return subject, -1
    elif (run := narration.run_ends.get(end)) is not None:
        start = run[0]
        before = word_before(text, start, floor)
        if before == "the":
            start -= 4
            before = word_before(text, start, floor)
        plain_before = not before or (before in STOPS and before not in DETERMINERS)
        if plain_before and not _is_description(narration, start, run):
            return name_of(narration, run), start - len(before) - 1 if before in PREPOSITIONS else -1
    start, before = _phrase_start(text, end, floor)
    if start == end:
        return None, -1
    outer = start - len(before) - 1 if before in PREPOSITIONS else -1
    if mention is not None:
        second = _word_ending_at(text, start - len(before) - 2, max(floor, end - _LONGEST_WINDOW), floor)
        between = text[start : mention.run_start].split()
        plain = bool(between) and between[-1].lower() not in ROLE_NOUNS and second.lower() in ROLE_NOUNS
        # "chief of operations Brig Gen Hromov", "Secretary of State Kerry", "Centers for Disease Control Director Roe"
        if before in ("of", "for") and (plain or second.rstrip(".") in OFFICE_WORDS):
            outer = -1
        return subject, outer
    if run is not None:
        if not _is_description(narration, start, run):
            return name_of(narration, run), outer
        head = run.text.rsplit(" ", 1)[-1]
    head = _plain_head(head.strip("'’."))
    if head[:1] == "@":
        return Subject(NAME, start, end, head), outer  # "@mayor_hull tweeted"
    if not head or not head[0].isalpha() or head in _NO_HEADS:
        return None, -1
    owned = text[start + len("that ") : start + len("that ") + 1].isupper()  # "that Acme's board had met"
    if text.startswith("that ", start) and (
        owned or head.endswith("s") or head in ("people", "police", "men")
    ):
        start += len("that ")  # "Moss said that officials expect": a conjunction
    return _new(Subject, (NOUN, start, end, head, None)), outer


def _plain_head(head: str) -> str:
    """What decides in a compound: "mum" in "mum-of-two", a person in "the 45-year-old"."""
    if "-" not in head:
        return head
    return "person" if head.endswith("-year-old") else head.partition("-of-")[0]


def _phrase_start(text: str, end: int, floor: int) -> tuple[int, str]:
    """Where the noun phrase that ends at a position starts, and the word before it in lower case."""
    low = max(floor, end - _LONGEST_WINDOW)
    start = stop = end
    for _ in range(_NP_LENGTH):
        space = text.rfind(" ", low, stop)
        if space < 0 and low > floor:
            return start, ""
        word = text[space + 1 if space >= 0 else low : stop]
        bound = _BOUNDS.get(word)
        if bound is None:
            if not word or (word[-1] in _BREAKS and start != end):
                return start, word.lower()
        elif bound is _OUTSIDE:
            return start, word.lower()
        start = stop = space + 1 if space >= 0 else low
        stop -= 1
        if space < 0:
            return start, ""
        if bound is _OPENING or word[0] in _BREAKS:
            break
    return start, _word_ending_at(text, stop, low, floor).lower()


def _word_ending_at(text: str, end: int, low: int, floor: int) -> str:
    """The word that ends at a position; "" where it would begin before ``low`` and that is not the floor."""
    space = text.rfind(" ", low, end) if end >= low else -1
    if space < 0 and (low > floor or end < low):
        return ""
    return text[space + 1 if space >= 0 else low : end]


_CLAUSE_STARTS = (", ", '" ', "— ", "– ", "; ", ": ")
_LIST_JOINTS = (", and ", " and ", ", ")
_BEFORE_PLACES = frozenset("of in from at near to for with on".split())
_LONGEST_WINDOW = 160
_OPENING, _OUTSIDE = "opening", "outside"
# What a word says about a noun phrase, read backwards: a determiner opens it, a function word stands before it.
_BOUNDS = {
    **{form: _OUTSIDE for word in STOPS for form in (word, word.capitalize(), word.upper())},
    "-": _OUTSIDE,
    "--": _OUTSIDE,
    **{form: _OPENING for word in DETERMINERS for form in (word, word.capitalize(), word.upper())},
}


def _antecedent(narration: Narration, start: int, floor: int) -> Subject | None:
    """What "who" stands for: the noun before it, over a comma."""
    text = narration.text
    end = start
    while end > floor and text[end - 1] in " ,—–":
        end -= 1
    head = text[text.rfind(" ", floor, end) + 1 or floor : end]
    if end <= floor or head in RELATIVES:
        return None
    subject = subject_before(narration, end, floor, inserted=end < start - 1)
    if subject is not None and subject.kind == NOUN and text.endswith(", ", 0, subject.start):
        named = subject.start - 2
        home = narration.run_ending_at(named)
        if home is not None and (before := word_before(text, home.start, floor)) in PREPOSITIONS:
            named = home.start - len(before) - 2  # "Anna Moss of Ohio, a nurse who asked"
            if narration.person_ending_at(named) is None:
                named = subject.start - 2
        apposed = narration.person_ending_at(named)  # "Anna Moss, a nurse from Hull who asked"
        if apposed is not None:
            return Subject(PERSON, apposed.run_start, apposed.end, "", apposed)
        run = narration.run_ending_at(subject.start - 2)
        if run is not None and text.startswith(("a ", "an ", "the "), subject.start):
            return name_of(narration, run)
    return subject


def source_after(narration: Narration, position: int, ceiling: int) -> Subject | None:
    """Whom "according to" names: a person, a name or any noun phrase ("a tally of the votes")."""
    text = narration.text
    subject = subject_after(narration, position, ceiling)
    if subject is not None:
        following = narration.run_starting_at(subject.end + len(" in "))
        if subject.kind == NOUN and following is not None and text.startswith(" in ", subject.end):
            subject = subject._replace(end=following.end)  # "according to officials in Kyiv"
        plain = subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS
        return None if plain and text[subject.start + 1 : subject.end].islower() else subject
    position += text.startswith(" ", position)
    match = _INVERTED_END.search(text, position, ceiling)
    end = match.start() if match else ceiling
    words = text[position:end].split(" ")
    if not 0 < len(words) < 9 or any(word.lower() in STOPS for word in words):
        return None
    if words[0].lower() in DETERMINERS and len(words) > 1:
        run = narration.run_ending_at(end) or narration.run_ending_at(end + 1)  # "the F.A.A."
        if run is not None and (run.start == position + len(words[0]) + 1):
            return name_of(narration, run)
        head = words[-1].strip("'’.").lower()
        named = any(
            word[:1].isupper() for word in words
        )  # "a CNN tally", but not "according to a fixed scale"
        return Subject(NOUN, position, end, head) if named or head in SPEAKING_NOUNS else None
    return None


def subject_after(narration: Narration, position: int, ceiling: int) -> Subject | None:
    """The subject that follows its verb at once ("said John Moss", "said the minister"); starts at ``position``."""
    text = narration.text
    while position < ceiling and text[position] == " ":
        position += 1
    match = _INVERTED_END.search(text, position, ceiling)
    end = match.start() if match else ceiling
    if end <= position:
        return None
    words = text[position:end].split(" ")
    first = words[0]
    if first == "that" or (
        first.lower() in STOPS and first.lower() not in DETERMINERS and first not in PRONOUNS
    ):
        return None
    inside: tuple[PersonMention, ...] = ()
    if narration.mentions:
        inside = narration.mentions_between(position, end)
    if inside:
        mention = inside[-1]
        lead = text[position : mention.run_start].split()
        if len(lead) < 12 and not any(word in STOPS and word not in DETERMINERS for word in lead):
            return Subject(PERSON, position, mention.end, "", mention)
    if first in ("he", "she", "they", "I", "we", "it"):
        return Subject(PRONOUN, position, position + len(first), first)
    for number, word in enumerate(words[:-1]):
        if word.lower() in SPEAKING_NOUNS and words[number + 1].endswith(("ed", "ing")):
            words = words[: number + 1]  # "a study published on Monday"
            end = position + len(" ".join(words))
            break
    head = words[-1].strip("'’.").lower()
    if any(word in STOPS and word not in DETERMINERS for word in words[1:]):
        return None
    if first.lower() in DETERMINERS or head in SPEAKING_NOUNS:
        apposed = _apposed_person(narration, end, ceiling) if head in ROLE_NOUNS else None
        if apposed is not None:
            return Subject(PERSON, position, apposed.end, "", apposed)
        if head in SPEAKING_NOUNS or words[0].lower() in DETERMINERS:
            run = narration.run_ending_at(end)
            if run is not None and not _is_description(narration, position, run):
                return name_of(narration, run)
            belongs = _BELONGS.match(text, end, ceiling)
            if belongs and head in ROLE_NOUNS:
                bearer = _bearer(narration, end, belongs.end())
                if bearer is not None:
                    return Subject(PERSON, position, bearer.end, "", bearer)
            end = belongs.end() if belongs else end
            apposed = _apposed_person(narration, end, ceiling) if belongs and head in ROLE_NOUNS else None
            if apposed is not None:
                return Subject(PERSON, position, apposed.end, "", apposed)
            return Subject(NOUN, position, end, head)
    run = narration.run_starting_at(position)
    if run is None and len(words) < 8:  # "said lead underwriter Harbour Securities Inc"
        run = narration.run_ending_at(end)
        if run is not None and not text[position : run.start].replace(" ", "").islower():
            run = None
    return name_of(narration, run) if run is not None else None


def _bearer(narration: Narration, start: int, end: int) -> PersonMention | None:
    """Who holds an office whose name goes on: "the deputy chief| of operations Brig Gen Oleksiy Hromov|"."""
    mentions = narration.mentions_between(start, end) if narration.mentions else ()
    if not mentions or mentions[0].end > end:
        return None
    lead = narration.text[start : mentions[0].run_start].split()[1:]
    last = lead[-1].lower() if lead else ""
    names_office = last.isalpha() and last not in ROLE_NOUNS and last not in STOPS and last not in DETERMINERS
    return mentions[0] if names_office and not last.endswith(("ed", "ing")) else None


def name_of(narration: Narration, run: Run) -> Subject:
    """The subject that a run of capitals makes; an institution's name goes on over "of" ("Bank of England")."""
    text = narration.text
    start, end, last, _ = run
    if start and text[start - 1] not in ' "(<\n':  # "D-N.M.": a run that begins inside a word
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    final = last[last.rfind(" ") + 1 :]
    if len(last) == 1 or final in FIRM_ENDS or final in PAIRED_ENDS:
        start = _joined_start(narration, start)  # "Standard & Poor's Corp", "S and P"
    if last in FIRM_ENDS and start < run.start and text.endswith(", ", 0, start):
        partner = narration.run_ending_at(start - 2)  # "Smith, Jones and Co"
        start = partner.start if partner is not None else start
    if text.endswith(" and ", 0, start):
        start = _institution_start(narration, start)
    while last[last.rfind(" ") + 1 :] in INSTITUTION_ENDS:
        match = _NAME_GOES_ON.match(text, end)
        following = narration.run_starting_at(match.end()) if match else None
        if following is None:
            break
        _, end, last, _ = following
    return _new(Subject, (NAME, start, end, text[start:end], None))


def _institution_start(narration: Narration, start: int) -> int:
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


def _joined_start(narration: Narration, start: int) -> int:
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


def _is_description(narration: Narration, start: int, run: Run) -> bool:
    """Does a capitalised word only describe, as in "a Republican" or "the ranking Democrat"?"""
    if start >= run.start:
        word = run.text
        return run.initial and " " not in word and word.lower() in SPEAKING_NOUNS
    lead = narration.text[start : run.start].split()
    if lead[0].lower() in ("a", "an", "one", "another", "some", "many", "several", "most"):
        return True
    last = lead[-1].lower()
    return (
        last not in DETERMINERS and last not in SPEAKING_NOUNS and " " not in run.text and lead[-1].islower()
    )


def _apposed_person(narration: Narration, end: int, ceiling: int) -> PersonMention | None:
    """The person named right behind an office: "the group's director, Anna Moss"."""
    match = _APPOSITION.match(narration.text, end)
    return narration.person_starting_at(match.end()) if match and match.end() < ceiling else None


def clause_subject(narration: Narration, position: int, floor: int) -> Subject | None:
    """The subject of the clause before a second verb or participle: "Moss left for Rome and said", "..., adding"."""
    text = narration.text
    best: Subject | None = None
    for mention in narration.mentions_between(floor, position):
        if _BLANKED.match(text, mention.start):
            continue
        before = word_before(text, mention.run_start, floor)
        if before in PREPOSITIONS:
            continue
        if text[mention.end : mention.end + 2] in ("'s", "’s"):
            continue
        if best is None or _VERB_NEXT.match(text, mention.end):
            best = Subject(PERSON, mention.run_start, mention.end, "", mention)
    for match in _CLAUSE_PRONOUN.finditer(text, floor, position):
        if best is None or match.start() > best.start:
            word = match.group()
            best = Subject(PRONOUN, match.start(), match.end(), word)
    if best is None:
        best = leading_phrase(narration, floor, position)
    return best


_BLANKED = re.compile("\x01")
_VERB_NEXT = re.compile(
    r",? (?:\w+ly )?(?:has|had|have|is|was|also|will|would|could|\w+ed|\w+s|said|told|went|took|gave)\b"
)
_CLAUSE_PRONOUN = re.compile(r"(?<![\w'’])(?:[Hh]e|[Ss]he|[Tt]hey|I)(?![\w'’])")
_LEADING = re.compile(
    r"[\"\s]*(?:(?:In|On|At|After|Before|During|Since|By|For|With|As|From|Last|Earlier|Still|But|And|Yet)\b"
    r"[^,\n\x01]{0,70}, )?"
    r"((?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]heir|[Hh]is|[Hh]er) )?((?:[\w.'’-]+ ){0,4}?)([\w'’-]+)"
    r"(?= (?:\w+ed|\w+ing|close to|who|has|had|is|was|of|for|in|at|from|said|says|also|went|took|gave)\b|,)"
)


def leading_phrase(narration: Narration, floor: int, position: int) -> Subject | None:
    """The noun phrase that opens a sentence."""
    match = _LEADING.match(narration.text, floor, position)
    if match is None:
        return None
    start = match.start(1) if match[1] else match.start(2)
    if any(word.lower() in STOPS for word in match[2].split()):
        return None
    run = narration.run_ending_at(match.end())
    if run is not None and run.start >= start:
        return name_of(narration, run)
    if match[3].lower() in SPEAKING_NOUNS:
        return Subject(NOUN, start, match.end(), match[3].lower())
    return None
