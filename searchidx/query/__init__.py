"""The query language: a person's text gives a tree (or a QueryError with its place and what to write instead).

    from searchidx.query import parse, to_text

Knows no index and no engine: a tree is a value that ``searchidx.store.translate`` turns into an engine's query.
The page for people is ``language.md`` beside this file; its table of examples runs as tests.
"""

from searchidx.query.dates import DateRange, between, describe, since, until
from searchidx.query.explain import explain
from searchidx.query.fields import FIELDS, QueryField
from searchidx.query.parser import parse
from searchidx.query.printer import to_text

__all__ = [
    "FIELDS",
    "DateRange",
    "QueryField",
    "between",
    "describe",
    "explain",
    "parse",
    "since",
    "to_text",
    "until",
]
