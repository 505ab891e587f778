"""The lines below a story: credits, bylines, dates and end marks."""

from __future__ import annotations

from searchidx.splitting.byline import is_signature
from searchidx.splitting.credit import is_credit, is_end_mark, trailing_credit
from searchidx.splitting.date_line import is_date_line
from searchidx.splitting.findings import Findings

#: How many paragraphs may stand below the story.
_TAIL_PARAGRAPHS = 8


def take_tail(body: list[str], found: Findings) -> None:
    """Take credits, signatures, dates and end marks off the end of an article's paragraphs."""
    for _ in range(_TAIL_PARAGRAPHS):
        if not body:
            return
        last = body[-1]
        if is_end_mark(last):
            found.rest.append(body.pop())
        elif is_credit(last):
            found.credit.insert(0, body.pop())
        elif len(last) < 100 and is_date_line(last):
            found.date_text.append(body.pop())
        elif is_signature(last):
            found.byline.append(body.pop())
        else:
            start = trailing_credit(last)
            if start is None:
                return
            found.credit.insert(0, last[start:])
            body[-1] = last[:start].rstrip()
