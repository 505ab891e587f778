"""An article in the reporter's own words: the text with what stands in quotation marks blanked out."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from searchidx.extraction.people import People, PersonMention
    from searchidx.extraction.quotations import Quotation
    from searchidx.extraction.scan import Run, Scan

BLANK = "\x01"


class Narration:
    """A scanned body with its persons, indexed for questions about what stands around a position.

    ``text`` is as long as the body; quoted words are replaced by ``BLANK``, the marks by ``"``, so that clauses can
    be read across quotations without reading into them.
    """

    def __init__(self, scan: Scan, people: People) -> None:
        self.scan = scan
        self.people = people
        self.quotations: list[Quotation] = scan.quotations
        self.mentions = people.mentions[0]
        self._quotation_starts = [quotation.start for quotation in self.quotations]

    @cached_property
    def text(self) -> str:
        """The flat text with every quotation blanked."""
        if not self.quotations:
            return self.scan.flat
        flat = self.scan.flat
        pieces = []
        position = 0
        for start, end, *_ in self.quotations:
            pieces.append(flat[position:start])
            pieces.append('"' + BLANK * (end - start - 2) + '"' if end - start > 1 else '"')
            position = end
        pieces.append(flat[position:])
        return "".join(pieces)

    @cached_property
    def person_by_end(self) -> dict[int, PersonMention]:
        """The mentions of persons by where they end."""
        return {mention.end: mention for mention in self.mentions}

    @cached_property
    def person_by_start(self) -> dict[int, PersonMention]:
        """The mentions of persons by where they start, with their titles and without."""
        by_start = {mention.run_start: mention for mention in self.mentions}
        by_start.update((mention.start, mention) for mention in self.mentions)
        return by_start

    @cached_property
    def run_by_end(self) -> dict[int, Run]:
        """The capitalised runs by where they end."""
        return {run.end: run for run in self.scan.runs}

    @cached_property
    def run_by_start(self) -> dict[int, Run]:
        """The capitalised runs by where they start."""
        return {run.start: run for run in self.scan.runs}

    @cached_property
    def mention_starts(self) -> list[int]:
        """Where the mentions of persons start, in order."""
        return [mention.start for mention in self.mentions]

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation whose words or marks a position lies in."""
        number = bisect_right(self._quotation_starts, position) - 1
        if number >= 0 and self.quotations[number].end > position:
            return self.quotations[number]
        return None

    def sentence_start(self, position: int) -> int:
        """Where the sentence around a position starts; a sentence inside a quotation counts with the one around."""
        number = self.scan.sentence_number(position)
        sentences = self.scan.sentences
        while number >= 0:
            start = sentences[number].start
            quotation = self.quotation_at(start)
            if quotation is None or quotation.start == start:
                return start
            number -= 1
        return 0

    def sentence_end(self, position: int) -> int:
        """Where the sentence around a position ends; see `sentence_start`."""
        number = max(0, self.scan.sentence_number(position))
        sentences = self.scan.sentences
        while number < len(sentences):
            end = sentences[number].end
            quotation = self.quotation_at(end)
            if quotation is None or quotation.start >= end:
                return end
            number += 1
        return len(self.text)

    def mentions_between(self, start: int, end: int) -> tuple[PersonMention, ...]:
        """The mentions of persons that start in a span, outside of quotations or inside."""
        starts = self.mention_starts
        return self.mentions[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
