"""Names that stand beside each other speak for each other: "Paris, Texas", "in Richmond, Norfolk and Roanoke"."""

from __future__ import annotations

import re
from itertools import pairwise

from searchidx.extraction.places.evidence import SURE, THRESHOLD, before_name
from searchidx.extraction.places.occurrence import Occurrence
from searchidx.gazetteer import Gazetteer, open_gazetteer

# Of a name's candidates those that are looked at for being near another, and how near that is.
_FIRST, _NEAR_KM = 5, 110
_HOMES = frozenset(("a person of", "preposition"))
_ENDING = frozenset((" and ", " or ", ", and "))
LIST_JOINS = frozenset((", ", " and ", ", and ", " or ", " & ", "/", ", or ", " to ", "-", " – "))


def join_lists(flat: str, found: list[Occurrence]) -> None:
    """Let neighbours speak for each other: "Paris, Texas", "in Richmond, Norfolk and Roanoke"."""
    gazetteer = open_gazetteer()
    chain: list[Occurrence] = []
    outer: Occurrence | None = None
    for left, right in pairwise(found):
        gap = right.start - left.end
        if outer is not None or 7 < gap < 25:
            outer = _around_list(gazetteer, flat, left, right, outer)
        if 3 < gap < 20 and flat.startswith(" in ", left.end) and _stands_in(gazetteer, flat, left, right):
            left.inside = right
            left.weight += 1.0
        if (
            gap <= 0
            or gap > 6
            or left.name.kind == "demonym"
            or right.name.kind == "demonym"
            or (between := flat[left.end : right.start]) not in LIST_JOINS
        ):
            _weigh_list(flat, chain)
            chain = []
            continue
        if between == ", " and _lies_in(gazetteer, flat, left, right):
            left.inside = right
            left.weight += 3.0
            right.weight = max(right.weight + 3.0, THRESHOLD)  # "Springfield, MO"
            left.rule = "named with its region"
            right.rule = "region of a place" if right.rule == "known name" else right.rule
            left.locative = right.locative = True
            continue
        if between == ", " and _is_of_a_state(gazetteer, flat, left, right):
            left.name = left.name._replace(key=f"{left.name.key} {right.name.key}", candidates=())
            left.inside = right
            left.weight, left.rule = max(left.weight, THRESHOLD), "named with its region"
            right.weight = max(right.weight, THRESHOLD)
            left.locative = right.locative = True
            continue
        if not chain or chain[-1] is not left:
            _weigh_list(flat, chain)
            chain = [left]
        chain.append(right)
        left.next, right.last = right, left
        if left.weight >= THRESHOLD and (left.locative or left.weight >= SURE):
            right.weight += 1.2
            right.locative = right.locative or left.locative
            if right.rule == "known name":
                right.rule = "list"
        elif right.weight >= SURE or (right.weight >= 2.0 and left.rule == "preposition"):
            left.weight += 1.0
        elif (
            between in _ENDING
            and left.rule == "preposition"
            and left.weight >= THRESHOLD
            and not (right.name.doubt or right.embedded)
        ):
            right.weight += 1.0
        elif between == " and " and left.weight >= THRESHOLD and _between(flat, left):
            right.weight += 2.6 if right.name.doubt == "word" else 1.6
    _weigh_list(flat, chain)


def _around_list(
    gazetteer: Gazetteer, flat: str, left: Occurrence, right: Occurrence, outer: Occurrence | None
) -> Occurrence | None:
    """What the places of a list lie in by the words before it, "towns in Clay County such as Lyons and Rome"; ``outer``
    is that of the list so far.
    """
    gap = right.start - left.end
    if 7 < gap < 25 and left.name.kind == "place" and _SUCH_AS.fullmatch(flat, left.end, right.start):
        outer = left
    elif outer is not None and (gap > 6 or flat[left.end : right.start] not in LIST_JOINS):
        return None
    if outer is None or right.name.kind != "place" or right.inside is not None:
        return outer
    rows = {c.number for c in outer.name.candidates[:4] if gazetteer.kind(c.number) in _OUTER}
    if not any(gazetteer.lying_in(right.name.candidates, rows)):
        return None
    right.inside = outer
    right.weight += 2.0
    right.locative = True
    return outer


def _weigh_list(flat: str, chain: list[Occurrence]) -> None:
    """Three names of places or more in a row are places: "crews from Mineola, Quitman and Hawkins"; so are those
    that a preposition stands before: "felt in Christchurch, Nelson and Hamilton".
    """
    if len(chain) == 2:
        _weigh_pair(flat, *chain)
    if len(chain) > 1 and _is_led(flat, chain[0]):
        for occurrence in chain[1:]:
            if occurrence.name.doubt != "other" and not occurrence.embedded:
                occurrence.weight += 1.6 if occurrence.name.doubt else 0.8
    if len(chain) == 2 and all(not o.name.doubt and o.name.prior >= 0.9 and not o.embedded for o in chain):
        for occurrence in chain:
            occurrence.weight += 0.5
    sure = [o for o in chain if not o.name.doubt and o.name.prior > -0.5 and not o.embedded]
    if len(sure) < 3 and not (len(sure) == 2 and len(chain) > 2):
        return
    for occurrence in chain:
        if occurrence.name.doubt != "other":
            occurrence.weight += 1.6 if not occurrence.name.doubt else 3.2
            if occurrence.rule == "known name":
                occurrence.rule = "list"


def _weigh_pair(flat: str, left: Occurrence, right: Occurrence) -> None:
    """Two that lie near each other speak for each other: "Kent and Sussex", "Anna Lee, of Tilehurst, Reading, said"."""
    joint = flat[left.end : right.start]
    if left.embedded or right.embedded or not (left.name.candidates and right.name.candidates):
        return
    if joint == ", ":
        if (
            left.rule in _HOMES
            and left.weight >= THRESHOLD
            and flat.startswith(",", right.end)
            and _are_near(left, right)
        ):
            right.weight = max(right.weight + 1.2, THRESHOLD)
            right.rule = "list" if right.rule == "known name" else right.rule
    elif joint in {" and ", " or "}:
        for doubted, sure in ((left, right), (right, left)):
            if (
                doubted.name.doubt == "person"
                and not sure.name.doubt
                and min(doubted.name.prior, sure.name.prior) >= 0.9
                and sure.name.prior >= 1.8
                and _are_near(doubted, sure)
            ):
                doubted.weight += 0.8


def _are_near(left: Occurrence, right: Occurrence) -> bool:
    """Can two names mean places that are hardly more than 100 km apart?"""
    gazetteer = open_gazetteer()
    return any(
        gazetteer.km_between(here.number, there.number) < _NEAR_KM
        for here in left.name.candidates[:_FIRST]
        for there in right.name.candidates[:_FIRST]
    )


_SUCH_AS = re.compile(r",? (?:such as|including|among them|for example|for instance),? ")
_IN = re.compile(r" in (?:the )?(?:(?:north|south|east|west|central)[a-z-]* )?")


def _stands_in(gazetteer: Gazetteer, flat: str, left: Occurrence, right: Occurrence) -> bool:
    """Does the text say that one lies in the other: "Silao in Mexico", "Goma in eastern Congo"? A government meets
    others in many places: "Washington in Georgia".
    """
    if not _IN.fullmatch(flat, left.end, right.start) or left.embedded or left.name.kind != "place":
        return False
    rows = left.name.candidates[:1]
    if not rows or right.name.kind != "place" or gazetteer.is_capital(rows[0].number):
        return False
    kind = gazetteer.kind(rows[0].number)
    return (
        kind == "city"
        and gazetteer.people[rows[0].number] < 1_000_000
        and _lies_in(gazetteer, flat, left, right)
    )


def _is_led(flat: str, first: Occurrence) -> bool:
    """Does a list start with a name that a preposition makes a place, inside a sentence?"""
    if not (first.locative or first.weight >= SURE) or first.weight < THRESHOLD or first.rule not in _LEADING:
        return False
    space = flat.rfind(" ", max(0, first.start - 30), max(0, first.start - 1))
    return flat[space + 1 : space + 2].islower()


def _between(flat: str, first: Occurrence) -> bool:
    return flat[max(0, first.start - 8) : first.start].lower() == "between "


def _is_of_a_state(gazetteer: Gazetteer, flat: str, left: Occurrence, right: Occurrence) -> bool:
    """Is this a town that no gazetteer has, in a state or province: "in Turkey, Texas, as"?"""
    if left.embedded or right.embedded or not left.name.candidates or not right.name.candidates:
        return False
    row = right.name.candidates[0].number
    if (
        gazetteer.kind(row) != "region"
        or gazetteer.country(row) not in _WITH_STATES
        or left.name.kind != "place"
    ):
        return False
    if flat[right.end : right.end + 2] != ", " or _GOES_ON.match(flat, right.end):
        return False
    if gazetteer.kind(left.name.candidates[0].number) == "region":
        return False
    return before_name(flat, left.start).locative and not _lies_there(gazetteer, left, right)


_LEADING = frozenset(("preposition", "direction", "kind of place"))
# Where a town is named with its state or province.
_WITH_STATES = frozenset(("US", "CA", "AU"))
_GOES_ON = re.compile(r",? (?:and|or) |, [A-Z]|-|['’]s ")
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
    if not short and gazetteer.country(right.name.candidates[0].number) == "US":
        short = not _GOES_ON.match(flat, right.end)  # "Lebanon, Tennessee, was", but "Mexico, Texas and Ohio"
    if short and highest == "region":  # "Lebanon, Pa.": none but the place of this name that lies there
        return any(gazetteer.lying_in(inner, outer))
    if left.name.key != right.name.key and gazetteer.kind(inner[0].number) in {"country", highest}:
        return False
    return any(gazetteer.lying_in(inner, outer))


def _lies_there(gazetteer: Gazetteer, left: Occurrence, right: Occurrence) -> bool:
    """Can the first name mean a place that lies in anything that the second can mean?"""
    outer = {candidate.number for candidate in right.name.candidates[:8]}
    return any(gazetteer.lying_in(left.name.candidates, outer))
