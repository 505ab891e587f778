"""Every name of a place in an article, decided by evidence in the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from searchidx.extraction.people import People
from searchidx.extraction.places.evidence import SURE, THRESHOLD, after_name, before_name
from searchidx.extraction.places.names import Name, abbreviation, names_in
from searchidx.extraction.places.unknown import unknown_name
from searchidx.extraction.places.words import COMPANY_WORDS, INSTITUTION_WORDS
from searchidx.extraction.scan import Run, Scan
from searchidx.gazetteer import Candidate, name_key, open_gazetteer

_JOINS = frozenset((" of ", " of the ", " and ", " & ", " upon ", " on ", " de ", " le "))
_LIST_JOINS = frozenset((", ", " and ", ", and ", " or ", " & ", "/", ", or ", " to ", "-", " – "))


@dataclass(slots=True)
class Occurrence:
    """A name at one point of a text, and what speaks for its being a place."""

    scan: int
    start: int
    end: int
    name: Name
    embedded: bool
    weight: float
    rule: str
    locative: bool = False
    inside: Occurrence | None = None  # what the text says that it lies in: "Paris, Texas"
    person: bool = False


def find_occurrences(scans: Sequence[Scan], people: People) -> list[Occurrence]:
    """All names that are places, in the order of the texts."""
    found: list[Occurrence] = []
    for number, scan in enumerate(scans):
        first = len(found)
        _collect(number, scan, people, found)
        _join_lists(scan.flat, found, first)
    return _decide(found, scans)


def _collect(number: int, scan: Scan, people: People, found: list[Occurrence]) -> None:
    flat = scan.flat
    runs = scan.runs
    skip_to = 0
    for position, run in enumerate(runs):
        start = run.start
        if start < skip_to:
            continue
        names = names_in(run.text)
        end = run.end
        following = runs[position + 1] if position + 1 < len(runs) else None
        if following is not None and 1 < following.start - end <= 8 and flat[end] == " ":
            joined = flat[end : following.start]
            if joined in _JOINS:
                name = _joined_name(run, joined, following)
                if name is not None:
                    _add(number, scan, people, found, run, name)
                    skip_to = following.end
                    continue
        if end < len(flat) and flat[end] == ".":
            short = abbreviation(flat[start : end + 1])
            if short:
                name = Name(0, end + 1 - start, name_key(run.text), "place", short, 0.0, (), ())
                _add(number, scan, people, found, run, name)
                continue
        if names:
            for name in names:
                _add(number, scan, people, found, run, name)
        else:
            unknown = unknown_name(flat, run)
            if unknown is not None:
                _add(number, scan, people, found, run, unknown)


def _joined_name(run: Run, joint: str, following: Run) -> Name | None:
    """A name over two runs, such as "Isle of Man" or "Trinidad and Tobago"."""
    for text in (f"{run.text}{joint}{following.text}",):
        candidates = open_gazetteer().lookup(text)
        if candidates:
            return Name(0, following.end - run.start, name_key(text), "place", candidates, 3.0, (), ())
    return None


def _add(number: int, scan: Scan, people: People, found: list[Occurrence], run: Run, name: Name) -> None:
    """Weigh one name where it stands and keep it, unless it is a person's."""
    flat = scan.flat
    start, end = run.start + name.start, run.start + name.end
    before = before_name(flat, start)
    after = after_name(flat, end)
    weight = name.prior + before.weight
    rule = before.rule or "known name"
    if after.weight > 0 or name.prior < 3.0:
        weight += after.weight
        if after.weight > before.weight:
            rule = after.rule
    embedded = False
    locative = before.locative or after.locative
    if people.at(start, end, number) is not None:
        sure = locative and before.locative and not name.tail and not name.head
        if not sure or before.rule == "kind of place":
            return
    if name.tail:
        embedded = True
        if name.tail[0] in COMPANY_WORDS and name.prior < 2.0:
            weight -= 2.0
        elif any(word in INSTITUTION_WORDS for word in name.tail):
            weight += 1.2
            rule = "institution" if rule == "known name" else rule
        elif name.kind == "place" and name.prior < 2.2:
            weight -= 1.5
    if name.head:
        embedded = True
        if name.kind == "place" and name.prior < 2.2 and not (set(name.head) & INSTITUTION_WORDS):
            weight -= 1.5
    if (
        flat[start : start + 1].isupper()
        and name.kind == "place"
        and flat[start:end].isupper()
        and " " not in flat[start:end]
    ):
        context = flat[end : end + 12] + flat[max(0, start - 12) : start]
        if not any(letter.islower() for letter in context):
            pass
        elif end - start <= 5 and name.prior < 3.0 and not _dateline(flat, start, end):
            weight -= 2.5
    if _dateline(flat, start, end):
        weight += 2.0
        rule = "dateline"
    if run.initial and name.prior < 1.0 and not before.rule and " " not in name.key:
        weight -= 0.5
    found.append(Occurrence(number, start, end, name, embedded, weight, rule, locative))


def _dateline(flat: str, start: int, end: int) -> bool:
    """Does a story begin here with its place, as in "KYIV (Reuters)" or "PARIS, Texas — "?"""
    if start > 60 or "\n" in flat[:start]:
        return False
    text = flat[start:end]
    window = flat[end : end + 45]
    return text.isupper() and any(
        mark in window for mark in ("—", "–", "--", " - ", "(AP)", "(Reuters)", "(AFP)")
    )


def _join_lists(flat: str, found: list[Occurrence], first: int) -> None:
    """Let neighbours speak for each other: "Paris, Texas", "in Richmond, Norfolk and Roanoke"."""
    gazetteer = open_gazetteer()
    for index in range(first + 1, len(found)):
        left, right = found[index - 1], found[index]
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
            left.locative = True
            right.locative = True
        elif left.weight >= THRESHOLD and (left.locative or left.weight >= SURE):
            right.weight += 1.2
            right.locative = right.locative or left.locative
            if right.rule == "known name":
                right.rule = "list"
        elif right.weight >= SURE:
            left.weight += 0.8


def _lies_in(gazetteer: object, left: Occurrence, right: Occurrence) -> bool:
    """Can the first name mean a place inside one that the second can mean?"""
    places = open_gazetteer()
    inner: tuple[Candidate, ...] = left.name.candidates
    outer = {
        candidate.number
        for candidate in right.name.candidates
        if places.kind(candidate.number) in {"country", "region", "county"}
    }
    if not outer:
        return False
    if not inner:
        return right.name.prior >= 2.0 or right.end - right.start <= 6
    return any(not outer.isdisjoint(places.ancestors(candidate.number)) for candidate in inner)


def _decide(found: list[Occurrence], scans: Sequence[Scan]) -> list[Occurrence]:
    """Keep the names that are places: one sense for each name in an article, unless the words around it differ."""
    best: dict[str, float] = {}
    for occurrence in found:
        key = occurrence.name.key
        if occurrence.weight > best.get(key, -9.0) and not occurrence.embedded:
            best[key] = occurrence.weight
    kept = []
    for occurrence in found:
        weight = occurrence.weight
        if occurrence.name.kind == "demonym":
            kept.append(occurrence)
            continue
        elsewhere = best.get(occurrence.name.key, -9.0)
        if weight < THRESHOLD and elsewhere >= THRESHOLD + 0.5 and weight > elsewhere - 4.5:
            weight = THRESHOLD
            occurrence.rule = "same name elsewhere"
        if weight >= THRESHOLD:
            kept.append(occurrence)
    return kept
