"""The words of news text: each rule once, then properties of any text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from searchidx.store.folding import fold
from searchidx.store.words import GAP, LONGEST, VALUE_END, hyphenated, simple_term, simple_words, words

NEWS_TEXT = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.text("aU.S-’'&+#,15é\u0301\u00adß½ \n—_\x1e", max_size=10),
        st.sampled_from(
            ["U.S.-led", "Kharkiv’s", "counter-attack", "1,000", "$5.2bn", "東京", "😀", "AT&T", "“No,”"]
        ),
    ),
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kharkiv's Kharkiv’s KHARKIV", "kharkiv kharkiv kharkiv"),
        ("O'Neill O’Neill", "oneill oneill"),
        ("we'll they’re I'd don't", "we they i dont"),
        ("the soldiers' boots, ‘quoted’ and 'quoted'", "the soldiers boots quoted and quoted"),
        ("U.S. U.S US U.S.’s e.g.", "us us us us eg"),
        ("U.S.Army J.Smith said.The", "us army j smith said the"),
        ("Zürich São Zu\u0308rich Straße Łódź ﬁnd", "zurich sao zurich strasse lodz find"),
        (
            "counter-attack counter\u2011attack",
            "counter [counterattack] attack counter [counterattack] attack",
        ),
        ("pre- and post-war", "pre and post [postwar] war"),
        ("word--word word—word", "word word word word"),
        ("U.S.-led COVID-19 F-16s", "us [usled] led covid [covid19] 19 f [f16s] 16s"),
        ("1990-95 9/11 12.05.2022", "1990 95 9 11 12 05 2022"),
        ("5.2 $5.2bn 1,000 1,234,567.89 3,50", "5.2 5.2bn 1000 1234567.89 3 50"),
        ("R&D AT&T Q & A", "r [r&d] d at [at&t] t q a"),
        ("C++ C# Disney+ x+y", "c++ c# disney x y"),
        ("@handle #tag foo_bar _so_", "handle tag foo_bar so"),
        ("CO₂ km² coun\u00adter", "co2 km counter"),
        ("a-b-c-d-e-f-g", "a b c d e f g"),
        ("東京 3½", "東 京 3 1 2"),
        ("… – “ ” ___ --", ""),
    ],
)
def test_words_of_news_text(text, expected):
    assert " ".join(f"[{word.text}]" if word.joined else word.text for word in words(text)) == expected


def test_spans_point_into_the_text_as_written():
    text = "The U.S.-led cafe\u0301s of “Kharkiv’s” Straße"
    assert [text[word.start : word.end] for word in words(text)] == [
        "The", "U.S.", "U.S.-led", "led", "cafe\u0301s", "of", "Kharkiv", "Straße",
    ]  # fmt: skip


def test_a_joined_form_shares_the_position_of_its_first_part():
    assert [word.position for word in words("a counter-attack now")] == [0, 1, 1, 2, 3]


def test_very_long_words_are_cut():
    (word,) = words("x" * 10_000)
    assert (word.text, word.start, word.end) == ("x" * LONGEST, 0, 10_000)


def test_values_of_a_field_stand_apart():
    text = f"Ann Moss {VALUE_END} Bo Lind{VALUE_END}{VALUE_END}Cy"
    assert [(word.text, word.position) for word in words(text)] == [
        ("ann", 0),
        ("moss", 1),
        ("bo", 2 + GAP),
        ("lind", 3 + GAP),
        ("cy", 4 + 3 * GAP),
    ]
    assert [text[word.start : word.end] for word in words(text)] == ["Ann", "Moss", "Bo", "Lind", "Cy"]


@given(NEWS_TEXT)
def test_spans_are_ordered_and_inside_the_text(text):
    last_start, last_position = 0, -1
    for word in words(text):
        assert last_start <= word.start < word.end <= len(text)
        gaps = text.count(VALUE_END, last_start, word.start)
        assert word.position == last_position + (0 if word.joined else 1 + gaps * GAP)
        assert 0 < len(word.text) <= LONGEST
        last_start, last_position = word.start, word.position


@given(NEWS_TEXT, NEWS_TEXT)
def test_a_space_ends_every_word(left, right):
    shift = len(left) + 1
    width = sum(not word.joined for word in words(left)) + GAP * left.count(VALUE_END)
    moved = [(w.text, w.position + width, w.start + shift, w.end + shift, w.joined) for w in words(right)]
    assert list(words(f"{left} {right}")) == [*words(left), *moved]


@given(st.lists(st.text("ab1.,'-sé5", min_size=1, max_size=8), min_size=1))
def test_the_shortcut_for_simple_pieces_agrees(pieces):
    for piece, (marks, word) in zip(pieces, simple_words(pieces), strict=True):
        start, end = len(marks), len(marks) + len(word)
        if "-" in word:
            assert [tuple(found[:4]) for found in words(piece)] == hyphenated(word, start)
        elif word:
            assert [tuple(found[:4]) for found in words(piece)] == [(simple_term(word), 0, start, end)]


def test_hyphens_are_simple():
    assert simple_words(["--counter-attack's,", "1990-95", "a-b-c-d-e-f-g", "x--y"]) == [
        ("--", "counter-attack"),
        ("", "1990-95"),
        ("", "a-b-c-d-e-f-g"),
        ("", ""),
    ]
    assert hyphenated("counter-attack", 2) == [
        ("counter", 0, 2, 9),
        ("counterattack", 0, 2, 16),
        ("attack", 1, 10, 16),
    ]
    assert [word for word, *_ in hyphenated("1990-95", 0)] == ["1990", "95"]
    assert len(hyphenated("a-b-c-d-e-f-g", 0)) == 7


@given(st.text())
@example("0ｦ")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)).split() == fold(text).split()


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_case_never_matters(text):
    assert fold(text.casefold()) == fold(text)
