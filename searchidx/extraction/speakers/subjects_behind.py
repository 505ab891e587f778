"""The subject behind its verb or behind "according to": "said the fighter, who ...", "said Mayor Moss"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from searchidx.extraction.roles import ROLE_NOUNS
from searchidx.extraction.speakers.function_words import DETERMINERS, PRONOUNS, STOPS
from searchidx.extraction.speakers.names import NOUN, PERSON, PRONOUN, Subject, is_description, name_of
from searchidx.extraction.speakers.nouns import SPEAKING_NOUNS

if TYPE_CHECKING:
    from searchidx.extraction.people import PersonMention
    from searchidx.extraction.speakers.narration import Narration

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
_APPOSITION = re.compile(r", ")


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
            if run is not None and not is_description(narration, position, run):
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


def _bearer(narration: Narration, start: int, end: int) -> PersonMention | None:
    """Who holds an office whose name goes on: "the deputy chief| of operations Brig Gen Oleksiy Hromov|"."""
    mentions = narration.mentions_between(start, end) if narration.mentions else ()
    if not mentions or mentions[0].end > end:
        return None
    lead = narration.text[start : mentions[0].run_start].split()[1:]
    last = lead[-1].lower() if lead else ""
    names_office = last.isalpha() and last not in ROLE_NOUNS and last not in STOPS and last not in DETERMINERS
    return mentions[0] if names_office and not last.endswith(("ed", "ing")) else None


def _apposed_person(narration: Narration, end: int, ceiling: int) -> PersonMention | None:
    """The person named right behind an office: "the group's director, Anna Moss"."""
    match = _APPOSITION.match(narration.text, end)
    return narration.person_starting_at(match.end()) if match and match.end() < ceiling else None
