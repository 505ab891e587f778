"""Credits, copyright notices and end marks."""

import pytest

from searchidx.splitting import split
from searchidx.splitting.credit import is_credit, is_end_mark, name_in, slug_date, trailing_credit

LEDE = "The ferry to the islands has stopped, its owner said on Thursday, after a storm tore the pier away."
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
    ("With Reuters and Associated Press", None),
    ("Reuters and Agence France-Presse contributed to this report", None),
    ("Ana Reyes in Porto and Rui Costa in Lisbon contributed reporting.", None),
    ("Ana Reyes reported from Porto and Rui Costa from Lisbon", None),
    ("With reporting by the Island Wire's Porto Desk", None),
    ("Island staff and agencies", None),
    ("Photograph: Rui Costa/Island Pictures", None),
    ("Press Association", "Press Association"),
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


@pytest.mark.parametrize(
    "credit",
    [
        "Additional reporting by Ana Reyes in Porto",
        "Reuters contributed to this report",
        "Ana Reyes and Rui Costa contributed reporting",
        "With Agence France-Presse",
    ],
)
def test_a_credit_may_stand_behind_the_last_sentence(credit):
    parts = split(f"date 2021-03-04 {LEDE}\n\nNobody was hurt. {credit}", {}, "a.txt")
    assert parts.body == f"{LEDE}\n\nNobody was hurt."
    assert credit in parts.credit


@pytest.mark.parametrize(
    "line",
    [
        "Heavy rain and poor drainage contributed to the flood.",
        "With Reuters gone, the building stood empty.",
        "Reyes reported from the front for a year and never complained.",
        "The agencies and their staff met in Porto.",
        "Pictures of the ferry were shown on television.",
    ],
)
def test_prose_with_the_words_of_a_credit_is_none(line):
    assert split(f"date 2021-03-04 {LEDE}\n\n{line}", {}, "a.txt").body.endswith(line)
