"""Search results laid out to be read on a terminal."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searchidx.presentation.markdown import without_markup
from searchidx.presentation.style import Style, visible
from searchidx.presentation.widths import columns, shortened
from searchidx.presentation.wrap import wrap

if TYPE_CHECKING:
    from searchidx.index import Hit, Hits
    from searchidx.store.snippets import Snippet

INDENT = "    "
NAMES_SHOWN = 4


def count_of(number: int, thing: str) -> str:
    """Return "1 article", "2 articles", "19,043 articles"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def result_lines(hits: Hits, style: Style, width: int) -> Iterator[str]:
    """Yield the lines of a page of hits, a blank line between two."""
    for number, hit in enumerate(hits):
        if number:
            yield ""
        yield from hit_lines(hit, style, width)


def hit_lines(hit: Hit, style: Style, width: int) -> Iterator[str]:
    """Yield one hit: rank and headline, date and path, who and where, and its snippets."""
    rank = f"{hit.rank}. "
    room = max(20, width - len(rank))
    headline = hit.headline or "(no headline)"
    if hit.article.headline_from == "lede":  # a whole sentence, which the snippets may show again
        headline = one_line(headline, room)
    lines = list(wrap(headline, (), room))
    for number, (text, _) in enumerate(lines):
        yield (style.quiet(rank) if not number else " " * len(rank)) + style.title(visible(text))
    facts = [_copies_text(hit)] if hit.copies else []
    yield from source_lines(hit.date, hit.id, hit.path, facts, style, width)
    if hit.group not in (None, "mentions"):
        said = f"{hit.group}: {hit.via}" if hit.via else str(hit.group)
        for line, _ in wrap(said, (), width - len(INDENT)):
            yield f"{INDENT}{style.quiet(visible(line))}"
    for label, names in (("speakers", hit.speakers), ("places", hit.places)):
        if names:
            yield from labelled(label, some(names), style, width)
    for snippet in hit.snippets:
        yield from snippet_lines(snippet, style, width, markdown=hit.path.lower().endswith(".md"))


def _copies_text(hit: Hit) -> str:
    return f"+{len(hit.copies)} {'copy' if len(hit.copies) == 1 else 'copies'}"


def source_lines(
    date: datetime.date | None, identity: str, path: str, facts: Sequence[str], style: Style, width: int
) -> Iterator[str]:
    """Yield date, id and facts of an article on one line, or on several where they are too long for one."""
    day, shown = date.isoformat() if date else "no date", visible(identity)
    parts = [
        (day, style.date(day)),
        (shown, style.path(shown, path)),
        *((visible(fact), style.quiet(visible(fact))) for fact in facts),
    ]
    line, taken = "", 0
    for plain, painted in parts:
        if line and len(INDENT) + taken + 2 + columns(plain) > width:
            yield INDENT + line
            line, taken = "", 0
        line += "  " + painted if line else painted
        taken += columns(plain) + (2 if taken else 0)
    yield INDENT + line


def snippet_lines(snippet: Snippet, style: Style, width: int, markdown: bool = False) -> Iterator[str]:
    """Yield a snippet with its matches marked, and dots where it begins or ends inside a sentence."""
    before, after = ("" if snippet.starts_sentence else "… "), ("" if snippet.ends_sentence else " …")
    plain, found = without_markup(snippet.text, snippet.spans) if markdown else (snippet.text, snippet.spans)
    spans = [(start + len(before), end + len(before)) for start, end in found]
    lines = wrap(before + plain + after, spans, max(20, width - len(INDENT) - 2))
    for number, (text, marks) in enumerate(lines):
        yield INDENT + ("  " if number else style.quiet("- ")) + style.marked(text, marks)


def labelled(label: str, text: str, style: Style, width: int) -> Iterator[str]:
    """Yield ``label: text`` with its further lines hanging below the text."""
    indent = len(INDENT) + len(label) + 2
    for number, (line, _) in enumerate(wrap(visible(text), (), max(20, width - indent))):
        yield f"{INDENT}{style.quiet(label + ':')} {line}" if not number else " " * indent + line


def one_line(text: str, width: int) -> str:
    """Return a text shortened to one line of at most ``width`` columns, safe for a terminal."""
    return shortened(text, width)


def some(names: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    shown = ", ".join(names[:NAMES_SHOWN])
    return f"{shown} and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else shown


def found_line(hits: Hits) -> str:
    """Say how many articles match: "23 articles (and 9 copies)"."""
    found = count_of(hits.total - hits.copies, "article")
    if hits.copies:
        found += f" (and {hits.copies:,} {'copy' if hits.copies == 1 else 'copies'})"
    return found


def total_line(hits: Hits, page: int, limit: int | None) -> str:
    """Say how many articles match and which of them are shown."""
    found, listed = found_line(hits), hits.total - hits.copies
    if not hits.total:
        return "No article matches."
    if len(hits) == listed:
        return f"{found}."
    if not hits:
        pages = -(-listed // limit) if limit else 1
        return f"{found}; there is no page {page}, the last is {pages}."
    shown = f"{hits[0].rank:,}" if len(hits) == 1 else f"{hits[0].rank:,} to {hits[-1].rank:,}"
    more = f" More: --page {page + 1}" if hits[-1].rank < listed else ""
    return f"{found}, {shown} shown.{more}"
