"""From an article's text to its parts, top to bottom: prefix, header, headline, byline, dateline, prose, credits."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from searchidx.splitting import dates
from searchidx.splitting.byline import dated_byline, is_byline
from searchidx.splitting.credit import is_agency, is_credit, is_end_mark, name_in, slug_date, trailing_credit
from searchidx.splitting.date_line import is_date_line
from searchidx.splitting.dateline import Dateline, find_dateline
from searchidx.splitting.front_matter import FrontMatter, header_line, take_fenced
from searchidx.splitting.headline import LONGEST, is_headline, markdown_title
from searchidx.splitting.language import detect_language
from searchidx.splitting.paragraphs import blocks, is_full, paragraphs, wrap_width
from searchidx.splitting.parts import Parts
from searchidx.splitting.sentences import first_sentence

_PREFIX = re.compile(
    r"\s*date:?[ \t]+(\d{4}-\d\d-\d\d)(T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?:[ \t]+|(?=\n)|$)", re.I
)
#: Markdown's emphasis around what an article opens with: "**TRIESTE, Italy** — ...".
_EMPHASIS = re.compile(r"\A(\*\*|__|\*|_)(?!\s)([^*_\n]{2,80})(?<!\s)\1(?!\w)")
#: How many lines may stand above the prose.
_HEAD_LINES = 16
#: How many paragraphs of credits may stand below it.
_TAIL_PARAGRAPHS = 8
#: In how much of the prose a date is looked for.
_FIRST_SENTENCES = 500


def split(text: str, metadata: Mapping[str, str], path: str, dayfirst: bool | None = None) -> Parts:
    """Take an article's text apart.

    ``text`` is cleaned (as ``reading`` gives it), ``metadata`` what stood beside it (keys "headline", "date",
    "byline", "source", "url"), ``path`` where it was, for the date that its name may hold. ``dayfirst`` says how
    "03/04/2022" is meant; with None, it is no date.
    """
    return _Splitter(text, metadata, path, dayfirst).parts()


class _Splitter:
    """The work on one article: each step takes its part off the text that is left."""

    def __init__(self, text: str, metadata: Mapping[str, str], path: str, dayfirst: bool | None) -> None:
        self.path = path
        self.dayfirst = dayfirst
        self.meta = dict(metadata)
        self.headline: str | None = None
        self.byline: list[str] = []
        self.credit: list[str] = []
        self.date_text: list[str] = []
        self.rest: list[str] = []
        self.prefix: str | None = None
        self.dateline: Dateline | None = None
        self.blocks = blocks(self._take_front_matter(self._take_prefix(text)))

    def parts(self) -> Parts:
        self._take_head()
        body = [paragraph for block in self.blocks for paragraph in paragraphs(block)]
        self._take_tail(body)
        self._take_dateline(body)
        prose = "\n\n".join(body)
        headline, headline_from = self._headline(body)
        date, date_from = self._date(prose)
        return Parts(
            headline=headline,
            headline_from=headline_from,
            date=date,
            date_from=date_from,
            byline=self.meta.get("byline") or "; ".join(self.byline) or None,
            dateline=self.dateline.text if self.dateline else self.meta.get("dateline"),
            source=self._source(),
            language=self.meta.get("language") or detect_language(prose),
            body=prose,
            credit=tuple(self.credit),
            date_text=tuple(self.date_text),
            rest=tuple(self.rest),
            url=self.meta.get("url"),
        )

    def _take_prefix(self, text: str) -> str:
        match = _PREFIX.match(text)
        if not match:
            return text
        self.prefix = match[1]
        self.date_text.append(match[0].strip())
        return text[match.end() :]

    def _take_front_matter(self, text: str) -> str:
        found, text = take_fenced(text)
        if found:
            self._take_values(found)
        return text

    def _take_values(self, found: FrontMatter) -> None:
        self.rest += found.rest
        for part, value in found.values.items():
            if part in self.meta:
                self.rest.append(value)
            else:
                self.meta[part] = value

    def _take_head(self) -> None:
        """Take the lines above the prose, each for what it is, until one is prose."""
        for _ in range(_HEAD_LINES):
            if not self.blocks:
                return
            line, _, more = self.blocks[0].partition("\n")
            taken = self._take_head_line(line, more)
            if not taken:
                return
            left = self.blocks[0].split("\n", taken)[taken:] if more else []
            self.blocks[:1] = left

    def _take_head_line(self, line: str, more: str) -> int:
        """Take a line for one of the parts; return how many lines that used up, 0 for prose."""
        if len(line) > 2 * LONGEST:
            return 0
        return (
            self._take_header(line)
            or self._take_date_line(line)
            or self._take_byline(line)
            or self._take_top_credit(line)
            or self._take_headline(line, more)
        )

    def _take_header(self, line: str) -> int:
        found = header_line(line)
        if not found:
            return 0
        front = FrontMatter()
        front.add(*found)
        self._take_values(front)
        return 1

    def _take_date_line(self, line: str) -> int:
        if not is_date_line(line):
            return 0
        self.date_text.append(line.strip())
        return 1

    def _take_byline(self, line: str) -> int:
        if not is_byline(line, under_headline=bool(self.headline or "headline" in self.meta)):
            return 0
        byline, date = dated_byline(line)
        self.byline.append(byline)
        self.date_text += [date] if date else []
        return 1

    def _take_top_credit(self, line: str) -> int:
        if not (self.headline or self.byline) or not (is_credit(line) or (self.byline and is_agency(line))):
            return 0
        self.credit.append(line.strip())
        return 1

    def _take_headline(self, line: str, more: str) -> int:
        """Take a headline of one line, or of a few wrapped ones."""
        if self.headline or self.byline:
            return 0
        under = more.partition("\n")[0]
        title = markdown_title(line, under)
        known = self.meta.get("headline")
        if known:
            if (title or line.strip()) != known:
                return 0
            self.rest.append(line)
            return 1
        if title:
            self.headline = title
            return 2 if title == line.strip() else 1
        after = "\n\n".join(self.blocks[1:3])
        lines = [line, *more.split("\n", 3)] if more else [line]
        if len(lines) <= 3 and after and wrap_width(lines) and self._is_wrapped_headline(lines, after):
            return len(lines)
        if more and is_full(line, under, wrap_width([line, *more.split("\n", 20)[:20]])):
            return 0
        if not is_headline(line, (more or after)[:1000], apart=not more):
            return 0
        self.headline = line.strip()
        return 1

    def _is_wrapped_headline(self, lines: list[str], after: str) -> bool:
        joined = " ".join(line.strip() for line in lines)
        if (
            len(lines) == 1
            or len(paragraphs("\n".join(lines))) > 1
            or not is_headline(joined, after[:1000], apart=True)
        ):
            return False
        self.headline = joined
        return True

    def _take_tail(self, body: list[str]) -> None:
        """Take credits and end marks off the end of the article."""
        for _ in range(_TAIL_PARAGRAPHS):
            if len(body) < 1:
                return
            last = body[-1]
            if is_end_mark(last):
                self.rest.append(body.pop())
            elif is_credit(last):
                self.credit.insert(0, body.pop())
            elif len(last) < 100 and is_date_line(last):
                self.date_text.append(body.pop())
            elif last.startswith(("By ", "— ", "(By ")) and is_byline(last.strip("—() ")):
                self.byline.append(body.pop())
            else:
                start = trailing_credit(last)
                if start is None:
                    return
                self.credit.insert(0, last[start:])
                body[-1] = last[:start].rstrip()

    def _take_dateline(self, body: list[str]) -> None:
        if not body:
            return
        lede = _EMPHASIS.sub(r"\2", body[0], count=1)
        self.dateline = find_dateline(lede)
        if self.dateline:
            body[0] = lede[self.dateline.end :]

    def _headline(self, body: list[str]) -> tuple[str | None, str | None]:
        if self.headline:
            return self.headline, "line"
        if self.meta.get("headline"):
            return self.meta["headline"], "meta"
        return (first_sentence(body[0]), "lede") if body else (None, None)

    def _source(self) -> str | None:
        if self.meta.get("source"):
            return self.meta["source"]
        named = next(filter(None, map(name_in, self.credit)), None)
        return named or (self.dateline.agency if self.dateline else None)

    def _date(self, prose: str) -> tuple[datetime.date | None, str | None]:
        """Return the date and where it was found: the surest place that gives one."""
        if self.prefix:
            found = dates.iso_date(self.prefix)
            if found:
                return found, "prefix"
        years = self._known_years
        for key in ("date", "updated"):
            found = dates.parse_date(self.meta[key], years(), self.dayfirst) if key in self.meta else None
            if found:
                return found, "meta"
        for line in self.date_text[bool(self.prefix) :]:
            found = dates.parse_date(line, years(), self.dayfirst)
            if found:
                return found, "text"
        if self.dateline and self.dateline.date_text:
            found = dates.parse_date(self.dateline.date_text, years(), self.dayfirst)
            if found:
                return found, "dateline"
        found = next(filter(None, map(dates.iso_date, filter(None, map(slug_date, self.credit)))), None)
        if found:
            return found, "text"
        found = dates.date_in_path(self.path)
        if found:
            return found, "filename"
        found = dates.find_date(prose[:_FIRST_SENTENCES], self.dayfirst)
        return (found, "text") if found else (None, None)

    def _known_years(self) -> set[int]:
        """Return the years that the article names beside its prose: in its path, or else in its credits."""
        return dates.years_in(self.path) or dates.years_in(" ".join(self.credit))
