"""The fields of the index: what can be searched, how each is analysed, and how much it weighs."""

from __future__ import annotations

from whoosh.analysis import RegexTokenizer
from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, DATETIME, ID, KEYWORD, STORED, TEXT, Schema

from searchidx.store.analysis import NewsAnalyzer
from searchidx.store.place_fields import WeightedIds

# What words without a field search, and how often one occurrence there counts.
TEXT_FIELDS = {"headline": 2.0, "body": 1.0}
# What the score of a phrase or pattern is worth there: these are scored in each field by itself, and a match in a few
# words scores high as it is.
SCORE_WEIGHTS = {"headline": 0.4}


def make_schema() -> Schema:
    """Return the schema of the articles.

    ``article`` stores everything but the body as JSON; ``mentions`` has the place names as written, ``said`` the words
    of the quotes. ``place_ids`` has the identifiers of the places, ``within_ids`` of all that these lie in,
    ``demonym_ids`` of those that a demonym stands for: as often as they are central. ``speaker_names`` and
    ``place_names`` hold whole names, one term each, for counting, ``source_names`` the source as it is written.
    ``signature`` is what copies of an article are found by.
    """
    names = NewsAnalyzer(stem=False)
    whole = RegexTokenizer(r"[^\n]+")
    english = NewsAnalyzer()
    return Schema(
        id=ID(unique=True, stored=True),
        path=ID(),
        headline=TEXT(english, chars=True),
        body=TEXT(english, chars=True, stored=True),
        date=DATETIME(sortable=True),
        speakers=TEXT(names),
        places=TEXT(names),
        mentions=TEXT(names),
        said=TEXT(english),
        byline=TEXT(names),
        dateline=TEXT(names),
        source=TEXT(names),
        language=ID(),
        place_ids=WeightedIds(),
        within_ids=WeightedIds(),
        demonym_ids=WeightedIds(),
        speaker_names=KEYWORD(analyzer=whole),
        place_names=KEYWORD(analyzer=whole),
        source_names=KEYWORD(analyzer=whole),
        signature=COLUMN(VarBytesColumn()),
        article=STORED(),
    )
