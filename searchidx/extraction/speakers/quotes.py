"""The quotes of an article: quotations and reported clauses with their speakers, in the order of the text.

The span of a quote is what was said, without the quotation marks around it: a direct quote that a tag breaks in two
("We won," he said. "At last.") is two quotes of one speaker, and so is each paragraph of a quotation that runs on. A
mixed quote, quoted words inside a reported clause, spans the clause ("the plan was “a disaster”") where a verb of
saying governs one, else the quoted words alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from searchidx.article import Quote
from searchidx.extraction.scan import Span
from searchidx.extraction.speakers.clauses import Clauses, Cue
from searchidx.extraction.speakers.coreference import Resolver
from searchidx.extraction.speakers.cues import (
    SAYING,
)
from searchidx.extraction.speakers.descriptions import UNKNOWN, Speaker
from searchidx.extraction.speakers.function_words import PREPOSITIONS
from searchidx.extraction.speakers.names import NAME, PERSON, PRONOUN, Subject, word_before
from searchidx.extraction.speakers.narration import Narration
from searchidx.extraction.speakers.reported import ReportedSpeech
from searchidx.extraction.speakers.subjects import clause_subject
from searchidx.extraction.speakers.tags import Tag, ends_open, tag_before, tag_behind
from searchidx.extraction.speakers.transcripts import Labels, Turn, find_turns

if TYPE_CHECKING:
    from searchidx.extraction.people import People
    from searchidx.extraction.quotations import Quotation
    from searchidx.extraction.scan import Scan

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
_WORD = re.compile(r"[\w'’-]+")
_NO_QUOTE_BEFORE = re.compile(
    r"(?:so-called|called|titled|entitled|named|dubbed|nicknamed|known as|known simply as|labell?ed|headlined|"
    r"billed as|the word|the term|the phrase|the name|name|movie|film|book|novel|song|album|show|series|play|"
    r"programme|program|magazine|episode|documentary|musical|opera|poem|hit|game|single|memoir|column|podcast|"
    r"sitcom|drama|blog)[,:]? ?$"
)
# What leads up to a nickname, with or without a capital: "who goes by the name “Uncle Roma”".
_NICKNAME_BEFORE = re.compile(
    r"(?:\b(?:go(?:es|ing)?|went) by(?: the (?:name|nickname|alias|call ?sign|moniker))?(?: of)?"
    r"|\b(?:known(?: (?:only|simply|locally|widely|better|affectionately|to \w+))*(?: (?:as|by the name of))|"
    r"nicknamed|dubbed|alias|code-?named|(?<!he )(?<!she )called|calls? himself|calls? herself|a\.?k\.?a\.?|"
    r"nom de guerre|call ?sign|(?:nick)?name (?:is|was|of)))(?: is| was| of)?(?: the)? $"
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]yself)\b(?![.&-])")
_LONGEST_NICKNAME = 40
_DASHES = frozenset("—–―-")
_SIGNED = re.compile(r" {0,2}[—–―-]{1,2} ?[A-Z][\w.'’-]*(?:,? [\w.'’-]+){0,8}\s*(?:\n|$)")
_SURELY_WORDS = 70  # a quotation of so many characters is no title, nickname or scare quote
_FRAGMENT = 24  # a tag may reach over so short a quotation: "Moss, in a “No” hat, said"
_AT_ONCE = re.compile(r"(?: that| reporters| me| us| him| her| them)?[,:]? $|[^\"\x01.;]{1,70}[,:] $")
_JOINT = re.compile(
    r",? and (?:(?:his|her|their|fellow)(?: [a-z-]+){1,3},? )?$"
)  # "Anna Moss and her son Tom said"
_ENDS_OF_TAGS = ("", ".", ",", ";", ":", "\n")
_SMALL = frozenset("a an the of in on at to for and or but from by with as is".split())


def find_quotes(scan: Scan, people: People) -> tuple[Quote, ...]:
    """The quotes of a scanned body. Linear in its length."""
    narration = Narration(scan, people)
    return _Finder(narration).find()


def speakers_of(quotes: tuple[Quote, ...]) -> tuple[str, ...]:
    """The distinct named speakers, persons and organisations, in order of their first quote."""
    names = (q.speaker for q in quotes if q.speaker)
    return tuple(dict.fromkeys(name for name in names if _is_named(name)))


def _is_named(name: str) -> bool:
    """Does a speaker carry a name, not only a description ("the ministry")? "Ukrainian officials" do."""
    head = _UP_TO_PREPOSITION.match(name)
    return len(name) > 1 and head is not None and any(word[:1].isupper() for word in head[0].split())


@lru_cache(maxsize=512)
def _product(sure: float, confidence: float) -> float:
    """Two confidences at once, rounded; they are of a few dozen values only, and rounding takes long."""
    return round(sure * confidence, 2)


_UP_TO_PREPOSITION = re.compile(r".+?(?= (?:for|to|from|at|with|in|on|who|that) |$)")


class _Finder:
    """Finds the quotes of one article: tags by syntax first, then speakers in the order of the text."""

    def __init__(self, narration: Narration) -> None:
        self.narration = narration
        self.text = narration.text
        self.flat = narration.scan.flat
        self.body = narration.scan.text
        self.clauses = Clauses(narration)
        self.resolver = Resolver(narration)
        self.quotes: list[Quote] = []
        self.absorbed: set[int] = set()  # starts of quotations that are part of a mixed quote
        self.used: set[int] = set()  # starts of cues that tag a direct quote
        self.resumed: set[int] = set()  # starts of quotations that go on after a tag in their sentence
        self.turn_starts: list[int] = []
        self.turn_ends: list[int] = []
        self.position = -1  # where the last attribution stood, and its speaker
        self.paragraph_speaker = UNKNOWN

    def find(self) -> tuple[Quote, ...]:
        turns = find_turns(self.narration.scan)
        if turns:
            self._add_turns(turns)
        quotations = [
            q for q in self.narration.quotations if q.inner_end > q.inner_start and not self._in_turn(q.start)
        ]
        tags = [self._tag(quotation) for quotation in quotations]
        events: list[tuple[int, int, int]] = []
        for number, (quotation, tag) in enumerate(zip(quotations, tags, strict=True)):
            events.append((quotation.start, 0, number))
            whole = tag is not None and tag.cue is not None and self._is_whole(quotation, tag)
            if whole and tag and tag.cue and self._is_quote(quotation, tag, True):
                self.used.add(tag.cue.start)
        reporting = ReportedSpeech(self.narration, self.clauses, self.used, self._in_turn if turns else None)
        reported = reporting.find(quotations, tags)
        self.absorbed = reporting.absorbed
        events += [(clause.cue.start, 1, number) for number, clause in enumerate(reported)]
        events.sort()
        previous: Quotation | None = None
        for _, kind, number in events:
            if kind:
                self._add_reported(*reported[number])
            else:
                quotation = quotations[number]
                following = tags[number + 1] if number + 1 < len(tags) else None
                self._add_quotation(
                    quotation,
                    tags[number],
                    previous,
                    following
                    if following and self._same_paragraph(quotation, quotations[number + 1])
                    else None,
                )
                previous = quotation
        if self.resolver.personal or self.resolver.impersonal:
            self.quotes = [self._as_shown(quote) for quote in self.quotes]
        self.quotes.sort(key=attrgetter("start", "end"))
        return tuple(self.quotes)

    def _as_shown(self, quote: Quote) -> Quote:
        """The quote of a bare name that a later sentence showed to be a person's or an organisation's."""
        if quote.speaker in self.resolver.impersonal and quote.speaker_kind == "person":
            return replace(quote, speaker_kind="organisation")
        if quote.speaker in self.resolver.personal and quote.speaker_kind == "organisation":
            return replace(quote, speaker_kind="person", role=self.resolver.personal[quote.speaker])
        return quote

    # -- transcripts

    def _add_turns(self, turns: list[Turn]) -> None:
        """Take each turn of a transcript as one direct quote."""
        labels = Labels(self.narration)
        self.turn_starts = [turn.start for turn in turns]
        self.turn_ends = [turn.end for turn in turns]
        for turn in turns:
            label = self.flat[turn.label_start : turn.label_end]
            speaker = labels.speaker(label)
            self._add(
                turn.start, turn.end, speaker, Span(turn.label_start, turn.label_end), None, DIRECT, 1.0
            )

    def _in_turn(self, position: int) -> bool:
        if not self.turn_starts:
            return False
        number = bisect_right(self.turn_starts, position) - 1
        return number >= 0 and position < self.turn_ends[number]

    # -- tags

    def _tag(self, quotation: Quotation) -> Tag | None:
        """The tag behind a quotation or before it, whichever stands closer by the rules of news style."""
        narration = self.narration
        start, end = quotation.start, quotation.end
        floor, _ = narration.sentence(start)
        before = self.clauses.between(floor, start) if floor < start else []
        if end - start < _LONGEST_NICKNAME and self._is_nickname(quotation):
            return self._before(quotation, floor, before)
        if before and _AT_ONCE.match(self.text, before[-1].end, start):
            tag = self._before(quotation, floor, before)
            if tag is not None:
                if self.text[floor] == '"' and self.text[start - 2] == ",":
                    self.resumed.add(start)  # "We came," he said, "and we saw."
                return tag
        if ends_open(narration, quotation) or self._signed(end):
            ceiling = self._ceiling(end)
            tag = tag_behind(narration, quotation, ceiling)
            if tag is not None:
                return tag
        tag = self._before(quotation, floor, before)
        if tag is None and not self.text[floor:start].strip() and not quotation.continues:
            tag = self._introduced(start)
        return tag

    def _signed(self, end: int) -> bool:
        """Does a dash follow, on the next line or at the end of this one, as before the name of who said it?"""
        text = self.text
        if text[end : end + 4].lstrip()[:1] not in _DASHES:
            return False
        return "\n" in text[end : end + 3] or _SIGNED.match(text, end) is not None

    def _before(self, quotation: Quotation, floor: int, before: list[Cue]) -> Tag | None:
        if not before and ":" not in self.text[floor : quotation.start]:
            return None
        return tag_before(self.clauses, quotation, floor, before)

    def _ceiling(self, end: int) -> int:
        """How far a tag behind a quotation may reach: to the end of its sentence or the next quotation."""
        _, ceiling = self.narration.sentence(min(end + 1, len(self.text)))
        number = bisect_left(self.narration.quotations, (end,))
        for quotation in self.narration.quotations[number : number + 3]:
            if quotation.start >= ceiling:
                break
            if quotation.end - quotation.start > _FRAGMENT:
                return quotation.start
        return ceiling

    def _introduced(self, start: int) -> Tag | None:
        """The tag at the end of the paragraph before: "Moss went on:" and then, on its own, the quotation."""
        paragraphs = self.narration.scan.paragraphs
        number = self.narration.scan.paragraph_number(start)
        if number < 1 or paragraphs[number].start != start:
            return None
        end = paragraphs[number - 1].end
        if self.text[end - 1] != ":":
            return None
        floor, _ = self.narration.sentence(end - 1)
        for cue in reversed(self.clauses.between(floor, end)):
            subject = self.clauses.subject_of(cue, floor, end)
            if subject is not None:
                return Tag(cue, subject, 0.85)
        subject = clause_subject(self.narration, end, floor)
        return Tag(None, subject, 0.6) if subject else None

    # -- what is a quote

    def _is_whole(self, quotation: Quotation, tag: Tag | None) -> bool:
        """Is a quotation somebody's own sentence, not a few quoted words in the reporter's?"""
        start, end, inner_start = quotation[:3]
        if tag is not None and tag.cue is not None and tag.cue.start >= end:
            return True
        if start in self.resumed:
            return True
        first = self.flat[inner_start]
        if not first.isalnum():
            match = _WORD.search(self.flat, inner_start, quotation.inner_end)
            if match is None:
                return False
            first = match.group()[0]
        if not first.isupper():
            return False
        before = self.text[max(0, start - 2) : start].strip()
        return before[-1:] in ("", ",", ":", '"', ".", "?", "!") or quotation.continues

    def _is_quote(self, quotation: Quotation, tag: Tag | None, whole: bool) -> bool:
        """No scare quotes, no titles of works, no nicknames."""
        if quotation.inner_end - quotation.inner_start > _SURELY_WORDS:
            return True
        inner = self.flat[quotation.inner_start : quotation.inner_end]
        words = _WORD.findall(inner)
        if not words or self._is_nickname(quotation):
            return False
        named = len(words) < 5 and words[0][0].islower() and self._is_name_for_a_thing(quotation)
        if whole and tag is not None and not named and (len(words) > 1 or inner[-1] in ",.!?"):
            return True
        ended = inner.rstrip()[-1:] in (".", "!", "?")
        if ended and tag is None and whole:
            return True
        titled = all(word[:1].isupper() or word in _SMALL or word[:1].isdigit() for word in words)
        if titled and len(words) > 1 and not (ended and len(words) > 3):
            return tag is not None and tag.cue is not None and tag.cue.kind == SAYING and len(words) > 6
        if len(words) < 5 and self._is_name_for_a_thing(quotation):
            return False
        if len(words) < 4:
            if tag is None or tag.cue is None:
                return False
            return tag.confidence >= 0.8
        return True

    def _is_name_for_a_thing(self, quotation: Quotation) -> bool:
        """Is it introduced as what something is called: the so-called "small boats week"?"""
        start = quotation.start
        return _NO_QUOTE_BEFORE.search(self.text, max(0, start - 24), start) is not None

    def _is_nickname(self, quotation: Quotation) -> bool:
        """Is it what somebody is called: the fighter known as “Grey Wolf”?"""
        start, end, inner_start, inner_end = quotation[:4]
        return (
            end - start < _LONGEST_NICKNAME
            and self.flat[start - 1 : start] == " "
            and self.flat[inner_end - 1] not in ".!?"
            and _NICKNAME_BEFORE.search(self.text, max(0, start - 60), start) is not None
            and self.flat.count(" ", inner_start, inner_end) < 4
        )

    # -- speakers

    def _same_paragraph(self, one: Quotation, other: Quotation) -> bool:
        scan = self.narration.scan
        return scan.paragraph_number(one.start) == scan.paragraph_number(other.start)

    def _add_reported(
        self, cue: Cue, subject: Subject, start: int, end: int, inside: list[Quotation]
    ) -> None:
        speaker = self.resolver.resolve(subject)
        if speaker.name is None and cue.kind != SAYING:
            return
        kind = MIXED if inside else INDIRECT
        partner = self._partner(subject)
        if partner is not None:
            self._add(start, end, partner, subject, cue, kind, 0.9)
        self._remember(speaker, cue.start)
        self.resolver.remember_content(start, end)
        self._add(start, end, speaker, subject, cue, kind, 0.9)

    def _add_quotation(
        self, quotation: Quotation, tag: Tag | None, previous: Quotation | None, following: Tag | None
    ) -> None:
        whole = self._is_whole(quotation, tag)
        if quotation.start in self.absorbed or not self._is_quote(quotation, tag, whole):
            return
        kind = DIRECT if whole else MIXED
        if tag is not None:
            speaker = self.resolver.resolve(tag.subject)
            if kind == DIRECT and speaker[1] == "organisation" and self._is_own(quotation):
                speaker = self.resolver.show_person(speaker)
            if speaker.name is not None or tag.subject.kind == PRONOUN:
                partner = self._partner(tag.subject)
                if partner is not None:
                    self._add(
                        quotation.inner_start,
                        quotation.inner_end,
                        partner,
                        tag.subject,
                        tag.cue,
                        kind,
                        tag.confidence,
                    )
                self._remember(speaker, max(quotation.start, tag.subject.start))
                self._add(
                    quotation.inner_start,
                    quotation.inner_end,
                    speaker,
                    tag.subject,
                    tag.cue,
                    kind,
                    tag.confidence,
                )
                return
        speaker = self._carried(quotation, previous, following)
        self._remember(speaker, quotation.start)
        self._add(quotation.inner_start, quotation.inner_end, speaker, None, None, kind, 1.0)

    def _is_own(self, quotation: Quotation) -> bool:
        """Does somebody speak of himself: "I am tired"?"""
        return _FIRST_PERSON.search(self.flat, quotation.inner_start, quotation.inner_end) is not None

    def _partner(self, subject: Subject) -> Speaker | None:
        """Who says the same besides: Anna Moss in "Anna Moss and Tom Alder said", Tom Alder in "said Anna Moss and …".

        Both get a quote of their own, so that it is found under either name.
        """
        text = self.text
        if subject.kind not in (PERSON, NAME):
            return None
        if (
            subject.kind == NAME
            and " and " in subject.head
            and (pair := self.resolver.pair(subject)) is not None
        ):
            return pair[0]
        mention = None
        joint = _JOINT.search(text, max(0, subject.start - 60), subject.start)
        if joint is not None:
            mention = self.narration.person_ending_at(joint.start())
            if mention is not None and word_before(text, mention.run_start, 0) in PREPOSITIONS:
                return None
        elif subject.kind == PERSON and text.startswith(" and ", subject.end):
            mention = self.narration.person_starting_at(subject.end + len(" and "))
            if mention is not None and text[mention.end : mention.end + 1] not in _ENDS_OF_TAGS:
                return None  # "said Anna Moss and Tom Alder left"
        return self.resolver.of_mention(mention, 0.9) if mention is not None else None

    def _carried(self, quotation: Quotation, previous: Quotation | None, following: Tag | None) -> Speaker:
        """The speaker of a quotation without a tag: who spoke before it or is spoken about, else who speaks next."""
        scan = self.narration.scan
        number = scan.paragraph_number(quotation.start)
        if quotation.continues and previous is not None:
            return self.paragraph_speaker.with_confidence(0.9)
        last = scan.paragraph_number(self.position) if self.position >= 0 else -1
        if last == number and self.paragraph_speaker.name:
            return self.paragraph_speaker.with_confidence(0.85)
        if following is not None:
            speaker = self.resolver.resolve(following.subject)
            if speaker.name:
                return speaker.with_confidence(0.75)
        paragraph = scan.paragraphs[number]
        lead = self.text[paragraph.start : quotation.start]
        if lead.strip():
            floor, _ = self.narration.sentence(quotation.start)
            if floor >= quotation.start - 2 and floor > paragraph.start:
                floor, _ = self.narration.sentence(floor - 2)
            subject = clause_subject(self.narration, quotation.start, max(floor, paragraph.start))
            if subject is not None and subject.kind in (PERSON, PRONOUN):
                speaker = self.resolver.resolve(subject)
                if speaker.name:
                    return speaker.with_confidence(0.6)
        if last >= number - 2 and self.paragraph_speaker.name:
            return self.paragraph_speaker.with_confidence(0.7)
        return UNKNOWN

    def _remember(self, speaker: Speaker, position: int) -> None:
        if speaker.name is not None:
            self.resolver.remember(speaker, position)
            self.position = position
            self.paragraph_speaker = speaker

    def _add(
        self,
        start: int,
        end: int,
        speaker: Speaker,
        subject: Subject | Span | None,
        cue: Cue | None,
        kind: str,
        sure: float,
    ) -> None:
        while end > start and self.flat[end - 1] == " ":
            end -= 1
        name, speaker_kind, role, _, confidence = speaker
        body = self.body
        self.quotes.append(
            Quote(
                body[start:end],
                name,
                body[subject.start : subject.end] if subject else None,
                cue.form if cue else None,
                kind,
                start,
                end,
                role,
                speaker_kind,
                _product(sure, confidence),
            )
        )
