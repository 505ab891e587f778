"""Bylines and signatures, told from prose and headlines."""

import pytest

from searchidx.splitting.byline import dated_byline, is_bare_name, is_byline, is_job, is_signature


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Smith",
        "by Jane Smith, Reuters",
        "BY TED D'AMICO, Reuters",
        "By JANE SMITH, Staff Writer",
        "By Jane Smith and John Doe in Kyiv",
        "By Jane Smith, John Doe and Ana de la Cruz",
        "By Jane Smith in Kyiv and John Doe in Moscow",
        "By Jane Smith, Defence Editor",
        "By Jane Smith Special to The Harbour Times",
        "By Jane Smith | Harbour Times",
        "By Dr. Jane Smith",
        "By John F. Vale Jr.",
        "By Ludwig van der Berg",
        "By Seán O’Brien",
        "By Our Foreign Staff",
        "By our correspondent in Paris",
        "From our own correspondent",
        "By Associated Press",
        "By The Associated Press",
        "By Continental News Agency",
        "By Agencies",
        "By Staff Reporter",
        "By Jane Smith jane.smith@harbour.example",
        "Words by Jane Smith",
        "Von Jürgen Müller",
        "Par Élodie Dupont",
        "*By Jane Smith*",
        "BYLINE: Jane Smith",
    ],
)
def test_a_byline_is_recognised(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the river had risen.",
        "By Monday Morning",
        "By land and sea, they came",
        "By the time it rained, the ferry had gone",
        "By all accounts a good man",
        "By Jane Smith’s own account, it rained all day",
        "By Jane Smith's reckoning",
        "Bystanders saw the ferry stop",
        "By",
        "By 2030",
        "From our street we see the sea.",
        "“By Jane Smith?”",
        "By George, she said, it works.",
    ],
)
def test_prose_is_no_byline(line):
    assert not is_byline(line, under_headline=True)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Smith in Kyiv",
        "Jane Smith, Defence Editor",
        "Jane Smith and John Doe in Kyiv",
        "JANE SMITH, Staff Writer",
    ],
)
def test_a_name_without_by_needs_a_headline_above(line):
    assert is_byline(line, under_headline=True)
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    ["Ferry stops in storm", "Jane Smith", "Jane Smith says no", "Storm in Lisbon", "Two dead in Kyiv"],
)
def test_another_line_under_a_headline_is_no_byline(line):
    assert not is_byline(line, under_headline=True)


def test_bare_names_and_jobs():
    assert is_bare_name("Jane Smith") and is_bare_name("Ana de la Cruz")
    assert (
        not is_bare_name("Jane") and not is_bare_name("FERRY STOPS") and not is_bare_name("Ferry stops now")
    )
    assert is_job("Defence Editor") and is_job("Political correspondent, Lisbon")
    assert not is_job("The ferry has stopped.") and not is_job("")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("— Jane Smith", True),
        ("--additional reporting by Jane Smith.", True),
        ("Additional reporting by Jane Smith and John Doe", True),
        ("Contributing: Jane Smith, Harbour News Service.", True),
        ("By Jane Smith", True),
        ("- Nobody was hurt.", False),
        ("Jane Smith", False),
        ("— No.", False),
    ],
)
def test_signatures_stand_below(paragraph, expected):
    assert is_signature(paragraph) is expected


def test_a_byline_with_its_date():
    assert dated_byline("By Jane Smith, 3 May 2021") == ("By Jane Smith", "3 May 2021")
    assert dated_byline("By Jane Smith | May 3, 2021") == ("By Jane Smith", "May 3, 2021")
    assert dated_byline("By Jane Smith") == ("By Jane Smith", None)
