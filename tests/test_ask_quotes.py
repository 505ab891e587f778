"""Asking who said what, through the real program and the API."""

import csv
import io
import json

import pytest
from conftest import run_searchidx

from searchidx import Index, QueryError

ARTICLES = {
    "a.txt": (
        " date 2022-05-12 A bridge was lost near Izyum, the army said.\n\n"
        "“The counter-attack has begun,” Brig Gen Oleksiy Hromov said. “We hold the bridge.”\n\n"
        "A spokesman said: “No bridge was ever held by anyone here.”\n"
    ),
    "b.txt": (
        " date 2022-06-01 Rain fell on the valley for a third day.\n\n"
        "“We hold our breath,” said Petra Lange, mayor of Pirna. “Every bridge is closed.”\n\n"
        "“It will rain,” Volodymyr Zelensky said.\n"
    ),
    "c.txt": " Prices rose again in the market halls.\n\n“Nobody can pay this,” said Petra Lange.\n",
}


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    top = tmp_path_factory.mktemp("quotes")
    (top / "corpus").mkdir()
    for name, text in ARTICLES.items():
        (top / "corpus" / name).write_text(text, encoding="utf-8")
    assert run_searchidx("build", cwd=top).code == 0
    return top


@pytest.fixture
def ask(here):
    return lambda *arguments: run_searchidx(*arguments, cwd=here)


def quotes(ran):
    return [(one["speaker"], one["text"]) for one in map(json.loads, ran.lines)]


def test_quotes_are_found_by_their_words_and_not_by_the_article_s(ask):
    found = quotes(ask("quotes", "hold", "--jsonl"))
    assert {speaker for speaker, _ in found} >= {"Oleksiy Hromov", "Petra Lange"}
    assert all("h" in text for _, text in found)
    assert ask("quotes", "market", "--jsonl").code == 1


def test_a_speaker_narrows_and_the_words_rank(ask):
    assert quotes(ask("quotes", "bridge", "--by", "hromov", "--jsonl")) == [
        ("Oleksiy Hromov", "We hold the bridge.")
    ]
    assert {speaker for speaker, _ in quotes(ask("quotes", "--by", "lange", "--jsonl"))} == {"Petra Lange"}
    assert ask("quotes", "bridge", "--by", "nobody").code == 1


def test_any_known_spelling_names_the_speaker(ask):
    for spelling in ("zelensky", "Zelenskyy", "Zelenskiy"):
        assert quotes(ask("quotes", "--by", spelling, "--jsonl")) == [
            ("Volodymyr Zelenskyy", "It will rain,")
        ]
        assert ask("search", f"speaker:{spelling}", "--paths").lines == ["b.txt"]


def test_dates_limit_quotes(ask):
    assert {
        one["article"] for one in map(json.loads, ask("quotes", "--since", "2022-06", "--jsonl").lines)
    } == {"b.txt"}


def test_the_matches_in_a_quote_are_marked(ask):
    (line,) = ask("quotes", "bridge", "--by", "hromov", "--jsonl").lines
    one = json.loads(line)
    assert [one["text"][a:b] for a, b in one["spans"]] == ["bridge"]
    assert "\x1b[1;33mbridge\x1b[0m" in ask("quotes", "bridge", "--by", "hromov", "--color", "always").out


def test_a_quote_stands_in_the_body_where_it_says(ask):
    for line in ask("quotes", "-n", "0", "--jsonl").lines:
        one = json.loads(line)
        body = json.loads(ask("show", one["article"], "--json").out)["body"]
        assert body[one["start"] : one["end"]] == one["text"]


def test_the_words_of_quotes_are_a_field_of_the_articles(ask):
    assert ask("search", 'said:"counter-attack"', "--paths").lines == ["a.txt"]
    assert ask("search", "said:valley").code == 1


def test_speakers_are_counted_with_articles_and_days(ask):
    rows = list(csv.DictReader(io.StringIO(ask("speakers", "-n", "0", "--csv").out)))
    lange = next(row for row in rows if row["speaker"] == "Petra Lange")
    assert lange == {
        "speaker": "Petra Lange",
        "kind": "person",
        "quotes": "3",
        "articles": "2",
        "first": "2022-06-01",
        "last": "2022-06-01",
    }
    assert "unnamed" not in {row["kind"] for row in rows}
    unnamed = ask("speakers", "-n", "0", "--unnamed", "--csv").out
    assert "unnamed" in unnamed and "spokesman" in unnamed


def test_a_speaker_s_articles_are_listed(ask):
    ran = ask("speakers", "lange")
    assert ran.code == 0 and "Petra Lange" in ran.out and "b.txt" in ran.out and "c.txt" in ran.out
    assert "a.txt" not in ran.out
    assert ask("speakers", "nobody").code == 1


def test_quotes_follow_their_articles(tmp_path):
    folder, index = tmp_path / "corpus", tmp_path / "index"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLES["a.txt"], encoding="utf-8")
    (folder / "b.txt").write_text(ARTICLES["b.txt"], encoding="utf-8")
    Index.build(folder, index)
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text(ARTICLES["b.txt"].replace("hold our breath", "wait"), encoding="utf-8")
    Index.build(folder, index)
    with Index.open(index) as opened:
        assert opened.quotes("hold").total == 0
        assert [hit.speaker for hit in opened.quotes("wait")] == ["Petra Lange"]
        assert {one.name for one in opened.speakers()} == {"Petra Lange", "Volodymyr Zelenskyy"}
        with pytest.raises(QueryError):
            opened.quotes("body:x")


def test_no_phrase_reaches_from_one_quote_or_name_into_the_next(ask):
    assert ask("search", 'said:"hold the bridge"', "--paths").lines == ["a.txt"]
    assert ask("search", 'said:"begun we hold"', "--paths").code == 1  # two quotes of one paragraph
    assert sorted(ask("search", 'speaker:"petra lange"', "--paths").lines) == ["b.txt", "c.txt"]
    assert ask("search", 'speaker:"lange volodymyr"', "--paths").code == 1
    assert ask("search", "speaker:(lange volodymyr)", "--paths").lines == ["b.txt"]
