"""What is suggested where nothing was found: tried out, so that asking it finds what was promised."""

import json

import pytest

from searchidx import Index


@pytest.fixture(scope="module")
def index(collection):
    with Index.open(collection / "index") as opened:
        yield opened


def told(hits):
    return [(each.kind, each.query, each.total) for each in hits.suggestions]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # As it is written in the articles, not as the index has it: the stem is evacu.
        ("evacuaton", ("spelling", "evacuation", 1)),
        ("Hrmov", ("spelling", "Hromov", 1)),
        ("Dresdne", ("spelling", "Dresden", 2)),
        ('"flood warnnig"', ("spelling", '"flood warning"', 1)),
        ("speaker:tkachneko", ("spelling", "speaker:Tkachenko", 1)),
        ("mentions:drezden", ("spelling", "mentions:Dresden", 2)),
        ("=Meisen", ("spelling", "=Meissen", 1)),
        ("+evacuaton +centre", ("spelling", "+evacuation +centre", 1)),
    ],
)
def test_a_misspelled_word_brings_the_word_of_the_articles(index, query, expected):
    hits = index.search(query, match="all")
    assert hits.total == 0
    assert told(hits)[0] == expected


def test_a_misspelled_word_is_told_where_the_others_are_found(index):
    hits = index.search("evacuaton centre")
    assert hits.relaxed and hits.total
    assert told(hits) == [("spelling", "evacuation centre", 1)]


def test_the_right_words_bring_no_spellings(index):
    assert index.search("evacuation").suggestions == ()
    assert index.search("of the").suggestions == ()


@pytest.mark.parametrize(
    ("query", "options", "expected"),
    [
        ("evacuation", {"since": "1999", "until": "1999"}, ("dates", "evacuation", 1)),
        ("evacuation", {"since": "2022-06-04", "until": "2022-06-04"}, ("dates", "evacuation", 1)),
        ('"Elbe Dresden"', {}, ("near", '"Elbe Dresden"~10', 2)),
        ('"Dresden Elbe"', {}, ("words", "Dresden Elbe", 2)),
        ("=Oil", {"fields": ["body"]}, ("stemmed", "Oil", 1)),
        ("headline:meissen", {}, ("field", "meissen", 1)),
        ("oil AND dam", {}, ("drop", "dam", 1)),
        ("oil evacuation", {"match": "all"}, ("any", "oil OR evacuation", 2)),
        ("dam speaker:melvin", {"match": "all"}, ("drop", "speaker:melvin", 1)),
    ],
)
def test_nothing_found_brings_what_finds_something(index, query, options, expected):
    hits = index.search(query, **options)
    assert hits.total == 0
    assert expected in told(hits)


@pytest.mark.parametrize("query", ['"Dresden Elbe" hromov', "oil AND dam AND =Elbes", "evacuaton AND Hrmov"])
def test_every_suggestion_finds_what_it_promises(index, query):
    hits = index.search(query, match="all")
    assert hits.suggestions
    for each in hits.suggestions:
        assert index.search(each.query, match="all").total == each.total > 0


def test_days_are_widened_before_they_are_dropped(index):
    (suggestion,) = index.search("evacuation", since="2022-06-04", until="2022-06-04").suggestions
    assert suggestion.change == "3 to 5 June 2022"
    (suggestion,) = index.search("evacuation", since="1999", until="1999").suggestions
    assert suggestion.change in ("on all days", "7 January 1974 to 24 December 2024")


def test_quotes(index):
    assert told(index.quotes("brigde"))[0] == ("spelling", "bridge", 1)
    assert ("spelling", 'speaker:"hromov"', 2) in told(index.quotes(by="hrmov"))
    assert ("drop", 'speaker:"lange"', 1) in told(index.quotes("bridge", by="lange"))


def test_places(index):
    assert told(index.mentioning("Kharkivv"))[0] == ("place", "Kharkiv", 2)
    assert told(index.mentioning("Drezdn"))[0] == ("place", "Dresden", 2)
    assert ("dates", "Dresden", 2) in told(index.mentioning("Dresden", until="2001"))
    assert ("filter", "Dresden", 2) in told(index.mentioning("Dresden", country="UA"))


@pytest.fixture(scope="module")
def one_misspelled(tmp_path_factory):
    """An index in which a name is spelled right many times, and wrong once; so is a short word."""
    top = tmp_path_factory.mktemp("misspelled")
    lines = [{"body": f"The ferry to Gdansk left pier {number} on time."} for number in range(40)]
    lines += [{"body": "The ferry to Gdanks was late at the pear."}, {"body": "Gdynia has a harbour."}]
    (top / "ferries.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    Index.build(top, top / "index", jobs=1)
    with Index.open(top / "index") as opened:
        yield opened


def test_a_misspelling_that_an_article_has_too_brings_the_word_of_many_others(one_misspelled):
    assert told(one_misspelled.search("Gdanks")) == [("spelling", "Gdansk", 40)]
    assert told(one_misspelled.search("ferry Gdanks")) == [("spelling", "ferry Gdansk", 40)]


@pytest.mark.parametrize(
    "query",
    [
        "Gdansk",  # the frequent one
        "pear",  # as near to a frequent word, but short words are near to many
        "Gdynia",  # rare, with no word one letter off
        "Gdansk harbour",  # relaxed: many are found
    ],
)
def test_a_rare_word_that_may_well_be_right_brings_no_spelling(one_misspelled, query):
    assert [each for each in told(one_misspelled.search(query)) if each[0] == "spelling"] == []


def test_on_the_command_line(run, collection):
    ran = run("search", "evacuaton", cwd=collection)
    assert ran.code == 1 and ran.out == ""
    assert ran.err == "No article matches.\nDid you mean:\n    evacuation  1 article\n"
    ran = run("search", "oil AND dam", cwd=collection)
    assert ran.code == 1
    assert ran.err.splitlines()[:2] == ["No article matches.", "Asking for less finds:"]
    assert "    dam         1 article   without oil" in ran.err.splitlines()
    ran = run("search", "evacuaton", "--json", cwd=collection)
    assert json.loads(ran.out)["suggestions"] == [
        {"kind": "spelling", "change": "evacuation", "query": "evacuation", "total": 1}
    ]
    assert json.loads(run("search", "evacuation", "--json", cwd=collection).out)["suggestions"] == []
    ran = run("quotes", "brigde", cwd=collection)
    assert ran.err == "No quote matches.\nDid you mean:\n    bridge  1 quote\n"
    ran = run("place", "Kharkivv", cwd=collection)
    assert ran.err.startswith("No article matches.\nDid you mean:\n    Kharkiv  2 articles\n")
