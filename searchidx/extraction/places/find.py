"""Every name of a place in an article, weighed by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from searchidx.extraction.name_parts import WEAK
from searchidx.extraction.people import People
from searchidx.extraction.places.evidence import (
    GOING,
    NOTHING,
    PLAY,
    PLAYS,
    SCORED,
    THRESHOLD,
    after_name,
    before_name,
    is_elected,
    is_governed,
    noun_behind,
)
from searchidx.extraction.places.keep import keep_places
from searchidx.extraction.places.known_runs import KnownName, is_seat, known_name, known_runs
from searchidx.extraction.places.lists import LIST_JOINS, join_lists
from searchidx.extraction.places.marks import (
    ODD_MARKS,
    amid_small_letters,
    is_possessed,
    is_something_else,
    is_title,
    opens_dateline,
)
from searchidx.extraction.places.names import Name, is_only_a_person
from searchidx.extraction.places.occurrence import Occurrence
from searchidx.extraction.places.rivers import is_river
from searchidx.extraction.places.unknown import listed_name, unknown_name
from searchidx.extraction.places.words import AUTHORITIES, FEATURE_WORDS
from searchidx.extraction.scan import Run, Scan
from searchidx.gazetteer import Candidate, name_key, open_gazetteer
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
_THE = frozenset(("the ", "The "))
_REGION_BEHIND = re.compile(r", ([A-Z][\w.]*(?: [A-Z]\w+)?)")
# What "from" and "to" add for a small town whose name is that of nothing else.
_TO_A_TOWN = 0.5
# What an institution adds that only a town or county has.
_OF_A_TOWN = 2.0
_PLAYING = (PLAYS, PLAY)
_SCORE = re.compile(r"(?<![\d-])\d{1,3}-\d{1,3}(?![\d-])")
_GAMES = re.compile(
    r"\b(?:game|games|match|season|coach|league|conference|football|softball|tournament|championship|innings)\b",
    re.I,
)
_LIST_BEHIND = re.compile(r"(?:, | and |, and )([A-Z]\w+)")
_CAPITAL_DISTRICT = frozenset(("D.C.", "DC", "D.C"))


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
            join_lists(scan.flat, here)
            found += here
    return keep_places(found, home)


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
        self.of_games: bool | None = None

    def find(self) -> list[Occurrence]:
        flat, runs = self.flat, self.runs
        known = known_runs(self.own)
        persons = {m[0]: m[1] for m in self.people.mentions[self.number] if m[0] == m[2]}
        add = self._add
        done = 0
        last = len(runs) - 1
        for number, run in enumerate(runs):
            start, end, text, initial = run
            # First of all: most that is new in an article are persons, and need not be looked into.
            if start in persons and persons[start] == end and is_only_a_person(text):
                continue
            if text[1:2] == "-" and is_elected(flat, start + 2):
                start, text = start + 2, text[2:]
                run = Run(start, end, text, False)
            this = known[text]
            if this is None or start < done:
                continue
            names, abbreviation, joinable, first_name, unknown = this
            if joinable and number < last:
                following = runs[number + 1]
                joint = flat[end : following[0]]
                if joint in _JOINS and (joint != ", " or following[2] in _CAPITAL_DISTRICT):
                    joined = self._joined_name(run, joint, following)
                    if joined is not None:
                        add(start, initial, joined)
                        done = start + joined.end + 1
                        continue
            if abbreviation and flat[end : end + 1] == ".":
                self._add_abbreviation(run, abbreviation)
                continue
            if first_name is not None:
                self.first_names.add(first_name)
            if unknown:
                found = self._unknown(run)
                if found is not None:
                    add(start, initial, found)
                    continue
            for name in names:
                add(start, initial, name)
        return self.found

    def _joined_name(self, run: Run, joint: str, following: Run) -> KnownName | None:
        """A name over two runs: "Isle of Man", "Trinidad and Tobago", "Washington, D.C."."""
        if self.own is not None:
            key = name_key(f"{run.text}{joint}{following.text}")
            if key in self.own.places:
                whole = Name(0, following.end - run.start, key, "place", (), 3.0)
                return known_name(whole, self.flat[run.start : following.end])
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
        return known_name(Name(start, end, name_key(text), "place", candidates, 3.0), text)

    def _add_abbreviation(self, run: Run, candidates: tuple[Candidate, ...]) -> None:
        """ "Calif" before a full stop at the end of a sentence or before a comma."""
        start, end = run.start, run.end + 1
        weight = 2.5 if self.flat[max(0, start - 2) : start].endswith((", ", "(")) else 0.0
        name = Name(0, end - start, name_key(run.text), "place", candidates, weight)
        self._add(start, run.initial, known_name(name, self.flat[start:end]))

    def _unknown(self, run: Run) -> KnownName | None:
        """The whole run as a name that no gazetteer knows, if the words around it make it a place."""
        name = unknown_name(self.flat, run)
        if name is None and self.found and 0 < run.start - self.found[-1].end <= 6 and self._in_list():
            name = listed_name(self.flat, run, self.found[-1].end)
        return None if name is None else known_name(name, run.text)

    def _in_list(self) -> bool:
        """Does a list of places run up to here: a name before is one by the words around it, or the last two are?"""
        found = self.found
        last = found[-1]
        if last.locative or len(found) < 2:
            return last.locative
        other = found[-2]
        if self.flat[other.end : last.start] not in LIST_JOINS:
            return False
        return min(last.name.prior, other.name.prior) > 0.5 or (other.locative and not last.name.doubt)

    def _ends_route(self, start: int, name: Name) -> bool:
        """Does a large town stand behind the hyphen after another: "the Kaduna-Abuja highway"?"""
        if name.tail or name.prior < 1.5 or not self.found or self.found[-1].end != start - 1:
            return False
        before = self.found[-1].name
        kind = open_gazetteer().kind
        ends = (before.candidates[:1], name.candidates[:1])
        return before.prior >= 1.5 and all(end and kind(end[0].number) in {"city", "region"} for end in ends)

    def _add(self, at: int, initial: bool, known: KnownName) -> None:
        """Weigh one name where it stands and keep it, unless it is a person's; ``at`` is where its run starts."""
        (
            name,
            start,
            end,
            key,
            text,
            prior,
            certain,
            odd,
            embedded,
            added,
            shouted,
            short,
            saint,
            rivers,
            divided,
            governed,
        ) = known
        if self.own is not None and key in self.own.refused:
            return
        flat = self.flat
        start += at
        end += at
        if (
            (odd or flat[start - 1] in ODD_MARKS)
            and not self._ends_route(start, name)
            and is_something_else(flat, start, end, name)
        ):
            return
        if rivers and flat[start - 4 : start] in _THE and is_river(flat, start, end, name):
            river = name._replace(key=f"{key} river", candidates=rivers, prior=2.2, doubt="")
            self.found.append(Occurrence(self.number, start, end, river, False, 3.0, "river", True))
            return
        if self.nobody:
            person = prior < 3.0 and text in self.first_names
        else:
            person = self._is_person(start, end, name)
        governed = governed and is_governed(flat, start, end, name.tail)
        if governed:
            name = name._replace(key=f"{key} state", division=True)
        if certain and not person and not (divided and after_name(flat, end).rule == "region word"):
            rule = "region word" if governed else "known name"
            self.found.append(Occurrence(self.number, start, end, name, False, prior, rule))
            return
        before = before_name(flat, start)
        before_weight, before_rule, located = (
            NOTHING if before in _PLAYING and not self._is_of_games() else before
        )
        if (
            person
            and (embedded or not (located or before_rule == "a person of") or before_rule == "kind of place")
            and not self._is_stated(start, end, name)
        ):
            return
        if saint and is_possessed(flat, end):
            return
        weight, rule, located_after = self._weigh_beside(name, end, before_weight, before_rule, located)
        if added:
            weight += added
            if added > 0 and rule == "known name":
                rule = "institution"
        if short and amid_small_letters(flat, start, end) and not opens_dateline(flat, start, end):
            weight -= 2.5
        if governed:
            weight += 2.4
            rule = "region word"
        if self.is_dateline:
            weight += 4.0
            rule = "dateline"
        elif shouted and start < 60 and opens_dateline(flat, start, end):
            weight += 2.0
            rule = "dateline"
        doubt = name.doubt
        if before is GOING and not (doubt or embedded or initial) and prior < THRESHOLD and name.candidates:
            weight += _TO_A_TOWN
        if doubt == "person":
            if located:
                weight += 1.2
        elif initial or self.titled:
            # What a capital proves: little at the start of a sentence or in a title, much after "in".
            if doubt == "word" and rule != "region word" and added < _OF_A_TOWN:
                weight -= 1.5
            elif (
                prior < 1.0
                and not (located or (rule == "region word" and name.candidates))
                and " " not in key
            ):
                weight -= 0.5
        if rule == "region word" and not embedded:
            name = _full_name(name, noun_behind(flat, end))
        locative = located or located_after
        self.found.append(Occurrence(self.number, start, end, name, embedded, weight, rule, locative))

    def _weigh_beside(
        self, name: Name, end: int, weight: float, rule: str, located: bool
    ) -> tuple[float, str, bool]:
        """Add what stands behind a name to what stands before it; the last says whether the former makes it a place."""
        after = after_name(self.flat, end)
        if after is SCORED and not name.doubt and self._is_of_games():
            after = PLAYS
        after_weight, after_rule, located_after = (
            NOTHING if after in _PLAYING and not self._is_of_games() else after
        )
        prior = name.prior
        total = prior + weight
        counts = after_weight > 0 or (
            after_weight
            and prior < 3.0
            and not located
            and rule != "a person of"
            and not (after_rule == "speech verb" and rule == "preposition" and not name.doubt)
            and not (after_rule == "speech verb" and is_seat(name))  # "Baghdad said": its government
            and not (after_rule == "somebody" and rule)
        )
        if counts:
            total += after_weight
            if after_weight > weight:
                return total, after_rule, located_after
        return total, rule or "known name", located_after

    def _is_of_games(self) -> bool:
        """Does the text report games, by the scores in it?"""
        if self.of_games is None:
            self.of_games = len(_SCORE.findall(self.flat)) > 1 or (
                bool(_SCORE.search(self.flat)) and _GAMES.search(self.flat) is not None
            )
        return self.of_games

    def _is_stated(self, start: int, end: int, name: Name) -> bool:
        """Do the words behind or before say that what is a person's name elsewhere is a place here: "Marta Jackson, a
        judge from Jackson, Mississippi", "Mali, Niger and Chad"?
        """
        if name.head or name.tail or name.kind != "place" or not name.candidates:
            return False
        match = _REGION_BEHIND.match(self.flat, end)
        gazetteer = open_gazetteer()
        if match:
            outer = {c.number for c in gazetteer.lookup_exact(match[1]) or gazetteer.lookup(match[1])}
            if any(gazetteer.lying_in(name.candidates, outer)):
                return True
        first = name.candidates[0].number
        match = _LIST_BEHIND.match(self.flat, end)
        capital = any(gazetteer.is_capital(candidate.number) for candidate in name.candidates[:2])
        if match and capital and before_name(self.flat, start).weight > 1.0:
            others = [
                c.number for c in gazetteer.lookup(match[1])[:3]
            ]  # "envoys from Washington, Tokyo and Seoul"
            return any(gazetteer.is_capital(row) or gazetteer.kind(row) == "country" for row in others)
        if gazetteer.kind(first) != "country" or not self.found:
            return False
        last = self.found[-1]
        rows = last.name.candidates
        joined = last.scan == self.number and self.flat[last.end : start] in LIST_JOINS
        return joined and bool(rows) and gazetteer.kind(rows[0].number) == "country"

    def _is_person(self, start: int, end: int, name: Name) -> bool:
        """Is this a person's name (or part of it), and not that of a well-known place as it stands, "Abu Dhabi"?"""
        mention = self.people.at(start, end, self.number)
        if mention is None:
            return name.prior < 3.0 and self.flat[start:end] in self.first_names
        if self.flat[mention.start : mention.end] in FEATURE_WORDS:
            return False  # "Crown Heights" is no crown's
        if mention.role == "host" and self._is_of_games():
            return False  # "Derby host Burnley"
        whole = mention.start == start and mention.end == end
        if name.tail and name.tail[-1] in AUTHORITIES and name.prior >= 2.0:
            return self.people.persons[mention.person].strength > WEAK  # "Kansas Highway Patrol said"
        if whole and (name.division or self.flat.endswith("Township", start, end)):
            return False  # "Lawrence Township"
        return not (whole and " " in name.key and name.kind == "place" and name.prior >= 2.2)


def _full_name(name: Name, noun: str) -> Name:
    """The name with the noun that its county or river has in the gazetteer: "Clay County" for "Clay county"."""
    if not noun or name.kind != "place" or name.division:
        return name
    key = f"{name.key} {noun}"
    candidates = open_gazetteer().lookup_key(key)
    return name._replace(key=key, candidates=candidates, doubt="") if candidates else name


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
