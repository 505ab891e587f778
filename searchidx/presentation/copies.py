"""The copies of an article and what each changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from searchidx.presentation.results import INDENT, source_lines
from searchidx.presentation.style import Style, visible
from searchidx.presentation.wrap import wrap

if TYPE_CHECKING:
    from searchidx.article import Article
    from searchidx.index import Copy
    from searchidx.store.copies.changes import Change

_SHOWN = 8  # changes of one copy
_WORDS = 24  # of a change


def copies_lines(own: Article, copies: Sequence[Copy], style: Style, width: int) -> Iterator[str]:
    """Yield the article, and each copy with what it left out, added and put in other words."""
    yield from _head_lines(own, None, style, width)
    for copy in copies:
        yield ""
        yield from _head_lines(copy.article, _kept(copy), style, width)
        if copy.article.headline_from != "lede" and not copy.changes:
            yield f"{INDENT}{style.quiet('word for word the same')}"
        for change in copy.changes[:_SHOWN]:
            yield from _change_lines(change, style, width)
        if len(copy.changes) > _SHOWN:
            yield f"{INDENT}{style.quiet(f'and {len(copy.changes) - _SHOWN} changes more: --json has all')}"


def _kept(copy: Copy) -> str:
    percent = int(100 * copy.kept)  # never 100 % where something is missing
    return f"has {percent} % of the words"


def _head_lines(article: Article, note: str | None, style: Style, width: int) -> Iterator[str]:
    for text, _ in wrap(article.headline or "(no headline)", (), width):
        yield style.title(visible(text))
    facts = [fact for fact in (article.source, note) if fact]
    yield from source_lines(article.date, article.id, article.path, facts, style, width)


def _change_lines(change: Change, style: Style, width: int) -> Iterator[str]:
    for sign, words, paint in (("-", change.old, style.bad), ("+", change.new, style.date)):
        room = max(20, width - len(INDENT) - 2)
        for number, (line, _) in enumerate(wrap(_abridged(words), (), room)):
            yield f"{INDENT}{paint((' ' if number else sign) + ' ' + visible(line))}"


def _abridged(text: str) -> str:
    words = text.split()
    if len(words) <= _WORDS * 3 // 2:
        return text
    half = _WORDS // 2
    left_out = f"[{len(words) - 2 * half} words]"
    return " ".join([*words[:half], "…", left_out, "…", *words[-half:]])


def copies_record(own: Article, copies: Sequence[Copy]) -> dict[str, Any]:
    """Return the copies of an article as plain data; ``kept`` is the share of the article's words that a copy has."""
    return {
        **_article_record(own),
        "copies": [
            {
                **_article_record(copy.article),
                "kept": round(copy.kept, 4),
                "changes": [{"old": change.old, "new": change.new} for change in copy.changes],
            }
            for copy in copies
        ],
    }


def _article_record(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "date": article.date.isoformat() if article.date else None,
        "headline": article.headline,
        "source": article.source,
    }
