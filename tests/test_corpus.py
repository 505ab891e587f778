"""The sample collection: every article of it is read whole, and into the parts that a reader would name."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from searchidx.article import Article
from searchidx.errors import ReadError
from searchidx.parsing import parse_paths
from searchidx.reading import Skipped

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


@pytest.fixture(scope="module")
def parsed() -> list[Article | Skipped | ReadError]:
    return list(parse_paths([CORPUS]))


@pytest.fixture(scope="module")
def articles(parsed: list[Article | Skipped | ReadError]) -> dict[str, Article]:
    return {one.id: one for one in parsed if isinstance(one, Article)}


def test_nothing_in_the_folder_is_left_unread(parsed):
    assert [str(one) for one in parsed if not isinstance(one, Article)] == []


def test_every_file_gives_its_articles_under_ids_of_their_own(parsed):
    expected = []
    for file in sorted(CORPUS.rglob("*")):
        path = file.relative_to(CORPUS).as_posix()
        if file.is_dir() or file.name.startswith("."):
            continue
        if file.suffix == ".jsonl":
            lines = file.read_text(encoding="utf-8").splitlines()
            assert all(json.loads(line) for line in lines)
            expected += [f"{path}#{number}" for number in range(1, len(lines) + 1)]
        else:
            expected.append(path)
    assert sorted(one.id for one in parsed) == sorted(expected)
    assert len(expected) >= 75


def test_every_article_has_date_headline_and_body(articles):
    for article in articles.values():
        assert article.date is not None, article.id
        assert datetime.date(1987, 1, 1) <= article.date <= datetime.date(2023, 12, 31), article.id
        assert article.headline and article.headline.strip(), article.id
        assert len(article.body.split()) >= 40, article.id
        assert article.language == "en", article.id


def test_nothing_is_misread_in_any_encoding_or_line_end(articles):
    for article in articles.values():
        text = f"{article.headline}{article.body}"
        assert not re.search(r"[\r\ufeff\ufffd\x80-\x9f\x00-\x08]|Ã.|â€", text), article.id
        assert not article.body.startswith(("date ", " ")), article.id


def test_raw_files_keep_the_encodings_that_they_are_there_for():
    frankfurt = (CORPUS / "oder/2023-07-13-frankfurt-dyke.txt").read_bytes()
    assert b"Eisenh\xfcttenstadt" in frankfurt and b"\x93Gravel" in frankfurt
    assert b"Cesare Bend\xf2" in (CORPUS / "football/2022-01-09-loan.txt").read_bytes()
    assert (CORPUS / "borders-rail/2019-04-09-study.txt").read_bytes().count(b"\r\n") > 10
    assert (CORPUS / "borders-rail/2019-10-30-decision.txt").read_bytes().startswith(b"\xef\xbb\xbf")


# id, date, headline_from, how the headline begins, how the byline ends, how the dateline begins
TABLE = [
    (
        "ukraine/2022-05-09-river-crossing.txt",
        "2022-05-09",
        "lede",
        "Troops have been forced back",
        None,
        None,
    ),
    (
        "ukraine/2022-05-12-counter-attack.txt",
        "2022-05-12",
        "lede",
        "Ukrainian forces have pushed",
        None,
        None,
    ),
    (
        "ukraine/2022-05-19-izyum-artillery.txt",
        "2022-05-19",
        "line",
        "Izyum garrison cut to one road",
        None,
        None,
    ),
    (
        "ukraine/2022-05-21-kyiv-dateline.txt",
        "2022-05-21",
        "line",
        "Ukraine's rail repair crews",
        "MARTA HOLUB and DANIEL FERRANTE",
        "KYIV, Ukraine",
    ),
    (
        "ukraine/2022-06-03-moscow-view.txt",
        "2022-06-03",
        "line",
        "In the border towns",
        None,
        "BELGOROD, Russia",
    ),
    ("ukraine/2022-06-08-vovchansk.txt", "2022-06-08", "lede", "A bridge on the road between", None, None),
    (
        "oder/2023-07-13-frankfurt-dyke.txt",
        "2023-07-13",
        "line",
        "Brandenburg raises",
        "in Frankfurt (Oder)",
        None,
    ),
    (
        "oder/2023-07-16-long-river.txt",
        "2023-07-16",
        "line",
        "Eight days down the Oder",
        "Sheila Abernethy",
        "FRANKFURT AN DER ODER",
    ),
    ("oder/2023-07-28-inquiry.md", "2023-07-28", "meta", "Governor to answer", "Sheila Abernethy", None),
    (
        "oder/2023-10-19-hearing.txt",
        "2023-10-19",
        "line",
        "'We had read the summary': inquiry hears",
        "Sheila Abernethy",
        "WARSAW",
    ),
    (
        "2023/07/11/harborough-courier-wroclaw.txt",
        "2023-07-11",
        "line",
        "Wroclaw empties its riverside",
        "Continental News Agency",
        "WROCLAW, Poland",
    ),
    (
        "2022/09/27/gulf-and-atlantic-talks.txt",
        "2022-09-27",
        "line",
        "Longshoremen set a date",
        "DANIEL FERRANTE",
        "NEW YORK",
    ),
    (
        "2022/10/04/savannah-strike.txt",
        "2022-10-04",
        "line",
        "Dockworkers strike at 14 ports",
        "DANIEL FERRANTE",
        "SAVANNAH, Ga.",
    ),
    ("2022/10/05/bayou-register.txt", "2022-10-05", "line", "Dock strike idles", None, "SAVANNAH, Ga."),
    (
        "2022/10/11/houston-pickets.txt",
        "2022-10-11",
        "line",
        "In Houston, the pickets",
        None,
        "HOUSTON, Texas",
    ),
    (
        "2022/11-05-ratification.txt",
        "2022-11-05",
        "meta",
        "Dockworkers ratify",
        "Daniel Ferrante",
        "NEW YORK",
    ),
    (
        "borders-rail/2019-02-11-carlisle-line.md",
        "2019-02-11",
        "meta",
        "Carlisle and Newcastle go to war",
        "Rosalind Keir",
        None,
    ),
    ("borders-rail/2019-03-04-tabloid.txt", "2019-03-04", "line", "HANDS OFF OUR", "GARY POTTS", None),
    (
        "borders-rail/2019-04-09-study.txt",
        "2019-04-09",
        "line",
        "Carlisle wins on cost",
        "in Edinburgh",
        None,
    ),
    (
        "borders-rail/2019-06-22-summit.txt",
        "2019-06-22",
        "line",
        "'WE'LL SHARE IT': RIVALS",
        "GARY POTTS",
        None,
    ),
    ("borders-rail/2019-10-30-decision.txt", "2019-10-30", "lede", "The railway that used to be", None, None),
    (
        "fever/rift-valley.jsonl#1",
        "2021-11-18",
        "meta",
        "Three herders die",
        "Wanjiru Kamotho",
        "GARISSA, Kenya",
    ),
    (
        "fever/rift-valley.jsonl#4",
        "2021-12-14",
        "meta",
        "Nairobi hospital tests",
        "Odile Marchetti",
        "NAIROBI",
    ),
    (
        "1987-03/bank-of-finland.txt",
        "1987-03-04",
        "line",
        "BANK OF FINLAND RAISES",
        None,
        "HELSINKI, March 4",
    ),
    ("1987-03/finland-trade.txt", "1987-03-24", "line", "FINLAND CUTS CALL RATE", None, "HELSINKI"),
    ("1987-03/saudi-oil.txt", "1987-03-20", "line", "GULF PRODUCERS SEEN", None, "BAHRAIN"),
    ("football/2021-06-14-achebe-wanted.txt", "2021-06-14", "line", "Norwich to open talks", "Tbilisi", None),
    ("football/2022-01-09-loan.txt", "2022-01-09", "line", "Achebe loan", "Odile Marchetti", "TURIN, Italy"),
    ("namesakes/2019-04-15-paris-texas.txt", "2019-04-15", "line", "Storm takes", "Whitaker", "PARIS, Texas"),
    ("namesakes/2022-10-18-paris-strike.txt", "2022-10-18", "line", "Paris, Nice and Lyon", "in Paris", None),
    (
        "namesakes/2022-07-27-kansas-drought.txt",
        "2022-07-27",
        "line",
        "KANSAS STUDY",
        "Ostergaard",
        "LAWRENCE, Kan.",
    ),
    (
        "world/2020-05-06-london-nurses.txt",
        "2020-05-06",
        "line",
        "'CLAP FOR US? PAY US': N",
        "GARY POTTS",
        None,
    ),
    (
        "world/2020-08-20-greenland.txt",
        "2020-08-20",
        "line",
        "Nuuk to move its old town",
        None,
        "NUUK, Greenland",
    ),
    (
        "world/trieste.md",
        "2021-05-03",
        "line",
        "Trieste counts its coffee",
        "Odile Marchetti",
        "TRIESTE, Italy",
    ),
]


@pytest.mark.parametrize(
    ("id", "date", "headline_from", "headline", "byline", "dateline"), TABLE, ids=[row[0] for row in TABLE]
)
def test_the_parts_are_those_that_a_reader_would_name(
    articles, id, date, headline_from, headline, byline, dateline
):
    article = articles[id]
    assert article.date == datetime.date.fromisoformat(date)
    assert article.headline_from == headline_from
    assert article.headline.startswith(headline)
    for found, expected, is_right in (
        (article.byline, byline, str.endswith),
        (article.dateline, dateline, str.startswith),
    ):
        assert found is None if expected is None else found is not None and is_right(found, expected), found


@pytest.mark.parametrize(
    ("id", "first", "last"),
    [
        ("ukraine/2022-05-12-counter-attack.txt", "Ukrainian forces have", "war with a kettle?”"),
        ("ukraine/2022-05-19-izyum-artillery.txt", "The occupying garrison", "declined to say which."),
        ("1987-03/finland-trade.txt", "The Bank of Finland cut", "twice the oil.''"),
        ("1987-03/saudi-oil.txt", "Gulf oil producers are holding output below their", "Vienna on June 25."),
        ("2022/10/04/savannah-strike.txt", "Dockworkers at 14 ports", 'where anyone is this morning."'),
        ("2022/10/14/deal.txt", "Dockworkers began", 'found the parking lot."'),
        ("oder/2023-07-13-frankfurt-dyke.txt", "Eisenhüttenstadt has run", "the river falls short."),
        ("oder/2023-07-28-inquiry.md", "A parliamentary inquiry", "an invitation to lunch."),
        ("borders-rail/2019-03-04-tabloid.txt", "FURIOUS locals", "No decision has been made.'"),
        ("namesakes/2022-07-27-kansas-drought.txt", "Severe droughts", "would arrive about 2031."),
        ("world/trieste.md", "There were 1.1 million bags", "the end of March."),
    ],
)
def test_a_body_is_prose_from_its_first_word_to_its_last(articles, id, first, last):
    body = articles[id].body
    assert body.startswith(first)
    assert body.endswith(last)


def _shingles(article: Article) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", article.body.lower())
    return set(zip(*(words[skip:] for skip in range(4)), strict=False))


def test_agency_stories_stand_in_several_papers_with_small_edits(articles):
    shingles = {one: _shingles(article) for one, article in articles.items()}
    alike = {
        pair
        for pair in combinations(sorted(articles), 2)
        if len(shingles[pair[0]] & shingles[pair[1]]) > 0.5 * len(shingles[pair[0]] | shingles[pair[1]])
    }
    flood = ["harborough-courier-wroclaw", "northern-morning-mail-poland", "springfield-ledger-oder"]
    strike = ["04/chatham-tribune", "04/savannah-strike", "05/bayou-register"]
    groups = [[f"2023/07/11/{name}.txt" for name in flood], [f"2022/10/{name}.txt" for name in strike]]
    assert alike == {pair for group in groups for pair in combinations(group, 2)}
    for group in groups:
        assert len({articles[one].body for one in group}) == 3


def test_story_lines_run_on_over_articles_and_weeks(articles):
    """Persons who come up again are what makes a list of speakers worth looking at."""
    for surname, least in (
        ("Velychenko", 5),
        ("Larionov", 6),
        ("Lockwood", 4),
        ("Romaniuk", 5),
        ("Malinowska", 6),
        ("Rybicki", 5),
        ("Dupree", 5),
        ("Prioleau", 5),
        ("Armstrong", 4),
        ("Mutiso", 5),
        ("Achebe", 5),
        ("Horák", 4),
        ("Salmela", 3),
    ):
        dates = {article.date for article in articles.values() if surname in article.body}
        assert sum(surname in article.body for article in articles.values()) >= least, surname
        assert max(dates) - min(dates) >= datetime.timedelta(days=7), surname


def test_there_are_long_articles_and_short_ones(articles):
    words = {one: len(article.body.split()) for one, article in articles.items()}
    assert sum(count >= 2000 for count in words.values()) >= 2
    assert sum(count <= 70 for count in words.values()) >= 3
    years = Counter(article.date.year for article in articles.values() if article.date)
    assert len(years) >= 6
