"""What somebody is: the rank, office or title that an article gives before a name or behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from searchidx.extraction.first_names import AMBIGUOUS, is_first_name
from searchidx.extraction.roles import HONORIFICS, is_role
from searchidx.extraction.speakers.cues import CUES, SPEECH_NOUN
from searchidx.extraction.speakers.function_words import DETERMINERS, STOPS

if TYPE_CHECKING:
    from searchidx.extraction.people import PersonMention
    from searchidx.extraction.speakers.narration import Narration

_ROLE_BEHIND = re.compile(
    r", ((?:(?:the|a|an|who is|who was|who serves as|former|chief|one of) )*[^,.;:\n\"()]{2,90}?)"
    r"(?=,|\.|;| who | said| says|\"|\n|$)"
)
_LONGEST_POSSESSOR = 3  # spaces
_NO_POSSESSORS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Today Yesterday Christmas Easter".split()
)
_LEADING_ARTICLE = re.compile(r"^(?:the|a|an|who is|who was|who serves as|one of) ")
# Words that no office has; "of", "and" and "for" it may have inside.
_NO_OFFICE = (STOPS - {"of", "and", "for"}) | DETERMINERS | {"rather"}
_UP_TO_PLACE = re.compile(r" (?:of|for) ")
_OFFICE_OF_PLACE = re.compile(
    r"[a-z] (?:of|for) (?:the )?[A-Z][^,]{1,40}, $"
)  # "the mayor of Hull, Anna Moss"


class Offices:
    """The offices of the persons of an article, each found once and kept."""

    def __init__(self, narration: Narration) -> None:
        self.narration = narration
        self.persons = narration.people.persons
        self._roles: dict[int, str | None] = {}

    def role_of(self, mention: PersonMention) -> str | None:
        """Rank, office or title of a person, as the article first gives it: before the name or behind it."""
        number = mention.person
        if number not in self._roles:
            self._roles[number] = self._find_role(number, mention)
        return self._roles[number]

    def _find_role(self, number: int, mention: PersonMention) -> str | None:
        role = self._role_before(mention) or self._role_behind(mention)
        if role is None:
            others = [other for other in self.narration.mentions if other.person == number][:3]
            for other in others:
                role = self._role_before(other) or self._role_behind(other)
                if role is not None:
                    break
        return role or self._possessor(mention)

    def _possessor(self, mention: PersonMention) -> str | None:
        """Whose somebody is: "Kremlin" for "the Kremlin's Dmitry Peskov", but nothing for "today's" or "Moss's"."""
        narration = self.narration
        start = mention.run_start
        if start != mention.start or not narration.text.endswith(("'s ", "’s "), 0, start):
            return None
        run = narration.run_ending_at(start - len("'s "))
        if (
            run is None
            or narration.person_ending_at(run.end) is not None
            or (is_first_name(run.text) and run.text not in AMBIGUOUS)
        ):
            return None
        if run.text in _NO_POSSESSORS or " " not in self.persons[mention.person].name:
            return None
        return run.text if run.text.count(" ") < _LONGEST_POSSESSOR else None

    def _role_before(self, mention: PersonMention) -> str | None:
        """The office in front of a name: "deputy chief of operations Brig Gen", "the ship's captain,"."""
        text = self.narration.text
        title = text[mention.run_start : mention.start].strip()
        if title.rstrip(".") in HONORIFICS:
            title = ""
        start = mention.run_start
        if text[start - 1 : start] != " ":
            return title or None
        window = text[max(0, start - 90) : start].rpartition("\n")[2]
        last = window[window.rfind(" ", 0, -1) + 1 : -1].rstrip(",")
        if not title and not is_role(last.lower()) and not _OFFICE_OF_PLACE.search(window):
            return None
        apposed = window.endswith(", ")
        words: list[str] = []
        if window.endswith(" "):
            for word in reversed(window.rstrip(", ").split(" ")):
                plain = word.replace("-", "").replace("'", "").replace("’", "")
                if not plain.isalnum() or word.lower() in _NO_OFFICE or len(words) > 6:
                    break
                if (
                    word.islower()
                    and (CUES.get(word, SPEECH_NOUN) != SPEECH_NOUN or word.endswith(("ed", "ly")))
                    and not is_role(word)
                ):
                    break
                if words and word.endswith(("'s", "’s")):
                    break
                words.append(word)
        words.reverse()
        if "and" in words[1:] and self._is_surname(words[words.index("and") - 1]):
            words = words[words.index("and") + 1 :]  # "Moss and fellow analyst Tom Alder"
        while words and (words[0] in ("of", "and", "for") or words[0][0].isdigit()):
            words.pop(0)
        if (
            not words
            or not any(is_role(word.lower()) for word in words)
            or (
                apposed and not is_role(_UP_TO_PLACE.split(" ".join(words), maxsplit=1)[0].rsplit(" ", 1)[-1])
            )
        ):
            words = []
        role = " ".join([*words, title]).strip()
        return role or None

    def _is_surname(self, word: str) -> bool:
        return any(person.surname == word for person in self.persons)

    def _role_behind(self, mention: PersonMention) -> str | None:
        """The apposition behind a name: "Anna Moss, a spokeswoman for the ministry,"."""
        match = _ROLE_BEHIND.match(self.narration.text, mention.end)
        return office_in(match[1]) if match is not None else None


def office_in(apposition: str) -> str | None:
    """The office that an apposition names, None if it names something else."""
    words = _LEADING_ARTICLE.sub("", apposition).split()
    if not words or words[0].lower() in _NO_OFFICE or CUES.get(words[0], SPEECH_NOUN) != SPEECH_NOUN:
        return None
    return " ".join(words) if any(is_role(word.lower()) for word in words[:6]) else None
