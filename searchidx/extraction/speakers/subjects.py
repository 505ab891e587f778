"""The subject of a verb of speech: the words that name who speaks, found from the verb outwards.

Before the verb, adverbs and auxiliaries are stepped over, then what is put in between ("of the Royal Institute,",
"who left in May,", "(R-Texas)", "42,"), then what belongs to the noun ("of the ministry", "for the agency"), until the
noun itself is reached. After the verb the noun stands at once ("said the fighter, who ...").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from searchidx.extraction.roles import ROLE_NOUNS
from searchidx.extraction.speakers.adverbs import is_adverb, skip_adverbs
from searchidx.extraction.speakers.function_words import (
    DETERMINERS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
)
from searchidx.extraction.speakers.names import (
    NAME,
    NOUN,
    PERSON,
    PRONOUN,
    Subject,
    institution_start,
    is_description,
    joined_start,
    name_of,
    preposition_before_list,
    with_partner,
    word_before,
)
from searchidx.extraction.speakers.nouns import (
    OFFICE_WORDS,
    PEOPLE_NOUNS,
    SPEAKING_NOUNS,
)

if TYPE_CHECKING:
    from searchidx.extraction.speakers.narration import Narration


_TICKER = re.compile(r"<[A-Z0-9.]{1,10}>")
# What a noun phrase goes on with: "the sale fell through after Moss said" has another subject.
_LINKS = PREPOSITIONS - {"after", "before", "since", "until"}
_PRONOMINAL = PRONOUNS | RELATIVES | {"them", "us"}
_NO_PREMODIFIERS = (STOPS - PREPOSITIONS) | {""}  # nothing before these belongs to the name behind them
_GENITIVES = ("'s", "’s")
_NO_HEADS = frozenset("his her its their our my your him".split())
_new = tuple.__new__  # a named tuple's own constructor is a call more
_BREAKS = ',;:—–"\x01()'
_NP_LENGTH = 9
_LONGEST_PHRASE = 90
_LONGEST_RELATIVE = 240
_AGE = re.compile(r", (?:aged )?\d{1,3},| \(\d{1,3}\)")  # whatever noun stands before it is somebody


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
        if before == "and" and (whole := institution_start(narration, start)) != start:
            return Subject(NAME, whole, end, text[whole:end])  # "Department of Housing and Urban Development"
        if before in _NO_PREMODIFIERS:
            return _new(Subject, (PERSON, start, end, "", mention))  # no premodifiers to look behind
    elif text[end] == " " and (plain := _plain_phrase(narration, start, end, word, floor)) is not None:
        return plain
    end = position
    whole = -1  # where the noun phrase with all its "of the ..." ends
    fallback: Subject | None = None
    for _ in range(12):
        end = skip_adverbs(text, end, floor)
        if end <= floor:
            return fallback
        last = text[end - 1]
        if last == '"' and (opening := _before_nickname(narration, end, floor)) >= 0:
            end, whole, inserted = opening, -1, inserted or text[opening] == ","
            continue
        if last in ",—–-)":
            if last == "," and not inserted and (far := _before_relative(narration, end, floor)) is not None:
                return far
            start, kept = _before_insertion(narration, end, floor, last)
            if kept is not None:
                return kept
            if start < 0:
                return fallback
            if last == ")" and text[start:end].strip(" ().&").isupper():
                end = start  # "the Centers for Disease Control (CDC) said"
                continue
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
            outer = preposition_before_list(narration, subject.start, floor, inserted)
            if outer < 0:
                subject = with_partner(narration, subject, floor)
            if outer >= 0 and inserted:  # "of Raleigh, N.C., who voted, said": not the state
                whole = max(whole, subject.end)
                end = outer
                continue
        if outer < 0:
            common = subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS
            if inserted and common and not _AGE.match(text, subject.end):
                return fallback or clause_subject(narration, position, floor)
            apposed = text.endswith(", ", floor, subject.start) and narration.run_ending_at(subject.start - 2)
            if subject.kind == NOUN and fallback and (noun := _noun_behind_name(text, subject, fallback)):
                return subject._replace(end=fallback.end, head=noun)
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
    if word in _BOUNDS or is_adverb(word):
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
        return name_of(narration, run) if alone and not is_description(narration, start, run) else None
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


def _is_people(noun: str) -> bool:
    """Is this a noun for people, no group's: "spokeswoman", "officials"?"""
    return noun in ROLE_NOUNS or noun in PEOPLE_NOUNS


def _noun_behind_name(text: str, institution: Subject, subject: Subject) -> str:
    """The noun behind an institution's name that has an "of": "aide" in "a Ministry of Defence aide"."""
    named = institution.head[:1].isupper() and text[institution.end : institution.end + 4] == " of "
    if not named or subject.kind != NOUN or not _is_people(subject.head):
        return ""
    words = text[institution.end + len(" of ") : subject.end].split(" ")
    return subject.head if len(words) > 1 and words[0][:1].isupper() else ""


def _before_nickname(narration: Narration, end: int, floor: int) -> int:
    """Where the insertion starts whose comma stands inside quotation marks ("Moss, known as “Wolf,” said"), or -1."""
    text = narration.text
    mark = text.rfind('"', floor, end - 1)
    if narration.scan.flat[end - 2 : end - 1] != ",":  # "A sniper nicknamed “Fox” said"
        match = _NAMED_AT_ONCE.search(text, max(floor, mark - 40), mark) if mark > floor else None
        return match.start() if match else -1
    comma = text.rfind(",", floor, mark) if end - mark < _LONGEST_NICKNAME else -1
    return comma if comma > floor and _NAMED.search(text, comma, mark) else -1


_LONGEST_NICKNAME = 40
_NAMED_AT_ONCE = re.compile(
    r" (?:who (?:goes|went|is known) (?:by|as)|nicknamed|known as|called|dubbed|alias)(?: the name)? $"
)
_NAMED = re.compile(
    r", (?:who |whose )?[^,\x01]*\b(?:by|as|nicknamed|dubbed|alias|called|named|name|guerre|of|is|was)(?: the)? ?$"
)


def _is_office(words: str) -> bool:
    """Do these words, in front of a name, only say what the person is?"""
    split = words.split()
    return bool(split) and len(split) < 8 and split[-1].lower() in ROLE_NOUNS


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
        start = joined_start(narration, firm.start)
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
        if plain_before and not is_description(narration, start, run):
            return name_of(narration, run), start - len(before) - 1 if before in _LINKS else -1
    start, before = _phrase_start(text, end, floor)
    if start == end:
        return None, -1
    outer = start - len(before) - 1 if before in _LINKS else -1
    if mention is not None:
        second = _word_ending_at(text, start - len(before) - 2, max(floor, end - _LONGEST_WINDOW), floor)
        between = text[start : mention.run_start].split()
        plain = bool(between) and between[-1].lower() not in ROLE_NOUNS and second.lower() in ROLE_NOUNS
        # "chief of operations Brig Gen Hromov", "Secretary of State Kerry", "Centers for Disease Control Director Roe"
        if before in ("of", "for") and (plain or second.rstrip(".") in OFFICE_WORDS):
            outer = -1
        return subject, outer
    if run is not None:
        if not is_description(narration, start, run):
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
