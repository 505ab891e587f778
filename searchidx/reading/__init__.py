"""A folder of files to the articles in them: decoded, cleaned, not yet split; whatever the folder holds.

``iter_files`` walks, ``read_file`` reads one file, on its own, so that other processes can share the work.
"""

from searchidx.reading.files import SIZE_LIMIT, Digest, digest_file, read_file
from searchidx.reading.source import Source
from searchidx.reading.walk import ARTICLE_SUFFIXES, FileEntry, Skipped, is_article_file, iter_files

__all__ = [
    "ARTICLE_SUFFIXES",
    "SIZE_LIMIT",
    "Digest",
    "FileEntry",
    "Skipped",
    "Source",
    "digest_file",
    "is_article_file",
    "iter_files",
    "read_file",
]
