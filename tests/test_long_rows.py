"""Thousands of the same character or word in a row: the work grows with the length, not faster."""

import subprocess
import sys

import pytest

# Each of these in a row has been, or could be, read in many ways by a careless pattern.
UNITS = [
    "''",
    "'",
    '"',
    "“",
    "”",
    "``",
    ".",
    "...",
    "?",
    "A.",
    "A ",
    "A. ",
    "A-",
    "O'",
    "1,",
    "(",
    "- ",
    "of the ",
    "and ",
]
UNITS += [
    "“a” ",
    "he said, ",
    "“A,” he said. ",
    "\n",
    "\n\n",
    "St. ",
    "2022-05-12 ",
    "May 5 ",
    "By A\n",
    "May ",
    "North ",
    "New York ",
    "Kharkiv-",
    "A, ",
]

PARSE = """
import json, sys
from searchidx.parsing import parse_source
from searchidx.reading import Source
for unit in json.load(sys.stdin):
    row = unit * (40_000 // len(unit))
    for text in (row, f"The dam has failed. {row}x", f" date 2022-05-12 It was {row} there. “Go,” said Anna Reed."):
        parse_source(Source("a.txt", "a.txt", text))
    print(repr(unit), flush=True)
"""


@pytest.mark.parametrize("part", range(4))
def test_no_row_of_anything_takes_for_ever(part):
    import json

    units = UNITS[part::4]
    # Half a second's work; the limit is there for what would take hours.
    done = subprocess.run(
        [sys.executable, "-c", PARSE], input=json.dumps(units), capture_output=True, text=True, timeout=300
    )
    assert done.stdout.splitlines() == [repr(unit) for unit in units], done.stderr
