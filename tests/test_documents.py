"""What is stored of an article is the article."""

import datetime

from searchidx.article import Article, Mention, Place, Quote
from searchidx.store.documents import from_stored, to_document
from searchidx.store.schema import make_schema

ARTICLE = Article(
    path="a/b.jsonl",
    id="a/b.jsonl#3",
    headline="Elbe rises",
    headline_from="meta",
    date=datetime.date(2022, 6, 3),
    date_from="meta",
    byline="Jonas Weber",
    dateline="DRESDEN",
    source="City Wire",
    language="en",
    body="The Elbe rose. “Nobody sleeps,” said Petra Lange.",
    speakers=("Petra Lange",),
    quotes=(
        Quote(
            "Nobody sleeps,", "Petra Lange", "Petra Lange", "said", "direct", 16, 30, "mayor", "person", 0.9
        ),
    ),
    places=(
        Place(
            "geonames:1",
            "Elbe",
            "water",
            None,
            None,
            53.9,
            8.7,
            (Mention("body", 4, 8, "Elbe"),),
            0.8,
            "only one",
        ),
        Place("name:x", "German", "demonym", "DE", None, None, None, (Mention("headline", 0, 4, "Elbe"),)),
    ),
    url="https://example.org/elbe",
)


def test_an_article_comes_back_as_it_was_stored():
    document = to_document(ARTICLE)
    stored = {field: document[field] for field in ("id", "body", "article")}
    assert from_stored(stored) == ARTICLE


def test_an_article_with_nothing_but_text_comes_back_too():
    bare = Article("a.txt", "a.txt", "Lede.", "lede", None, None, None, None, None, None, "Lede.")
    document = to_document(bare)
    assert "headline" not in document  # it stands in the body, and counts once
    assert from_stored({field: document[field] for field in ("id", "body", "article")}) == bare


def test_every_value_has_a_field_in_the_schema():
    assert set(to_document(ARTICLE)) <= set(make_schema().names())


def test_demonyms_are_no_place_names():
    document = to_document(ARTICLE)
    assert document["places"] == "Elbe" and document["mentions"] == "Elbe"
