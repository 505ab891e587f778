"""Which organisation a shorter name, an acronym or a noun means: "Moody's", "the SEC", "the Exchange", "the maker"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from searchidx.extraction.speakers.bare_names import is_country
from searchidx.extraction.speakers.descriptions import shorter_names
from searchidx.extraction.speakers.names import name_of

if TYPE_CHECKING:
    from searchidx.extraction.speakers.narration import Narration

# Nouns for what has Inc or Ltd in its name.
FIRM_NOUNS = frozenset(
    """
    company firm corporation concern conglomerate maker manufacturer automaker carmaker steelmaker drugmaker
    chipmaker retailer publisher refiner producer supplier builder developer distributor brewer thrift
    """.split()
)
# Nouns that stand for the organisation that spoke last.
COMPANY_NOUNS = FIRM_NOUNS | frozenset(
    """
    bank group airline carrier lender insurer broker brokerage unit subsidiary parent chain utility agency
    organization organisation institute party union association
    """.split()
)
_FIRMS = frozenset("inc corp corporation ltd co company plc group holdings ag sa nv".split())
_BRACKETED = re.compile(r" \(([A-Z][A-Za-z&.]{1,9})\)")


class Organisations:
    """The organisations that an article names, asked by whatever else they are called."""

    def __init__(self, narration: Narration) -> None:
        self.narration = narration
        self._names: dict[str, str] | None = None
        self._acronyms: dict[str, str | None] = {}

    def full_name(self, name: str) -> str:
        """The longest form of an organisation's name in the article that starts with these words."""
        if self._names is None:
            self._names = self._collect()
        full = self._names.get(name, name)
        return name if full is not name and is_country(name) else full  # "China", not "China Trust Corp"

    def _collect(self) -> dict[str, str]:
        names: dict[str, str] = {}
        text = self.narration.text
        for _, end, full, _ in self.narration.runs:
            if " " in full and (shorter := shorter_names(full)):
                for name in shorter:
                    names.setdefault(name, full)
                if text.startswith(" (", end) and (acronym := _BRACKETED.match(text, end)):
                    names.setdefault(acronym[1], full)
        return names

    def of_kind(self, noun: str, position: int) -> str | None:
        """The group last named before a position that a noun means: "Agriculture Department" for "the department"."""
        found = None
        ends = _FIRMS if noun in FIRM_NOUNS else (noun,)
        for run in self.narration.runs:
            if run.start >= position:
                break
            if " " in run.text and run.text[run.text.rfind(" ") + 1 :].rstrip(".").lower() in ends:
                found = run
        return name_of(self.narration, found).head if found is not None else None

    def ending_in(self, words: str, position: int) -> str | None:
        """The organisation last named before a position whose name ends so: "Loan Bank Board" for "the bank board"."""
        wanted = " " + words.lower()
        for _, end, name, _ in reversed(self.narration.runs):
            if end <= position and name.lower().endswith(wanted):
                return name
        return None

    def spelt_out(self, acronym: str, position: int) -> str | None:
        """The name before a position that an acronym stands for: "Mill Loan Board" for "MLB"."""
        if acronym not in self._acronyms:
            found = None
            if acronym.isalpha():
                found = _initials_of(acronym).search(self.narration.text, 0, position)
            self._acronyms[acronym] = found[0] if found else None
        return self._acronyms[acronym]


@lru_cache(maxsize=1000)
def _initials_of(acronym: str) -> re.Pattern[str]:
    """A pattern for capitalised words that begin with the letters of an acronym."""
    words = (rf"{letter}[a-z][\w-]*" for letter in acronym)
    return re.compile(r"\b" + r" (?:(?:of|and|for|on|the|&) ){0,2}".join(words) + r"\b")
