"""Going through all that an index holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from searchidx.errors import IndexDamagedError
from searchidx.store.generation import MAIN, Generation
from searchidx.store.loading import GenerationIndex, open_newest
from searchidx.store.schema import make_schema
from searchidx.store.sealed import damaged


def articles_by_path(directory: Path) -> Counter[str]:
    """Return the number of articles of each file, by going through every stored article.

    Raises ``IndexDamagedError`` where something cannot be read or does not fit together.
    """

    def count(_: Generation, indexes: dict[str, GenerationIndex]) -> Counter[str]:
        try:
            return _count(indexes[MAIN])
        except FileNotFoundError:
            raise
        except IndexDamagedError as error:
            raise damaged(directory, str(error)) from error
        except Exception as error:  # whatever damaged bytes make a reader raise
            raise damaged(directory, f"reading it fails ({type(error).__name__}: {error})") from error

    return open_newest(directory, {MAIN: make_schema()}, count)


def _count(index: GenerationIndex) -> Counter[str]:
    found: Counter[str] = Counter()
    with index.reader() as reader:
        for _, stored in reader.iter_docs():
            path, _, line = stored["id"].rpartition("#")
            found[path if line.isdigit() and path.lower().endswith(".jsonl") else stored["id"]] += 1
    return found
