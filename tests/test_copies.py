"""Near duplicates: the same story in several papers is found, stories of one kind are told apart."""

import datetime
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.article import Article
from searchidx.parsing import parse_paths
from searchidx.store.copies.grouped import CopyGroups, pack_groups, unpack_groups
from searchidx.store.copies.groups import group_copies
from searchidx.store.copies.signatures import NUMBERS_KEPT, SHINGLES_KEPT, concatenate, signatures
from searchidx.store.copies.stored import pack_signatures, unpack_signatures

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

STORY = [
    "The harbour at Varberg was closed on Tuesday after a barge with 1,200 tonnes of timber broke its moorings and"
    " drifted across the entrance, the coast guard said.",
    "Two tugs from Gothenburg, 70 km to the north, tried for nine hours to free it before the wind forced them back.",
    "“We have time, the timber has time, only the ferry passengers have none,” said Karin Ekdahl, the harbour master.",
    "Some 340 passengers spent the night in a sports hall, where the town served them pea soup and pancakes.",
    "The owner of the barge, a company in Riga, said that it would pay for the salvage and for the pancakes.",
    "It is the third accident of its kind on the west coast since 2019, and the first in which nobody was hurt.",
]


def article(text, date="2022-05-12", headline=None, number=0):
    day = datetime.date.fromisoformat(date) if date else None
    name = f"{number}.txt"
    source = "line" if headline else None
    return Article(name, name, headline, source, day, None, None, None, None, "en", text)


def groups_of(articles):
    """Return the groups of two and more, as sets of places in the list."""
    leaders = group_copies(*unpack_signatures(pack_signatures(articles)))
    groups = {}
    for i, leader in enumerate(leaders.tolist()):
        groups.setdefault(leader, set()).add(i)
    return [group for group in groups.values() if len(group) > 1]


def text(*paragraphs):
    return "\n\n".join(STORY[i] if isinstance(i, int) else i for i in paragraphs)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(article(text(*range(6)), headline="Pancakes for the stranded"), id="another headline"),
        pytest.param(article(text(0, 1, 2, 3)), id="cut"),
        pytest.param(article(text(0, 1, 3, 5)), id="paragraphs left out"),
        pytest.param(article(text(2, 0, 1, 3, 5, 4)), id="another order"),
        pytest.param(
            article(text("A drifting barge shut the port of Varberg for a day and a night.", 1, 2, 3, 4, 5)),
            id="another lede",
        ),
        pytest.param(
            article(text(*range(6), "Ferries from Grenaa were sent to Halmstad, 65 km to the south.")),
            id="a paragraph of its own",
        ),
        pytest.param(article(text(*range(6)).replace("km", "kilometres").upper()), id="another style"),
        pytest.param(article(text(*range(6)), date="2022-05-14"), id="two days later"),
        pytest.param(article(text(*range(6)), date=None), id="no date"),
    ],
)
def test_the_same_story_is_a_copy(other):
    assert groups_of([article(text(*range(6))), other]) == [{0, 1}]


REPORT = (
    "The central bank of Norland said it took in {} million crowns in its {} tender of seven-day deposits at a rate of"
    " {} percent. Dealers said that banks had offered {} million. The bank expects a surplus of {} million crowns in"
    " the money market today, among the reasons being maturing bills of {} million and a rise in notes in circulation."
)
RESULT = (
    "Shr {} cts vs {} cts. Net {} vs {}. Revs {} mln vs {} mln. Nine mths shr {} cts vs {} cts. Net {} vs {}."
)


def test_reports_of_one_kind_are_no_copies():
    chance = random.Random(7)

    def numbers(count):
        return [f"{chance.randrange(1, 900)},{chance.randrange(100, 999)}" for _ in range(count)]

    reports = [article(REPORT.format(*numbers(6)), f"2022-05-{day:02}") for day in range(2, 20)]
    results = [article(RESULT.format(*numbers(10)), headline=f"{name} INC 3RD QTR") for name in "ABCDEFGH"]
    assert groups_of(reports + results) == []


def test_the_same_short_words_on_another_day_are_another_event():
    said = "The council left interest rates unchanged at its meeting in Norstad today, a spokesman said in reply."
    assert groups_of([article(said, "2022-03-03"), article(said, "2022-03-17")]) == []
    assert groups_of([article(said, "2022-03-03"), article(said, "2022-03-03")]) == [{0, 1}]


def test_a_brief_is_a_copy_only_of_its_like():
    brief = "Quarterly dividend {} cents against 25 cents before, payable July 10, record June 30."
    same, other = brief.format("25"), brief.format("27")
    assert groups_of([article(same), article(other)]) == []
    assert groups_of([article(same, headline="Acme"), article(same, headline="Bolt and Sons")]) == []
    assert groups_of([article(same, headline="Acme"), article(same, headline="Acme")]) == [{0, 1}]


def test_a_digest_is_no_copy_of_the_stories_in_it():
    story = STORY[0] + " " + STORY[1]
    chance = random.Random(1)
    words = "council bridge tramway vote budget school harvest museum rain river train court film choir road".split()
    others = [" ".join(chance.choices(words, k=40)) for _ in range(8)]
    assert groups_of([article(story), article(" ".join([story, *others]))]) == []


def test_texts_without_words_are_nobodys_copies():
    assert groups_of([article(""), article(""), article("… — !"), article("one"), article("one")]) == []
    assert groups_of([]) == []


def test_the_sample_collection_has_two_agency_stories_of_three_versions():
    articles = [item for item in parse_paths([CORPUS]) if isinstance(item, Article)]
    found = [{articles[i].id for i in group} for group in groups_of(articles)]
    flood = {"harborough-courier-wroclaw", "northern-morning-mail-poland", "springfield-ledger-oder"}
    strike = {
        "2022/10/04/chatham-tribune.txt",
        "2022/10/04/savannah-strike.txt",
        "2022/10/05/bayou-register.txt",
    }
    assert sorted(found, key=sorted) == [strike, {f"2023/07/11/{name}.txt" for name in flood}]


def test_groups_do_not_depend_on_the_order_of_the_articles():
    articles = [item for item in parse_paths([CORPUS]) if isinstance(item, Article)]
    articles += [article(text(*range(6)), number=i) for i in range(40)]  # more than are compared one by one
    articles += [article(text(*range(i, 6)), number=50 + i) for i in range(4)]
    expected = {frozenset(articles[i].id for i in group) for group in groups_of(articles)}
    assert max(map(len, expected)) >= 41
    random.Random(3).shuffle(articles)
    assert {frozenset(articles[i].id for i in group) for group in groups_of(articles)} == expected


TEXTS = st.lists(st.one_of(st.text(), st.text("ab 1,.é…", max_size=200)), max_size=6)


@given(TEXTS)
def test_a_signature_depends_on_its_text_alone(texts):
    together, one_by_one = signatures(texts), concatenate([signatures([text]) for text in [*texts, ""]])
    for whole, single in ((together.shingles, one_by_one.shingles), (together.numbers, one_by_one.numbers)):
        np.testing.assert_array_equal(whole.values, single.values)
        np.testing.assert_array_equal(whole.offsets, single.offsets[: len(texts) + 1])
    np.testing.assert_array_equal(together.shingle_counts, one_by_one.shingle_counts[: len(texts)])


@given(TEXTS)
def test_signatures_come_back_as_they_were_stored(texts):
    found, days = unpack_signatures(pack_signatures([article(text) for text in texts]))
    expected = signatures([f"\n{text}" for text in texts])
    for one, other in zip(found, expected, strict=True):
        for mine, theirs in zip(one, other, strict=True):
            np.testing.assert_array_equal(mine, theirs)
    assert all(len(found.shingles.values) <= SHINGLES_KEPT * len(texts) for _ in texts)
    assert np.all(np.diff(found.numbers.offsets) <= NUMBERS_KEPT)
    assert days.tolist() == [datetime.date(2022, 5, 12).toordinal()] * len(texts)


def test_a_document_without_signature_has_no_copies():
    packed = pack_signatures([article(text(*range(6)))] * 2)
    assert group_copies(*unpack_signatures([packed[0], b"", packed[1], b""])).tolist() in (
        [0, 1, 0, 3],
        [2, 1, 2, 3],
    )


def test_groups_come_back_as_they_were_stored():
    groups = unpack_groups(pack_groups(np.array([0, 3, 2, 3, 3, 2])), 6)
    assert isinstance(groups, CopyGroups)
    assert groups.leaders.tolist() == [0, 3, 2, 3, 3, 2]
    assert [groups.members(document) for document in (0, 1, 5)] == [[0], [1, 3, 4], [2, 5]]
    assert groups.copies_among(np.array([0, 1, 2, 4])) == 1
    assert groups.grouped(np.array([0, 1, 2])).tolist() == [1, 2]
