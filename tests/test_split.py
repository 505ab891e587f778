"""An article taken apart as a whole: nothing is lost, nothing doubled, nothing raises."""

import re
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from searchidx.reading.cleaning import clean
from searchidx.splitting import split

LINES = st.sampled_from(
    """\
---
+++
title: "Harbour reopens"
Title: Harbour reopens
headline: 'It''s over'
tags: [flood, harbour]
  - second
Date: 2021-03-04
Published: Thursday, 4 March 2021 10:30 GMT
Source: Coastal Wire
source: Coastal Wire
Summary: What happened at the harbour
Language: en
date 2021-03-04 The harbour has reopened, officials said.
 date 2021-03-04\x20
 date 0000-00-00 nothing
# Harbour reopens
## Section
Harbour Reopens After Storm
HARBOUR REOPENS
harbour reopens after the storm.
=======
-------
World news
By Jane Smith
By JANE SMITH, Staff Writer
Jane Smith in Kyiv
Jane Smith
Defence Editor
https://example.org/story
4 March 2021
March 4
2021-03-04
KYIV, Ukraine, March 4 (Reuters) — Troops have reached the river.
By Jane Smith BOSTON (Reuters) - A court said on Monday.
LISBON - The harbour has reopened.
NEW DELHI: The minister has resigned.
LISBON, March 4
Troops have been forced back across the river after days of heavy fighting, the
    indented line of a paragraph that goes on
“We will not leave,” he said. “Not now.”
counter-
attack was expected and
Word
Net 12.5 mln vs 11.9 mln
The last sentence. (© Harbour Media Ltd 2021)
(© Harbour Media Ltd 2021)
Copyright 2021 Harbour Media. All rights reserved. It may not be copied.
He left. Copyright 2021 Harbour Media. All rights reserved.
REUTER
Reuters
AP-NR-02-12-88 2344EST
(Reporting by Jane Smith; Editing by John Doe)
— Jane Smith
-0-
###
ENDS""".split("\n")
)
SEPARATORS = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n", " ", "\t"])
ARTICLES = st.lists(st.tuples(LINES | st.text(max_size=30), SEPARATORS), max_size=12).map(
    lambda parts: clean("".join(line + separator for line, separator in parts))
)


def words(*texts):
    return Counter(word for text in texts for word in re.findall(r"[^\W_]+", text or ""))


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
@example("---\ntitle: A\ntitle: B\n---\nA\n\nBody text here. More.")
@example("Title: A\nDateline: LISBON\n\nKYIV (Reuters) - Troops moved.")
@example("# A\n\nTitle: B\n\nText.")
def test_every_word_stands_in_exactly_one_part(text):
    parts = split(text, {}, "story.txt")
    headline = None if parts.headline_from == "lede" else parts.headline
    found = words(
        headline, parts.byline, parts.dateline, parts.body, *parts.credit, *parts.date_text, *parts.rest
    )
    assert found == words(text)


@settings(max_examples=60, deadline=None)
@given(
    ARTICLES,
    st.dictionaries(st.sampled_from(["headline", "date", "byline", "source", "url"]), st.text(min_size=1)),
)
def test_what_came_with_the_text_is_kept_as_it_was(text, metadata):
    parts = split(text, metadata, "2021/03/story.txt")
    for part in ("byline", "source", "url"):
        if part in metadata:
            assert getattr(parts, part) == metadata[part]
    if "headline" in metadata:
        assert (parts.headline, parts.headline_from) == (metadata["headline"], "meta")


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
@example("---\n;\n")
@example("A\n ")
def test_the_body_has_clean_paragraphs(text):
    body = split(text, {}, "story.txt").body
    for paragraph in body.split("\n\n") if body else []:
        assert paragraph == paragraph.strip() != ""
        assert "\n" not in paragraph
        assert "  " not in paragraph


@pytest.mark.parametrize(
    "text",
    ["", " date 2021-03-04 ", "word", "x" * 200_000, "word " * 50_000, "\n" * 100_000, "“" * 100_000, "-" * 100_000,
     "A. " * 50_000, "1 " * 50_000, "=\n" * 50_000, "# \n" * 50_000, "By " * 50_000, "a\n" * 50_000, "(" * 100_000,
     "KYIV, " * 20_000, "© " * 50_000, "May 12, " * 20_000],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_any_text_is_taken_apart_in_linear_time(text):
    assert split(text, {}, "story.txt").body.count("\n\n\n") == 0


def test_heavy_libraries_are_loaded_only_for_what_needs_them():
    code = """
import sys
from searchidx.reading import read_file
from searchidx.splitting import split
split(" date 2021-03-04 The ferry has stopped, the owner said.", {}, "a.txt")
assert not {"dateutil", "charset_normalizer", "numpy"} & set(sys.modules)
split("LISBON, March 4, 2021 (Reuters) - The ferry has stopped.", {}, "a.txt")
assert "dateutil" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
