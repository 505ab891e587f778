"""The parts of an article, as splitting finds them."""

from __future__ import annotations

import datetime

from searchidx.frozen import frozen


@frozen
class Parts:
    """An article's text, taken apart: every word of it stands in exactly one part.

    ``headline``, ``byline``, ``dateline`` and ``body`` are the article's own words. ``credit`` are the lines that say
    whose text it is ("(© Telegraph Media Group Ltd 2022)"), ``source`` the name in them; ``date_text`` the words that
    are there for the date alone; ``rest`` what else is no prose: keys of front matter, end marks, a repeated title.

    A headline of ``headline_from`` "lede" is the body's first sentence, and stands in the body too. What comes from
    the metadata beside the text ("meta") need not stand in the text at all.
    """

    headline: str | None
    headline_from: str | None
    date: datetime.date | None
    date_from: str | None
    byline: str | None
    dateline: str | None
    source: str | None
    language: str | None
    body: str
    credit: tuple[str, ...] = ()
    date_text: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    url: str | None = None
