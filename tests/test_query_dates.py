"""Texts about days: what each stands for, in words, and what is refused."""

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.errors import QueryError
from searchidx.query import dates

TODAY = date(2022, 5, 12)  # a Thursday
DAY = datetime.timedelta(days=1)
DAYS = st.dates(date(1001, 1, 1), date(2998, 12, 31))


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-05", "2022-05-01", "2022-05-31"),
        ("2022-5-1", "2022-05-01", "2022-05-01"),
        ("2022-05-12", "2022-05-12", "2022-05-12"),
        ("2022/05/12", "2022-05-12", "2022-05-12"),
        ("20220512", "2022-05-12", "2022-05-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("05/2022", "2022-05-01", "2022-05-31"),
        ("12 May 2022", "2022-05-12", "2022-05-12"),
        ("May 12th, 2022", "2022-05-12", "2022-05-12"),
        ("12-May-2022", "2022-05-12", "2022-05-12"),
        ("  thursday   12 may 2022 ", "2022-05-12", "2022-05-12"),
        ("2022 May 12", "2022-05-12", "2022-05-12"),
        ("May 2022", "2022-05-01", "2022-05-31"),
        ("Sept. 2021", "2021-09-01", "2021-09-30"),
        ("13/05/2022", "2022-05-13", "2022-05-13"),
        ("05/13/2022", "2022-05-13", "2022-05-13"),
        ("05/05/2022", "2022-05-05", "2022-05-05"),
        ("05.06.2022", "2022-06-05", "2022-06-05"),
        ("today", "2022-05-12", "2022-05-12"),
        ("Yesterday", "2022-05-11", "2022-05-11"),
        ("this week", "2022-05-09", "2022-05-15"),
        ("last-week", "2022-05-02", "2022-05-08"),
        ("this month", "2022-05-01", "2022-05-31"),
        ("last month", "2022-04-01", "2022-04-30"),
        ("this year", "2022-01-01", "2022-12-31"),
        ("last year", "2021-01-01", "2021-12-31"),
        ("past 3 days", "2022-05-10", "2022-05-12"),
        ("last 10 days", "2022-05-03", "2022-05-12"),
        ("last two weeks", "2022-04-29", "2022-05-12"),
        ("past week", "2022-05-06", "2022-05-12"),
        ("past month", "2022-04-13", "2022-05-12"),
        ("past 2 years", "2020-05-13", "2022-05-12"),
        ("3 weeks ago", "2022-04-21", "2022-04-21"),
        ("a month ago", "2022-04-12", "2022-04-12"),
        ("3-years-ago", "2019-05-12", "2019-05-12"),
        ("thursday", "2022-05-12", "2022-05-12"),
        ("last thursday", "2022-05-05", "2022-05-05"),
        ("Friday", "2022-05-06", "2022-05-06"),
        ("last-fri", "2022-05-06", "2022-05-06"),
        ("2022-05-01..2022-05-12", "2022-05-01", "2022-05-12"),
        ("2022-05 to 2022-06", "2022-05-01", "2022-06-30"),
        ("May 2021 TO today", "2021-05-01", "2022-05-12"),
        ("2022..", "2022-01-01", None),
        ("to 2022-05", None, "2022-05-31"),
        ("* to 2022", None, "2022-12-31"),
    ],
)
def test_a_text_stands_for_these_days(text, first, last):
    days = dates.read_dates(text, TODAY)
    assert (days.start and str(days.start), days.last and str(days.last)) == (first, last)


def test_the_day_of_a_shorter_month_is_its_last():
    assert dates.read_date("1 month ago", date(2022, 3, 31)).start == date(2022, 2, 28)
    assert dates.read_date("1 year ago", date(2024, 2, 29)).start == date(2023, 2, 28)


NOT_A_DATE = (
    '"{}" is not a date. Write a day (2022-05-12), a month (2022-05), a year (2022), '
    "or yesterday, last-week, 3-weeks-ago."
)
NO_YEAR = '"{}" has no year, and none is guessed. Write the whole date, as in 2022-05-12.'
TOO_FAR = '"{}" is too far away. Write a date from the year 1000 to 2999.'


@pytest.mark.parametrize(
    "text, message",
    [
        *((text, NOT_A_DATE.format(text)) for text in ("notadate", "", "0 days ago", "maybe 2022", "202205")),
        *((text, NOT_A_DATE.format(text)) for text in ("12 May 2022 and 14 June", "Friday May 2022", "٢٠٢٢")),
        ("x" * 50, NOT_A_DATE.format("x" * 39 + "…")),
        *((text, NO_YEAR.format(text)) for text in ("March 5", "May", "12/5", "10", "12 May 22", "5-12")),
        *(
            (text, TOO_FAR.format(text))
            for text in ("0012", "9999-01-01", "2999999 days ago", "1500 years ago")
        ),
        ("last 9999999999 years", TOO_FAR.format("999999999 years ago")),
        ("5/6/22", '"5/6/22" has a year of two digits. Write all four, as in 2022-05-12.'),
        (
            "05/06/2022",
            '"05/06/2022" can be 5 June or 6 May 2022. Write 2022-06-05 or 2022-05-06.',
        ),
        (
            "2022-02-30",
            '"2022-02-30" is not in the calendar: February 2022 has 28 days. Write a day from 01 to 28.',
        ),
        ("31 Feb 2022", NOT_A_DATE.format("31 Feb 2022")),
        (
            "2022-13",
            '"2022-13" is not in the calendar: there is no month 13. Write a month from 01 to 12.',
        ),
        (
            "2022-05-12T14:30",
            '"2022-05-12T14:30" has a time of day; articles have days. Write the day alone.',
        ),
        (
            "12 May 2022 3pm",
            '"12 May 2022 3pm" has a time of day; articles have days. Write the day alone.',
        ),
        (
            "Friday 12 May 2022",
            '"Friday 12 May 2022" contradicts itself: 12 May 2022 was a Thursday. '
            "Write the date without the weekday.",
        ),
        (
            "2022-05-12..2022-05-01",
            "This range ends (1 May 2022) before it begins (12 May 2022). "
            "Write the earlier date first: [2022-05-01 to 2022-05-12].",
        ),
        (
            "2020..2021..2022",
            '"2020..2021..2022" has more than two ends. Write one range, as in 2022-05-01..2022-05-12.',
        ),
        (
            "* to *",
            "This range has no dates. Write one at least, as in [2022-05-01 to 2022-05-12] or 2022-05.. .",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text, message):
    with pytest.raises(QueryError) as caught:
        dates.read_dates(text, TODAY)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "first, last, words",
    [
        ("2022-05-12", "2022-05-12", "12 May 2022"),
        ("2022-05-01", "2022-05-12", "1 to 12 May 2022"),
        ("2022-05-01", "2022-05-31", "May 2022"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2020-01-01", "2022-12-31", "2020 to 2022"),
        ("2022-01-01", "2022-03-31", "January to March 2022"),
        ("2021-12-01", "2022-01-31", "December 2021 to January 2022"),
        ("2022-04-28", "2022-05-03", "28 April to 3 May 2022"),
        ("2021-12-28", "2022-01-03", "28 December 2021 to 3 January 2022"),
        ("2022-05-01", None, "from 1 May 2022 on"),
        (None, "2022-05-12", "up to 12 May 2022"),
        (None, None, "any day"),
    ],
)
def test_a_range_in_words(first, last, words):
    start = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last) + DAY if last else None
    assert dates.describe(dates.DateRange(start, end)) == words


def test_since_and_until_take_whole_periods_and_may_be_left_out():
    assert dates.since("2022-05", TODAY) == date(2022, 5, 1)
    assert dates.until("2022-05", TODAY) == date(2022, 6, 1)
    assert dates.between("2022-04", "2022-05", TODAY) == dates.DateRange(date(2022, 4, 1), date(2022, 6, 1))
    assert dates.between(None, "yesterday", TODAY) == dates.DateRange(None, TODAY)
    assert dates.between("3 weeks ago", None, TODAY) == dates.DateRange(date(2022, 4, 21), None)
    assert dates.between(None, None, TODAY) is None
    with pytest.raises(QueryError, match="before it begins"):
        dates.between("2022-05", "2022-04", TODAY)


@given(DAYS, DAYS)
def test_the_text_of_a_range_reads_back_as_the_same_days(one, other):
    days = dates.DateRange(min(one, other), max(one, other) + DAY)
    assert dates.read_dates(dates.to_text(days).strip("[]"), TODAY) == days


@given(DAYS)
def test_every_written_form_of_a_day_gives_that_day(day):
    month = dates.MONTHS[day.month - 1]
    for text in (
        str(day),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
    ):
        assert dates.read_date(text, TODAY) == dates.DateRange(day, day + DAY)


@given(st.text(max_size=40) | st.text("0123456789 -/.:tapmayjunelst", max_size=20))
def test_any_text_is_days_inside_the_bounds_or_a_query_error(text):
    try:
        days = dates.read_dates(text, TODAY)
    except QueryError as error:
        assert str(error)
    else:
        assert days.start or days.end
        assert not (days.start and days.end) or days.start < days.end
