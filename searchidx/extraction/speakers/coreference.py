"""Who a subject is: pronouns and nouns resolved to persons and organisations named before.

The resolver walks through the article in order and remembers who spoke last and who was named last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from searchidx.extraction.name_parts import WEAK
from searchidx.extraction.roles import (
    HONORIFICS,
    ORGANISATION_WORDS,
    ROLE_NOUNS,
    TITLES,
    gender_of_noun,
)
from searchidx.extraction.roles import OFFICE_WORDS as OFFICES
from searchidx.extraction.speakers.bare_names import balance, is_country, is_institution, is_personal
from searchidx.extraction.speakers.descriptions import (
    UNKNOWN,
    Speaker,
    are_groups,
    are_several,
    described,
    is_group,
    is_one_person,
    may_be_person,
    office_in_front,
)
from searchidx.extraction.speakers.function_words import PREPOSITIONS
from searchidx.extraction.speakers.names import NAME, NOUN, PERSON, PRONOUN, Subject
from searchidx.extraction.speakers.narration import BLANK
from searchidx.extraction.speakers.nouns import (
    GROUP_NOUNS,
    PROPER_GROUPS,
    SPEAKING_NOUNS,
    WRITTEN_NOUNS,
)
from searchidx.extraction.speakers.offices import Offices, office_in
from searchidx.extraction.speakers.organisations import COMPANY_NOUNS, FIRM_NOUNS, Organisations

if TYPE_CHECKING:
    from searchidx.extraction.people import PersonMention
    from searchidx.extraction.speakers.narration import Narration


_new = tuple.__new__  # a named tuple's own constructor is a call more
_LONGEST_DETERMINER = 6  # "their "
_DEFINITE = tuple(
    form + " "
    for word in "the this that his her their its".split()
    for form in (word, word.capitalize(), word.upper())
)
# What stands behind a person's name only: an office, an age, "from Leeds,", "who".
_LIKE_PERSON = re.compile(
    r", (?:(?:the|an?|his|her|former|[A-Z][\w.-]+['’]s) ([^,.;:\n\"()]{2,90}?)(?=,|\.|;| who | said| says|\"|\n|$)"
    r"|\d\d(?=[,.;\"])|from [A-Z]\w+(?=,)|who )"
)
# What "Moss's post" or "Moss's answer" says, Moss says.
_OWN_WORDS = frozenset(
    "post posts tweet tweets statement letter message email e-mail memo speech response reply answer comment comments "
    "remark remarks book memoir blog column article op-ed testimony affidavit verdict advice message words".split()
)
_AS_ONE = re.compile(r" \w+ (?:that )?(?:it|its)\b")
_GENITIVE = re.compile(r"['’]s ")
_AGED_OR_PARENT = re.compile(r"(?:^| )(?:(\d{1,3})-year-old|[a-z]+-of-[a-z]+)\b")
_NEAR = 600  # characters between a bare name and "he"


class Resolver:
    """Turns subjects into speakers, in the order of the text; `remember` tells it who spoke."""

    def __init__(self, narration: Narration) -> None:
        self.narration = narration
        self.persons = narration.people.persons
        self._last: dict[str, tuple[int, Speaker]] = {}  # by "m", "f", "any", "organisation", "plural"
        self._organisations = Organisations(narration)
        self._first_words: dict[str, str] = {}  # "Bank" for the "Bank of England" that has spoken
        self._offices = Offices(narration)
        self._contents: list[tuple[int, int]] = []
        self.impersonal: set[str] = set()  # bare names that turned out to be organisations'
        self._kinds: dict[str, bool] = {}  # is this bare name a person's?
        self.personal: dict[str, str | None] = {}  # bare names that turned out to be persons', with the role

    def remember(self, speaker: Speaker, position: int) -> None:
        """Note that somebody spoke at a position."""
        if speaker.person is not None:
            gender = self.persons[speaker.person].gender
            for key in ("m", "f") if gender is None else (gender,):
                self._last[key] = (position, speaker)
            self._last["any"] = (position, speaker)
        elif speaker.kind == "person":
            self._last["bare"] = self._last["any"] = (position, speaker)
        elif speaker.kind == "document":
            self._last["document"] = (position, speaker)
        elif speaker.kind == "organisation" or (
            is_group(speaker.name or "") and not are_groups(speaker.name or "")
        ):
            self._last["organisation"] = (position, speaker)
            first, of, _ = (speaker.name or "").partition(" of ")
            if of:
                self._first_words[first] = speaker.name or ""
            elif "'s " in (speaker.name or ""):  # "Moody's" for "Moody's Investors Service"
                self._first_words[(speaker.name or "").partition(" ")[0]] = speaker.name or ""
        elif speaker.kind == "unnamed":
            self._last["unnamed"] = (position, speaker)

    def remember_content(self, start: int, end: int) -> None:
        """Note that a stretch is what somebody said, so that names in it are not who speaks next."""
        self._contents.append((start, end))

    def resolve(self, subject: Subject) -> Speaker:
        """The speaker that a subject means."""
        kind, mention = subject.kind, subject.mention
        if kind == PERSON and mention is not None:
            person = self.persons[mention.person]
            if (
                person.strength == WEAK
                and (full := self._organisations.full_name(person.name)) != person.name
            ):
                return Speaker(full, "organisation", confidence=0.85)  # "Ovonic Imaging said" of a company
            if person.strength == WEAK and is_country(person.name):
                return Speaker(person.name, "organisation", confidence=0.9)  # "Saudi Arabia said"
            return self.of_mention(mention, 1.0)
        if kind == NAME:
            return self._of_name(subject)
        if kind == NOUN:
            return self._of_noun(subject)
        return self._of_pronoun(subject)

    def of_mention(self, mention: PersonMention, confidence: float) -> Speaker:
        """The speaker that a mention of a person means, with the role."""
        name = self.persons[mention.person].name
        role = self.role_of(mention)
        if (office := office_in_front(name)) is not None:
            name, role = name[len(office) + 1 :], role or office
        return _new(Speaker, (name, "person", role, mention.person, confidence))

    def role_of(self, mention: PersonMention) -> str | None:
        """Rank, office or title of a person, as the article first gives it: before the name or behind it."""
        return self._offices.role_of(mention)

    def _of_pronoun(self, subject: Subject) -> Speaker:
        head = subject.head.lower()
        if head in ("he", "she"):
            return self._of_he_or_she("m" if head == "he" else "f", subject.start)
        if head == "it":
            topic = self._organisation_before(subject.start)
            if topic is not None:
                return Speaker(topic, "organisation", confidence=0.75)
            if (bare := self._bare_firm()) is not None:
                return bare  # "Alderex said ... It said"
            known = self._last.get("organisation") or self._last.get("document")
            return known[1].with_confidence(0.8) if known else UNKNOWN
        if head == "they":
            several = self._last.get("unnamed", (-1, UNKNOWN))
            if several[0] >= 0 and subject.start - several[0] < _NEAR and are_several(several[1].name or ""):
                return several[1].with_confidence(0.7)  # "dealers said ... they said"
            known = max(self._last.get("organisation", (-1, UNKNOWN)), several)
            return known[1].with_confidence(0.6) if known[0] >= 0 else UNKNOWN
        if head == "who":
            known = self._last.get("any")
            return known[1].with_confidence(0.5) if known else UNKNOWN
        return UNKNOWN

    def _bare_firm(self) -> Speaker | None:
        """The bare name that spoke last, an organisation's after all where "it" or "the company" follows."""
        position, speaker = self._last.get("bare", (-1, UNKNOWN))
        name = speaker.name or ""
        if position <= self._last.get("organisation", (-1, UNKNOWN))[0] or name in self.personal:
            return None
        if name not in self._kinds or balance(name, self.narration.scan.flat):
            return None
        self.impersonal.add(name)
        return Speaker(name, "organisation", confidence=0.7)

    def _organisation_before(self, position: int) -> str | None:
        """The organisation that opens the sentence before, in the same paragraph."""
        narration = self.narration
        number = narration.scan.sentence_number(position)
        if number < 1:
            return None
        start, end = narration.scan.sentences[number - 1]
        if "\n" in narration.text[end:position]:
            return None
        if narration.text.startswith("The ", start):
            start += 4
        run = narration.run_starting_at(start)
        if run is None or narration.person_starting_at(start) is not None:
            return None
        name = self._organisations.full_name(run.text)
        return name if name.rsplit(" ", 1)[-1].rstrip(".") in ORGANISATION_WORDS or " " in name else None

    def _of_he_or_she(self, gender: str, position: int) -> Speaker:
        """The last speaker of this gender, or the person that a sentence since then is about."""
        spoke_at, speaker = self._last.get(gender, (-1, UNKNOWN))
        topic = self._topic_before(position, gender, spoke_at)
        if topic is not None:
            return self.of_mention(topic, 0.85)
        unnamed_at, unnamed = self._last.get("unnamed", (-1, UNKNOWN))
        if unnamed_at > spoke_at and is_one_person(unnamed.name or "", gender):
            return unnamed.with_confidence(0.6)  # "a bank economist said ... He said"
        if speaker.person is not None:
            return speaker.with_confidence(0.85)
        said_at, named = max(
            self._last.get("organisation", (-1, UNKNOWN)), self._last.get("bare", (-1, UNKNOWN))
        )
        if said_at >= 0 and position - said_at < _NEAR and self._fits_person(named.name or ""):
            role = self.personal.setdefault(named.name or "", None)  # "Yeutter said ... He said"
            return Speaker(named.name, "person", role, confidence=0.7)
        if spoke_at < 0 and not self.narration.mentions_between(0, position):
            return self._named_next(gender, position)
        return UNKNOWN

    def _named_next(self, gender: str, position: int) -> Speaker:
        """Whom a pronoun at the head of a feature means: the person of this gender who is named next.

        ""I never wanted it," she says. Actress Nora Moss is 60."
        """
        for mention in self.narration.mentions_between(position, position + _NEAR):
            if self.narration.text[mention.start] != BLANK:
                fits = self.persons[mention.person].gender == gender
                return self.of_mention(mention, 0.55) if fits else UNKNOWN
        return UNKNOWN

    def _fits_person(self, name: str) -> bool:
        """Can "he" mean this bare name: no place, as "in Norway" or "from Norway" elsewhere would show?"""
        flat = self.narration.scan.flat
        return (
            may_be_person(name)
            and not is_institution(name)
            and not any(f" {word} {name}" in flat for word in ("in", "from", "to", "of"))
        )

    def _topic_before(self, position: int, gender: str, since: int) -> PersonMention | None:
        """The person last named as a subject after ``since``, whom this pronoun fits."""
        narration = self.narration
        text = narration.text
        best: PersonMention | None = None
        last_sentence = -1
        for mention in reversed(narration.mentions_between(max(since + 1, position - 1500), position)):
            person = self.persons[mention.person]
            if person.gender not in (None, gender):
                continue
            if text[mention.start] == "\x01" or self._in_content(mention.start):
                continue
            sentence = narration.scan.sentence_number(mention.start)
            if best is not None and sentence != last_sentence:
                break
            before = text[max(0, mention.run_start - 12) : mention.run_start].split(" ")[-2:-1]
            oblique = bool(before) and before[0].lower() in PREPOSITIONS
            possessive = text[mention.end : mention.end + 2] in ("'s", "’s")
            if oblique or possessive:
                if best is None and since < 0:
                    best, last_sentence = mention, sentence
                continue
            best, last_sentence = mention, sentence
        return best

    def _in_content(self, position: int) -> bool:
        return any(start <= position < end for start, end in self._contents[-12:])

    def _of_name(self, subject: Subject) -> Speaker:
        name = self._organisations.full_name(subject.head)
        words = name.split(" ")
        kind = "organisation"
        if len(words) > 1 and words[0].rstrip(".") in HONORIFICS:
            return Speaker(" ".join(words[1:]), "person", confidence=0.8)
        if len(words) == 1 and words[0].lower() in PROPER_GROUPS:
            return Speaker(name, "unnamed", confidence=0.8)
        if words[-1] in TITLES and all(word in TITLES or word in OFFICES for word in words):
            return self._of_title(name, subject.start)
        if name in self._first_words:
            return Speaker(self._first_words[name], kind, confidence=0.8)
        if len(words) == 3 and words[1] == "and" and (pair := self.pair(subject)) is not None:
            return pair[1]
        if len(words) == 1:
            if (
                name.isupper()
                and len(name) > 2
                and (spelt := self._organisations.spelt_out(name, subject.start)) is not None
            ):
                return Speaker(spelt, kind, confidence=0.85)
            if name in ORGANISATION_WORDS and (full_name := self._ending_in(name, subject.start)) is not None:
                return Speaker(full_name, kind, confidence=0.8)  # "the Exchange said"
            if self._is_common(subject):
                return Speaker(name[:1].lower() + name[1:], "unnamed", confidence=0.6)
            if name in self.personal:
                return Speaker(name, "person", self.personal[name], confidence=0.85)
            if may_be_person(name) and (match := _LIKE_PERSON.match(self.narration.text, subject.end)):
                role = office_in(match[1]) if match[1] else None
                if role is not None or not match[1]:
                    self.personal[name] = role
                    return Speaker(name, "person", role, confidence=0.85)
            if self._is_personal(name):
                return Speaker(name, "person", confidence=0.75)
        elif (
            words[0].lower() in ROLE_NOUNS
            and words[1][0].isupper()
            and may_be_person(words[-1])
            and self._is_initial(subject.start)
        ):
            return Speaker(" ".join(words[1:]), "person", words[0], confidence=0.8)  # "Boss Ten Hag said"
        return _new(Speaker, (name, kind, None, None, 0.9))

    def pair(self, subject: Subject) -> tuple[Speaker, Speaker] | None:
        """The two persons of a subject of two bare names: "Moss and Alder said they", but not "Procter and Gamble"."""
        one, joint, other = subject.head.partition(" and ")
        if not joint or _AS_ONE.match(self.narration.text, subject.end):
            return None
        if " " in other or not (self._is_personal(one) and self._is_personal(other)):
            return None
        return Speaker(one, "person", confidence=0.7), Speaker(other, "person", confidence=0.7)

    def show_person(self, speaker: Speaker) -> Speaker:
        """The speaker of words such as "I am tired": a bare name is a person's, whatever it seemed to be."""
        name = speaker.name or ""
        if speaker.kind != "organisation" or not may_be_person(name) or is_institution(name):
            return speaker
        return Speaker(name, "person", self.personal.setdefault(name, None), confidence=0.8)

    def _is_personal(self, name: str) -> bool:
        """Is a bare name a person's, by all that the article says of it?"""
        if name in self.impersonal:
            return False
        if name not in self._kinds:
            self._kinds[name] = is_personal(name, self.narration.scan.flat)
        return self._kinds[name]

    def _of_title(self, title: str, position: int) -> Speaker:
        """Who is meant by a title written like a name: "the Pope said", "the Prime Minister said"."""
        words = f"the {title.lower()}"
        person = self._person_with_role(words.rsplit(" ", 1)[-1], words, position)
        return person or Speaker(words, "unnamed", confidence=0.7)

    def _is_initial(self, start: int) -> bool:
        run = self.narration.run_starting_at(start)
        return run is not None and run.initial

    def _is_common(self, subject: Subject) -> bool:
        """Is a single capitalised word a common noun that opens a sentence ("Officials", "Criticism")?"""
        word = subject.head.lower()
        if word in PROPER_GROUPS:
            return False
        run = self.narration.run_starting_at(subject.start)
        if word in SPEAKING_NOUNS:
            return run is None or run.initial
        return run is not None and run.initial and " " + word in self.narration.scan.flat

    def _of_noun(self, subject: Subject) -> Speaker:
        text = self.narration.text[subject.start : subject.end]
        head = subject.head.lower()
        if " " not in text and (full := self._organisations.full_name(text)) != text:
            return Speaker(full, "organisation", confidence=0.85)  # "Leader said", of Leader Corp
        definite = text.startswith(_DEFINITE)
        if definite:
            if "-" in text and (aged := _AGED_OR_PARENT.search(text)):
                mention = self._described_person(aged[1], subject.start)
                if mention is not None:
                    return self.of_mention(mention, 0.75)
            if head in ROLE_NOUNS:
                person = self._person_with_role(head, text, subject.start)
                if person is not None:
                    return person
            whose = self._whose(text, subject.start)
            if whose is not None:
                noun = text.partition(" ")[2]
                if head in GROUP_NOUNS:
                    return Speaker(f"{whose.name}'s {noun}", "organisation", confidence=0.6)
                return Speaker(f"{whose.name}'s {noun}", "unnamed", noun, confidence=0.6)
            if head in GROUP_NOUNS and head not in WRITTEN_NOUNS:
                known = self._last.get("organisation") if head in COMPANY_NOUNS else None
                if known is None and head in FIRM_NOUNS and (bare := self._bare_firm()) is not None:
                    return bare
                if known and known[1].kind == "organisation":
                    return known[1].with_confidence(0.75)
                plain = len(text) - len(head) <= _LONGEST_DETERMINER
                named = (
                    self._organisations.of_kind(head, subject.start)
                    if plain or head in FIRM_NOUNS
                    else self._ending_in(text.partition(" ")[2], subject.start)
                )
                if named is not None:
                    return Speaker(named, "organisation", confidence=0.7)
        elif head in _OWN_WORDS and (mark := _GENITIVE.search(text)) is not None:
            mention = self.narration.person_ending_at(subject.start + mark.start())
            if mention is not None:
                return self.of_mention(mention, 0.8)
        return described(text, head)

    def _described_person(self, age: str | None, position: int) -> PersonMention | None:
        """Whom "the 34-year-old" or "the mum-of-two" means: the person of that age, else the one named last."""
        flat = self.narration.scan.flat
        mentions = self.narration.mentions_between(max(0, position - 3 * _NEAR), position)
        if age is not None:
            for mention in reversed(mentions):
                if flat.startswith((f", {age}", f" ({age}"), mention.end):
                    return mention
        for mention in reversed(mentions):
            if self.narration.text[mention.start] != BLANK and not self._in_content(mention.start):
                return mention
        return None

    def _ending_in(self, words: str, position: int) -> str | None:
        """The organisation whose name ends so, the one that spoke last before all others: "the Exchange"."""
        _, known = self._last.get("organisation", (-1, UNKNOWN))
        if known.name is not None and known.name.lower().endswith(" " + words.lower()):
            return known.name
        return self._organisations.ending_in(words, position)

    def _whose(self, words: str, position: int) -> Speaker | None:
        """Whose "its chairman" or "her lawyer" is, if the article has named them."""
        owner = words.partition(" ")[0].lower()
        if owner == "its":
            found = self._of_pronoun(Subject(PRONOUN, position, position + 2, "it"))
        elif owner in ("his", "her"):
            found = self._of_he_or_she("m" if owner == "his" else "f", position)
        else:
            return None
        return found if found.name and found.name[:1].isupper() and "'s " not in found.name else None

    def _person_with_role(self, head: str, words: str, position: int) -> Speaker | None:
        """The person last named whose office is this noun ("the minister"), or the last speaker of its gender."""
        narration = self.narration
        seen: set[int] = set()
        for mention in reversed(narration.mentions_between(0, position)):
            if mention.person in seen:
                continue
            seen.add(mention.person)
            role = self.role_of(mention)
            offices = [role.lower()] if role else []
            offices += [office.lower() for office in self.persons[mention.person].roles]
            if any(head in office.replace("-", " ").split()[:8] for office in offices):
                return self.of_mention(mention, 0.8)
            if len(seen) > 8:
                break
        gender = gender_of_noun(head)
        if gender and head in (
            "man",
            "woman",
            "mother",
            "father",
            "boy",
            "girl",
            "businessman",
            "businesswoman",
        ):
            known = self._last.get(gender)
            if known and len(words.split()) <= 2:
                return known[1].with_confidence(0.5)
        return None
