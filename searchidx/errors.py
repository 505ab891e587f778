"""Every error that searchidx raises on purpose.

    SearchidxError                 the base: catch this to catch them all
    ├── ReadError                  a file or one article in it cannot be read (path, reason)
    ├── WorkerError                a process that read articles ended before its time
    ├── QueryError                 a query that cannot be understood (text, position)
    ├── ArticleMissingError        no article has this id
    ├── ConfigError                a configuration file that cannot be used (path, line)
    ├── SavedSearchError           a saved search that is not there, or cannot be kept
    └── IndexDirectoryError        something about an index directory
        ├── IndexMissingError      no index there
        ├── IndexVersionError      an index of another format version
        ├── IndexDamagedError      files of the index are damaged or gone
        ├── IndexLockedError       another process is writing
        └── IndexWriteError        the index could not be written (disk full, permissions)

A message says what was wrong, where, and what to do next. An error of a library below is chained, never hidden.
"""

from __future__ import annotations


class SearchidxError(Exception):
    """Base of all errors of this package; ``str(error)`` is fit to be shown to a person."""


class ReadError(SearchidxError):
    """A file, or one article in a file, that cannot be read.

    ``path`` is relative to the folder that is being read (``path:line`` for one line of a .jsonl file),
    ``reason`` one short clause.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:  # crosses process borders whole
        return (type(self), (self.path, self.reason))


class WorkerError(SearchidxError):
    """A process that read articles for a build ended before its time: killed, out of memory."""


class QueryError(SearchidxError):
    """A query that cannot be understood.

    ``query`` is the text as typed, ``position`` the offset of the trouble in it (or None).
    """

    def __init__(self, message: str, query: str = "", position: int | None = None) -> None:
        super().__init__(message)
        self.query = query
        self.position = position


class ArticleMissingError(SearchidxError):
    """The index has no article with this id."""


class ConfigError(SearchidxError):
    """A configuration file, or a setting in the environment, that cannot be used; ``where`` is ``path:line``."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class SavedSearchError(SearchidxError):
    """A saved search that is not there, or that cannot be kept."""


class IndexDirectoryError(SearchidxError):
    """Base of what can be wrong with an index directory."""


class IndexMissingError(IndexDirectoryError):
    """There is no index in the directory."""


class IndexVersionError(IndexDirectoryError):
    """The index was written in another format version."""


class IndexDamagedError(IndexDirectoryError):
    """Files of the index are damaged or missing."""


class IndexLockedError(IndexDirectoryError):
    """Another process is writing to the index."""


class IndexWriteError(IndexDirectoryError):
    """The index could not be written; the one that was there before is untouched."""
