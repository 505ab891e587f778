"""From files to articles: reading, splitting and extraction, put together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from searchidx.article import Article
from searchidx.errors import ReadError
from searchidx.extraction.extract import Extraction, extract
from searchidx.gazetteer.own import OwnPlaces
from searchidx.reading import SIZE_LIMIT, Digest, FileEntry, Skipped, Source, iter_files, read_file
from searchidx.splitting import split


def parse_source(source: Source, own: OwnPlaces | None = None, *, finders: bool = True) -> Article:
    """Split one source into its parts, and find the places, speakers and quotes in them (unless without ``finders``).

    ``own`` has the user's own places and corrections.
    """
    parts = split(source.text, source.metadata, source.path)
    # A headline that is the lede's first sentence stands in the body, where all that is in it is found once.
    headline = None if parts.headline_from == "lede" else parts.headline
    extraction = (
        extract(headline, parts.body, parts.dateline, own, parts.source)
        if finders
        else Extraction((), (), ())
    )
    return Article(
        path=source.path,
        id=source.id,
        headline=parts.headline,
        headline_from=parts.headline_from,
        date=parts.date,
        date_from=parts.date_from,
        byline=parts.byline,
        dateline=parts.dateline,
        source=parts.source,
        language=parts.language,
        body=parts.body,
        speakers=extraction.speakers,
        quotes=extraction.quotes,
        places=extraction.places,
        url=parts.url,
    )


def parse_file(
    folder: str | os.PathLike[str],
    path: str,
    size_limit: int = SIZE_LIMIT,
    digest: Digest | None = None,
    own: OwnPlaces | None = None,
    *,
    finders: bool = True,
) -> Iterator[Article | ReadError]:
    """Give the articles in the file ``path`` below ``folder``, and a ReadError for each that cannot be read.

    ``digest`` is fed every byte that is read, see ``read_file``; ``finders`` see ``parse_source``.
    """
    for source in read_file(folder, path, size_limit, digest):
        if isinstance(source, ReadError):
            yield source
            continue
        try:
            article: Article | ReadError = parse_source(source, own, finders=finders)
        except Exception as error:  # one article must never end a build, whatever is wrong with it or with us
            article = ReadError(source.id, f"could not be parsed ({type(error).__name__}: {error})")
            article.__cause__ = error
        yield article


def parse_paths(
    paths: Iterable[str | os.PathLike[str]], size_limit: int = SIZE_LIMIT
) -> Iterator[Article | Skipped | ReadError]:
    """Give the articles in files and folders. In a folder an article's path is relative to it; a file has its name."""
    for name in paths:
        path = os.fspath(name)
        if not os.path.isdir(path):
            yield from parse_file(os.path.dirname(path) or ".", os.path.basename(path), size_limit)
            continue
        try:
            for entry in iter_files(path):
                if isinstance(entry, FileEntry):
                    yield from parse_file(path, entry.path, size_limit)
                else:
                    yield entry
        except ReadError as error:
            yield error
