"""Reported speech: which clauses count, whose they are, and what only looks like one."""

import pytest

from searchidx.extraction.people import find_people
from searchidx.extraction.scan import Scan
from searchidx.extraction.speakers.quotes import find_quotes


def reported(body):
    scan = Scan(body)
    return [(quote.speaker, quote.cue, quote.text) for quote in find_quotes(scan, find_people([scan]))]


@pytest.mark.parametrize(
    ("body", "speaker", "text"),
    [
        ("Anna Moss's claim that the bridge was lost is wrong.", "Anna Moss", "the bridge was lost"),
        ("Anna Moss resigned. Her promise to rebuild Orlen was broken.", "Anna Moss", "to rebuild Orlen"),
        ("Anna Moss was told by the minister that it was late.", "the minister", "it was late"),
        ("Anna Moss is confident that the bridge will hold.", "Anna Moss", "the bridge will hold"),
        ("Anna Moss does not want the bridge closed.", "Anna Moss", "the bridge closed"),
        ("Anna Moss refused to sign the treaty.", "Anna Moss", "to sign the treaty"),
        ("Anna Moss is calling for a new bridge.", "Anna Moss", "a new bridge"),
        ("Critics want the mayor to resign.", "critics", "the mayor to resign"),
        ("Villagers expect the river to rise.", "villagers", "the river to rise"),
        ("Polls show the mayor ahead.", "polls", "the mayor ahead"),
        (
            "A Gallen University poll released Monday found voters tired.",
            "a Gallen University poll",
            "voters tired",
        ),
        ("The river will rise, according to a Gallen tally.", "a Gallen tally", "The river will rise"),
        ("Republicans said they would vote against it.", "Republicans", "they would vote against it"),
        ("Council members opposing the bill said it was late.", "council members", "it was late"),
        ("The Post reported that the bridge was lost.", "Post", "the bridge was lost"),
        ("Harbour Steel Corp agreed to sell its mills.", "Harbour Steel Corp", "to sell its mills"),
    ],
)
def test_who_reports_what(body, speaker, text):
    assert [(found[0], found[2]) for found in reported(body)] == [(speaker, text)]


@pytest.mark.parametrize(
    "body",
    [
        "The ministry did not respond to a request for comment.",
        "Anna Moss refused to comment.",
        "Production declined slightly in May.",
        "He won two battleground states in May.",
        "The tariff was fixed according to a sliding scale.",
        "A plan backed by the ministry failed.",
        "A man accused of theft ran away.",
        "The board concluded talks in May.",
        "They voted to support the plan.",
        "The claims to the island are old.",
    ],
)
def test_what_only_looks_like_reported_speech(body):
    assert reported(body) == []


def test_what_somebody_says_to_want_is_one_quote():
    assert reported("Anna Moss said she wants to stay.") == [("Anna Moss", "said", "she wants to stay")]
