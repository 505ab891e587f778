"""Dates: every form in which news gives one, and none where it gives none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.splitting import dates, split

BODY = "The ferry to the island has stopped, its owner said.\n\nNobody knows for how long. People swim."


def dated(text, path="story.txt", metadata=None, dayfirst=None):
    parts = split(text, metadata or {}, path, dayfirst)
    return (parts.date.isoformat() if parts.date else None, parts.date_from)


PREFIX = [
    f" date 2022-05-12 {BODY}",
    f"date 2022-05-12 {BODY}",
    f"\n date 2022-05-12\n\n{BODY}",
    f" date 2022-05-12 FERRY STOPS\n\n{BODY}",
    f"date: 2022-05-12 {BODY}",
    f" date 2022-05-12T06:30:00Z {BODY}",
    f" date 2022-05-12 LONDON, March 3, 1999 (Reuters) - {BODY}",
    " date 2022-05-12",
]


@pytest.mark.parametrize("text", PREFIX)
def test_a_prefix_is_the_surest(text):
    assert dated(text, "1999/01/02/story.txt") == ("2022-05-12", "prefix")


def test_the_prefix_is_no_part_of_headline_or_body():
    parts = split(f" date 2022-05-12 {BODY}", {}, "story.txt")
    assert parts.body == BODY
    parts = split(f" date 2022-05-12 Ferry stops\n\n{BODY}", {}, "story.txt")
    assert (parts.headline, parts.body) == ("Ferry stops", BODY)


META = [
    f"Date: 2022-05-12\n\n{BODY}",
    f"Date: Thursday, May 12, 2022\n\n{BODY}",
    f"Title: Ferry stops\nPublished: 12 May 2022 10:30 GMT\nAuthor: Ana Reyes\n\n{BODY}",
    f"Ferry stops\nPublished: 12th May, 2022\n\n{BODY}",
    f"Ferry stops\n\nPublication date: May 12, 2022 at 10:30 a.m. EDT\n\n{BODY}",
    f"---\ntitle: Ferry stops\ndate: 2022-05-12\n---\n\n{BODY}",
    f"---\ntitle: Ferry stops\ndate: '2022-05-12T10:30:00+02:00'\n---\n{BODY}",
    f'+++\ntitle = "Ferry stops"\ndate = 2022-05-12\n+++\n{BODY}',
    f"---\npublished: May 12th, 2022\nupdated: 2022-06-01\n---\n{BODY}",
    f"Updated: 12 May 2022\n\n{BODY}",
    f"Date: 2022/05/12\n\n{BODY}",
    f"Date: 2022-05-12 10:30\n\n{BODY}",
    f"Date: 12.05.2022\n\n{BODY}",
    f"Date: 12.5.2022\n\n{BODY}",
    f"Date: Thu, 12 May 2022 10:30:00 +0000\n\n{BODY}",
    f"Date: Thursday 05/12/2022\n\n{BODY}",  # the weekday tells the order
    f"Date: Thursday 12/05/2022\n\n{BODY}",
]


@pytest.mark.parametrize("text", META)
def test_front_matter_and_header_lines(text):
    assert dated(text) == ("2022-05-12", "meta")


def test_metadata_beside_the_text():
    assert dated(BODY, metadata={"date": "2022-05-12T10:30:00Z"}) == ("2022-05-12", "meta")
    assert dated(BODY, metadata={"date": "Thu, 12 May 2022 10:30:00 GMT"}) == ("2022-05-12", "meta")


LINES = [
    f"Ferry stops\n\n12 May 2022\n\n{BODY}",
    f"Ferry stops\nMay 12, 2022\n\n{BODY}",
    f"Ferry stops\n\nThursday 12 May 2022, 10:30 BST\n\n{BODY}",
    f"Ferry stops\n\nBy Ana Reyes\n\nMAY 12, 2022\n\n{BODY}",
    f"Ferry stops\n\nBy Ana Reyes | May 12, 2022\n\n{BODY}",
    f"Ferry stops\n\nPublished May 12, 2022 | Updated May 13, 2022\n\n{BODY}",
    f"Ferry stops\n\nFirst published on Thu 12 May 2022 06.00 BST\n\n{BODY}",
    f"12 May 2022\n\nFerry stops\n\n{BODY}",
    f"Ferry stops\n\n2022-05-12\n\n{BODY}",
    f"Ferry stops\n\n{BODY}\n\nMay 12, 2022",
    f"Ferry stops\n\nThe owner has no money left for fuel\n\n12 May 2022\n\n{BODY}",
]


@pytest.mark.parametrize("text", LINES)
def test_a_line_of_its_own(text):
    assert dated(text) == ("2022-05-12", "text")


DATELINES = [
    (f"KYIV, Ukraine, May 12, 2022 (Reuters) — {BODY}", "story.txt"),
    (f"SALVADOR, May 12 - {BODY}", "2022/story.txt"),
    (f"Ferry stops\n\nATLANTA, 12 May (AP) _ {BODY}", "2022/ap/story.txt"),
    (f"Geneva, 12 May 2022 – {BODY}", "story.txt"),
    (f"PARIS – 12 May 2022 – {BODY}", "story.txt"),
    (f"LISBON, May 12 (Reuters) - {BODY}\n\n(© Island Media Ltd 2022)", "story.txt"),
    (f"NEW YORK, May 12, 2022 /PRNewswire/ -- {BODY}", "story.txt"),
    (f"By Ana Reyes\n\nST. PETERSBURG, Fla., May 12, 2022 - {BODY}", "story.txt"),
    (f"LONDON, May 12 - {BODY}", "archive-2022/story.txt"),
]


@pytest.mark.parametrize(("text", "path"), DATELINES)
def test_a_dateline_gives_the_day_and_perhaps_something_else_the_year(text, path):
    assert dated(text, path) == ("2022-05-12", "dateline")


PATHS = [
    "2022-05-12-ferry.txt",
    "2022_05_12_ferry.txt",
    "2022/05/12/ferry.txt",
    "news/2022/05/12-ferry.txt",
    "2022/5/12.txt",
    "20220512.txt",
    "wire/ferry-20220512-final.txt",
    "2021-01-01/2022-05-12 ferry.txt",
    "2022-05/2022-05-12.jsonl",
]


@pytest.mark.parametrize("path", PATHS)
def test_names_of_files_and_folders(path):
    assert dated(BODY, path) == ("2022-05-12", "filename")


SENTENCES = [
    "The ferry stopped on May 12, 2022, its owner said. Nobody knows why.",
    "Ana Reyes, 41, swam home on Thursday, 12 May 2022. It was cold.",
    "The owner told the island on 2022-05-12 that it was over. It rained.",
    "It rained. On the 12th of May 2022, the ferry stopped. People swam.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_the_first_sentences_come_last(text):
    assert dated(text) == ("2022-05-12", "text")
    assert dated(text, "2001-02-03.txt") == ("2001-02-03", "filename")


NONE = [
    ("The ferry stopped on Friday, its owner said. It rained.", "story.txt"),
    ("The ferry stopped on March 5, its owner said. It rained.", "2022/story.txt"),
    ("LISBON, March 5 (Reuters) - The ferry has stopped.", "story.txt"),
    ("LISBON, Friday, March 5 (Reuters) - The ferry has stopped.", "2022/story.txt"),  # a Saturday then
    ("LISBON, March 5 (Reuters) - The ferry has stopped.", "2021-2022/story.txt"),  # which of the two?
    ("Ferry stops\n\nFriday, March 5\n\nThe ferry has stopped. It rained.", "story.txt"),
    ("Date: Friday\n\nThe ferry has stopped. It rained.", "story.txt"),
    ("Date: May 2022\n\nThe ferry has stopped. It rained.", "story.txt"),
    ("Date: 2022\n\nThe ferry has stopped. It rained.", "story.txt"),
    ("Date: 05/06/2022\n\nThe ferry has stopped. It rained.", "story.txt"),  # of May or of June?
    ("Date: 05/06/22\n\nThe ferry has stopped. It rained.", "story.txt"),
    ("Date: 2022-02-30\n\nThe ferry has stopped. It rained.", "story.txt"),
    (" date 2022-02-30 The ferry has stopped. It rained.", "story.txt"),
    (" date 0000-00-00 The ferry has stopped. It rained.", "story.txt"),
    (" date 9999-12-31 The ferry has stopped. It rained.", "story.txt"),
    (" date 0001-01-01 The ferry has stopped. It rained.", "story.txt"),
    ("The ferry has run since May 12, 1822, its owner said. It rained.", "story.txt"),
    ("Ana Reyes, born in Porto on 12 May 1922, has died. It rained.", "story.txt"),
    ("The ferry cost 12.05 euros. It rained.", "12345678.txt"),
    ("The ferry has stopped. It rained.", "2022/story-99999999.txt"),
    ("The ferry has stopped. It rained.", "2022-13-45.txt"),
    ("It rained. People swam. The owner wept. He had bought it on May 12, 2002.", "story.txt"),
    ("Saturday, 26 February\n\n1600 GMT\n\nThe match begins. It rained.", "story.txt"),
]


@pytest.mark.parametrize(("text", "path"), NONE)
def test_what_is_not_in_the_text_is_not_made_up(text, path):
    assert dated(text, path) == (None, None)


def test_the_words_of_an_impossible_date_are_not_lost():
    parts = split(" date 9999-12-31 The ferry has stopped. It rained.", {}, "story.txt")
    assert parts.date_text == ("date 9999-12-31",)
    assert parts.body == "The ferry has stopped. It rained."


@pytest.mark.parametrize(
    ("dayfirst", "expected"), [(True, "2022-06-05"), (False, "2022-05-06"), (None, None)]
)
def test_the_order_of_day_and_month_can_be_told(dayfirst, expected):
    assert dated(f"Date: 05/06/2022\n\n{BODY}", dayfirst=dayfirst)[0] == expected


def test_a_date_of_one_reading_needs_no_order():
    assert dated(f"Date: 13/05/2022\n\n{BODY}")[0] == dated(f"Date: 05/13/2022\n\n{BODY}")[0] == "2022-05-13"


def test_a_transmission_slug_gives_the_date():
    assert dated("Ferry stops\n\nThe ferry has stopped. It rained.\n\nAP-NR-02-12-88 2344EST") == (
        "1988-02-12",
        "text",
    )


@given(st.dates(datetime.date(1600, 1, 1), datetime.date(2100, 12, 31)))
def test_every_date_is_read_in_every_form(day):
    forms = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%A, %B %d, %Y", "%d.%m.%Y", "%b. %d, %Y")
    for form in forms:
        assert dates.parse_date(day.strftime(form)) == day


@given(st.text(st.sampled_from("0123456789 -/.,:abcdefJanuryFMchApilMyJustSepOoNvDT+Z"), max_size=40))
def test_any_text_gives_a_date_in_bounds_or_none(text):
    found = dates.parse_date(text, {2022})
    assert found is None or 1600 <= found.year <= 2100


def test_years_in_paths():
    assert dates.years_in("1987-02/000001.txt") == {1987}
    assert dates.years_in("a/20220512/b2021.txt") == {2021, 2022}
    assert dates.years_in("v1234567.txt") == set()
