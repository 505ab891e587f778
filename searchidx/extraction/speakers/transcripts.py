"""Transcripts: paragraphs that begin with who speaks, as in "MOSS: We never said so." or "Q: Why?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.speakers.descriptions import Speaker

if TYPE_CHECKING:
    from searchidx.extraction.scan import Scan
    from searchidx.extraction.speakers.narration import Narration


class Turn(NamedTuple):
    """One turn of a transcript: the label ``text[label_start:label_end]`` and the words ``text[start:end]``."""

    label_start: int
    label_end: int
    start: int
    end: int


_LABEL = re.compile(
    r"(?:(?P<capitals>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4})|(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}))"
    r"(?:,? \([^)\n]{1,40}\)|, [^:\n]{2,48})?: +(?=[\w\"“‘'(\[¿¡—–-])"
)
_SHORT = frozenset(("Q", "A"))
NOT_LABELS = frozenset(
    """
    correction note update breaking related photo photos video read more editor's editors source sources caption
    picture image watch listen contact by text background analysis summary date time place where when who what why how
    location price address tel phone email website bottom line key points example warning question exclusive opinion
    """.split()
)
ROLES = frozenset(
    "q question questions reporter moderator interviewer host audience voice male female unidentified".split()
)
_LONGEST_LABEL = 90


def find_turns(scan: Scan) -> list[Turn]:
    """The turns of a transcript in a text: three or more labelled paragraphs, by two or more who come back."""
    text = scan.flat
    if text.count(": ") < 3:
        return []
    turns: list[Turn] = []
    labels = set()
    for start, end in scan.paragraphs:
        if text.find(":", start, min(end, start + _LONGEST_LABEL)) < 0:
            continue
        match = _LABEL.match(text, start, end)
        if match is None or text[match.end() : end].replace(",", "").replace(".", "").isdigit():
            continue  # no label, or "Anna Moss: 1,204" in a table of votes
        name = match["capitals"] or match["name"]
        if name.split(" ", 1)[0].lower().rstrip("s") in NOT_LABELS or name.lower() in NOT_LABELS:
            continue
        if len(name) == 1 and name not in _SHORT:
            continue
        turns.append(Turn(start, start + len(name), match.end(), end))
        labels.add(name.rsplit(" ", 1)[-1].upper())
    return turns if 1 < len(labels) < len(turns) else []


class Labels:
    """Who the labels of a transcript name: persons of the article by surname, else the label itself."""

    def __init__(self, narration: Narration) -> None:
        self._persons = narration.people.persons
        self._by_word: dict[str, int | None] = {}
        for number, person in enumerate(self._persons):
            for word in {person.name.casefold(), person.surname.casefold()}:
                self._by_word[word] = None if word in self._by_word else number  # two of a name: neither
        self._full: dict[str, str] = {}

    def speaker(self, label: str) -> Speaker:
        """The speaker that a label names; the fullest label with a surname serves for the short ones after it."""
        if label.lower().split(" ")[0] in ROLES or len(label) == 1:
            return Speaker(label if len(label) == 1 else label.lower(), "unnamed", confidence=0.9)
        number = self._by_word.get(label.casefold())
        if number is not None:
            return Speaker(self._persons[number].name, "person", None, number, 0.95)
        name = _capitalised(label) if label.isupper() else label
        words = name.split(" ")
        if len(words) > 1:
            self._full[words[-1]] = name
        return Speaker(self._full.get(name, name), "person", confidence=0.9)


def _capitalised(label: str) -> str:
    """ "ANNA O'HARA-MOSS" as it would be written in a sentence."""
    return re.sub(r"\w+", lambda match: match[0][:1] + match[0][1:].lower(), label)
