"""The page about the query language: every row of its tables is what the program does."""

import datetime
import re
from pathlib import Path

import pytest

import searchidx.query
from searchidx.errors import QueryError
from searchidx.query import FIELDS, parse, to_text

PAGE = (Path(searchidx.query.__file__).parent / "language.md").read_text(encoding="utf-8")
TODAY = datetime.date(2022, 5, 12)


def rows(section: str) -> list[list[str]]:
    """Return the cells of a section's table, without its head."""
    text = PAGE.split(f"## {section}\n")[1].split("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines
    ]


def code(cell: str) -> str:
    assert cell.startswith("`") and cell.endswith("`"), cell
    return cell[1:-1]


@pytest.mark.parametrize("query, finds, read_as", rows("What can be written"))
def test_each_example_is_read_as_the_page_says(query, finds, read_as):
    assert finds
    tree = parse(code(query), TODAY)
    assert to_text(tree) == code(read_as)
    assert parse(code(read_as), TODAY) == tree


@pytest.mark.parametrize("query, message", rows("What cannot be read"))
def test_each_mistake_has_the_message_on_the_page(query, message):
    with pytest.raises(QueryError) as caught:
        parse(code(query), TODAY)
    assert str(caught.value) == message


def test_the_page_lists_exactly_the_fields():
    listed = [
        (code(name), tuple(re.findall(r"`(\w+)`", others)), about)
        for name, others, about in rows("The fields")
    ]
    assert listed == [(field.name, field.aliases, field.about) for field in FIELDS]
    with pytest.raises(QueryError, match="Write one of " + ", ".join(field.name for field in FIELDS)):
        parse("zzzzzz:x", TODAY)


def test_the_page_and_the_parser_name_the_same_limits():
    from searchidx.query.parser import MAX_DEPTH, MAX_LENGTH

    assert f"{MAX_DEPTH} deep" in PAGE and f"{MAX_LENGTH:,} characters" in PAGE.replace("\n", " ")
