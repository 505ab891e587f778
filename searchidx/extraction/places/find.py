"""Every name of a place in an article, decided by evidence in the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from searchidx.extraction.people import People
from searchidx.extraction.places.evidence import SURE, THRESHOLD, after_name, before_name
from searchidx.extraction.places.names import Name, abbreviation, is_only_a_person, names_in
from searchidx.extraction.places.unknown import could_be_unknown, listed_name, unknown_name
from searchidx.extraction.places.words import (
    COMPANY_WORDS,
    GENERIC,
    INSTITUTION_WORDS,
    LOCAL_AUTHORITIES,
    NEWSPAPERS,
    SURNAMES,
)
from searchidx.extraction.scan import Run, Scan
from searchidx.gazetteer import Candidate, Gazetteer, name_key, open_gazetteer
from searchidx.gazetteer.own import OwnPlaces

_JOINS = frozenset(
    (
        ", ",
        " of ",
        " of the ",
        " and ",
        " & ",
        " upon ",
        " on ",
        " es ",
        " d'",
        " d’",
        " l'",
        " l’",
        "'s ",
        "’s ",
    )
)
_LIST_JOINS = frozenset((", ", " and ", ", and ", " or ", " & ", "/", ", or ", " to ", "-", " – "))
_CAPITAL_DISTRICT = frozenset(("D.C.", "DC", "D.C"))
_DATELINE_MARKS = ("—", "–", "--", " - ", "(AP)", "(Reuters)", "(AFP)", "(CNN)")


@dataclass(slots=True)
class Occurrence:
    """A name at one point of a text, and what speaks for its being a place.

    ``locative``: the words around it name a place, whatever stands there; ``inside``: what the text says that it
    lies in ("Paris, Texas"), ``next`` and ``last`` what stands behind and before it on a list.
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
    next: Occurrence | None = None
    last: Occurrence | None = None


def find_occurrences(
    scans: Sequence[Scan],
    people: People,
    own: OwnPlaces | None = None,
    home: Sequence[int] = (),
    dateline: int = -1,
) -> list[Occurrence]:
    """All names that are places, in the order of the texts.

    ``own`` has the user's own; ``home`` are the rows of the towns that the publication can be at home in; ``dateline``
    is the number of the text, if any, that is the article's dateline and nothing else.
    """
    found: list[Occurrence] = []
    for number, scan in enumerate(scans):
        if scan.text:
            here = _Finder(number, scan, people, own, number == dateline).find()
            _join_lists(scan.flat, here)
            found += here
    return _decide(found, home)


class _Finder:
    """Goes through the runs of one text and weighs each name where it stands."""

    def __init__(
        self, number: int, scan: Scan, people: People, own: OwnPlaces | None, is_dateline: bool
    ) -> None:
        self.own = own
        self.is_dateline = is_dateline
        self.number = number
        self.flat = scan.flat
        self.runs = scan.runs
        self.people = people
        self.titled = is_title(self.flat)
        self.first_names = {p.name.split(" ", 1)[0] for p in people.persons if " " in p.name}
        self.nobody = not people.mentions[number]
        self.found: list[Occurrence] = []

    def find(self) -> list[Occurrence]:
        flat, own = self.flat, self.own
        runs = self.runs
        done = 0
        persons = {m.start: m.end for m in self.people.mentions[self.number] if m.start == m.run_start}
        for run, following in zip_longest(runs, runs[1:]):
            start, end, text, _ = run
            if start < done or (start in persons and persons[start] == end and is_only_a_person(text)):
                continue
            if following is not None and following[0] - end < 9:
                joint = flat[end : following[0]]
                if joint in _JOINS and (joint != ", " or following[2] in _CAPITAL_DISTRICT):
                    name = self._joined_name(run, joint, following)
                    if name is not None:
                        self._add(run, name)
                        done = start + name.end + 1
                        continue
            if len(text) < 7 and flat[end : end + 1] == "." and self._add_abbreviation(run):
                continue
            names = names_in(text, own)
            if names:
                first = names[0]
                if first.prior < 3.0 and (first.head or first.tail):
                    self._note_first_name(first)
                    if first.prior < 1.5 and could_be_unknown(text) and (unknown := self._unknown(run)):
                        names = (unknown,)
                for name in names:
                    self._add(run, name)
            elif could_be_unknown(text):
                unknown = self._unknown(run)
                if unknown is not None:
                    self._add(run, unknown)
        return self.found

    def _joined_name(self, run: Run, joint: str, following: Run) -> Name | None:
        """A name over two runs: "Isle of Man", "Trinidad and Tobago", "Washington, D.C."."""
        if self.own is not None:
            key = name_key(f"{run.text}{joint}{following.text}")
            if key in self.own.places:
                return Name(0, following.end - run.start, key, "place", (), 3.0)
        known = _over_two_runs(run.text, joint, following.text)
        if known is None:
            return None
        end, candidates = known
        start = 0
        if run.text == "Republic" and self.flat[max(0, run.start - 9) : run.start] in {
            "People's ",
            "People’s ",
        }:
            start = -9
            if self.flat[max(0, run.start - 20) : run.start - 9] == "Democratic ":
                start = -20
        text = self.flat[run.start + start : run.start + end]
        if start:
            candidates = open_gazetteer().lookup(text) or candidates
        return Name(start, end, name_key(text), "place", candidates, 3.0)

    def _add_abbreviation(self, run: Run) -> bool:
        """ "Calif" before a full stop at the end of a sentence or before a comma."""
        short = abbreviation(self.flat[run.start : run.end + 1])
        if not short:
            return False
        weight = 2.5 if self.flat[max(0, run.start - 2) : run.start].endswith((", ", "(")) else 0.0
        name = Name(0, run.end + 1 - run.start, name_key(run.text), "place", short, weight)
        self._add(run, name)
        return True

    def _note_first_name(self, name: Name) -> None:
        """ "Paris Hilton": a city's name before a surname is a first name, here and in all the article."""
        if len(name.tail) == 1 and not name.head and name.tail[0].lower() in SURNAMES:
            self.first_names.add(name.key.title())

    def _unknown(self, run: Run) -> Name | None:
        """The whole run as a name that no gazetteer knows, if the words around it make it a place."""
        name = unknown_name(self.flat, run)
        if name is None and self.found and 0 < run.start - self.found[-1].end <= 6 and self._in_list():
            name = listed_name(self.flat, run, self.found[-1].end)
        return name

    def _in_list(self) -> bool:
        """Does a list of places run up to here: the last name is one by the words around it, or the last two are?"""
        last = self.found[-1]
        if last.locative or len(self.found) < 2:
            return last.locative
        other = self.found[-2]
        joined = self.flat[other.end : last.start] in _LIST_JOINS
        return joined and min(last.name.prior, other.name.prior) > 0.5

    def _add(self, run: Run, name: Name) -> None:
        """Weigh one name where it stands and keep it, unless it is a person's."""
        begin, stop, key, kind, _, prior, head, tail, _, doubt = name
        if self.own is not None and key in self.own.refused:
            return
        flat = self.flat
        start, end = run[0] + begin, run[0] + stop
        if (key in _ODD or flat[start - 1 : start] in _ODD_MARKS) and _is_something_else(
            flat, start, end, name
        ):
            return
        text = flat[start:end]
        if self.nobody:
            person = prior < 3.0 and text in self.first_names
        else:
            person = self._is_person(start, end, name)
        embedded = bool(tail or head)
        if not person and not embedded and (kind == "demonym" or prior >= 3.0):
            self.found.append(Occurrence(self.number, start, end, name, False, prior, "known name"))
            return
        before_weight, before_rule, located = before_name(flat, start)
        if person and (embedded or not located or before_rule == "kind of place"):
            return
        after_weight, after_rule, located_after = after_name(flat, end)
        weight = prior + before_weight
        rule = before_rule or "known name"
        if after_weight > 0 or (
            after_weight
            and prior < 3.0
            and not located
            and before_rule != "a person of"
            and not (after_rule == "speech verb" and _is_seat(name))  # "Baghdad said": its government
        ):
            weight += after_weight
            if after_weight > before_weight:
                rule = after_rule
        if embedded and kind == "place":
            extra = _weigh_embedding(name)
            weight += extra
            if extra > 0 and rule == "known name":
                rule = "institution"
        if text[0] == "S" and _possessed_church(flat, start, end):
            return
        if text.isupper():
            weight += _weigh_capitals(flat, start, end, name)
        if self.is_dateline or (start < 60 and _opens_dateline(flat, start, end)):
            weight += 4.0 if self.is_dateline else 2.0
            rule = "dateline"
        if doubt == "person":
            if located:
                weight += 1.2
        elif run[3] or self.titled:
            # What a capital proves: little at the start of a sentence or in a title, much after "in".
            if doubt == "word":
                weight -= 1.5
            elif prior < 1.0 and not located and " " not in key:
                weight -= 0.5
        locative = located or located_after
        self.found.append(Occurrence(self.number, start, end, name, embedded, weight, rule, locative))

    def _is_person(self, start: int, end: int, name: Name) -> bool:
        """Is this a person's name (or part of it), and not that of a well-known place as it stands, "Abu Dhabi"?"""
        mention = None if self.nobody else self.people.at(start, end, self.number)
        if mention is None:
            return name.prior < 3.0 and self.flat[start:end] in self.first_names
        whole = mention.start == start and mention.end == end
        return not (whole and " " in name.key and name.kind == "place" and name.prior >= 2.2)


@lru_cache(maxsize=50_000)
def _over_two_runs(left: str, joint: str, right: str) -> tuple[int, tuple[Candidate, ...]] | None:
    """The longest name of a run, a joint and the first words of the next run: its length and what it may mean."""
    gazetteer = open_gazetteer()
    words = right.split(" ")
    start = name_key(f"{left}{joint}{words[0]}").split(" ", 2)
    if len(start) > 1 and not gazetteer.may_start(f"{start[0]} {start[1]}"):
        return None
    for count in range(min(3, len(words)), 0, -1):
        text = f"{left}{joint}{' '.join(words[:count])}"
        candidates = gazetteer.lookup(text)
        if candidates:
            return len(text), candidates
    return None


def is_title(flat: str) -> bool:
    """Is this a headline with a capital on nearly every word, so that a capital means nothing?"""
    if len(flat) > 200 or ". " in flat:
        return False
    words = [word for word in flat.split() if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _weigh_embedding(name: Name) -> float:
    """What the other words of a longer name say of a place in it: "Paris Police Department", "Thomson Reuters"."""
    tail, head = name.tail, name.head
    if tail:
        if tail[0] in _DISEASES or (name.doubt == "person" and name.prior < 1.5):
            return -4.0
        if name.key.startswith(_TITLED) and name.prior < 2.5:
            return -2.0
        if tail[0] in COMPANY_WORDS and name.prior < 2.0:
            return -2.0
        if tail[-1] in NEWSPAPERS:
            return -4.0
        if head and name.prior < 2.2 and not GENERIC.issuperset(head) and INSTITUTION_WORDS.isdisjoint(head):
            return -1.5  # "Marine Midland Bank"
        if not LOCAL_AUTHORITIES.isdisjoint(tail):
            return 1.2
        if not INSTITUTION_WORDS.isdisjoint(tail):
            return 1.2 if name.prior >= 0.8 else -0.6
        if name.prior < 2.2:
            return -1.5
    if head and name.prior < 2.2 and INSTITUTION_WORDS.isdisjoint(head):
        return -1.5
    return 0.0


def _is_seat(name: Name) -> bool:
    """Is this the capital of a country, and no other word?"""
    return (
        not (name.doubt or name.head or name.tail)
        and bool(name.candidates)
        and open_gazetteer().is_capital(name.candidates[0].number)
    )


_DISEASES = frozenset("Virus Flu Fever Disease Syndrome Strain Influenza".split())
_TITLED = ("st ", "san ", "santa ", "queen ", "king ", "prince ")
_ODD = frozenset(("us", "america", "france"))
_ODD_MARKS = frozenset("/-")
_ORGANISATIONS = frozenset("Bank Voice Corporation Corp Corp. Boy Girl Scouts Miss Captain Team".split())


def _is_something_else(flat: str, start: int, end: int, name: Name) -> bool:
    """ "US$10", "40 US dollars", "B/Texas/7/2009", "Bank of America", "Agence France-Presse"."""
    if flat[end : end + 1] == "$" or flat.startswith(" dollar", end):
        return True
    before = flat[start - 1 : start]
    if before == "/" and flat[end : end + 1] == "/":
        return True
    if (
        before == "-"
        and start > 1
        and flat[start - 2].islower()
        and name.prior < 3.0
        and name.kind == "place"
    ):
        return True
    if name.key == "america" and flat[max(0, start - 4) : start] == " of ":
        return flat[max(0, start - 20) : start - 4].rsplit(" ", 1)[-1] in _ORGANISATIONS
    return name.key == "france" and name.head[-1:] == ("Agence",)


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
    chain: list[Occurrence] = []
    for left, right in pairwise(found):
        gap = right.start - left.end
        if (
            gap <= 0
            or gap > 6
            or left.name.kind == "demonym"
            or right.name.kind == "demonym"
            or (between := flat[left.end : right.start]) not in _LIST_JOINS
        ):
            _weigh_list(chain)
            chain = []
            continue
        if between == ", " and _lies_in(gazetteer, flat, left, right):
            left.inside = right
            left.weight += 3.0
            right.weight += 3.0
            left.rule = "named with its region"
            right.rule = "region of a place" if right.rule == "known name" else right.rule
            left.locative = right.locative = True
            continue
        if not chain or chain[-1] is not left:
            _weigh_list(chain)
            chain = [left]
        chain.append(right)
        left.next, right.last = right, left
        if left.weight >= THRESHOLD and (left.locative or left.weight >= SURE):
            right.weight += 1.2
            right.locative = right.locative or left.locative
            if right.rule == "known name":
                right.rule = "list"
        elif right.weight >= SURE:
            left.weight += 1.0
    _weigh_list(chain)


def _weigh_list(chain: list[Occurrence]) -> None:
    """Three names of places or more in a row are places: "crews from Mineola, Quitman and Hawkins"."""
    sure = [o for o in chain if not o.name.doubt and o.name.prior > -0.5 and not o.embedded]
    if len(sure) < 3 and not (len(sure) == 2 and len(chain) > 2):
        return
    for occurrence in chain:
        if occurrence.name.doubt != "other":
            occurrence.weight += 1.6 if not occurrence.name.doubt else 3.2
            if occurrence.rule == "known name":
                occurrence.rule = "list"


_DIVISIONS = frozenset(("region", "county"))
# So many places in a region, if they have no namesakes elsewhere, make an article one about the region.
_SEVERAL = 1.5
_OUTER = frozenset(("country", "region", "county"))


def _lies_in(gazetteer: Gazetteer, flat: str, left: Occurrence, right: Occurrence) -> bool:
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
    short = flat[right.end - 1] == "." or flat[right.start : right.end].isupper()
    if short and highest == "region":  # "Lebanon, Pa.": none but the place of this name that lies there
        return any(not outer.isdisjoint(gazetteer.ancestors(candidate.number)) for candidate in inner)
    if left.name.key != right.name.key and gazetteer.kind(inner[0].number) in {"country", highest}:
        return False
    return any(not outer.isdisjoint(gazetteer.ancestors(candidate.number)) for candidate in inner)


def _decide(found: list[Occurrence], home: Sequence[int]) -> list[Occurrence]:
    """Keep the names that are places: one sense for each name in an article, unless the words around it differ."""
    for occurrence in found:
        if occurrence.weight < THRESHOLD and occurrence.name.kind != "demonym":
            break
    else:
        return found
    regions = _regions_named(found)
    if len(home) == 1:
        regions.update(open_gazetteer().ancestors(home[0])[:2])
    best: dict[str, float] = {}
    for occurrence in found:
        name = occurrence.name
        if regions and occurrence.weight < THRESHOLD + 0.5 and name.kind == "place":
            occurrence.weight += _inside_named(name, regions)
        if occurrence.weight > best.get(name.key, -9.0) and not occurrence.embedded:
            best[name.key] = occurrence.weight
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


def _regions_named(found: list[Occurrence]) -> set[int]:
    """The rows of the regions and counties that an article surely names, or names several places in."""
    gazetteer = open_gazetteer()
    kind = gazetteer.kind
    named: set[int] = set()
    share: dict[int, float] = {}
    counted = set()
    for occurrence in found:
        name = occurrence.name
        if occurrence.weight < THRESHOLD or name.kind != "place" or not name.candidates:
            continue
        if occurrence.weight >= SURE:
            for candidate in name.candidates[:2]:
                if kind(candidate.number) in _DIVISIONS:
                    named.add(candidate.number)
        if name.key in counted or occurrence.inside is not None:
            continue
        counted.add(name.key)
        around = _divisions_around(name.candidates)
        for row in around:
            share[row] = share.get(row, 0.0) + 2.0 / len(around)
    named.update(row for row, weight in share.items() if weight >= _SEVERAL)
    return named


@lru_cache(maxsize=20_000)
def _divisions_around(candidates: tuple[Candidate, ...]) -> frozenset[int]:
    """The rows of the regions and counties that the towns of a name lie in."""
    gazetteer = open_gazetteer()
    return frozenset(
        row
        for candidate in candidates[:12]
        if not candidate.alternate and gazetteer.kind(candidate.number) == "city"
        for row in gazetteer.ancestors(candidate.number)
        if gazetteer.kind(row) in _DIVISIONS
    )


def _inside_named(name: Name, regions: set[int]) -> float:
    """A name is more likely a place if it can lie in a region that the article names."""
    gazetteer = open_gazetteer()
    for candidate in name.candidates[:12]:
        if not candidate.alternate and not regions.isdisjoint(gazetteer.ancestors(candidate.number)):
            return 0.8
    return 0.0
