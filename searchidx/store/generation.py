"""Generations: the consistent states that an index goes through, and which files belong to each.

A generation n is a set of files: the segments of the articles (MAIN) and of the quotes (QUOTES), what others attach
to it (``manifest-n.json``), Whoosh's tables of contents, and the record ``generation-n.json``, which names all of them
with size and checksum. ``_MAIN_n.toc`` gets its name last of all: whoever finds it finds a whole generation.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from searchidx.errors import IndexDamagedError
from searchidx.frozen import frozen
from searchidx.store.sealed import damaged, digest_of, seal, unseal

T = TypeVar("T")

MAIN = "MAIN"
QUOTES = "QUOTES"

_MAIN_TOC = re.compile(rf"_{MAIN}_([0-9]+)\.toc")
# All that generations, and builds that were interrupted, leave in the directory.
_OURS = re.compile(
    rf"_({MAIN}|{QUOTES})_[0-9]+\.toc.*|({MAIN}|{QUOTES})_[0-9a-z]+\..*|({MAIN}|{QUOTES}).*\.tmp"
    r"|(generation|manifest)-[0-9]+\.json.*|copies-[0-9]+\.bin.*|searchidx\.json\..+"
)


class FileSeal(NamedTuple):
    """Size in bytes and checksum (see ``digest_of``) of a file."""

    size: int
    digest: str


@frozen
class Generation:
    """The record of one generation; number 0 stands for an index that nothing was ever committed to.

    ``built`` is when (ISO 8601, UTC), ``folder`` where the articles are (absolute, or relative to the index directory),
    ``size_limit`` the bytes above which a file was not read, ``articles`` their number, ``own_places`` and
    ``own_speakers`` the checksums of the user's own files that they were read with ("" without one),
    ``files`` the seals by name.
    """

    number: int = 0
    built: str = ""
    folder: str = ""
    size_limit: int = 0
    articles: int = 0
    own_places: str = ""
    own_speakers: str = ""
    files: Mapping[str, FileSeal] = field(default_factory=dict)


def toc_name(indexname: str, number: int) -> str:
    """Return the name of the file with a Whoosh index's table of contents."""
    return f"_{indexname}_{number}.toc"


def record_name(number: int) -> str:
    """Return the name of the file with a generation's record."""
    return f"generation-{number}.json"


def attachment_name(name: str, number: int) -> str:
    """Return the name of a file that belongs to a generation but not to Whoosh."""
    stem, _, kind = name.partition(".")
    return f"{stem}-{number}.{kind or 'json'}"


def newest_number(directory: Path) -> int:
    """Return the number of the newest committed generation, 0 where there is none."""
    try:
        names = os.listdir(directory)
    except (FileNotFoundError, NotADirectoryError):
        return 0
    return max((int(match[1]) for match in map(_MAIN_TOC.fullmatch, names) if match), default=0)


def pack_record(generation: Generation) -> bytes:
    """Return the bytes of a generation's record."""
    return seal(asdict(generation))


def read_generation(directory: Path) -> Generation:
    """Return the newest generation, number 0 where there is none; raises ``IndexDamagedError``."""
    return with_newest(directory, lambda generation: generation)


def with_newest(directory: Path, use: Callable[[Generation], T]) -> T:
    """Return what ``use`` makes of the newest generation, and try again where a writer was quicker.

    A writer removes the files of the generation before the one that it commits: a file that is missing is damage only
    if no newer generation has come. Raises ``IndexDamagedError``.
    """
    while True:
        number = newest_number(directory)
        try:
            return use(_read_record(directory, number))
        except FileNotFoundError as error:
            if newest_number(directory) == number:
                raise damaged(directory, f"{Path(error.filename or '?').name} is missing") from error
        except IndexDamagedError:
            if newest_number(directory) == number:
                raise


def _read_record(directory: Path, number: int) -> Generation:
    if not number:
        return Generation()
    path = directory / record_name(number)
    fields = unseal(path.read_bytes(), path)
    files = {name: FileSeal(*values) for name, values in fields.pop("files").items()}
    generation = Generation(files=files, **fields)
    if generation.number != number or any(os.path.basename(name) != name for name in files):
        raise damaged(directory, f"{path.name} belongs to something else")
    return generation


def read_sealed(directory: Path, generation: Generation, name: str) -> bytes:
    """Return the whole content of a file of a generation; raises ``IndexDamagedError`` if it has changed."""
    content = (directory / name).read_bytes()
    if generation.files.get(name) != (len(content), digest_of(content)):
        raise damaged(directory, f"{name} is not as it was written")
    return content


def check_sizes(directory: Path, generation: Generation) -> None:
    """Raise ``IndexDamagedError`` if a file of a generation has another size than it was written with."""
    for name, sealed in generation.files.items():
        size = os.stat(directory / name).st_size
        if size != sealed.size:
            raise damaged(directory, f"{name} has {size:,} bytes instead of {sealed.size:,}")


def remove_leftovers(directory: Path, generation: Generation) -> list[str]:
    """Remove what older generations and interrupted builds left; return the names. Only for who holds the lock.

    Removes nothing where the record of the newest generation could not be read, so that nobody knows what is left over.
    """
    if generation.number and not generation.files:
        return []
    keep = {*generation.files, record_name(generation.number)}
    removed = []
    for name in sorted(os.listdir(directory)):
        if name not in keep and _OURS.fullmatch(name):
            # What a reader has open cannot be removed on Windows: the next build will do it.
            with contextlib.suppress(OSError):
                _remove(directory / name)
                removed.append(name)
    return removed


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        os.remove(path)
