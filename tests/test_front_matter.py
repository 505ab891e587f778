"""Front matter between fences, and header lines."""

import pytest

from searchidx.splitting import split
from searchidx.splitting.front_matter import take_fenced

STORY = "The ferry to the island has stopped, its owner said. It rained."


def values(text):
    found, rest = take_fenced(text)
    return (found.values if found else None), rest


def test_yaml_values_of_every_kind():
    text = """\
---
title: "Ferry \\"stops\\""
author:
  - Ana Reyes
  - John Vale
date: 2022-05-12
source: 'The Island''s Voice'
description: >
  The ferry
  has stopped.
tags: [ferry, island]
unknown: value
---
Story.
"""
    assert values(text) == (
        {
            "headline": 'Ferry "stops"',
            "byline": "Ana Reyes, John Vale",
            "date": "2022-05-12",
            "source": "The Island's Voice",
            "body": "The ferry has stopped.",
        },
        "Story.\n",
    )


def test_toml():
    assert values('+++\ntitle = "Ferry stops"\n+++\nStory.') == ({"headline": "Ferry stops"}, "Story.")


@pytest.mark.parametrize(
    "text", ["---\nno end", "----\ntitle: a\n----\n", "text\n---\ntitle: a\n---\n", "---", "---\n"]
)
def test_what_is_no_front_matter_stays(text):
    assert values(text) == (None, text)


def test_a_description_stands_in_the_body_and_unknown_keys_do_not():
    parts = split(
        f"---\ntitle: Ferry stops\nsubtitle: Owner gives up\nmood: sad\n---\n{STORY}", {}, "story.md"
    )
    assert parts.body == f"Owner gives up\n\n{STORY}"
    assert "sad" in parts.rest


def test_header_lines_of_known_keys():
    text = f"Headline: Ferry stops\nByline: Ana Reyes\nSource: Island Voice\nSection: News\nURL: https://a.example/1\n\n{STORY}"
    parts = split(text, {}, "story.txt")
    assert (parts.headline, parts.headline_from) == ("Ferry stops", "meta")
    assert (parts.byline, parts.source, parts.url) == ("Ana Reyes", "Island Voice", "https://a.example/1")
    assert parts.body == STORY


@pytest.mark.parametrize(
    "line", ["Source: minister to resign", "Summary: it rained", "Newspaper: owner gave up", "Note: wet"]
)
def test_a_sentence_with_a_colon_is_no_header(line):
    assert split(f"{line}\n\n{STORY}", {}, "story.txt").headline == line
