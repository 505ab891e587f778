"""Overviews of a result through the API: copies, facets, timeline, telling words, related articles, expansion."""

import datetime

import pytest
from test_copies import STORY

from searchidx import Index
from searchidx.errors import ArticleMissingError
from searchidx.store.overviews.surfaces import Sample

STORY_TEXT = "\n\n".join(STORY)
CREDIT = "(© Nordic News 2022)"
REST = {
    "paper/2022-04-28.txt": "The ferry to Varberg sailed with 12 passengers. “Nobody goes in April,” said Karin Ekdahl,"
    " the harbour master.",
    "paper/2022-05-20.txt": "Divers at Varberg harbour found the anchor of the barge. The salvage of the barge had cost"
    " more than the timber, the owner in Riga said.",
    "paper/2022-06-02.txt": "The timber from the barge was sold at auction in Gothenburg to a maker of matches.",
    "paper/2022-06-03.txt": "A sawmill near Riga burned down. Its timber had lain in stacks of six metres.",
    "other/undated.txt": "Harbour masters learn their trade at sea, and timber is a harbour's worst cargo.",
    "other/2022-06-10.txt": "The football club of Halmstad lost at home. The keeper had slept badly, its coach said.",
    "other/2022-06-11.txt": "A concert in Falun was put off. The choir had eaten too many pancakes, a singer said.",
}


def write_story_articles(folder):
    """Write the articles that overviews are tested on: a story with two copies, and others around it."""
    texts = {
        "agency/2022-05-11.txt": f" date 2022-05-11 Barge shuts Varberg harbour\n\n{STORY_TEXT}\n\n{CREDIT}\n",
        "paper/2022-05-12.txt": f" date 2022-05-12 Pancakes for the stranded\n\n{chr(10).join(STORY[:4])}\n",
        "other/2022-05-12.txt": f" date 2022-05-12 {STORY_TEXT.replace('nine hours', 'ten hours')}\n",
    }
    for name, text in REST.items():
        day = name.split("/")[1][:10]
        texts[name] = f" date {day} {text}\n" if day[0] == "2" else f"{text}\n"
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    top = tmp_path_factory.mktemp("overviews")
    write_story_articles(top / "articles")
    Index.build(top / "articles", top / "index")
    with Index.open(top / "index") as opened:
        yield opened


COPIES = {"agency/2022-05-11.txt", "paper/2022-05-12.txt", "other/2022-05-12.txt"}


def test_copies_are_one_hit_and_none_is_lost_from_the_counts(index):
    hits = index.search("timber", limit=None)
    assert (hits.total, hits.copies, len(hits)) == (7, 2, 5)
    story = next(hit for hit in hits if hit.id in COPIES)
    assert {story.id, *story.copies} == COPIES
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    everything = index.search("timber", limit=None, all_copies=True)
    assert (everything.total, everything.copies, len(everything)) == (7, 0, 7)
    assert {hit.id for hit in everything} == {hit.id for hit in hits} | COPIES


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_of_collapsed_hits_follow_each_other(index, sort):
    whole = [hit.id for hit in index.search("timber", limit=None, sort=sort)]
    pages = [index.search("timber", limit=2, page=page, sort=sort) for page in (1, 2, 3, 4)]
    assert [hit.id for page in pages for hit in page] == whole
    assert {page.total for page in pages} == {7}


def test_only_copies_that_match_stand_behind_a_hit(index):
    hits = index.search("pancakes salvage")
    assert (hits.total, hits.copies) == (2, 1)
    assert set(hits[0].copies) | {hits[0].id} == {"agency/2022-05-11.txt", "other/2022-05-12.txt"}
    assert index.search("timber", since="2022-05-12", until="2022-05-12").total == 2


def test_copies_of_an_article_tell_what_they_changed(index):
    copies = index.copies("agency/2022-05-11.txt")
    assert [copy.article.id for copy in copies] == ["other/2022-05-12.txt", "paper/2022-05-12.txt"]
    assert [(change.old, change.new) for change in copies[0].changes] == [("nine", "ten")]
    assert copies[1].kept < 0.75 < copies[0].kept
    assert copies[1].changes[-1].new == "" and "third accident" in copies[1].changes[-1].old
    assert index.copies("other/2022-06-10.txt") == []
    with pytest.raises(ArticleMissingError):
        index.copies("none.txt")


def test_facets_count_all_matches_and_say_how_many_have_none(index):
    hits = index.search("timber", limit=1)
    month = hits.facet("month")
    assert month.values == (("2022-05", 4), ("2022-06", 2)) and month.without == 1
    assert hits.facet("year").values == (("2022", 6),)
    speakers = hits.facet("speakers", 1)
    assert speakers.values == (("Karin Ekdahl", 3),)
    assert dict(hits.facet("places", None).values)["Riga"] >= 3
    sources = hits.facet("source")
    assert sources.values == (("Nordic News", 1),) and sources.without == 6


def test_a_timeline_has_every_period_and_names_its_peaks(index):
    found = index.search("timber").timeline("week")
    assert sum(period.number for period in found.periods) == 6 and found.undated == 1
    assert all(one.end == other.start for one, other in zip(found.periods, found.periods[1:], strict=False))
    assert [(peak.period.start, peak.period.number) for peak in found.peaks] == [
        (datetime.date(2022, 5, 9), 3)
    ]
    assert found.peaks[0].id in COPIES
    assert index.search("timber").timeline().unit == "day"
    nothing = index.search("zeppelin").timeline()
    assert nothing.periods == () and nothing.undated == 0


def test_telling_words_are_shown_as_they_are_written(index):
    words = {word.word: word for word in index.search("barge").terms(100)}
    assert "barge" not in words and "the" not in words
    assert words["salvage"].matches == 3 and words["salvage"].others == 0
    assert "Varberg" in words


def test_related_articles_leave_out_the_article_and_its_copies(index):
    related = index.related("agency/2022-05-11.txt", limit=3)
    assert not COPIES & {hit.id for hit in related}
    assert related[0].id == "paper/2022-05-20.txt"
    found = index.related("paper/2022-05-20.txt")
    assert found[0].id in COPIES and {found[0].id, *found[0].copies} == COPIES
    with pytest.raises(ArticleMissingError):
        index.related("none.txt")


def test_expansion_finds_more_and_never_breaks_a_condition(index):
    plain = {hit.id for hit in index.search("anchor", limit=None)}
    wider = {hit.id for hit in index.search("anchor", limit=None, expand=True)}
    assert plain == {"paper/2022-05-20.txt"} and plain < wider
    assert index.search("anchor", expand=True)[0].id == "paper/2022-05-20.txt"
    for query in ("timber -barge", "timber AND NOT barge", "headline:barge timber", "timber date:2022-06"):
        asked = {hit.id for hit in index.search(query, limit=None, all_copies=True)}
        assert {hit.id for hit in index.search(query, limit=None, all_copies=True, expand=True)} == asked
    days = index.search("anchor", expand=True, since="2022-05-20", until="2022-05-20")
    assert {hit.id for hit in days} == {"paper/2022-05-20.txt"}
    assert index.search("zeppelin", expand=True).total == 0


def test_an_update_finds_the_copies_that_came_and_forgets_those_that_went(tmp_path):
    write_story_articles(tmp_path / "articles")
    late = tmp_path / "articles" / "paper/2022-05-12.txt"
    text = late.read_text(encoding="utf-8")
    late.unlink()

    def copies():
        Index.build(tmp_path / "articles", tmp_path / "index")
        with Index.open(tmp_path / "index") as opened:
            return {copy.article.id for copy in opened.copies("other/2022-05-12.txt")}

    assert copies() == {"agency/2022-05-11.txt"}
    late.write_text(text, encoding="utf-8")
    assert copies() == {"agency/2022-05-11.txt", "paper/2022-05-12.txt"}
    (tmp_path / "articles" / "agency/2022-05-11.txt").unlink()
    assert copies() == {"paper/2022-05-12.txt"}


def test_words_are_shown_small_unless_they_are_names():
    sample = Sample(
        ["Salvage began. The salvage of salvaged timber. Riga paid.", "Riga, riga! In Riga, in NATO."]
    )
    assert sample.surfaces(["salvag", "riga", "nato", "none"]) == {
        "salvag": "salvage",
        "riga": "Riga",
        "nato": "NATO",
    }
