"""Asking for places: which articles mention one, or something inside it, and which places articles mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any, Literal, NamedTuple

import numpy as np
from whoosh import query as wq

from searchidx.article import Article
from searchidx.frozen import frozen
from searchidx.gazetteer import distance_km, name_key, open_gazetteer
from searchidx.gazetteer.containment import ancestor_ids
from searchidx.gazetteer.own import OwnPlaces
from searchidx.query.places import Sense, place_label
from searchidx.store.evaluator import Evaluator
from searchidx.store.exact import ExactText
from searchidx.store.place_fields import DEMONYMS, DIRECT, WITHIN
from searchidx.store.place_reasons import places_behind, reasons_of

Group = Literal["mentions", "inside", "near", "demonym", "text"]

# What has no one point that another place could be near.
_WIDE = frozenset(("country", "continent", "area", "water"))
_DIRECT_BOOST, _WITHIN_BOOST = 0.3, 0.1  # centralities run to 15, and to more for what contains others


class SenseCount(NamedTuple):
    """A place that a name can mean, and how many articles mention it or something inside it.

    Only those that mention itself, where one of its namesakes lies in it: Kharkiv region, beside the city.
    """

    sense: Sense
    articles: int


@frozen
class PlaceGroup:
    """Articles that answer for the same reason; ``distances`` are those of near places by id, in kilometres."""

    name: Group
    query: Any
    distances: Mapping[str, float] = field(default_factory=dict)


@frozen
class AskedPlace:
    """What was understood of a name: the places it can mean that articles mention, and the groups of the answer.

    No article is in two groups.
    """

    senses: tuple[SenseCount, ...]
    groups: tuple[PlaceGroup, ...]


class PlaceSearch:
    """Answers what is asked about places in one open index."""

    def __init__(self, evaluator: Evaluator, schema: Any) -> None:
        self._evaluator = evaluator
        self._schema = schema

    def ask(
        self,
        name: str,
        senses: Sequence[Sense],
        *,
        narrowed: bool = False,
        direct: bool = False,
        demonyms: bool = False,
        near: float | None = None,
        own: OwnPlaces | None = None,
    ) -> AskedPlace:
        """Return the groups of articles for a name that can mean ``senses``.

        ``narrowed``: namesakes were left out, so that the name alone is no reason. ``direct`` leaves out what is
        inside.
        """
        counted = self._counted(name, senses)
        if not senses and not narrowed:
            counted += self._unknown(name)
        ids = [found.sense.id for found in counted]
        groups = [PlaceGroup("mentions", terms(DIRECT, ids))]
        if not direct:
            groups.append(PlaceGroup("inside", terms(WITHIN, ids)))
        if near is not None:
            distances = self._near([found.sense for found in counted] or senses[:1], near, own)
            groups.append(PlaceGroup("near", terms(DIRECT, distances), distances))
        if demonyms:
            groups.append(PlaceGroup("demonym", terms(DEMONYMS, ids)))
        if not narrowed and (not senses or not counted):
            groups.append(PlaceGroup("text", self._text(name, bool(senses))))
        return AskedPlace(tuple(counted), tuple(_apart(groups)))

    def query_of(self, name: str, senses: Sequence[Sense]) -> Any:
        """Return the query for a place and what is inside it; None where no article mentions either."""
        ids = [found.sense.id for found in self._counted(name, senses)]
        if not ids:
            return None
        return wq.Or([terms(DIRECT, ids, _DIRECT_BOOST), terms(WITHIN, ids, _WITHIN_BOOST)])

    def _counted(self, name: str, senses: Sequence[Sense]) -> list[SenseCount]:
        """Return the senses that articles mention, the one of most articles first.

        A place that is not known mainly by this name, and that no article calls so, is left out unless it comes first:
        that is the place of another name.
        """
        found = []
        for number, sense in enumerate(senses):
            mentioned = terms(DIRECT, [sense.id])
            if sense.alternate and number:
                called = wq.And([mentioned, self._phrase("mentions", name)])
                if not self._evaluator.count(called):
                    continue
            count = self._evaluator.count(wq.Or([mentioned, terms(WITHIN, [sense.id])]))
            if count:
                found.append(SenseCount(sense, count))
        around = {outer for each in found for outer in _outer(each.sense)}
        for number, (sense, _) in enumerate(found):
            if sense.id in around:
                found[number] = SenseCount(sense, self._evaluator.count(terms(DIRECT, [sense.id])))
        return sorted(found, key=lambda each: -each.articles)

    def _unknown(self, name: str) -> list[SenseCount]:
        identity = f"name:{name_key(name)}"
        count = self._evaluator.count(terms(DIRECT, [identity]))
        return [SenseCount(Sense(identity, name, "unknown", None, None, None, None), count)] if count else []

    def _phrase(self, field_name: str, name: str) -> Any:
        words = [token.text for token in self._schema[field_name].analyzer(name, mode="query")]
        return wq.Phrase(field_name, words) if words else wq.NullQuery

    def _text(self, name: str, known: bool) -> Any:
        """Return the query for a name wherever it stands: one that also may be a word only as a name is written."""
        if known:
            written = name if name != name.lower() else name.title()
            return wq.Or([ExactText(f, written, self._phrase(f, name)) for f in ("headline", "body")])
        return wq.Or([self._phrase(f, name) for f in ("mentions", "places", "headline", "body", "dateline")])

    def _near(self, senses: Sequence[Sense], km: float, own: OwnPlaces | None) -> dict[str, float]:
        """Return the places of the collection within so many kilometres of any of these, with their distances."""
        gazetteer = open_gazetteer()
        found: dict[str, float] = {}
        for sense in senses:
            if sense.lat is None or sense.lon is None:
                continue
            point = (sense.lat, sense.lon)
            around = [
                (distance, self._by_row[row])
                for distance, row in gazetteer.within(*point, km)
                if row in self._by_row and gazetteer.kind(row) not in _WIDE
            ]
            for place in own.places.values() if own is not None else ():
                distance = distance_km(point, (place.lat, place.lon))
                if distance <= km:
                    around.append((distance, place.id))
            for distance, identity in around:
                if identity != sense.id:
                    found[identity] = min(distance, found.get(identity, distance))
        return found

    def articles_of(self, identity: str) -> int:
        """Return how many articles mention a place or something inside it."""
        return self._evaluator.count(wq.Or([terms(DIRECT, [identity]), terms(WITHIN, [identity])]))

    def places_of_collection(self) -> Iterator[tuple[str, int | None]]:
        """Yield the id of each place that articles mention, and its row in the gazetteer, None where it has none."""
        gazetteer = open_gazetteer()
        for segment in self._evaluator.collection.segments:
            arrays = segment.arrays
            for term in arrays.terms(DIRECT, 0, arrays.term_count(DIRECT)):
                identity = term.decode("utf-8")
                yield identity, gazetteer.by_id(identity)

    @cached_property
    def _by_row(self) -> dict[int, str]:
        """The ids of the collection's places by their rows in the gazetteer."""
        return {row: identity for identity, row in self.places_of_collection() if row is not None}

    def counts(self, query: Any, filter: Any = None) -> list[tuple[str, int, int]]:
        """Return the places that the matching articles mention as (id, number of articles, one of them), most first."""
        collection = self._evaluator.collection
        chosen = np.zeros(collection.doc_count_all, dtype=bool)
        chosen[self._evaluator.match(query, filter)] = True
        found: dict[bytes, tuple[int, int]] = {}
        for segment in collection.segments:
            arrays = segment.arrays
            count = arrays.term_count(DIRECT)
            if not count:
                continue
            docs, _, offsets = arrays.postings_between(DIRECT, 0, count)
            rows = np.flatnonzero(chosen[segment.base + docs.astype(np.intp)])
            owners = np.searchsorted(offsets, rows, side="right") - 1
            numbers, first, articles = np.unique(owners, return_index=True, return_counts=True)
            for number, row, some in zip(
                numbers.tolist(), rows[first].tolist(), articles.tolist(), strict=True
            ):
                term = arrays.term(DIRECT, number)
                before, document = found.get(term, (0, segment.base + int(docs[row])))
                found[term] = (before + some, document)
        ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
        return [(term.decode("utf-8"), count, document) for term, (count, document) in ranked]


def _outer(sense: Sense) -> tuple[str, ...]:
    return ancestor_ids(sense.id, sense.country, sense.region)


def terms(field_name: str, ids: Iterable[str], boost: float = 1.0) -> Any:
    """Return the query for any of these ids."""
    return wq.Or([wq.Term(field_name, identity, boost) for identity in ids])


def _apart(groups: Sequence[PlaceGroup]) -> Iterator[PlaceGroup]:
    """Take out of each group what those before it have."""
    before: list[Any] = []
    for group in groups:
        query = wq.AndNot(group.query, wq.Or(list(before))) if before else group.query
        before.append(group.query)
        yield PlaceGroup(group.name, query, group.distances)


def via(group: PlaceGroup, article: Article) -> str | None:
    """Say through which place an article is in a group: "Izyum, Kharkiv region", "Chuhuiv, 36 km"."""
    behind = places_behind(article, reasons_of(group.query))
    if not behind:
        return None
    place = behind[0]
    if group.name == "demonym":
        return place.mentions[0].text
    if group.name == "near":
        place = min(behind, key=lambda each: group.distances.get(each.id, 0.0))
        return f"{place.name}, {group.distances.get(place.id, 0.0):.0f} km"
    return place_label(place.name, place.kind, place.country, place.region)
