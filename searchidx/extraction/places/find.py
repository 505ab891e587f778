"""Every name of a place in an article, decided by evidence in the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from searchidx.extraction.people import People
from searchidx.extraction.places.evidence import SURE, THRESHOLD, after_name, before_name
from searchidx.extraction.places.names import Name, abbreviation, names_in
from searchidx.extraction.places.unknown import listed_name, unknown_name
from searchidx.extraction.places.words import COMPANY_WORDS, INSTITUTION_WORDS, LOCAL_AUTHORITIES, NEWSPAPERS
from searchidx.extraction.scan import Run, Scan
from searchidx.gazetteer import Gazetteer, name_key, open_gazetteer

_JOINS = frozenset((" of ", " of the ", " and ", " & ", " upon ", " on ", " de ", " le "))
_LIST_JOINS = frozenset((", ", " and ", ", and ", " or ", " & ", "/", ", or ", " to ", "-", " – "))
_DATELINE_MARKS = ("—", "–", "--", " - ", "(AP)", "(Reuters)", "(AFP)", "(CNN)")


@dataclass(slots=True)
class Occurrence:
    """A name at one point of a text, and what speaks for its being a place.

    ``locative``: the words around it name a place, whatever stands there; ``inside``: what the text says that it
    lies in ("Paris, Texas"), ``beside`` what it stands on a list with.
    """

    scan: int
    start: int
    end: int
    name: Name
    embedded: bool
    weight: float
    rule: str
    locative: bool = False
    inside: Occurrence | None = None
    beside: Occurrence | None = None


def find_occurrences(scans: Sequence[Scan], people: People) -> list[Occurrence]:
    """All names that are places, in the order of the texts."""
    found: list[Occurrence] = []
    for number, scan in enumerate(scans):
        if scan.text:
            own = _Finder(number, scan, people).find()
            _join_lists(scan.flat, own)
            found += own
    return _decide(found)


class _Finder:
    """Goes through the runs of one text and weighs each name where it stands."""

    def __init__(self, number: int, scan: Scan, people: People) -> None:
        self.number = number
        self.flat = scan.flat
        self.runs = scan.runs
        self.people = people
        self.titled = is_title(self.flat)
        self.found: list[Occurrence] = []

    def find(self) -> list[Occurrence]:
        flat = self.flat
        runs = self.runs
        done = 0
        for position, run in enumerate(runs):
            if run.start < done:
                continue
            end = run.end
            if position + 1 < len(runs):
                following = runs[position + 1]
                if 1 < following.start - end <= 8 and flat[end] in " ,":
                    name = self._joined_name(position, flat[end : following.start], following)
                    if name is not None:
                        self._add(run, name)
                        done = following.end
                        continue
            if flat[end : end + 1] == "." and self._add_abbreviation(run):
                continue
            names = names_in(run.text)
            if names and not (names[0].head and names[0].prior < 2.2 and unknown_name(flat, run)):
                for name in names:
                    self._add(run, name)
            else:
                self._add_unknown(run)
        return self.found

    def _joined_name(self, position: int, joint: str, following: Run) -> Name | None:
        """A name over two runs: "Isle of Man", "Trinidad and Tobago", "Washington, D.C."."""
        run = self.runs[position]
        if joint == ", ":
            if following.text not in {"D.C.", "DC", "D.C"}:
                return None
        elif joint not in _JOINS:
            return None
        text = f"{run.text}{joint}{following.text}"
        candidates = open_gazetteer().lookup(text)
        if not candidates:
            return None
        start = 0
        if run.text == "Republic" and self.flat[max(0, run.start - 9) : run.start] in {
            "People's ",
            "People’s ",
        }:
            start = -9
            if self.flat[max(0, run.start - 20) : run.start - 9] == "Democratic ":
                start = -20
        text = self.flat[run.start + start : following.end]
        if start:
            candidates = open_gazetteer().lookup(text) or candidates
        return Name(start, following.end - run.start, name_key(text), "place", candidates, 3.0)

    def _add_abbreviation(self, run: Run) -> bool:
        """ "Calif" before a full stop at the end of a sentence or before a comma."""
        short = abbreviation(self.flat[run.start : run.end + 1])
        if not short:
            return False
        weight = 2.5 if self.flat[max(0, run.start - 2) : run.start] == ", " else 0.0
        name = Name(0, run.end + 1 - run.start, name_key(run.text), "place", short, weight)
        self._add(run, name)
        return True

    def _add_unknown(self, run: Run) -> None:
        name = unknown_name(self.flat, run)
        if name is None and self.found:
            name = listed_name(self.flat, run, self.found[-1].end, self.found[-1].locative)
        if name is not None:
            self._add(run, name)

    def _add(self, run: Run, name: Name) -> None:
        """Weigh one name where it stands and keep it, unless it is a person's."""
        flat = self.flat
        start, end = run.start + name.start, run.start + name.end
        if end < len(flat) and flat[end] == "$":
            return
        person = self.people.at(start, end, self.number) is not None
        if not person and not name.tail and not name.head and (name.kind == "demonym" or name.prior >= 3.0):
            self.found.append(Occurrence(self.number, start, end, name, False, name.prior, "known name"))
            return
        before = before_name(flat, start)
        after = after_name(flat, end)
        locative = before.locative or after.locative
        if person:
            sure = before.locative and before.rule != "kind of place"
            if not sure or name.tail or name.head:
                return
        weight = name.prior + before.weight
        rule = before.rule or "known name"
        if after.weight > 0 or (name.prior < 3.0 and not before.locative and before.rule != "a person of"):
            weight += after.weight
            if after.weight > before.weight:
                rule = after.rule
        embedded = bool(name.tail or name.head)
        if embedded and name.kind == "place":
            extra = _weigh_embedding(name)
            weight += extra
            if extra > 0 and rule == "known name":
                rule = "institution"
        if _possessed_church(flat, start, end):
            return
        if flat[start:end].isupper():
            weight += _weigh_capitals(flat, start, end, name)
        if start < 60 and _opens_dateline(flat, start, end):
            weight += 2.0
            rule = "dateline"
        weight += self._weigh_doubt(run, name, before.locative)
        self.found.append(Occurrence(self.number, start, end, name, embedded, weight, rule, locative))

    def _weigh_doubt(self, run: Run, name: Name, located: bool) -> float:
        """What the capital of a name proves: little at the start of a sentence or in a title, much after "in"."""
        if name.doubt == "person":
            return 1.2 if located else 0.0
        if run.initial or self.titled:
            return (
                -1.5
                if name.doubt == "word"
                else -0.5
                if name.prior < 1.0 and not located and " " not in name.key
                else 0
            )
        return 0.0


def is_title(flat: str) -> bool:
    """Is this a headline with a capital on nearly every word, so that a capital means nothing?"""
    if len(flat) > 200:
        return False
    words = [word for word in flat.split() if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _weigh_embedding(name: Name) -> float:
    """What the other words of a longer name say of a place in it: "Paris Police Department", "Thomson Reuters"."""
    tail, head = name.tail, name.head
    if tail:
        if tail[0] in COMPANY_WORDS and name.prior < 2.0:
            return -2.0
        if tail[-1] in NEWSPAPERS:
            return -4.0
        if not LOCAL_AUTHORITIES.isdisjoint(tail):
            return 1.2
        if not INSTITUTION_WORDS.isdisjoint(tail):
            return 1.2 if name.prior >= 0.8 else -0.6
        if name.prior < 2.2:
            return -1.5
    if head and name.prior < 2.2 and INSTITUTION_WORDS.isdisjoint(head):
        return -1.5
    return 0.0


def _weigh_capitals(flat: str, start: int, end: int, name: Name) -> float:
    """A word in capitals amid small letters is an abbreviation, unless it is known as one of a place."""
    if " " in flat[start:end] or end - start > 5 or name.prior >= 3.0 or name.kind != "place":
        return 0.0
    around = flat[end : end + 12] + flat[max(0, start - 12) : start]
    return (
        -2.5 if any(letter.islower() for letter in around) and not _opens_dateline(flat, start, end) else 0.0
    )


def _possessed_church(flat: str, start: int, end: int) -> bool:
    """A saint whose church or square it is: "St. Peter's Square", "St George’s Chapel"."""
    return (
        flat[end : end + 1] in {"'", "’"}
        and flat[end + 1 : end + 3] == "s "
        and flat[end + 3 : end + 4].isupper()
        and (flat[start : start + 3] in {"St.", "St ", "Sai"})
    )


def _opens_dateline(flat: str, start: int, end: int) -> bool:
    """Does a story begin here with its place, as in "KYIV (Reuters)" or "PARIS, Texas — "?"""
    if not flat[start:end].isupper() or "\n" in flat[:start]:
        return False
    window = flat[end : end + 45]
    return any(mark in window for mark in _DATELINE_MARKS)


def _join_lists(flat: str, found: list[Occurrence]) -> None:
    """Let neighbours speak for each other: "Paris, Texas", "in Richmond, Norfolk and Roanoke"."""
    gazetteer = open_gazetteer()
    for left, right in pairwise(found):
        gap = right.start - left.end
        if gap <= 0 or gap > 6 or left.name.kind == "demonym" or right.name.kind == "demonym":
            continue
        between = flat[left.end : right.start]
        if between not in _LIST_JOINS:
            continue
        if between == ", " and _lies_in(gazetteer, left, right):
            left.inside = right
            left.weight += 3.0
            right.weight += 3.0
            left.rule = "named with its region"
            right.rule = "region of a place" if right.rule == "known name" else right.rule
            left.locative = right.locative = True
            continue
        left.beside, right.beside = right, left
        if left.weight >= THRESHOLD and (left.locative or left.weight >= SURE):
            right.weight += 1.2
            right.locative = right.locative or left.locative
            if right.rule == "known name":
                right.rule = "list"
        elif right.weight >= SURE:
            left.weight += 1.0


_OUTER = frozenset(("country", "region", "county"))


def _lies_in(gazetteer: Gazetteer, left: Occurrence, right: Occurrence) -> bool:
    """Can the first name mean a place inside one that the second can mean?

    Not if both are as well known as each other: "China, Japan" is a list, though Japan has a town named China.
    """
    kinds = {c.number: gazetteer.kind(c.number) for c in right.name.candidates[:8]}
    outer = {number for number, kind in kinds.items() if kind in _OUTER}
    if not outer:
        return False
    inner = left.name.candidates
    if not inner:
        return right.name.prior >= 2.0 or right.end - right.start <= 6
    highest = kinds[right.name.candidates[0].number]
    if left.name.key != right.name.key and gazetteer.kind(inner[0].number) in {"country", highest}:
        return False
    return any(not outer.isdisjoint(gazetteer.ancestors(candidate.number)) for candidate in inner)


def _decide(found: list[Occurrence]) -> list[Occurrence]:
    """Keep the names that are places: one sense for each name in an article, unless the words around it differ."""
    best: dict[str, float] = {}
    for occurrence in found:
        key = occurrence.name.key
        if occurrence.weight > best.get(key, -9.0) and not occurrence.embedded:
            best[key] = occurrence.weight
    kept = []
    for occurrence in found:
        if occurrence.name.kind == "demonym" or occurrence.weight >= THRESHOLD:
            kept.append(occurrence)
            continue
        elsewhere = best.get(occurrence.name.key, -9.0)
        if elsewhere >= THRESHOLD + 0.5 and occurrence.weight > elsewhere - 4.5:
            occurrence.rule = "same name elsewhere"
            kept.append(occurrence)
    return kept
