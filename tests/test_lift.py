"""What else counts for the order of matches: words that stand near each other, and age. The matches stay the same."""

import datetime

import pytest

from searchidx import Index, QueryError
from searchidx.query.recency import describe, half_life


def filler(name):
    """Return as many words for each article, all of its own: the articles are no copies of each other."""
    return " ".join(f"{name}{number}" for number in range(40))


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    texts = {
        "apart.txt": f" date 2022-05-10 Oil was one matter. {filler('apart')}. The last was the price.",
        "together.txt": f" date 2022-05-10 Oil price was one matter. {filler('together')}. The last was nothing.",
        "turned.txt": f" date 2022-05-10 The price of oil was one matter. {filler('turned')}. That was all.",
        "old.txt": f" date 2012-05-10 Oil, more oil and the oil price. {filler('old')}. Oil price again.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    Index.build(folder, folder.parent / "lift-index")
    with Index.open(folder.parent / "lift-index") as opened:
        yield opened


def ids(hits):
    return [hit.id for hit in hits]


def test_words_side_by_side_lift_an_article_above_the_same_words_apart(index):
    order = ids(index.search("oil price"))
    assert order.index("together.txt") < order.index("turned.txt") < order.index("apart.txt")
    assert sorted(order) == sorted(ids(index.search("price AND oil")))


def test_pages_are_slices_of_one_order(index):
    whole = ids(index.search("oil price", limit=None))
    assert [ids(index.search("oil price", limit=1, page=page))[0] for page in range(1, 5)] == whole
    assert index.search("oil price", limit=0).total == 4


def test_the_words_of_a_phrase_query_and_one_word_are_left_alone(index):
    assert ids(index.search("oil")) == ids(index.search("oil", limit=None))
    assert ids(index.search('"oil price"'))[0] == "old.txt"


def test_recent_articles_count_up_to_double(index):
    plain = {hit.id: hit.score for hit in index.search("oil")}
    hits = index.search("oil", recent="10y")
    recent = {hit.id: hit.score for hit in hits}
    assert recent["together.txt"] == pytest.approx(2 * plain["together.txt"])
    # Ten years older: a half-life.
    assert recent["old.txt"] == pytest.approx(1.5 * plain["old.txt"], rel=1e-3)
    assert hits.recency.newest == datetime.date(2022, 5, 10)
    assert describe(hits.recency) == (
        "Recency: articles of 2022-05-10 count double, and what that adds halves every 3652.5 days back"
    )


def test_age_counts_from_the_last_day_asked_for(index):
    assert index.search("oil", recent=30, until="2013").recency.newest == datetime.date(2013, 12, 31)


@pytest.mark.parametrize(
    ("text", "days"),
    [("30d", 30), ("2w", 14), ("1 week", 7), ("6m", 182.625), ("1y", 365.25), ("7", 7), (1.5, 1.5)],
)
def test_half_lives(text, days):
    assert half_life(text) == days


@pytest.mark.parametrize("text", ["0", "soon", "", "-3d", -1])
def test_what_is_no_half_life_says_so(text):
    with pytest.raises(QueryError) as error:
        half_life(text)
    assert str(error.value) == (
        f"{text!r} is not a half-life. Write how many days make an article count less, as in 30d, 2w or 6m."
    )


def test_recent_on_the_command_line(index, run):
    def answer(*arguments):
        done = run("search", "--index", index.directory, "--paths", *arguments)
        return done.out.split(), done.err

    paths, told = answer("oil", "--recent")
    assert paths[-1] == "old.txt" and "halves every 30 days back" in told
    # Alone before a word, --recent takes no value from the query.
    assert answer("--recent", "oil")[0] == paths
    assert "halves every 14 days back" in answer("oil", "--recent", "2w")[1]
    assert run("search", "--index", index.directory, "--recent").code == 2
