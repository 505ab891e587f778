"""From an article's text to its parts, top to bottom: prefix, header, headline, byline, dateline, prose, credits."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from searchidx.splitting import dates
from searchidx.splitting.credit import name_in, slug_date
from searchidx.splitting.dateline import Dateline, find_dateline
from searchidx.splitting.findings import Findings
from searchidx.splitting.front_matter import take_fenced
from searchidx.splitting.head import take_head
from searchidx.splitting.language import detect_language
from searchidx.splitting.paragraphs import blocks, body_paragraphs
from searchidx.splitting.parts import Parts
from searchidx.splitting.sentences import first_sentence, first_sentences
from searchidx.splitting.tail import take_tail

_PREFIX = re.compile(
    r"\s*date(?:(?P<colon>:)|[ \t])[ \t]*(\d{4}-\d\d-\d\d)(T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    # With a colon it is the prefix only if the text goes straight on: else it is a header's line.
    r"(?:[ \t]+(?(colon)(?=[^\W\d]|[\"“‘'(])|)|(?(colon)(?!)|(?=\n|$)))",
    re.I,
)
#: Markdown's emphasis around what an article opens with: "**TRIESTE, Italy** — ...".
_EMPHASIS = re.compile(r"\A(\*\*|__|\*|_)(?!\s)([^*_\n]{2,80})(?<!\s)\1(?!\w)")
_SPEAKER = re.compile(r"[“\"]?[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+:\s")


def split(text: str, metadata: Mapping[str, str], path: str, dayfirst: bool | None = None) -> Parts:
    """Take an article's text apart.

    ``text`` is cleaned (as ``reading`` gives it), ``metadata`` what stood beside it (keys "headline", "date",
    "byline", "source", "url"), ``path`` where it was, for the date that its name may hold. ``dayfirst`` says how
    "03/04/2022" is meant; with None, it is no date.
    """
    found = Findings(dict(metadata))
    prefix, text = _take_prefix(text, found)
    front, text = take_fenced(text)
    if front:
        found.take_values(front)
    body = body_paragraphs(take_head(blocks(text), found))
    take_tail(body, found)
    dateline = _take_dateline(body, found)
    lede = body[0] if body else None
    prose = "\n\n".join(found.above + body)
    headline, headline_from = _headline(found, lede)
    byline = _first_of("byline", "; ".join(found.byline), found)
    place = _first_of("dateline", dateline.text if dateline else "", found)
    date, date_from = _date(prefix, found, dateline, path, prose, dayfirst)
    return Parts(
        headline=headline,
        headline_from=headline_from,
        date=date,
        date_from=date_from,
        byline=byline,
        dateline=place,
        source=_source(found, dateline),
        language=found.meta.get("language") or detect_language(prose),
        body=prose,
        credit=tuple(found.credit),
        date_text=tuple(found.date_text),
        rest=tuple(found.rest),
        url=found.meta.get("url"),
    )


def _take_prefix(text: str, found: Findings) -> tuple[str | None, str]:
    """Cut " date YYYY-MM-DD " off the beginning of a text; return the date as written, and the text that is left."""
    match = _PREFIX.match(text)
    if not match:
        return None, text
    found.date_text.append(match[0].strip())
    return match[2], text[match.end() :]


def _take_dateline(body: list[str], found: Findings) -> Dateline | None:
    """Cut the dateline, and a byline before it, off the first paragraph of the story."""
    if not body:
        return None
    lede = _EMPHASIS.sub(r"\2", body[0], count=1) if body[0][0] in "*_" else body[0]
    dateline = find_dateline(lede, colon=":" in lede and not _is_transcript(body))
    if dateline:
        found.byline += [dateline.byline] if dateline.byline else []
        body[:1] = [lede[dateline.end :]] if dateline.end < len(lede) else []
    return dateline


def _is_transcript(body: list[str]) -> bool:
    """Tell whether paragraphs after the first begin with a name in capitals and a colon, as an interview's do."""
    return any(map(_SPEAKER.match, body[1:10]))


def _headline(found: Findings, lede: str | None) -> tuple[str | None, str | None]:
    if found.headline is not None:
        return found.headline, "line"
    if "headline" in found.meta:
        return found.meta["headline"], "meta"
    return (first_sentence(lede), "lede") if lede else (None, None)


def _first_of(part: str, in_text: str, found: Findings) -> str | None:
    """Return a part as the metadata give it, or else as the text does; the second of two is the rest."""
    given = found.meta.get(part)
    if given and in_text:
        found.rest.append(in_text)
    return given or in_text or None


def _source(found: Findings, dateline: Dateline | None) -> str | None:
    """Return whose text it is: as the metadata, a credit line or the dateline's agency says."""
    if "source" in found.meta:
        return found.meta["source"]
    named = next(filter(None, map(name_in, found.credit)), None)
    return named or (dateline.agency if dateline else None)


def _date(
    prefix: str | None,
    found: Findings,
    dateline: Dateline | None,
    path: str,
    prose: str,
    dayfirst: bool | None,
) -> tuple[datetime.date | None, str | None]:
    """Return the date and where it was found: in the surest of the places that give one."""
    given = dates.iso_date(prefix) if prefix else None
    if given:
        return given, "prefix"
    years = dates.years_in(path) or dates.years_in(" ".join(found.credit))
    places = [("meta", found.meta[key]) for key in ("date", "updated") if key in found.meta]
    places += [("text", line) for line in (found.date_text[1:] if prefix else found.date_text)]
    if dateline and dateline.date_text:
        places.append(("dateline", dateline.date_text))
    places += [("text", slug) for slug in map(slug_date, found.credit) if slug]
    for place, text in places:
        given = dates.parse_date(text, years, dayfirst)
        if given:
            return given, place
    given = dates.date_in_path(path)
    if given:
        return given, "filename"
    given = dates.find_date(f"{found.headline or ''}\n\n{first_sentences(prose, 2)}", dayfirst)
    return (given, "text") if given else (None, None)
