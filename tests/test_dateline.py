"""Datelines: told from prose, and parted into place, date and agency."""

import pytest

from searchidx.splitting.dateline import find_dateline

# paragraph, dateline, date, agency, how the prose begins
FOUND = [
    ("KYIV, Ukraine, May 12 (Reuters) — Troops moved.", "KYIV, Ukraine, May 12 (Reuters)", "May 12", "Reuters"),
    ("SALVADOR, Feb 26 - Showers continued.", "SALVADOR, Feb 26", "Feb 26", None),
    ("ATLANTA (AP) _ The court ruled.", "ATLANTA (AP)", None, "AP"),
    ("WASHINGTON—President Reyes left.", "WASHINGTON", None, None),
    ("ST. PETERSBURG, Fla. — Police said.", "ST. PETERSBURG, Fla.", None, None),
    ("NEW YORK/LONDON, May 12 (Reuters) - Oil fell.", "NEW YORK/LONDON, May 12 (Reuters)", "May 12", "Reuters"),
    ("Geneva, 12 May 2022 – The agency said.", "Geneva, 12 May 2022", "12 May 2022", None),
    ("PARIS – 12 May 2022 – The ministers met.", "PARIS – 12 May 2022", "12 May 2022", None),
    ("Washington (AFP) - The court ruled.", "Washington (AFP)", None, "AFP"),
    ("Hanoi (VNA) – Vietnam said.", "Hanoi (VNA)", None, "VNA"),
    ("BEIJING, May 12 (Xinhua) -- China said.", "BEIJING, May 12 (Xinhua)", "May 12", "Xinhua"),
    ("AUSTIN, Texas, May 5 /PRNewswire/ -- A firm said.", "AUSTIN, Texas, May 5 /PRNewswire/", "May 5", "PRNewswire"),
    ("RIO DE JANEIRO, Sept. 20 (AP) — Leaders met.", "RIO DE JANEIRO, Sept. 20 (AP)", "Sept. 20", "AP"),
    ("Caracas, march 11 - venezuela will supply oil.", "Caracas, march 11", "march 11", None),
    ("TUCSON, Ariz., April 13- Net income rose.", "TUCSON, Ariz., April 13", "April 13", None),
    ("Aug 27 (Reuters) - A senator said.", "Aug 27 (Reuters)", "Aug 27", "Reuters"),
    ("L'Aquila, Italy, Oct 19 - A firm said.", "L'Aquila, Italy, Oct 19", "Oct 19", None),
    ("TIJUANA & SAN DIEGO, MARCH 29 -- Officials said.", "TIJUANA & SAN DIEGO, MARCH 29", "MARCH 29", None),
    ("LISBON, Portugal — “We have stopped,” she said.", "LISBON, Portugal", None, None),
    ("PORTO - 12 people swam home.", "PORTO", None, None),
    ("WAUSAU, Wis. (WSAW) -- It took years.", "WAUSAU, Wis. (WSAW)", None, "WSAW"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "text", "date", "agency"), FOUND, ids=[row[0][:24] for row in FOUND])
def test_a_dateline_is_found(paragraph, text, date, agency):
    found = find_dateline(paragraph)
    assert found is not None
    assert (found.text, found.date_text, found.agency) == (text, date, agency)
    assert paragraph[: found.end].startswith(text)
    assert paragraph[found.end - 1] in " -—–_"


PROSE = [
    "IBM - the computer giant - said it would sell.",
    "NATO — Its members met.",
    "EU-UK talks - The ministers met again.",
    "NOTE - No forecast was made.",
    "UPDATE: The road is open again.",
    "REYES: I will not go.",
    "NEW DELHI: The minister resigned.",  # perhaps a speaker
    "Senator Ana Reyes (Democrat) — Voters liked her.",
    "Chris Vale (D-CT) — Voters liked him.",
    "The island — A ferry goes there twice a day.",
    "On May 12 - The day of the flood - people swam.",
    "TREASURY BALANCES ROSE ON MARCH 31",
    "Troops have been forced back — twice.",
    "A - B",
    "-",
    "",
]


@pytest.mark.parametrize("paragraph", PROSE)
def test_prose_has_no_dateline(paragraph):
    assert find_dateline(paragraph) is None


def test_a_colon_ends_a_dateline_where_nobody_is_speaking():
    assert find_dateline("NEW DELHI: The minister resigned.", colon=True).text == "NEW DELHI"
    assert find_dateline("UPDATE: The road is open again.", colon=True) is None


@pytest.mark.parametrize("line", ["LISBON, May 12", "KYIV, Ukraine (Reuters)", "LISBON (AP) —"])
def test_a_dateline_may_stand_alone(line):
    assert find_dateline(line).text == line.rstrip(" —")


def test_a_byline_may_stand_before_it_on_the_same_line():
    found = find_dateline("By Ana Reyes NEW YORK, May 3 (Reuters) - Oil fell.")
    assert (found.byline, found.text) == ("By Ana Reyes", "NEW YORK, May 3 (Reuters)")
    found = find_dateline("By John F. Vale. BOSTON (Reuters) - A court ruled.")
    assert (found.byline, found.text) == ("By John F. Vale.", "BOSTON (Reuters)")


def test_a_byline_in_capitals_ends_where_the_agency_does():
    found = find_dateline("By ANA REYES and JOHN VALE, Associated Press LISBON (AP) — The ferry has stopped.")
    assert (found.byline, found.text) == ("By ANA REYES and JOHN VALE, Associated Press", "LISBON (AP)")
