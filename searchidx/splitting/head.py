"""The lines above a story: header, section, headline, standfirst, byline, date; each taken for what it is."""

from __future__ import annotations

import re
from itertools import islice

from searchidx.splitting.byline import dated_byline, is_affiliation, is_bare_name, is_byline, is_job
from searchidx.splitting.credit import is_agency, is_credit, is_wire_slug
from searchidx.splitting.date_line import is_date_line
from searchidx.splitting.findings import Findings
from searchidx.splitting.front_matter import FrontMatter, header_line
from searchidx.splitting.headline import (
    LONGEST,
    is_headline,
    markdown_title,
    may_be_headline,
    share_said_again,
)
from searchidx.splitting.paragraphs import is_full, on_one_line, paragraphs, wrap_width

#: How many lines may stand above the prose.
_HEAD_LINES = 20
#: How many paragraphs may stand between the headline and a byline or date, and how long each may be.
_STANDFIRSTS = 2
_LONGEST_STANDFIRST = 300
#: How much of the text below is looked at, in characters.
_SEEN = 1000
_LONGEST_LABEL = 400
_URL = re.compile(r"<?(https?://\S+?)>?")
#: The name of a newspaper: "SPRINGFIELD NEWS-LEADER", "The Harbour Times".
_MASTHEAD = re.compile(
    r"(?:[A-Z][\w.'’]*[ -]){1,4}(?i:news|times|herald|tribune|journal|post|gazette|press|chronicle|star|courier|"
    r"dispatch|observer|register|globe|sun|record|leader|news-leader|mail|mirror|telegraph|guardian|inquirer|examiner|"
    r"sentinel|standard|independent|echo|review|daily|weekly|bee|constitution|democrat|republican|citizen|advocate)"
)
#: Where on a site an article stood: "World | Asia", "Home > News > Local".
_BREADCRUMB = re.compile(
    r"[A-Z][\w&]*(?: [A-Z&][\w&]*){0,2}(?:\s*[|>»›]\s*[A-Z][\w&]*(?: [A-Z&][\w&]*){0,2}){1,4}"
)
#: What a web page has between headline and story, on a line of its own, where its text was copied whole.
_PAGE_WORDS = re.compile(
    r"(?i:(?:first |last )?(?:published|updated|posted|modified)(?: (?:\d+|an?|one) (?:minute|hour|day|week)s? ago)?"
    r"|share(?: this)?(?: (?:article|page|story))?|save|print|listen|advertisement"
    r"|\d+ (?:min(?:ute)?s? read|comments?))\s*:?"
)
#: A line this much longer than the one above it is a paragraph, and that a title.
_PARAGRAPH_LENGTH = 140


def take_head(blocks: list[str], found: Findings) -> list[str]:
    """Take the lines above the story off ``blocks`` (what stands between empty lines) and return what is left."""
    head = _Head(blocks, found)
    head.take_lines()
    if found.has_headline and not head.is_signed:
        head.take_standfirst()
    return head.blocks


class _Head:
    """What is left of the article while the lines above the story are taken off."""

    def __init__(self, blocks: list[str], found: Findings) -> None:
        self.blocks = blocks
        self.found = found
        self.in_header = False
        self.is_signed = False
        self.is_under_byline = False  # in the same block

    def take_lines(self) -> None:
        for _ in range(_HEAD_LINES):
            if not self.blocks:
                return
            line, _, more = self.blocks[0].partition("\n")
            taken = self._take_label(line, more) or self._take_headline(line, more)
            if not taken:
                return
            left = self.blocks[0].split("\n", taken)[taken:] if more else []
            self.is_under_byline &= bool(left)
            self.blocks = [block for block in left if block.strip()] + self.blocks[1:]

    def take_standfirst(self) -> None:
        """Take a byline or a date that is parted from the headline by a line or two of text; those stay in the body."""
        for number, block in enumerate(self.blocks[:_STANDFIRSTS]):
            if len(block) > _LONGEST_STANDFIRST or number + 2 >= len(self.blocks):
                return
            line = self.blocks[number + 1].partition("\n")[0]
            if is_byline(line, under_headline=True) or is_date_line(line):
                self.found.above += [
                    part for block in self.blocks[: number + 1] for part in paragraphs(block)
                ]
                self.blocks = self.blocks[number + 1 :]
                self.take_lines()
                return

    def _take_label(self, line: str, more: str) -> int:
        """Take a line that is no text: "Key: value", a date, a byline, an agency. Return how many lines were taken."""
        if len(line) > _LONGEST_LABEL:
            return 0
        if self._take_header(line, more):
            return 1
        if len(line) > _PARAGRAPH_LENGTH:
            return 0
        if line.startswith(("http", "<http")) and (address := _URL.fullmatch(line)):
            self.found.meta.setdefault("url", address[1])
            self.found.rest.append(line)
        elif is_date_line(line):
            self.found.date_text.append(line.strip())
        elif is_byline(line, under_headline=self.found.has_headline) or self._is_named_author(line, more):
            byline, date = dated_byline(line)
            self.found.byline.append(byline)
            self.is_signed = self.is_under_byline = True
            self.found.date_text += [date] if date else []
        elif self.is_signed and is_agency(line):
            self.found.credit.append(line.strip())
        elif self.is_signed and (is_job(line) or self._is_affiliation(line, more)):
            self.found.byline[-1] += ", " + line.strip()
        elif self._is_masthead(line, more):
            self.found.meta.setdefault("source", line.strip())
            self.found.rest.append(line.strip())
        elif self._is_furniture(line.strip()):
            self.found.rest.append(line.strip())
        elif (self.found.has_headline or self.is_signed) and is_credit(line):
            self.found.credit.append(line.strip())
        else:
            return 0
        return 1

    def _take_header(self, line: str, more: str) -> bool:
        """Take a line "Key: value"; a key that is also a common word counts only beside another such line."""
        header = None
        if ":" in line[:26]:
            header = header_line(
                line, self.in_header or header_line(more[:_SEEN].partition("\n")[0], True) is not None
            )
        self.in_header = header is not None
        if header:
            front = FrontMatter()
            front.add(*header)
            self.found.take_values(front)
        return self.in_header

    def _is_furniture(self, line: str) -> bool:
        """Tell whether a line belongs to the wire or the page rather than to the article."""
        if is_wire_slug(line) or _PAGE_WORDS.fullmatch(line):
            return True
        return not self.found.has_headline and _BREADCRUMB.fullmatch(line) is not None

    def _is_named_author(self, line: str, more: str) -> bool:
        """Tell whether a name alone under the headline is the author's: then a date or an office follows."""
        if self.found.headline is None or self.is_signed or len(line) > 60 or not is_bare_name(line):
            return False
        following = more or (self.blocks[1] if len(self.blocks) > 1 else "")
        under = following.partition("\n")[0]
        return len(under) < _PARAGRAPH_LENGTH and (is_date_line(under) or is_job(under))

    def _is_masthead(self, line: str, more: str) -> bool:
        """Tell whether a line above the headline is the name of a paper: another title follows at once."""
        if not more or self.found.has_headline or self.is_signed or not _MASTHEAD.fullmatch(line.strip()):
            return False
        under = more.partition("\n")[0]
        return len(under.split()) > 2 and not self._is_label(under) and may_be_headline(under)

    def _is_affiliation(self, line: str, more: str) -> bool:
        """Tell whether a line names the author's paper: it stands alone between the byline and a longer paragraph."""
        follows = not more and len(self.blocks) > 1 and len(self.blocks[1]) > len(line) * 2
        return follows and self.is_under_byline and is_affiliation(line)

    def _take_headline(self, line: str, more: str) -> int:
        """Take a headline, unless there is one or the story has begun. Return how many lines were taken."""
        found = self.found
        if found.headline is not None or self.is_signed or len(line) > LONGEST:
            return 0
        under = more.partition("\n")[0]
        title = markdown_title(line, under)
        if "headline" in found.meta:
            if (title or line.strip()) != found.meta["headline"]:
                return 0
            found.rest.append(line)
        elif title:
            found.headline = title
        else:
            return (
                self._take_section(line, more)
                or self._take_wrapped(line, more)
                or self._take_line(line, more)
            )
        return 2 if title and not line.lstrip().startswith("#") else 1

    def _story(self, more: str, number: int) -> str:
        """Return how the article goes on below a line: its next paragraphs, without labels.

        ``more`` are the other lines of its block, ``number`` that of the next block.
        """
        parts = (*more.split("\n", 6), *self.blocks[number : number + 5])
        return "\n\n".join(islice((part[:_SEEN] for part in parts if part and not self._is_label(part)), 3))

    def _is_label(self, line: str) -> bool:
        return len(line) < _PARAGRAPH_LENGTH and (
            is_date_line(line)
            or is_byline(line, under_headline=True)
            or header_line(line, True) is not None
            or _PAGE_WORDS.fullmatch(line.strip()) is not None
        )

    def _take_line(self, line: str, more: str) -> int:
        """Take a headline that stands on one line."""
        if not may_be_headline(line):
            return 0
        under = more.partition("\n")[0]
        apart = not more or self._is_label(under)
        if not apart and line[-1:] != ";" and is_full(line, under, wrap_width(self.blocks[0][:_SEEN])):
            return 0
        apart |= len(line) < _PARAGRAPH_LENGTH < len(under)
        following = self._story(more, 1)
        if not is_headline(line, following, apart):
            return 0
        self.found.headline = on_one_line(line)
        return 1

    def _take_wrapped(self, line: str, more: str) -> int:
        """Take a headline that goes over two or three lines."""
        lines = [line, *more.split("\n", 3)]
        if not more or len(lines) > 3 or line.rstrip()[-1:] in ".;" or len(paragraphs(self.blocks[0])) > 1:
            return 0
        if any(map(self._is_label, lines[1:])):
            return 0  # "Headline\nBy Jane Smith" is a headline and a byline, each on its line
        after = self._story("", 1)
        joined = " ".join(part.strip() for part in lines)
        if not is_headline(joined, after, apart=True):
            return 0
        self.found.headline = joined
        return len(lines)

    def _take_section(self, line: str, more: str) -> int:
        """Take the name of a section, "World news", above the headline; it stays in the body."""
        if more or len(self.blocks) < 3 or len(line.split()) > 3 or line.rstrip()[-1:] in ".?!":
            return 0
        title, story = self.blocks[1], self._story("", 2)
        if share_said_again(line, story):
            return 0
        if "\n" in title or len(title.split()) < 4 or title.rstrip()[-1:] == ".":
            return 0
        if (
            is_byline(title)
            or is_date_line(title)
            or is_credit(title)
            or not is_headline(title, story, apart=True)
        ):
            return 0
        self.found.above.append(on_one_line(line))
        return 1
