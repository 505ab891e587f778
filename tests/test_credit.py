"""Credits, copyright notices and end marks."""

import pytest

from searchidx.splitting import split
from searchidx.splitting.credit import is_credit, is_end_mark, name_in, slug_date, trailing_credit

CREDITS = [
    ("(© Telegraph Media Group Ltd 2022)", "Telegraph Media Group Ltd"),
    ("© 2020 Harbour News & Media Limited", "Harbour News & Media Limited"),
    (
        "Copyright 2018 The Associated Press. All rights reserved. It may not be copied.",
        "The Associated Press",
    ),
    ("(Copyright ©2018 by The Associated Press. All Rights Reserved.)", "The Associated Press"),
    ("Copyright (c) 1999, Harbour & Company, Inc.", "Harbour & Company, Inc"),
    ("Copyright 1994 by The Harbour Times Company", "The Harbour Times Company"),
    ("Copyright The Globe 2001", "The Globe"),
    ("(c) AFP 2011", "AFP"),
    ("REUTER", "REUTER"),
    ("Reuters", "Reuters"),
    ("- Reuters -", "Reuters"),
    ("(AP)", "AP"),
    ("AP-NR-02-12-88 2344EST", "AP"),
    ("Source: Xinhua", "Xinhua"),
    ("(Reporting by Jane Smith in Kyiv; Editing by John Doe)", None),
    ("All rights reserved.", None),
]


@pytest.mark.parametrize(("line", "owner"), CREDITS, ids=[line[:20] for line, _ in CREDITS])
def test_a_credit_is_recognised_and_names_its_owner(line, owner):
    assert is_credit(line)
    assert name_in(line) == owner
    parts = split(f"Ferry stops\n\nThe ferry has stopped. It rained.\n\n{line}", {}, "story.txt")
    assert (parts.body, parts.credit) == ("The ferry has stopped. It rained.", (line,))
    assert parts.source == owner


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law is changing, the court said.",
        "Copyright is a right, she said.",
        "AP officials said so.",
        "Reuters reported that the ferry had stopped.",
        "The source: a minister who asked not to be named, and who has been right before, many times over.",
        "“All rights reserved,” he read out.",
        "(He laughed.)",
        "More of the same.",
    ],
)
def test_prose_is_no_credit(line):
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        ("People swam. (© Harbour Media Ltd 2022)", "(© Harbour Media Ltd 2022)"),
        ("People swam. REUTER", "REUTER"),
        ("Net 2.1 mln vs 1.9 mln Reuter", "Reuter"),
        ("People swam. Reuters", "Reuters"),
        ("She told Reuters", None),
        ("He left. Copyright 2018 Harbour. All rights reserved.", "Copyright 2018 Harbour. All rights reserved."),
        ("People swam © and sang.", None),
        ("People swam.", None),
    ],
)  # fmt: skip
def test_a_credit_may_follow_the_last_sentence(paragraph, credit):
    start = trailing_credit(paragraph)
    assert (paragraph[start:] if start is not None else None) == credit


def test_end_marks():
    assert all(map(is_end_mark, ("-0-", "-30-", "###", "ENDS", "- ends -".upper(), "* * *", "MORE")))
    assert not any(map(is_end_mark, ("The end", "30", "More", "-", "ends in tears")))


def test_slugs():
    assert slug_date("AP-NR-02-12-88 2344EST") == "1988-02-12"
    assert slug_date("AP-NR-02-12-08 2344EST") == "2008-02-12"
    assert slug_date("REUTER") is None
