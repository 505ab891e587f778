"""Reported speech: the clauses that somebody is said to have said, without quotation marks or with a few in them.

"Moss said the bridge was lost", "according to the ministry, ...", "..., critics say", "Moss's claim that ...". Which
cues report without a quotation depends on their class (see ``cues``) and on who the subject is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.roles import is_role
from searchidx.extraction.speakers.clauses import Clauses, Cue, is_participle
from searchidx.extraction.speakers.cues import (
    CUES,
    JUDGING,
    NOUN_FORMS,
    NOUNS_TOO,
    PLURAL_ONLY,
    SAYING,
    SOURCE_FORMS,
    SPEECH_NOUN,
    STRONG,
    TELLING,
    THINKING,
)
from searchidx.extraction.speakers.function_words import DETERMINERS, PREPOSITIONS, PRONOUNS, STOPS
from searchidx.extraction.speakers.names import NAME, NOUN, PERSON, PRONOUN, Subject
from searchidx.extraction.speakers.narration import REACH
from searchidx.extraction.speakers.nouns import DOCUMENT_NOUNS, PEOPLE_NOUNS, SPEAKING_NOUNS
from searchidx.extraction.speakers.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from searchidx.extraction.quotations import Quotation
    from searchidx.extraction.speakers.narration import Narration

# "The group's lawyer,": the most words of an office, and verbs that only a clause has.
_LONGEST_OFFICE = 9
_VERBS = frozenset(
    "is are was were be been has have had will would could can may might must should did does".split()
)


class Reported(NamedTuple):
    """A clause ``text[start:end]`` that a cue governs, and the quotations that are part of it."""

    cue: Cue
    subject: Subject
    start: int
    end: int
    quotations: list[Quotation]


_NO_CONTENT = (" to be named", " to be identified", " to be quoted", " anonymity", " not to be named")
_CONDITIONS = (" if ", " whether ", " unless ", "If ", "Whether ", "Unless ")
_new = tuple.__new__  # a named tuple's own constructor is a call more


class ReportedSpeech:
    """Finds the reported clauses of an article.

    ``used`` has the starts of cues that tag a direct quote; ``absorbed`` gets those of quotations within a clause.
    ``in_turn`` tells whether a position is in a transcript's turn; None where there are none.
    """

    def __init__(
        self, narration: Narration, clauses: Clauses, used: set[int], in_turn: Callable[[int], bool] | None
    ) -> None:
        self.narration = narration
        self.text = narration.text
        self.clauses = clauses
        self.used = used
        self.in_turn = in_turn
        self.absorbed: set[int] = set()

    def find(self, quotations: list[Quotation], tags: list[Tag | None]) -> list[Reported]:
        """The clauses that cues govern without being the tag of a direct quote, in order."""
        fragments: dict[int, list[Quotation]] = {}
        for quotation, tag in zip(quotations, tags, strict=True):
            if tag is not None and tag.cue is not None and tag.cue.start not in self.used:
                fragments.setdefault(tag.cue.start, []).append(quotation)
        found: list[Reported] = []
        cues = self.clauses.cues
        reported_to = floor = end = 0
        text, used, in_turn = self.text, self.used, self.in_turn
        subjects, subject_of = self.clauses.subjects, self.clauses.subject_of
        for number, cue in enumerate(cues):
            start, after, form, kind = cue
            if form not in _REPORTING_CUES and not (kind == THINKING and text.startswith(" that ", after)):
                continue  # most verbs of thinking report without quotation marks only with "that"
            if start in used or (in_turn is not None and in_turn(start)):
                continue
            if form in _BELIEFS and start < reported_to:
                continue  # "Moss said she hopes to": one quote
            if start >= end or end - floor > REACH:
                floor, end = self.narration.sentence(start)
            subject = subjects[start] if start in subjects else subject_of(cue, floor, end)
            if subject is None or self._is_an_act(cue, subject):
                continue
            if (
                form in _NAMING_NOUNS
                and subject.kind == NOUN
                and (form == "called" or not _AS.match(text, after))
            ):
                continue  # "a man called Alder", but "economists described the plan as"
            if form == "expected" and not self._is_active(cue, subject):
                continue
            finding = form in _FINDINGS and subject.kind == NAME and text.startswith(" that ", after)
            if not finding and not _can_report(form, kind, subject):
                continue  # "the Department of Justice found that", but not "Moss found a coin"
            named = subject[1]
            if named > floor and text.endswith(_CONDITIONS, floor, named):
                continue  # "Asked if Alder would respond, she"
            if start < reported_to:
                if subject.kind == PRONOUN and kind != SAYING:
                    continue  # "Moss said she wants to": one quote
                if subject.kind == NAME and text.endswith(" and ", 0, named):
                    continue  # "Moss said Iran, Qatar and Oman had agreed": one quote, and not Oman's
            if text.startswith(_NO_CONTENT, after):
                continue  # "who did not want to be named", "adding to his lead"
            span = self._clause(number, cue, subject, floor, end)
            if span is None:
                continue
            inside: list[Quotation] = []
            stop = span[1]
            if start in fragments:
                inside = [q for q in fragments[start] if span[0] <= q.start and q.end <= stop + 2]
                if inside and form not in _CLAUSE_VERBS and not text.startswith(" that ", after):
                    continue
                stop = max([stop, *(q.end for q in inside)])
                self.absorbed.update(q.start for q in inside)
            self._close_inner(found, span[0], stop)
            found.append(_new(Reported, (cue, subject, span[0], stop, inside)))
            reported_to = stop
        return found

    @staticmethod
    def _close_inner(found: list[Reported], start: int, end: int) -> None:
        """End the clauses within another one where that one ends: "Moss wants |the mill|, its owner, a bank, said"."""
        for number in range(len(found) - 1, -1, -1):
            if found[number].start < start:
                break
            if found[number].start < end < found[number].end and not found[number].quotations:
                found[number] = found[number]._replace(end=end)

    def _is_active(self, cue: Cue, subject: Subject) -> bool:
        """Did somebody expect something: "analysts had expected a profit", but not "a firm expected to win"?"""
        if not self.text.startswith(" to ", cue.end):
            return subject.kind != NOUN or subject.head.lower() in PEOPLE_NOUNS
        return self.text.endswith(" had", 0, cue.start - 1) or subject.kind in (PERSON, PRONOUN)

    def _is_an_act(self, cue: Cue, subject: Subject) -> bool:
        """Does an organisation do something here, not say it: "the Board concluded talks", "the Bank continuing"?"""
        form = cue.form
        if form == "declared" and subject.kind != PRONOUN and _DECLARED.match(self.text, cue.end):
            return True  # "Brazil declared a moratorium"
        if cue.kind != SAYING or subject.kind != NAME or form in STRONG or form in NOUNS_TOO:
            return False
        return is_participle(form) or not _TAKES_CLAUSE.match(self.text, cue.end)

    def _only_sets_the_scene(self, cue: Cue, subject: Subject, head: str, end: int) -> bool:
        """Does what stands before subject and verb only say when or where: "In May, Moss said on Monday the mill
        had closed", "About the same time, says Moss, the mill closed"?"""
        words = head.split()
        if len(words) >= _LONGEST_SCENE or words[0].lower() not in _SCENES:
            return False
        if any(word in _VERBS or word in PRONOUNS for word in words):
            return False
        behind = max(cue.end, subject.end)
        return self.text.count(" ", behind, end) > _LONGEST_TAIL and not _TAIL.match(
            _WHEN.sub("", self.text[behind:end], count=1) or "\n"
        )

    def _before_agent(self, floor: int, end: int) -> tuple[int, int] | None:
        """What was said in the passive: "The bridge fell|, as reported by the Mail", "It was announced by Moss"."""
        match = _PASSIVE_END.search(self.text, floor, end)
        span = _trimmed(self.text, floor, match.start() if match else end)
        return span if span is not None and self.text.find(" ", span[0], span[1]) > 0 else None

    def _next_verb(self, number: int, end: int) -> Cue | None:
        """The cue after this one that is a full verb or a participle, if it stands before ``end``."""
        for cue in self.clauses.cues[number + 1 : number + 5]:
            if cue.start >= end:
                break
            if cue.kind != SPEECH_NOUN and cue.form not in PLURAL_ONLY:
                return cue
        return None

    def _before_second(self, number: int, start: int, end: int) -> int:
        """Where what a cue reports ends if the same speaker goes on: "said it was late|, but he added that"."""
        text = self.text
        for cue in self.clauses.cues[number + 1 : number + 6]:
            if cue.start >= end:
                break
            if cue.kind != SAYING or is_participle(cue.form):
                continue
            joint = _SECOND.search(text, max(start, cue.start - _LONGEST_JOINT), cue.start)
            if joint and ((joint[1] and joint[0][0] == ",") or text.startswith(" that ", cue.end)):
                return joint.start()
        return end

    def _clause(
        self, number: int, cue: Cue, subject: Subject, floor: int, end: int
    ) -> tuple[int, int] | None:
        """The span of what a cue reports: the clause behind it, or the sentence before it ("..., Moss said.").

        ``number`` is the number of the cue among all.
        """
        text = self.text
        while end > floor and text[end - 1] in " .\n":
            end -= 1
        if cue.form == "as saying" and end <= cue.end:
            return None  # "..., the agency quoted him as saying"
        if cue.form in SOURCE_FORMS:
            if text[floor : cue.start].strip(' "'):
                return _trimmed(text, floor, cue.start)
            comma = text.find(",", subject.end, end)
            second = text.find(",", comma + 1, end)
            if 0 <= comma < second and any(is_role(word) for word in text[comma + 2 : second].split()[:5]):
                comma = second  # "According to Moss, a lawyer, ..."
            return _trimmed(text, comma + 1, end) if comma >= 0 else None
        if cue.form in _ADDING and text.startswith(" to ", cue.end):
            return None  # "adding to his lead"
        agent = subject.start > cue.end and text.startswith(" by ", cue.end) and cue.form not in _TOLD
        if agent and not text.startswith(" that ", subject.end):
            return None if cue.form in _TAKING else self._before_agent(floor, cue.start - 1)
        if cue.form in _WITH_THAT and not _THAT.match(text, cue.end, end):
            return None
        noun = cue.form in NOUN_FORMS and _POSSESSIVE.match(text, subject.start, cue.start) is not None
        head = "" if noun else text[floor : min(subject.start, cue.start)].rstrip()
        if head:
            head = _without_lead(head, subject)
        if head.endswith(",") and subject.kind == PERSON and _is_apposition(head):
            head = ""  # "The ministry's spokesman, Tom Alder, told Reuters the ship had sunk"
        if head in ("As", "as") and (comma := text.find(",", cue.end, end)) >= 0:
            return _trimmed(text, comma, end)  # "As the Mail reported last year, Hull was first"
        if head.endswith(_HEAD_ENDS) and not self._only_sets_the_scene(cue, subject, head, end):
            if not (cue.kind != SAYING and text.startswith(" to ", cue.end)) and _TAIL.match(
                text, max(cue.end, subject.end), end + 1
            ):
                return _trimmed(text, floor, floor + len(head))
            addressed = (
                cue.form in _TOLD
                and end - cue.end < _LONGEST_ADDRESS
                and _ADDRESSED.fullmatch(text, cue.end, end)
            )
            if addressed and not _TOLD_CLAUSE.match(text, cue.end, end):
                return _trimmed(text, floor, floor + len(head))  # "..., she told the annual conference"
            if subject.start > cue.end:  # "..., said Anna Moss, a lawyer", "On Monday, said Anna Moss, ..."
                if head.count(" ") >= _SHORTEST_CLAUSE:
                    return _trimmed(text, floor, floor + len(head))
                return None
            # "The ship, she said, had been inspected", but: "Oil fell, she said on Monday, as ..."
            put_in = _PUT_IN.match(text, cue.end, end)
            if put_in:
                over = _OWN_WORDS.match(text, put_in.end(), end)
                return _trimmed(text, floor, floor + len(head) if over else end)
        if (
            head.endswith(_HEAD_ENDS) and subject.start > cue.end and not agent
        ):  # "On Monday, said Anna Moss, the ship sank"
            comma = text.find(",", subject.end, end)
            return _trimmed(text, comma, end) if comma >= 0 else None
        end = self._before_second(number, cue.end, end)
        following = self._next_verb(number, end)
        if following is not None and is_participle(following.form):
            comma = following.start - 2
            end = comma if text[comma] == "," else end
        start = cue.end
        if text.startswith((" that ", " that, "), start, end) and cue.form not in _TOLD:
            start += len(" that")
        elif cue.form in _TOLD or text[start : start + 1] != " " or text[start + 1 : start + 3] in _OPENINGS:
            opening = (_ADDRESSEE if cue.form in _TOLD else _CLAUSE_OPENING).match(text, start, end)
            start = opening.end() if opening else start
        if text.endswith(", which ", floor, subject.start):  # "The mill, which Moss said is old, will close"
            comma = text.find(",", start, end)
            end = comma if comma >= 0 else end
        # "Moss, who backs the plan, said"
        if cue.start - subject.end > len(", who") and _WHO.search(text, subject.end, cue.start):
            comma = text.find(",", start, end)
            end = comma if comma >= 0 else end
        tag = _LAST_TAG.search(text, cue.end, end) if text.endswith(_TAG_ENDS, cue.end, end) else None
        if tag:  # "Moss offered to buy the mill, a spokesman said"
            end = tag.start()
        if noun:  # "his promise to help was broken", "her claim that he was late is wrong"
            verbs = [match.start() for match in _FINITE.finditer(text, start, end)]
            own = 1 if text.startswith(" that ", cue.end) else 0
            end = verbs[own] if len(verbs) > own else end
        return _trimmed(text, start, end)


def _without_lead(head: str, subject: Subject) -> str:
    """What stands before a subject less what belongs to it: "..., lead manager| Deutsche Bank said"."""
    window = head[-60:]
    if (
        window[-1] in _HEAD_ENDS
    ):  # "..., its owner's lawyer,| Anna Moss, said", but "..., in July, 1984,| he said"
        office = window[window.rfind(" ") + 1 : -1].lower()
        if subject.kind != PERSON or window[-1] != "," or not is_role(office):
            return head
    mark = max(map(window[:-1].rfind, _LEAD_MARKS))
    if mark < 0:
        return head
    lead = window[mark + 2 :].lower().split()
    return head[: len(head) - len(window) + mark + 1] if len(lead) < 8 and _PLAIN.isdisjoint(lead) else head


def _is_apposition(head: str) -> bool:
    """Is what stands before a name and its comma no clause, but who bears the name: "The group's lawyer,"?"""
    words = head.rstrip(" ,").split()
    return (
        0 < len(words) < _LONGEST_OFFICE
        and is_role(words[-1].lower())
        and not any(w.lower() in _VERBS for w in words)
    )


def _can_report(form: str, kind: str, subject: Subject) -> bool:
    """Can this subject report something by this cue, without quotation marks?"""
    if kind == SAYING and subject.kind in (PERSON, PRONOUN):
        return True
    if subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS:
        if form == "say" and not subject.head.endswith("s"):
            return False
        return form in ("said", "says", "say", "told", "according to") and subject.end - subject.start > len(
            subject.head
        )
    if kind == THINKING and form in _FINDINGS:
        return subject.head.lower().rsplit(" ", 1)[-1] in DOCUMENT_NOUNS
    if form in _BELIEFS or kind == SPEECH_NOUN:
        return True
    if subject.kind == NAME:
        return form not in _COUNTING
    return True


_HEAD_ENDS = (",", "—", "–", '"')
# "In May,", "Under the plan,": the words such an adverbial opens with, its length, and that of a mere tail behind.
_SCENES = PREPOSITIONS | frozenset(
    "last earlier later meanwhile separately also however still moreover".split()
)
_LONGEST_SCENE = 9
_LONGEST_TAIL = 3  # spaces
_LONGEST_ADDRESS = 130  # "told a news conference here after a presentation to shareholders"
_WHEN = re.compile(
    r" (?:(?:late |early |on |last |this )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|to|yester)day|here|earlier|later)\b"
)
_SECOND = re.compile(r",? (?:and|but) (?:(he|she|it|they) )?(?:(?:also|later|then|further) )?$")
_LONGEST_JOINT = 20
_WHO = re.compile(r" who (?:[a-z]+ ){0,3}$")
_BELIEFS = frozenset(
    "believe believes believed think thinks thought hope hopes hoped fear fears feared expect expects doubt "
    "doubts doubted".split()
)
_TAKES_CLAUSE = re.compile(
    r" (?:that|to|he|she|it|they|there|its|his|her|their|the|an?|no|any|all|for|against)\b|,|\"| \""
    r"| (?:[\w.'’&-]+ ){1,5}that (?:he|she|it|they|there|the|an?|its|his|her|their|no|any|some|all|[\w-]+ [\w-]+)\b"
)
_POSSESSIVE = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir)\b|[^,;:]*?(?:['’]s|s['’]) (?:[a-z-]+ ){0,2}$")
_DECLARED = re.compile(r" (?:an?|the|war|its|bankruptcy|independence)\b")
_ADDRESSED = re.compile(r" (?:the|a|an|his|her|its|[A-Z])(?:(?! that )[^,;:\"\x01])*")
# A clause behind the one who was told it: "told AFP she was well", "told the BBC the bridge was lost".
_TOLD_CLAUSE = re.compile(
    r" (?:[\w.'’-]+ ){1,6}?(?:he|she|it|they|we|there) [a-z]"
    r"|(?: [A-Z][\w.'’-]*){1,3} (?:(?:his|her|its|their) [a-z]|the (?!same|next|following|day|week|month|morning))"
    r"| the (?:[A-Z][\w.'’-]* ?){1,3} (?:his|her|its|their|the) (?!same|next|following|day|week|month|morning)"
)
_LAST_TAG = re.compile(
    r", (?:(?!that )[\w.'’&-]+ ){1,9}(?:said|says|reported|added)(?: (?:on )?[A-Z]?[a-z]+day| here| today)?$"
)
_TAG_ENDS = ("said", "says", "reported", "added", "day", " here", "\n")  # how all such tags end
_FINITE = re.compile(
    r",? (?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|does|did)(?=n['’]t| )|, "
)
_TAIL = re.compile(
    r"(?: (?:here|after|following|on|in|at|"
    r"to|during|late|early|last|this|earlier|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|reporters|Reuters|Congress|analysts|journalists|shareholders|lawmakers|parliament|afterwards|later)\b"
    r"(?:(?! that )[^,.;:\"]){0,80})?[.,;!?]?\n?$"
)
_CLAUSE_OPENING = re.compile(
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| today| yesterday| in a statement"
    r"| in an interview"
    r"|,? (?:however|instead|earlier|later|also|meanwhile|again|here|separately),?"
    r"(?= (?:that|he|she|it|they|we|there|the|an?|his|her|its|their|this|these|[A-Z]|\d))"
    r"| (?:on|over|in|at|during|late|early|earlier|last|this|by) [^,.;:\"\x01]{1,60}?(?= that )"
    r"| (?:for|of|from|to (?=the |an? |his |her |[A-Z]))[^,.;:\"\x01]{1,60}?"
    r"(?= that (?:he|she|it|they|we|I|there|the|an?|his|her|its|their|this|these|no|any|all|some|many|[A-Z\"])\b))?"
    r",?(?: that)?:? "
)
# How such an opening begins: nearly all clauses begin otherwise.
_OPENINGS = frozenset(
    "on ov Mo Tu We Th Fr Sa Su to ye in at fo of fr du la ea th by ho me se al ag he".split()
) | {""}
_FINDINGS = frozenset("show shows showed find finds found".split())
_AS = re.compile(r" (?:the|it|him|her|his|its|their|this|these|that|them|such)\b")
_NAMING_NOUNS = frozenset("called dubbed labelled labeled described termed".split())
_REPORTING = frozenset((SAYING, JUDGING, SPEECH_NOUN))
_REPORTING_CUES = (
    frozenset(form for form, kind in CUES.items() if kind in _REPORTING) | _FINDINGS | TELLING | _BELIEFS
)  # those that can report something without quotation marks
_COUNTING = frozenset("added adds adding found continued continues continue called".split())
_TOLD = frozenset("tell tells told telling assured reminded informed asked".split())
_ADDRESSEE = re.compile(
    r" [^,.;:\"\x01]{2,80}? that "
    r"| [A-Z][\w.'’-]*(?: [a-z]+)?(?= (?:he|she|it|they|there) )"
    r"|(?: [A-Z][\w'’.-]+)+ (?:in an interview |here )?(?=[a-z])"
    r"| (?:the|an?|his|her|its|their)(?: [\w.'’-]+){1,6}?(?= (?:he|she|it|they|there|his|her|its|their|the) )"
    r"| (?:reporters|me|us|him|her|them|the [a-z]+|a [a-z]+|Reuters)(?: (?:on|in) [A-Z]\w+| in an interview| here)* "
)
_TAKING = frozenset(("claimed",))  # "an attack claimed by Moss"
_ADDING = frozenset("add adds added adding".split())
_PASSIVE_END = re.compile(
    r"(?:,? as| (?:which|that))?(?: (?:has|have|had|was|were|is|are|been|being|first|also|\w+ly))*$"
)
_SHORTEST_CLAUSE = 3  # spaces in what may be a clause before its tag, not an adverbial
_LEAD_MARKS = (", ", '" ', "— ", "– ")
_PLAIN = STOPS - DETERMINERS - {"and", "of", "for"}  # words that no name is led up to by
_PUT_IN = re.compile(
    r"(?: \w+| (?:on|in|at|to|during|late|early|last|this|earlier|yesterday|today|after) [^,.;:\"\x01]{1,60})?,"
)
_OWN_WORDS = re.compile(
    r" (?:as|while|amid|adding|citing|referring|speaking|after|hours|days|a day|when|but|and|in what|in a|in the)\b"
)  # the reporter's own, behind what was reported
_THAT = re.compile(r"(?: [^,.;:\"\x01]{1,40}?)?(?: that\b|:)")
# Verbs that as often take a thing or nothing: without "that" they report no speech.
_WITH_THAT = frozenset(
    form.replace("_", " ")
    for form in (
        "wrote writes write written writing read reads reading posted laughed laughs cried shouted screamed "
        "yelled whispered sighed roared sang sings sung sobbed groaned moaned snapped snarled sneered "
        "purred barked wailed went continued continues repeated answered phoned told_off mentioned recited "
        "prayed preached interrupted noted_down states thundered trumpeted radioed texted cabled captioned "
        "signed volunteered fired_back pushed_back opened_up went_on goes_on going_on carried_on carries_on "
        "carry_on weighed_in maintained maintains maintaining maintain reflected reflects reflecting "
        "reflect continue uttered utters uttering testified lectured screaming shouting screams shouts "
        "stormed storms raged rages beamed beams wept weeps chuckled chuckles giggled giggles grinned grins "
        "smiled smiles shrugged hissed hisses croaked squealed vented cooed sniffed spluttered blubbed "
        "chirped drawled gasped bristled spat gulped winced deadpanned wisecracked bawled swooned frowned "
        "nodded sulked respond responds responding weeping sobbing crying laughing smiling grinning "
        "giggling chuckling beaming raging storming sighing roaring groaning moaning snarling sneering "
        "wailing nodding frowning gasping chanted related relates relate add report snorted snorts huffed "
        "chortled joshed whooped grimaced panted reasons"
    ).split()
)
_CLAUSE_VERBS = frozenset(
    "said says say saying told tells telling added adds adding argued argues arguing insisted insists claimed claims "
    "explained noted warned stated wrote writes suggested announced acknowledged admitted conceded "
    "predicted promised "
    "vowed believed contended maintained complained confirmed denied declared replied responded according to".split()
)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without the spaces and commas at its ends; None for less than two words."""
    words = text[start:end].lstrip(_MARGIN)
    start = end - len(words)
    words = words.rstrip(_MARGIN)
    return (start, start + len(words)) if " " in words or '"' in words else None


_MARGIN = " ,;:—–"
