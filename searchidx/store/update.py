"""Changing what an index holds: articles in, articles out, and one commit at the end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from searchidx.article import Article
from searchidx.store.article_writer import SCHEMAS, ArticleWriter, Segments
from searchidx.store.codec import ArraySegment
from searchidx.store.commit import commit
from searchidx.store.copies.grouped import ATTACHMENT
from searchidx.store.copies.stored import groups_in
from searchidx.store.documents import from_stored
from searchidx.store.generation import MAIN, Generation, remove_leftovers
from searchidx.store.index_update import IndexUpdate
from searchidx.store.merging import Merge

# Articles whose copies are looked for while segments are merged; of more, that would take memory at the same time.
_MOST_BESIDE = 60_000


def run_merges(merges: Sequence[Merge]) -> Iterator[None]:
    """Do what merging is to be done, in this process."""
    return (merge.run() for merge in merges)


class Update:
    """The next generation of an index, under way; a context manager that leaves no trace unless it was committed.

    ``before`` is the newest generation. With ``fresh`` nothing of it is taken over.
    ``own_speakers`` is the user's file of the spellings of speakers' names. The caller holds the writer lock.
    Any method may raise OSError.
    """

    def __init__(
        self, directory: Path, before: Generation, *, fresh: bool = False, own_speakers: str = ""
    ) -> None:
        self._own_speakers = own_speakers
        self._directory = directory
        self._before = before
        self._indexes = {
            name: IndexUpdate(directory, before, name, make(), fresh=fresh) for name, make in SCHEMAS.items()
        }
        self._writer: ArticleWriter | None = None
        self._added: Segments = {name: [] for name in SCHEMAS}
        self._removed: list[str] = []

    def add(self, article: Article) -> None:
        """Index one article and its quotes."""
        if self._writer is None:
            self._writer = ArticleWriter(self._directory, self._own_speakers)
        self._writer.add(article)

    def add_segments(self, segments: Mapping[str, Sequence[ArraySegment]]) -> None:
        """Take over what an ``ArticleWriter`` wrote, in this process or another one."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            with writer:
                self.add_segments(writer.finish())
        for name, added in segments.items():
            self._added[name].extend(added)

    def remove(self, path: str) -> None:
        """Take the articles of a file out, those of the generation before; what was added since stays."""
        self._removed.append(path)

    def articles_of(self, path: str) -> Iterator[Article]:
        """Give the articles of a file as the generation before has them."""
        return map(from_stored, self._indexes[MAIN].stored(path))

    def commit(
        self,
        facts: Generation,
        attachments: Mapping[str, bytes],
        merge: Callable[[Sequence[Merge]], Iterator[None]] = run_merges,
    ) -> Generation:
        """Make all of it visible at once and for good; see ``searchidx.store.commit.commit``.

        ``merge`` does what merging is to be done: it begins with it, perhaps, and has done it when what it returns
        ends.
        """
        self.add_segments({})
        merges = [
            part
            for name, index in self._indexes.items()
            for part in index.finish(self._removed, self._added[name])
        ]
        merging = merge(merges)
        # Which articles are copies of each other is seen in the segments as they are: meanwhile, if that takes little.
        if sum(segment.doc_count_all() for segment in self._indexes[MAIN].segments) > _MOST_BESIDE:
            deque(merging, 0)
        copies = groups_in(self._indexes[MAIN].sources())
        deque(merging, 0)
        segments = {name: index.segments for name, index in self._indexes.items()}
        return commit(
            self._directory,
            self._before,
            facts,
            {name: index.schema for name, index in self._indexes.items()},
            segments,
            {**attachments, ATTACHMENT: copies},
        )

    def __enter__(self) -> Update:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writer is not None:
            self._writer.__exit__(kind, error, trace)
        for index in self._indexes.values():
            index.close()
        if kind is not None:
            remove_leftovers(self._directory, self._before)
