"""Lines above and below the prose that agencies, tabloids and Markdown set in ways of their own."""

from __future__ import annotations

import datetime

import pytest

from searchidx.splitting import split


def _split(text: str, path: str = "a.txt"):
    return split(text, {}, path)


def test_an_agency_under_the_byline_is_the_source():
    parts = _split(
        "Ferries stop\n\nBy Ana Reyes\nIsland News Service\n\nPORTO, July 3, 2020 (INS) - The ferry has stopped."
    )
    assert (parts.byline, parts.source) == ("By Ana Reyes", "Island News Service")
    assert (parts.dateline, parts.body) == ("PORTO, July 3, 2020 (INS)", "The ferry has stopped.")


@pytest.mark.parametrize(
    "line", ["Nobody Reads the News", "Good News for the Press, Bad for Us", "The ferry has stopped"]
)
def test_another_line_under_the_byline_is_no_agency(line):
    assert _split(f"Ferries stop\n\nBy Ana Reyes\n{line}\n\nIt rained.").source is None


def test_a_byline_gives_up_the_date_that_stands_beside_it():
    parts = _split("# Ferries stop\n\n*By Ana Reyes, 3 May 2021*\n\nThe ferry has stopped.", "a.md")
    assert (parts.byline, parts.date) == ("By Ana Reyes", datetime.date(2021, 5, 3))


def test_a_byline_without_a_date_stays_whole():
    parts = _split("Ferries stop\n\nBy Ana Reyes, in Porto\n\nThe ferry has stopped.")
    assert (parts.byline, parts.date) == ("By Ana Reyes, in Porto", None)


def test_our_correspondent_is_a_byline_and_from_our_street_is_prose():
    assert _split("Ferries stop\n\nFrom our correspondent in Porto\n\nIt rained.").byline
    assert _split("Ferries stop\n\nFrom our street we see the sea.\n\nIt rained.").byline is None


def test_a_dateline_may_stand_in_markdown_emphasis():
    parts = _split("# Ferries stop\n\n**PORTO, Portugal** — The ferry has stopped.", "a.md")
    assert (parts.dateline, parts.body) == ("PORTO, Portugal", "The ferry has stopped.")


def test_emphasis_that_is_no_dateline_stays_in_the_prose():
    assert _split("# Ferries stop\n\n**Nobody** was hurt.", "a.md").body == "**Nobody** was hurt."


def test_a_slug_names_agency_and_date_whichever_agency_it_is():
    parts = _split("Ferries stop\n\nThe ferry has stopped.\n\nINS-LX-07-03-88 2344GMT")
    assert (parts.source, parts.date, parts.body) == (
        "INS",
        datetime.date(1988, 7, 3),
        "The ferry has stopped.",
    )


def test_reuter_after_doubled_quotation_marks_is_a_credit():
    parts = _split("Ferries stop\n\n``We have stopped,'' she said. ``There is no oil.''\nREUTER")
    assert parts.body == "``We have stopped,'' she said. ``There is no oil.''"


def test_a_headline_in_capitals_may_hold_a_question_and_its_answer():
    parts = _split("FERRY? WHAT FERRY? ISLAND FURY\n\nBy ANA REYES\n\nANGRY islanders swam home.")
    assert (parts.headline, parts.headline_from) == ("FERRY? WHAT FERRY? ISLAND FURY", "line")


def test_a_story_all_in_capitals_is_no_headline():
    parts = _split("THE FERRY HAS STOPPED. IT RAINED.\n\nNOBODY CAME. NOBODY WENT.")
    assert parts.headline_from == "lede"


@pytest.mark.parametrize(
    ("under", "byline", "date"),
    [
        ("By Ana Reyes", "By Ana Reyes", None),
        ("Staff and wire reports", "Staff and wire reports", None),
        ("From staff reports", "From staff reports", None),
        ("Special to the Island Tribune", "Special to the Island Tribune", None),
        ("By Ana Reyes\nTribune-Journal", "By Ana Reyes, Tribune-Journal", None),
        (
            "Staff report\nPublished 6:12 p.m. CT Sept. 19, 2019",
            "Staff report",
            datetime.date(2019, 9, 19),
        ),
        (
            "Posted: Mar 3, 2010 5:47 PM EST\nUpdated: Mar 4, 2010 9:12 PM EST",
            None,
            datetime.date(2010, 3, 3),
        ),
    ],
)
def test_lines_right_under_a_headline_are_no_part_of_it(under, byline, date):
    parts = _split(
        f"Ferries stop for a second day near Porto\n{under}\n\nPORTO — The ferry to the islands has stopped."
    )
    assert parts.headline == "Ferries stop for a second day near Porto"
    assert (parts.byline, parts.date, parts.dateline) == (byline, date, "PORTO")
    assert parts.body == "The ferry to the islands has stopped."


def test_a_site_s_path_above_the_headline_is_not_the_headline():
    parts = _split("World | Asia\nQuake hits Sumatra\nJAKARTA, Indonesia — A quake shook Sumatra on Tuesday.")
    assert (parts.headline, parts.dateline) == ("Quake hits Sumatra", "JAKARTA, Indonesia")
    assert "World | Asia" in parts.rest


def test_a_line_in_title_case_apart_from_the_byline_is_the_story_s():
    parts = _split("Ferries stop\n\nBy Ana Reyes\n\nA Long Wait\n\nThe ferry has stopped, and people wait.")
    assert parts.body.startswith("A Long Wait")


def test_the_name_of_the_paper_above_the_headline_is_the_source():
    parts = _split(
        "HARBOUR NEWS-LEADER\nCouncil tables plan to close bridge\nBy Ana Reyes\n\nPORTO -- The bridge stays."
    )
    assert (parts.source, parts.headline) == ("HARBOUR NEWS-LEADER", "Council tables plan to close bridge")


def test_a_headline_that_ends_like_a_paper_s_name_stays_the_headline():
    parts = _split(
        "Mayor Reyes Leaves Island Post\n\nThe mayor of the island has left, and nobody follows her."
    )
    assert (parts.source, parts.headline) == (None, "Mayor Reyes Leaves Island Post")


PAGE = """Ferry aground off Porto
Published
9 April 2024

By Ana Reyes
Island News, Porto

Share

A ferry ran aground off Porto on Tuesday with forty people on board, the coastguard said.

Published figures say little of the cause."""


def test_the_words_of_a_web_page_between_headline_and_story_are_no_text():
    parts = _split(PAGE)
    assert (parts.headline, parts.date) == ("Ferry aground off Porto", datetime.date(2024, 4, 9))
    assert parts.byline == "By Ana Reyes, Island News, Porto"
    assert parts.body.startswith("A ferry ran aground")
    assert parts.body.endswith("Published figures say little of the cause.")
    assert parts.rest == ("Published", "Share")


@pytest.mark.parametrize(
    "line", ["Updated 3 hours ago", "First published:", "5 min read", "Share this article", "12 comments"]
)
def test_what_a_page_says_of_itself_is_kept_apart(line):
    parts = _split(f"Ferry aground off Porto\n\n{line}\n\nA ferry ran aground off Porto on Tuesday.")
    assert (parts.body, parts.rest) == ("A ferry ran aground off Porto on Tuesday.", (line,))


@pytest.mark.parametrize("line", ["Share prices fell", "Updated plans were shown.", "Save the ferry"])
def test_a_line_that_begins_like_one_of_these_stays(line):
    assert line in _split(f"Ferry aground off Porto\n\n{line}\n\nA ferry ran aground off Porto.").body
