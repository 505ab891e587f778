"""Quotes and speakers, to be read or as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from searchidx.presentation.results import INDENT, count_of, source_lines
from searchidx.presentation.style import Style, visible
from searchidx.presentation.suggestions import suggestion_records
from searchidx.presentation.widths import shortened
from searchidx.presentation.wrap import wrap

if TYPE_CHECKING:
    from searchidx.asking.hits import Hit
    from searchidx.asking.quote_hits import QuoteHit, QuoteHits
    from searchidx.store.quote_search import SpeakerCount

_WIDE = 80  # columns that a line for each speaker needs
COLUMNS = ("rank", "date", "speaker", "role", "speaker_kind", "kind", "quote", "headline", "article")


def quote_record(hit: QuoteHit) -> dict[str, Any]:
    """Return a quote as plain data: ``spans`` are matches in ``text``, ``start`` and ``end`` its place in the body."""
    start, end = hit.span
    snippet = hit.snippet
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "text": hit.text,
        "spans": [[a + snippet.offset, b + snippet.offset] for a, b in snippet.spans],
        "speaker": hit.speaker,
        "speaker_text": hit.speaker_text,
        "speaker_kind": hit.speaker_kind,
        "role": hit.role,
        "cue": hit.cue,
        "kind": hit.kind,
        "confidence": hit.confidence,
        "date": hit.date.isoformat() if hit.date else None,
        "headline": hit.headline,
        "article": hit.article_id,
        "start": start,
        "end": end,
    }


def quote_row(hit: QuoteHit) -> tuple[object, ...]:
    """Return the values of one CSV row."""
    date = hit.date.isoformat() if hit.date else ""
    return (
        hit.rank,
        date,
        hit.speaker or "",
        hit.role or "",
        hit.speaker_kind or "",
        hit.kind,
        hit.text,
        hit.headline or "",
        hit.article_id,
    )


def quotes_record(hits: QuoteHits) -> dict[str, Any]:
    """Return a whole result as plain data."""
    return {
        "query": hits.query,
        "total": hits.total,
        "match": hits.match,
        "relaxed": hits.relaxed,
        "suggestions": suggestion_records(hits.suggestions),
        "quotes": [quote_record(hit) for hit in hits],
    }


def quote_lines(hits: QuoteHits, style: Style, width: int) -> Iterator[str]:
    """Yield the lines of a page of quotes, a blank line between two."""
    for number, hit in enumerate(hits):
        if number:
            yield ""
        yield from _speaker_lines(hit, style, width)
        snippet = hit.snippet
        marks = ("“", "”") if hit.kind == "direct" else ("", "")
        before = marks[0] + ("" if snippet.starts_sentence else "… ")
        text = before + snippet.text + ("" if snippet.ends_sentence else " …") + marks[1]
        spans = [(start + len(before), end + len(before)) for start, end in snippet.spans]
        for line, inside in wrap(text, spans, max(20, width - len(INDENT))):
            yield INDENT + style.marked(line, inside)
        yield from source_lines(hit.date, hit.article_id, hit.path, (), style, width)


def _speaker_lines(hit: QuoteHit, style: Style, width: int) -> Iterator[str]:
    """Yield who speaks, the name as a title, with role and kind behind it."""
    rank, speaker = f"{hit.rank}. ", hit.speaker or "nobody named"
    role = f", {hit.role}" if hit.role else ""
    unnamed = " (unnamed)" if hit.speaker_kind == "unnamed" else ""
    named = [(0, len(speaker))]
    for number, (line, inside) in enumerate(wrap(f"{speaker}{role}{unnamed}", named, width - len(rank))):
        end = inside[0][1] if inside else 0
        text = style.title(visible(line[:end])) + visible(line[end:])
        yield (style.quiet(rank) if not number else " " * len(rank)) + text


def total_line(hits: QuoteHits, page: int) -> str:
    """Say how many quotes match, how many are shown, and how to see more."""
    if not hits.total:
        return "No quote matches."
    shown = "" if len(hits) == hits.total else f", {len(hits):,} shown"
    more = f" More: --page {page + 1}" if hits.hits and hits.hits[-1].rank < hits.total else ""
    return f"{count_of(hits.total, 'quote')}{shown}.{more}"


def speaker_record(one: SpeakerCount) -> dict[str, Any]:
    """Return a speaker as plain data."""
    return {
        "speaker": one.name,
        "kind": one.kind,
        "quotes": one.quotes,
        "articles": one.articles,
        "first": one.first.isoformat() if one.first else None,
        "last": one.last.isoformat() if one.last else None,
    }


def speaker_lines(found: Sequence[SpeakerCount], style: Style, width: int) -> Iterator[str]:
    """Yield each speaker on a line, or on two where the terminal is narrow."""
    for one in found:
        days = f"{one.first} to {one.last}" if one.first != one.last else f"{one.first or ''}"
        kind = "" if one.kind == "person" or not one.kind else f" ({one.kind})"
        counts = f"{count_of(one.quotes, 'quote'):>12} in {count_of(one.articles, 'article'):<13}"
        name = shortened(one.name, max(12, width - (56 if width >= _WIDE else 2) - len(kind)))
        if width >= _WIDE:
            yield f"{counts} {style.date(f'{days:<24}')} {style.title(name)}{kind}"
        else:
            yield f"{style.title(name)}{kind}"
            counts = f"{count_of(one.quotes, 'quote')} in {count_of(one.articles, 'article')}"
            for line, _ in wrap(f"{counts}  {days}", (), width - len(INDENT)):
                yield INDENT + line


def article_lines(hits: Iterable[Hit], style: Style, width: int) -> Iterator[str]:
    """Yield the articles in which someone is quoted, headline first."""
    for hit in hits:
        yield ""
        yield INDENT + style.title(shortened(hit.headline or "(no headline)", max(20, width - len(INDENT))))
        yield from source_lines(hit.date, hit.id, hit.path, (), style, width)
