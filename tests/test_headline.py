"""Headlines: told from ledes by what stands below them."""

import pytest

from searchidx.splitting import split

LEDE = "The ferry to the island has stopped because its owner can no longer pay for fuel, officials said on Friday."
STORY = f"{LEDE}\n\n“We have no money,” said Ana Reyes, who bought the ferry in 2002. It carried 300 people a day."


def headline(text, path="story.txt"):
    parts = split(text, {}, path)
    return parts.headline, parts.headline_from


TITLES = [
    "Ferry stops",
    "Ferry to island stops as fuel money runs out",
    "FERRY STOPS: OWNER BLAMES FUEL",
    "Island Ferry Stops After Owner Runs Out of Money",
    "Island ferry stops as owner cannot pay for fuel.",  # a full stop, but the story says it again
    "Is the island ferry gone for good?",
    "‘No money’: island ferry stops",
    "Ferry stops; island cut off",
    "What the U.S. did when the ferry stopped. And why",
    "1987 ferry deal collapses",
    "U.S. FERRY STOPS - MINISTRY",
    "LISBON FERRY: OWNER GIVES UP ON MARCH 31",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_above_the_story_is_its_headline(title):
    for text in (
        f"{title}\n\n{STORY}",
        f" date 2022-05-12 {title}\n\n{STORY}",
        f"{title}\n\nBy Ana Reyes\n\n{STORY}",
    ):
        assert headline(text) == (title, "line")
        assert split(text, {}, "story.txt").body == STORY


@pytest.mark.parametrize("title", TITLES[:4])
def test_no_empty_line_is_needed_where_lines_are_paragraphs(title):
    assert headline(f"{title}\n{STORY}") == (title, "line")


def test_no_empty_line_is_needed_above_an_indented_dateline():
    text = f"FERRY TO ISLAND STOPS FOR LACK OF FUEL, SAYS OWNER\n    LISBON, March 19 - {LEDE[:60]}\n{LEDE[60:]}\n"
    parts = split(text, {}, "1987/story.txt")
    assert (parts.headline, parts.dateline) == (
        "FERRY TO ISLAND STOPS FOR LACK OF FUEL, SAYS OWNER",
        "LISBON, March 19",
    )


def test_a_wrapped_headline_is_joined():
    title = "Ferry to the island stops as its\nowner cannot pay for the fuel"
    assert headline(f"{title}\n\n{STORY}") == (title.replace("\n", " "), "line")


def test_markdown_titles():
    for text in (
        f"# Ferry stops\n\n{STORY}",
        f"Ferry stops\n===========\n\n{STORY}",
        f"# Ferry stops #\n{STORY}",
    ):
        assert headline(text, "story.md") == ("Ferry stops", "line")
        assert split(text, {}, "story.md").body == STORY


def test_front_matter_and_header():
    assert headline(f"---\ntitle: 'Ferry stops'\n---\n{STORY}") == ("Ferry stops", "meta")
    assert headline(f"Title: Ferry stops\nDate: 2022-05-12\n\n{STORY}") == ("Ferry stops", "meta")


def test_a_title_that_stands_twice_is_not_in_the_body():
    text = f"---\ntitle: Ferry stops\n---\n\n# Ferry stops\n\n{STORY}"
    assert split(text, {}, "story.md").body == STORY
    assert split(f"Ferry stops\n\n{STORY}", {"headline": "Ferry stops"}, "story.jsonl").body == STORY


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f" date 2022-05-12 {STORY}",
        LEDE,
        f"A bomb exploded in a market on Friday. Nobody was hurt.\n\n{STORY}",
        "The minister resigned on Friday.\n\nPeople swam home from the island when the ferry stopped. It was cold.",
        f"KYIV, Ukraine — {STORY}",
        "The ferry has stopped, its owner said,\n\nand nobody knows for how long. It rained.",
        "Dear reader:\n\nThe ferry has stopped. It rained.",
    ],
)  # fmt: skip
def test_a_lede_is_the_headline_only_where_there_is_none_and_stays_in_the_body(text):
    parts = split(text, {}, "story.txt")
    assert parts.headline_from == "lede"
    assert parts.body.startswith(parts.headline.rstrip("…"))


def test_a_lede_ends_with_its_first_sentence():
    assert headline(
        "Mr. Vale of the U.S. Ferry Co. met Gen. J. R. Reyes at 3 p.m. on Friday. It rained."
    ) == (
        "Mr. Vale of the U.S. Ferry Co. met Gen. J. R. Reyes at 3 p.m. on Friday.",
        "lede",
    )


def test_a_table_has_no_headline_line():
    assert (
        headline("Shr 11 cts vs eight cts\n\nNet 2.1 mln vs 1.9 mln\n\nRevs 8.1 mln vs 7.9 mln")[1] == "lede"
    )


def test_the_name_of_a_section_is_not_the_headline_but_stays():
    parts = split(f"World news\n\nFerry to the island stops\n\n{STORY}", {}, "story.txt")
    assert parts.headline == "Ferry to the island stops"
    assert parts.body == f"World news\n\n{STORY}"


def test_a_standfirst_stays_in_the_body_and_the_byline_below_it_is_found():
    text = f"Ferry stops\n\nOwner blames the price of fuel\n\nBy Ana Reyes\n\n12 May 2022\n\n{STORY}"
    parts = split(text, {}, "story.txt")
    assert (parts.headline, parts.byline) == ("Ferry stops", "By Ana Reyes")
    assert parts.body == f"Owner blames the price of fuel\n\n{STORY}"


def test_a_name_alone_is_the_byline_if_a_date_or_an_office_follows():
    for below in ("12 May 2022", "Political correspondent"):
        assert split(f"Ferry stops\n\nAna Reyes\n{below}\n\n{STORY}", {}, "story.txt").byline.startswith(
            "Ana Reyes"
        )
    assert split(f"Ferry stops\n\nAna Reyes\n\n{STORY}", {}, "story.txt").byline is None
