"""An article in the reporter's own words: the text with what stands in quotation marks blanked out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from searchidx.extraction.people import People, PersonMention
    from searchidx.extraction.quotations import Quotation
    from searchidx.extraction.scan import Run, Scan

_DOTTED = (". ", ".,")
BLANK = "\x01"
# A sentence longer than this is read only near the word in question, so that no text takes quadratic time.
REACH = 1200


class Narration:
    """A scanned body with its persons, for questions about what stands around a position.

    ``person_ends`` and ``run_ends`` have the mentions of persons and the capitalised runs by where they end.
    ``text`` is as long as the body; quoted words are replaced by ``BLANK``, the marks by ``"``, so that clauses can
    be read across quotations without reading into them.
    """

    def __init__(self, scan: Scan, people: People) -> None:
        self.scan = scan
        self.people = people
        self.quotations: list[Quotation] = scan.quotations
        self.mentions = people.mentions[0]
        self.runs = scan.runs
        self.person_ends: dict[int, PersonMention] = {mention[1]: mention for mention in self.mentions}
        self.run_ends: dict[int, Run] = {run[1]: run for run in self.runs}
        if ". " in scan.flat or ".," in scan.flat:  # "Harbour Corp. said": the full stop is the name's
            self.run_ends |= {run[1] + 1: run for run in self.runs if scan.flat.startswith(_DOTTED, run[1])}
        self.text = self._blanked()
        self._starts: list[int] = []  # of the sentences, once one is asked for
        self._ends: list[int] = []
        self._current = (0, 0)  # the sentence last asked for: questions come in the order of the text

    def _blanked(self) -> str:
        flat = self.scan.flat
        if not self.quotations:
            return flat
        pieces = []
        position = 0
        for start, end, *_ in self.quotations:
            pieces.append(flat[position:start])
            pieces.append('"' + BLANK * (end - start - 2) + '"' if end - start > 1 else '"')
            position = end
        pieces.append(flat[position:])
        return "".join(pieces)

    def person_ending_at(self, end: int) -> PersonMention | None:
        """The mention of a person that ends at a position."""
        return self.person_ends.get(end)

    def person_starting_at(self, start: int) -> PersonMention | None:
        """The mention of a person that starts at a position, with its titles or without."""
        number = bisect_left(self.mentions, (start,))
        if number < len(self.mentions):
            mention = self.mentions[number]
            if mention.start == start or mention.run_start == start:
                return mention
        return None

    def run_ending_at(self, end: int) -> Run | None:
        """The capitalised run that ends at a position."""
        return self.run_ends.get(end)

    def run_starting_at(self, start: int) -> Run | None:
        """The capitalised run that starts at a position."""
        number = bisect_left(self.runs, (start,))
        if number < len(self.runs):
            run = self.runs[number]
            if run[0] == start:
                return run
        return None

    def mentions_between(self, start: int, end: int) -> tuple[PersonMention, ...]:
        """The mentions of persons that start in a span, outside of quotations or inside."""
        mentions = self.mentions
        return mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]

    def _joined_sentences(self) -> tuple[list[int], list[int]]:
        """Starts and ends of the sentences; one inside a quotation counts with the sentence around it."""
        sentences = self.scan.sentences
        if not self.quotations:
            return [span[0] for span in sentences], [span[1] for span in sentences]
        starts: list[int] = []
        ends: list[int] = []
        number = 0
        quotations = self.quotations
        count = len(quotations)
        for start, end in sentences:
            while number < count and quotations[number].end <= start:
                number += 1
            if number < count and quotations[number].start < start and ends:
                ends[-1] = end
            else:
                starts.append(start)
                ends.append(end)
        return starts, ends

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence around a position, cut to what lies within reach of it."""
        start, end = self._current
        if not start <= position < end:
            if not self._starts:
                self._starts, self._ends = self._joined_sentences()
            starts, ends = self._starts, self._ends
            number = bisect_right(starts, position) - 1
            if number < 0:
                return 0, min(len(self.text), REACH)
            start, end = self._current = starts[number], ends[number]
        if end - start > REACH:
            return max(start, position - REACH), min(end, position + REACH)
        return start, end
