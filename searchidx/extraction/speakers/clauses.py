"""The cues of an article, and who does what each of them says.

Purely by syntax: the result names the cue and the subject as written; who that is comes later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.roles import is_role
from searchidx.extraction.speakers.cues import (
    BASE_FORMS,
    CUE,
    CUES,
    JUDGING,
    NOUN_FORMS,
    NOUNS_TOO,
    PLURAL_ONLY,
    SAYING,
    SOURCE_FORMS,
    SPEECH_NOUN,
    STATES_OF_MIND,
    STRONG,
)
from searchidx.extraction.speakers.function_words import PLAIN_PRONOUNS, PREPOSITIONS, PRONOUNS, STOPS
from searchidx.extraction.speakers.names import NAME, NOUN, PERSON, PRONOUN, Subject, word_before
from searchidx.extraction.speakers.nouns import DOCUMENT_NOUNS, PROPER_GROUPS, SPEAKING_NOUNS, WRITTEN_NOUNS
from searchidx.extraction.speakers.subjects import clause_subject, leading_phrase, subject_before
from searchidx.extraction.speakers.subjects_behind import source_after, subject_after

if TYPE_CHECKING:
    from searchidx.extraction.speakers.narration import Narration


class Cue(NamedTuple):
    """A cue in the reporter's own words: ``text[start:end]``, its form in lower case and its class."""

    start: int
    end: int
    form: str
    kind: str


_new = tuple.__new__
_PARTICIPLES = frozenset(form for form in CUES if form.partition(" ")[0].endswith("ing"))
_POSSESSIVE = re.compile(r"(?:(['’]s|s['’])|\b([Hh]is|[Hh]er|[Tt]heir)) (?:[a-z-]+ ){0,2}$")
_REPORTED_NOUN = re.compile(r" (?:that|to|for|about|against|of|on)\b")
_READING = frozenset("read reads reading".split())
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_OWNERS = {"his": "he", "her": "she", "their": "they"}
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|get|got|[Aa]s)(?: \w+ly| also| not| often| first| later)? ?$"
)
_AGENT = re.compile(r"[^.;\n]{0,70}? by ")
_CLAUSE_WORDS = frozenset(
    "is are was were be been keep keeps kept by in after before while when from for of and but start started "
    "began not also even then".split()
)
INVERTED = STRONG - frozenset("told tells telling tell found urged accused reported".split())
BOUNDARY = re.compile(r"[,.;:—–\n]|$| (?:who|of|at|in|on|during|from|after|before)\b")
_ANSWERS = frozenset("respond responded reply replied comment commented answer answered".split())
_WISHES = frozenset("want expect support oppose plan intend regret favor favour endorse rule accept".split())
_NO_NOUNS = frozenset(
    "known spoke spoken seen been made taken given told met heard aware able likely".split()
)
_SUPERLATIVE = re.compile(r"\b(?:the|a|an|most|more) (?:\w+ly )?$")
_ASKING = frozenset(("asked", "asked about"))
QUOTING = frozenset("quoted quotes quoting cited cites citing".split())
_QUOTED = re.compile(r" (?:quoted|quotes|quoting|cited|cites|citing)( by)?\b")
_AS_SAYING = re.compile(r" as (?:saying|telling|stating|describing|warning)\b")
_REFUSALS = frozenset("declined declines refused refuses refuse".split())
_NO_WORD = re.compile(r"(?: to (?:comment|say|speak|respond|answer|elaborate|discuss|be)\b| comment)")
_NEGATED = re.compile(r"(?:\b(?:not|never)|n['’]t)(?: \w+)? $")
_DETERMINING = frozenset(
    "the a an of his its our my this these those any no some such 's widely so-called".split()
)
_BE = frozenset(
    "was were is are been be being get got also not often ever quickly widely sometimes first later "
    "originally as".split()
)
_GOING_ON = frozenset(
    "saying telling asking urging warning arguing insisting claiming demanding predicting complaining hoping planning "
    "seeking considering expecting supporting opposing blaming accusing proposing refusing declining".split()
) | {"calling for", "calling on", "talking about", "speaking of", "pointing to"}
_IS = frozenset("is are was were been".split())
_OPEN_OFFICE = re.compile(r", ((?:(?:an?|one) )?(?:[a-z-]+ ){0,4}(?:(?<= )and )?)$")
_LONGEST_LEAD = 50
_HOME = re.compile(r"\b[Tt]he (?:[A-Z][\w.’'-]+ ?){1,3}, (?:[A-Z][\w.’'-]+ ?){1,3}, (?=[a-z\d])")
_LONGEST_HOME = 60
_BY_MEANS = re.compile(r" by (?:(?:tele)?phone|telex|letter|fax|e-?mail|video|satellite)\b")
_GENITIVES = ("'s", "’s", "s'", "s’")
_WITH_OWN_RULES = QUOTING | NOUN_FORMS | frozenset(SOURCE_FORMS) | {"as saying"}
# Verbs that are always cues of what their subject says, and the words before them that are the end of no subject.
_PLAIN_VERBS = (
    frozenset(form for form, kind in CUES.items() if kind == SAYING)
    - _WITH_OWN_RULES
    - NOUNS_TOO
    - STATES_OF_MIND
    - _PARTICIPLES
    - PLURAL_ONLY
    - BASE_FORMS
    - _REFUSALS
    - _ANSWERS
    - _ASKING
)
_OUGHT = frozenset("must should ought".split())  # "must announce" tells what is still to be said
_TOLD_OR_NOT = frozenset("asked announced told informed requested proposed declared".split())
_UNLIKE_SUBJECTS = _DETERMINING | _BE | _OUGHT | {"and", "but", "then", "not", "never"}
_OBJECT = re.compile(r" (?:that|the|a|an|he|she|it|they|his|her|its|their|there|no|more)\b| [A-Z\"\d]")
_WITH_INFINITIVE = re.compile(r"(?:hope|plan|vow|pledge|promise|offer|refuse)s? to\b")


def cues_of(narration: Narration) -> list[Cue]:
    """All the cues outside of quotations, in order."""
    text = narration.text
    cues = []
    end = 0
    pieces = CUE.split(text)  # one call instead of a match object for each cue
    for between, form in zip(pieces[::2], pieces[1::2], strict=False):
        start = end + len(between) + 1
        end = start + len(form)
        cues.append(_new(Cue, (start, end, form, CUES[form])))
    found = len(cues)
    for form in SOURCE_FORMS:
        opening = form.capitalize() + " "
        position = text.find(opening)
        while position >= 0:
            cues.append(Cue(position, position + len(form), form, SAYING))
            position = text.find(opening, position + 1)
    if len(cues) > found:
        cues.sort()
    return cues


def is_participle(form: str) -> bool:
    """ "saying", "referring to": a form in -ing."""
    return form in _PARTICIPLES


def is_passive(text: str, cue: Cue) -> bool:
    """ "was told", "is called": the subject is not who speaks."""
    if (
        cue.form.endswith(("ing", "s"))
        or cue.form in ("said so",)
        or cue.form.startswith(("was ", "were ", "is "))
    ):
        return False
    return bool(_PASSIVE.search(text, max(0, cue.start - 24), cue.start))


class Clauses:
    """The cues of an article and the subject of each, found once and kept."""

    def __init__(self, narration: Narration) -> None:
        self.narration = narration
        self.cues = cues_of(narration)
        self._starts = [cue.start for cue in self.cues]
        self.subjects: dict[int, Subject | None] = {}

    def between(self, start: int, end: int) -> list[Cue]:
        """The cues that start in a span."""
        return self.cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def subject_of(self, cue: Cue, floor: int, ceiling: int) -> Subject | None:
        """Who does what a cue says, within the sentence from ``floor`` to ``ceiling``; None if that cannot be told."""
        subjects = self.subjects
        start = cue[0]
        if start not in subjects:
            found = self._find_subject(cue, floor, ceiling)
            subjects[start] = found if found is None or can_say(cue, found) else None
        return subjects[start]

    def _find_subject(self, cue: Cue, floor: int, ceiling: int) -> Subject | None:
        narration = self.narration
        text = narration.text
        start, end, form, kind = cue
        if form in _PLAIN_VERBS and (not text.startswith(" by ", end) or _BY_MEANS.match(text, end)):
            before = text[text.rfind(" ", floor, start - 1) + 1 or floor : start - 1]
            if before in PLAIN_PRONOUNS:
                return _new(Subject, (PRONOUN, start - 1 - len(before), start - 1, before, None))
            if before.isalpha() and before.lower() not in _UNLIKE_SUBJECTS:
                subject = subject_before(narration, start, floor)
                if subject is None:
                    return clause_subject(narration, start, floor) if before != "which" else None
                if subject[0] == PERSON or subject[0] == PRONOUN:
                    return subject
                return self._whole_subject(subject, floor)
        if form in _WITH_OWN_RULES:
            if form in SOURCE_FORMS:
                return source_after(narration, end, ceiling)
            if form == "as saying":
                return _quoted_before(narration, cue, floor)
            if form in QUOTING and (quoted := quoted_source(narration, cue, ceiling)) is not None:
                return quoted
            if form in NOUN_FORMS:
                owner = self._owner(cue, floor)
                if owner is not None or kind == SPEECH_NOUN:
                    return owner
        before = word_before(text, start, floor)
        noun_too = form in NOUNS_TOO
        saying = kind == SAYING
        if (
            before in _DETERMINING
            or (noun_too and before in PREPOSITIONS)
            or (form in _ASKING and before in ("when", "if", "whether"))
            or (saying and (before in _OUGHT or (before in ("not", "never") and form in _TOLD_OR_NOT)))
        ):
            return None
        comma = text[start - 2] in ',"'
        if form in STATES_OF_MIND:
            known = before in _BE or before in ("so", "very") or before.endswith("ly")
            return subject_before(narration, start, floor) if known else None
        if form in _PARTICIPLES:
            that = before in SPEAKING_NOUNS and text.startswith(" that ", end)
            if form in _GOING_ON and (that or before in _IS):
                subject = subject_before(narration, start, floor)
                if subject is not None:
                    return subject
            if before == "in" and not text.startswith(" that ", end):
                return None  # "In announcing its results, Moss Corp said"
            if comma or before in _CLAUSE_WORDS or before.endswith("ly"):
                return self._shared_subject(cue, floor, ceiling)
            return None
        if before in _BE and is_passive(text, cue):
            if not saying:
                return None
            agent = _AGENT.match(text, end, min(ceiling, end + 80))
            return subject_after(narration, agent.end(), ceiling) if agent else None
        if comma and form in INVERTED:
            subject = self._inverted_subject(cue, floor, ceiling)
            if subject is not None:
                return subject
        if before == "to" and form in BASE_FORMS:
            return None  # "urged them to agree on a tax"
        if not saying and form.endswith("ed") and _SUPERLATIVE.search(text, max(floor, start - 30), start):
            return None  # "one of the most firmly opposed countries"
        by = text.startswith(" of " if form == "accused" else " by ", end) and not _BY_MEANS.match(text, end)
        if by and not form.endswith(" as saying"):
            return None  # "a man accused of", "the plan backed by"
        if not saying and text[start - 3 : start - 1] in _GENITIVES and (noun_too or not form.endswith("s")):
            return None  # "Moss's plan", but "Moody's expects"
        if form in PLURAL_ONLY:
            return plural_subject(narration, cue, floor, before)
        if form in _REFUSALS and (not text.startswith(" to ", end) or _NO_WORD.match(text, end)):
            return None
        if form in _ANSWERS and _NEGATED.search(text, max(floor, start - 20), start):
            return None
        if before in ("and", "but", "then"):
            if noun_too and not _OBJECT.match(text, end) and not _WITH_INFINITIVE.match(text, start):
                return None  # "for cash and notes in excess of"
            return self._shared_subject(cue, floor, ceiling)
        subject = subject_before(narration, start, floor)
        if subject is None:
            return None if noun_too or before == "which" else clause_subject(narration, start, floor)
        if not noun_too and (subject.kind == PERSON or subject.kind == PRONOUN):
            return subject
        if (noun_too or (not saying and form.endswith("ed"))) and _is_plain_noun(subject):
            return None  # "treasury note settlements", "with fewer strikes anticipated in Canada"
        subject = self._whole_subject(subject, floor)
        if subject is None:
            return None
        if (
            noun_too
            and (subject.kind == NAME or (subject.kind == NOUN and form.endswith("s")))
            and not _OBJECT.match(text, end)
            and not _WITH_INFINITIVE.match(text, start)
            and subject.head.lower() not in DOCUMENT_NOUNS
        ):
            return None
        if (noun_too or form in NOUN_FORMS) and text[start - 3 : start - 1] in _GENITIVES:
            return None
        if noun_too and form in BASE_FORMS and subject.end == start - 1 and not _is_plural(text, subject):
            return None  # "on a press report that"
        if subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS:
            return None if noun_too or not saying else subject
        return subject

    def _whole_subject(self, subject: Subject, floor: int) -> Subject | None:
        """The subject that the sentence opens with, where only the end of it stands before the verb.

        "House members opposing the bill said", "a poll released Monday found".
        """
        kind, start, end, head, _ = subject
        if kind in (NAME, NOUN):
            found = self._bearer(start, floor) or self._at_home(subject, floor)
            if found is not None:
                return found
        if kind == NAME:  # "Commenting on what was pledged"
            return None if head.endswith("ing") and " " not in head else subject
        if kind != NOUN or head.lower() in SPEAKING_NOUNS:
            return subject
        opening = leading_phrase(self.narration, floor, end)
        if opening is not None and opening.end < end and (opening.kind != NAME or " " in opening.head):
            close = self.narration.text.startswith(" close to ", opening.end)  # "sources close to the star"
            return opening._replace(end=end) if close else opening
        if self.narration.text[start:end].split(" ", 1)[0] in _NO_NOUNS:
            return None  # "had not known of a report said to exist"
        return subject

    def _at_home(self, subject: Subject, floor: int) -> Subject | None:
        """A firm told by its home: "the Hull, Ohio, maker of tools" where only a part of that stands at the verb."""
        text = self.narration.text
        if text[subject.start - 2 : subject.start] != ", " and text[subject.end : subject.end + 1] != ",":
            return None
        home = _HOME.search(text, max(floor, subject.start - _LONGEST_HOME), subject.end + _LONGEST_HOME)
        if home is None or home.start() > subject.start:
            return None
        found = None
        start = home.end()
        for word in text[start : start + _LONGEST_LEAD].split(" ")[:6]:
            head = word.rstrip(",.")
            if head in STOPS or CUES.get(head) == SAYING:
                break
            if head.lower() in SPEAKING_NOUNS and head.islower():
                found = Subject(NOUN, home.start(), start + len(head), head)
            if head != word:
                break
            start += len(word) + 1
        return found

    def _bearer(self, start: int, floor: int) -> Subject | None:
        """Who bears the office that starts at a position, where no comma closes it: "Moss, an aide to Alder said"."""
        text = self.narration.text
        lead = _OPEN_OFFICE.search(text, max(floor, start - _LONGEST_LEAD), start)
        if lead is None:
            return None
        mention = self.narration.person_ending_at(lead.start())
        if mention is None:
            return None
        first = mention.run_start
        if first > floor and not text.endswith(", ", 0, first):
            return None  # "asked by Moss, the minister said"
        words = (lead[1] + text[start : start + _LONGEST_LEAD]).split()
        office = any(is_role(word.lower().rstrip(",.")) for word in words[:6])
        return Subject(PERSON, first, mention.end, "", mention) if office else None

    def _owner(self, cue: Cue, floor: int) -> Subject | None:
        """Whose claim it is: "Moss's claim that", "his promise to"."""
        narration = self.narration
        text = narration.text
        if not _REPORTED_NOUN.match(text, cue.end):
            return None
        if cue.form in ("claim", "claims") and not text.startswith(" that ", cue.end):
            return None
        match = _POSSESSIVE.search(text, max(floor, cue.start - 40), cue.start)
        if match is None:
            return None
        if match[2]:
            return Subject(PRONOUN, match.start(2), match.end(2), _OWNERS[match[2].lower()])
        end = match.start(1) + (text[match.start(1)] == "s")
        mention = narration.person_ending_at(end)
        if mention is not None:
            return Subject(PERSON, mention.run_start, end, "", mention)
        run = narration.run_ending_at(end)
        return Subject(NAME, run.start, end, run.text) if run is not None else None

    def _inverted_subject(self, cue: Cue, floor: int, ceiling: int) -> Subject | None:
        """The subject in "..., said the minister", unless a name stands before ("Moss, of Casper, said")."""
        text = self.narration.text
        subject = subject_after(self.narration, cue.end, ceiling)
        if subject is None or subject.kind == PRONOUN or not BOUNDARY.match(text, subject.end, ceiling + 1):
            return None
        if subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS:
            return None
        before = subject_before(self.narration, cue.start, floor)
        if before is not None and before.kind == PERSON and text.startswith(",", before.end):
            return before
        return subject

    def _shared_subject(self, cue: Cue, floor: int, ceiling: int) -> Subject | None:
        """The subject of a second verb ("Moss left and said", "..., adding"): that of the first, or the clause's."""
        earlier = self.between(floor, cue.start)
        for other in reversed(earlier[-3:]):
            if other.kind in (SAYING, JUDGING) and other.form not in NOUNS_TOO:
                subject = self.subject_of(other, floor, ceiling)
                if subject is not None:
                    return subject
        return clause_subject(self.narration, cue.start, floor)


def plural_subject(narration: Narration, cue: Cue, floor: int, before: str) -> Subject | None:
    """The subject of a base form such as "want": only a plural right before it ("critics", "they")."""
    if cue.form in _WISHES and _NEGATED.search(narration.text, max(floor, cue.start - 20), cue.start):
        return subject_before(narration, cue.start, floor)  # "the ministry does not want"
    if before in STOPS and before not in PRONOUNS:
        return None
    subject = subject_before(narration, cue.start, floor)
    if subject is None or subject.kind == PERSON:
        return None
    if subject.kind == PRONOUN:
        return subject if subject.head.lower() in ("they", "we", "i") else None
    text = narration.text
    plural = subject.head if subject.kind == NOUN else text[subject.start : subject.end]
    if not plural.endswith(("s", "people", "police", "men", "data", "media")):
        return None
    if text.startswith("that ", subject.start):  # "said that officials expect"
        subject = subject._replace(start=subject.start + 5)
    head = subject.head.rsplit(" ", 1)[-1].lower()
    return subject if head in SPEAKING_NOUNS or head in PROPER_GROUPS else None


def _quoted_before(narration: Narration, cue: Cue, floor: int) -> Subject | None:
    """Whom somebody else quotes "as saying": "IRNA quoted the minister", "the minister was quoted by IRNA"."""
    matches = list(_QUOTED.finditer(narration.text, floor, cue.start))
    if not matches:
        return None
    match = matches[-1]
    if match[1] or match.end() >= cue.start - 1:  # "was quoted by IRNA as saying", "was quoted as saying"
        return subject_before(narration, match.start() + 1, floor)
    return subject_after(narration, match.end(), cue.start - 1)


def quoted_source(narration: Narration, cue: Cue, ceiling: int) -> Subject | None:
    """Whom a newspaper quotes: "the agency quoted the minister as saying"."""
    match = _AS_SAYING.search(narration.text, cue.end, min(ceiling, cue.end + 140))
    if match is None:
        return None
    whom = narration.text[cue.end + 1 : match.start()]
    if whom in _OBJECTS:  # "the agency quoted him as saying"
        return Subject(PRONOUN, cue.end + 1, match.start(), _OBJECTS[whom])
    return subject_after(narration, cue.end, match.start())


def _is_plain_noun(subject: Subject) -> bool:
    """Is this a noun for what cannot speak?"""
    return subject.kind == NOUN and subject.head.lower() not in SPEAKING_NOUNS


def _is_plural(text: str, subject: Subject) -> bool:
    """Can a base form follow this subject: "officials report", "we report"?"""
    words = text[subject.start : subject.end]
    plural = words.endswith(("people", "police", "men", "media")) or (words[-1] == "s" and words[-2] != "s")
    return plural or subject.kind == PRONOUN or " and " in words


def can_say(cue: Cue, subject: Subject) -> bool:
    """Only a document reads ("the note read: ..."): "Moss read the note" tells nothing of what Moss says."""
    return cue.form not in _READING or (subject.kind == NOUN and subject.head.lower() in WRITTEN_NOUNS)
