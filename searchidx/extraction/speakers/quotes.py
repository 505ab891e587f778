"""The quotes of an article: quotations and reported clauses with their speakers, in the order of the text.

The span of a quote is what was said, without the quotation marks around it: a direct quote that a tag breaks in two
("We won," he said. "At last.") is two quotes of one speaker, and so is each paragraph of a quotation that runs on. A
mixed quote, quoted words inside a reported clause, spans the clause ("the plan was “a disaster”") where a verb of
saying governs one, else the quoted words alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from searchidx.article import Quote
from searchidx.extraction.roles import is_role
from searchidx.extraction.scan import Span
from searchidx.extraction.speakers.attribution import (
    Clauses,
    Cue,
    Tag,
    ends_open,
    is_participle,
    tag_before,
    tag_behind,
)
from searchidx.extraction.speakers.coreference import UNKNOWN, Resolver, Speaker
from searchidx.extraction.speakers.cues import JUDGING, NOUNS_TOO, SAYING, STRONG, THINKING
from searchidx.extraction.speakers.narration import Narration
from searchidx.extraction.speakers.subjects import (
    DETERMINERS,
    DOCUMENT_NOUNS,
    NAME,
    NOUN,
    PERSON,
    PRONOUN,
    SPEAKING_NOUNS,
    STOPS,
    Subject,
    clause_subject,
)
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
_SURELY_WORDS = 70  # a quotation of so many characters is no title, nickname or scare quote
_FRAGMENT = 24  # a tag may reach over so short a quotation: "Moss, in a “No” hat, said"
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
        self.paragraph = -1  # the paragraph of the last attribution, and its speaker
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
            if tag is not None and tag.cue is not None and self._is_whole(quotation, tag):
                self.used.add(tag.cue.start)
        reported = self._reported(quotations, tags)
        events += [(clause[0].start, 1, number) for number, clause in enumerate(reported)]
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
        self.quotes.sort(key=lambda quote: (quote.start, quote.end))
        return tuple(self.quotes)

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
        """Does a dash follow on the next line, as before the name of who said it?"""
        return (
            self.text[end : end + 4].lstrip()[:1] in ("—", "–", "―", "-") and "\n" in self.text[end : end + 3]
        )

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
        if not words:
            return False
        if whole and tag is not None and (len(words) > 1 or inner[-1] in ",.!?"):
            return True
        ended = inner.rstrip()[-1:] in (".", "!", "?")
        if ended and tag is None and whole:
            return True
        titled = all(word[:1].isupper() or word in _SMALL or word[:1].isdigit() for word in words)
        if titled and len(words) > 1 and not (ended and len(words) > 3):
            return tag is not None and tag.cue is not None and tag.cue.kind == SAYING and len(words) > 6
        if (
            _NO_QUOTE_BEFORE.search(self.text, max(0, quotation.start - 24), quotation.start)
            and len(words) < 5
        ):
            return False
        if len(words) < 4:
            if tag is None or tag.cue is None:
                return False
            return tag.confidence >= 0.8
        return True

    # -- reported speech

    def _reported(
        self, quotations: list[Quotation], tags: list[Tag | None]
    ) -> list[tuple[Cue, Subject, int, int, list[Quotation]]]:
        """The clauses that cues govern without being the tag of a direct quote: cue, subject, span, quoted words."""
        fragments: dict[int, list[Quotation]] = {}
        for quotation, tag in zip(quotations, tags, strict=True):
            if tag is not None and tag.cue is not None and tag.cue.start not in self.used:
                fragments.setdefault(tag.cue.start, []).append(quotation)
        found = []
        cues = self.clauses.cues
        reported_to = 0
        for number, cue in enumerate(cues):
            start, _, form, kind = cue
            if start in self.used or not self._reports(cue) or (self.turn_starts and self._in_turn(start)):
                continue
            if form in _BELIEFS and start < reported_to:
                continue  # "Moss said she hopes to": one quote
            floor, end = self.narration.sentence(start)
            subject = self.clauses.subject_of(cue, floor, end)
            if subject is None or not _can_report(form, kind, subject):
                continue
            span = self._clause(
                cue, subject, floor, end, cues[number + 1] if number + 1 < len(cues) else None
            )
            if span is None:
                continue
            inside: list[Quotation] = []
            stop = span[1]
            if start in fragments:
                inside = [q for q in fragments[start] if span[0] <= q.start and q.end <= stop + 2]
                if inside and form not in _CLAUSE_VERBS:
                    continue
                stop = max([stop, *(q.end for q in inside)])
                self.absorbed.update(q.start for q in inside)
            found.append((cue, subject, span[0], stop, inside))
            reported_to = stop
        return found

    def _reports(self, cue: Cue) -> bool:
        """Can a cue report something without quotation marks? A verb of thinking only with "that"."""
        if cue.kind in (SAYING, JUDGING) or cue.form in _FINDINGS:
            return True
        if cue.kind != THINKING:
            return False
        return cue.form in _BELIEFS or self.text.startswith(" that ", cue.end)

    def _clause(
        self, cue: Cue, subject: Subject, floor: int, end: int, following: Cue | None
    ) -> tuple[int, int] | None:
        """The span of what a cue reports: the clause behind it, or the sentence before it ("..., Moss said.")."""
        text = self.text
        while end > floor and text[end - 1] in " .\n":
            end -= 1
        if cue.form == "according to":
            if text[floor : cue.start].strip(' "'):
                return _trimmed(text, floor, cue.start)
            comma = text.find(",", subject.end, end)
            second = text.find(",", comma + 1, end)
            if 0 <= comma < second and any(is_role(word) for word in text[comma + 2 : second].split()[:5]):
                comma = second  # "According to Moss, a lawyer, ..."
            return _trimmed(text, comma + 1, end) if comma >= 0 else None
        if cue.form in _WITH_THAT and not _THAT.match(text, cue.end, end):
            return None
        head = text[floor : min(subject.start, cue.start)].rstrip()
        mark = max(head.rfind(mark, max(0, len(head) - 60)) for mark in (", ", '" ', "— ", "– "))
        lead = head[mark + 2 :].lower().split() if mark >= 0 else []
        if len(lead) < 8 and _PLAIN.isdisjoint(lead) and mark >= 0:
            head = head[: mark + 1]  # "..., lead manager Deutsche Bank said"
        if head.endswith((",", "—", "–", '"')):
            if _TAIL.match(text, max(cue.end, subject.end), end + 1):
                return _trimmed(text, floor, floor + len(head))
            if _PUT_IN.match(text, cue.end, end):  # "The ship, she said, had been inspected"
                return _trimmed(text, floor, end)
        if following is not None and following.start < end and is_participle(following.form):
            comma = following.start - 2
            end = comma if text[comma] == "," else end
        start = cue.end
        opening = (_ADDRESSEE if cue.form in _TOLD else _CLAUSE_OPENING).match(text, start, end)
        if opening:
            start = opening.end()
        return _trimmed(text, start, end)

    # -- speakers

    def _same_paragraph(self, one: Quotation, other: Quotation) -> bool:
        scan = self.narration.scan
        return scan.paragraph_number(one.start) == scan.paragraph_number(other.start)

    def _add_reported(
        self, cue: Cue, subject: Subject, start: int, end: int, inside: list[Quotation]
    ) -> None:
        speaker = self.resolver.resolve(subject)
        self._remember(speaker, cue.start)
        self.resolver.remember_content(start, end)
        self._add(start, end, speaker, subject, cue, MIXED if inside else INDIRECT, 0.9)

    def _add_quotation(
        self, quotation: Quotation, tag: Tag | None, previous: Quotation | None, following: Tag | None
    ) -> None:
        whole = self._is_whole(quotation, tag)
        if quotation.start in self.absorbed or not self._is_quote(quotation, tag, whole):
            return
        kind = DIRECT if whole else MIXED
        if tag is not None:
            speaker = self.resolver.resolve(tag.subject)
            if speaker.name is not None or tag.subject.kind == PRONOUN:
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

    def _carried(self, quotation: Quotation, previous: Quotation | None, following: Tag | None) -> Speaker:
        """The speaker of a quotation without a tag: who spoke before it or is spoken about, else who speaks next."""
        scan = self.narration.scan
        number = scan.paragraph_number(quotation.start)
        if quotation.continues and previous is not None:
            return self.paragraph_speaker._replace(confidence=0.9)
        if self.paragraph == number and self.paragraph_speaker.name:
            return self.paragraph_speaker._replace(confidence=0.85)
        if following is not None:
            speaker = self.resolver.resolve(following.subject)
            if speaker.name:
                return speaker._replace(confidence=0.75)
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
                    return speaker._replace(confidence=0.6)
        if self.paragraph >= number - 2 and self.paragraph_speaker.name:
            return self.paragraph_speaker._replace(confidence=0.7)
        return UNKNOWN

    def _remember(self, speaker: Speaker, position: int) -> None:
        if speaker.name is not None:
            self.resolver.remember(speaker, position)
            self.paragraph = self.narration.scan.paragraph_number(position)
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
        self.quotes.append(
            Quote(
                text=self.body[start:end],
                speaker=speaker.name,
                speaker_text=self.body[subject.start : subject.end] if subject else None,
                cue=cue.form if cue else None,
                kind=kind,
                start=start,
                end=end,
                role=speaker.role,
                speaker_kind=speaker.kind,
                confidence=round(sure * speaker.confidence, 2),
            )
        )


def _can_report(form: str, kind: str, subject: Subject) -> bool:
    """Can this subject report something by this cue, without quotation marks?"""
    if subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS:
        return form in ("said", "says", "told") and subject.end - subject.start > len(subject.head)
    if kind == THINKING and form in _FINDINGS:
        return subject.head.lower().rsplit(" ", 1)[-1] in DOCUMENT_NOUNS
    if form in _BELIEFS:
        return subject.kind != NAME
    if kind != SAYING and subject.kind not in (PERSON, PRONOUN, NAME):
        return False
    if subject.kind == NAME:
        return form not in _COUNTING and (kind != SAYING or form in STRONG or form in NOUNS_TOO)
    return True


_BELIEFS = frozenset(
    "believe believes believed think thinks thought hope hopes hoped fear fears feared expect expects expected doubt "
    "doubts doubted".split()
)
_AT_ONCE = re.compile(r"(?: that| reporters| me| us| him| her| them)?[,:]? $|[^\"\x01.;]{1,70}[,:] $")
_TAIL = re.compile(
    r"(?: (?:on|in|at|to|during|late|early|last|this|earlier|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|reporters|Reuters|Congress|analysts|journalists|shareholders|lawmakers|parliament|afterwards|later)\b[^,.;:\"]{0,60})?[.,;!?]?\n?$"
)
_CLAUSE_OPENING = re.compile(
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| today| yesterday| in a statement"
    r"| in an interview)?,?(?: that)?:? "
)
_FINDINGS = frozenset("show shows showed find finds found".split())
_COUNTING = frozenset("added adds adding found continued continues continue called".split())
_TOLD = frozenset("tell tells told telling assured reminded informed asked".split())
_ADDRESSEE = re.compile(
    r" [^,.;:\"\x01]{2,80}? that |(?: [A-Z][\w'’.-]+)+ (?=[a-z])"
    r"| (?:reporters|me|us|him|her|them|the [a-z]+|a [a-z]+)(?: (?:on|in) [A-Z]\w+)? "
)
_PLAIN = STOPS - DETERMINERS - {"and", "of", "for"}  # words that no name is led up to by
_PUT_IN = re.compile(r"(?: \w+)?,")
_THAT = re.compile(r"(?: [^,.;:\"\x01]{1,40}?)?(?: that\b|:)")
# Verbs that as often take a thing or nothing: without "that" they report no speech.
_WITH_THAT = frozenset(
    "wrote writes write written writing read reads reading posted laughed laughs cried shouted screamed yelled "
    "whispered sighed roared sang sings sung sobbed groaned moaned snapped snarled sneered purred barked wailed went "
    "continued continues repeated answered phoned told_off mentioned recited prayed preached interrupted noted_down "
    "thundered trumpeted radioed texted cabled captioned signed volunteered fired_back pushed_back opened_up".split()
)
_CLAUSE_VERBS = frozenset(
    "said says say saying told tells telling added adds adding argued argues arguing insisted insists claimed claims "
    "explained noted warned stated wrote writes suggested announced acknowledged admitted conceded predicted promised "
    "vowed believed contended maintained complained confirmed denied declared replied responded according to".split()
)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without the spaces and commas at its ends; None for less than two words."""
    while start < end and text[start] in " ,;:—–":
        start += 1
    while end > start and text[end - 1] in " ,;:—–":
        end -= 1
    return (start, end) if text.find(" ", start, end) >= 0 or text.find('"', start, end) >= 0 else None
