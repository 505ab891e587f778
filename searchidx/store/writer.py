"""Writing an index: articles in, one commit at the end, the old index whole until then."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.writing import CLEAR

from searchidx.article import Article
from searchidx.errors import IndexLockedError, IndexWriteError
from searchidx.store.documents import to_document
from searchidx.store.schema import make_schema
from searchidx.store.settings import FORMAT_VERSION, Settings, read_settings, write_settings


class Rebuild:
    """A new index content under way; ``add`` articles, and all of them replace the old ones on leaving."""

    def __init__(self, writer: object) -> None:
        self._writer = writer

    def add(self, article: Article) -> None:
        """Index one article."""
        self._writer.add_document(**to_document(article))  # type: ignore[attr-defined]


@contextlib.contextmanager
def rebuild(directory: Path, folder: Path) -> Iterator[Rebuild]:
    """Fill an index anew: committed when the block ends well, left as it was when it does not."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        known = whoosh_index.exists_in(str(directory)) and _is_current(directory)
        opened = (
            whoosh_index.open_dir(str(directory))
            if known
            else whoosh_index.create_in(str(directory), make_schema())
        )
        writer = opened.writer(limitmb=128)
    except whoosh_index.LockError as error:
        raise IndexLockedError(
            f"Another process is writing to {directory}. Wait until it is done."
        ) from error
    except OSError as error:
        raise IndexWriteError(f"{directory} cannot be written: {error.strerror or error}") from error
    try:
        yield Rebuild(writer)
        writer.commit(mergetype=CLEAR)
    except OSError as error:
        writer.cancel()
        raise IndexWriteError(
            f"The index in {directory} could not be written: {error.strerror or error}. What was there is unchanged."
        ) from error
    except BaseException:
        writer.cancel()
        raise
    built = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    write_settings(directory, Settings(folder=str(folder.resolve()), built=built))


def _is_current(directory: Path) -> bool:
    try:
        return read_settings(directory).format == FORMAT_VERSION
    except Exception:
        return False
