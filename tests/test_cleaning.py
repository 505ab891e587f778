"""Decoded text without what cannot be seen."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.reading.cleaning import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("20\u00a0000 km\u202fh", "20 000 km h"),
        ("gov\u00adern\u00adment", "government"),
        ("zero\u200bwidth \ufeffmark", "zerowidth mark"),
        ("left\u200eto\u202eright\u2066", "lefttoright"),
        ("nul\0nul\x07bell", "nul nul bell"),
        ("page\x0cpage\u2028line\u2029paragraph", "page\npage\nline\n\nparagraph"),
        ("\x93quoted\x94 \x96 it\x92s", "“quoted” – it’s"),
        ("cafe\u0301 Zu\u0308rich", "café Zürich"),
        ("trailing \t\nspaces  ", "trailing\nspaces"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("ab\u200dcd \u200cef", "abcd ef"),
        ("می\u200cخواهم 👩\u200d🚒", "می\u200cخواهم 👩\u200d🚒"),
        ("“curly” ‘quotes’ — dash… £5 €6", "“curly” ‘quotes’ — dash… £5 €6"),
    ],
)
def test_what_cannot_be_seen_is_replaced_or_removed(text, expected):
    assert clean(text) == expected


INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u200b\u200e\u200f\u2028-\u202f\u2060\u2066-\u2069\ufeff]"
)


@given(
    st.text() | st.text(st.sampled_from("a \t\r\n\0\x0b\x85\xa0\xad\u200b\u200d\u2028\u202e\ufeff\u0301é"))
)
def test_nothing_invisible_is_left_and_cleaning_twice_is_cleaning_once(text):
    cleaned = clean(text)
    assert not INVISIBLE.search(cleaned)
    assert clean(cleaned) == cleaned
    assert "\r" not in cleaned
    assert not re.search(r"[ \t]\n", cleaned)


@given(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="\u2028\u2029")))
def test_letters_digits_and_marks_stay(text):
    if not re.search("[\u0300-\u036f]", text):
        assert clean(text) == text


def test_a_long_run_of_accents_takes_linear_time():
    text = "a" + "\u0323\u0301" * 300_000
    assert unicodedata.normalize("NFC", clean(text[:9])) == unicodedata.normalize("NFC", text[:9])
    assert len(clean(text)) > 500_000


def test_long_runs_of_space_take_linear_time():
    assert clean("a \n" + "\t" * 300_000 + "b" + " " * 300_000 + "\nc") == "a\n" + "\t" * 300_000 + "b\nc"


@given(st.text(st.sampled_from("ab \t\n\r\x00\x1b\x7f\x85\x9f\xa0\xad“”’–é€\u0301\u200b\u200d\u2028\ufeff")))
def test_western_text_is_cleaned_as_any_other(text):
    beyond = "ł\n"  # a letter that Windows-1252 does not have
    assert clean(beyond + text) == beyond + clean(text)
