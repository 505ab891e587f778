"""Passages of Markdown shown as plain text."""

from hypothesis import given
from hypothesis import strategies as st

from searchidx.presentation.markdown import without_markup


def test_marks_go_and_spans_stay_on_their_words():
    text = "## The **dam** at Nysa\n* the __report__\n> on it, 2 * 3, snake__case"
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("dam", "report", "case")]
    plain, moved = without_markup(text, spans)
    assert plain == "The dam at Nysa\nthe report\non it, 2 * 3, snake__case"
    assert [plain[start:end] for start, end in moved] == ["dam", "report", "case"]


@given(st.text("ab *_#>\n-", max_size=40), st.lists(st.integers(0, 40), max_size=8))
def test_spans_stay_sorted_and_inside(text, borders):
    borders = sorted({min(border, len(text)) for border in borders})
    spans = list(zip(borders[::2], borders[1::2], strict=False))
    plain, moved = without_markup(text, spans)
    flat = [border for span in moved for border in span]
    assert flat == sorted(flat) and all(0 <= border <= len(plain) for border in flat)
    assert plain.count("a") == text.count("a") and plain.count("b") == text.count("b")
