"""What one word of a query is: plain, a prefix, a pattern, fuzzy or exact."""

from __future__ import annotations

import re

from searchidx.errors import QueryError
from searchidx.query.lexer import Token, has_letter, is_url, strip_after
from searchidx.query.tree import Every, Exact, Fuzzy, Prefix, Wildcard, Word

_FUZZY = re.compile(r"(.+)~([\d.]*)", re.DOTALL)


def read_word(token: Token, query: str) -> Word | Prefix | Wildcard | Fuzzy | Every:
    """Return the node of a bare word."""
    text, span = token.text, (token.start, token.end)
    if is_url(text):  # its ? and ~ are its own
        return Word(text, span)
    if match := _FUZZY.fullmatch(text):
        return _fuzzy(match, token, query)
    if "*" not in text and "?" not in text:
        return Word(text, span)
    if text == "*":
        return Every(span)
    if not has_letter(text):
        raise QueryError(
            "This pattern has no letter. Write some, as in organi?ation, or * for every article.",
            query,
            token.start,
        )
    pattern = re.sub(r"\*+", "*", text)
    if pattern.endswith("*") and "*" not in pattern[:-1] and "?" not in pattern:
        return Prefix(pattern[:-1], span)
    return Wildcard(pattern, span)


def _fuzzy(match: re.Match[str], token: Token, query: str) -> Fuzzy:
    text, distance = strip_after(match[1]), match[2] or "1"
    tilde = token.start + match.start(2) - 1
    if "*" in text or "?" in text:
        raise QueryError("A word has either wildcards or ~, not both. Remove one of the two.", query, tilde)
    if distance not in ("1", "2"):
        raise QueryError(
            "After a word ~ takes 1 or 2: how many letters may differ, as in zelensky~2. Write one of them.",
            query,
            tilde,
        )
    if not has_letter(text):
        raise QueryError("There is no word before this ~. Write one, as in zelensky~1.", query, tilde)
    return Fuzzy(text, int(distance), (token.start, token.end))


def read_exact(token: Token, query: str, quoted: bool) -> Exact:
    """Return the node of a word or phrase after ``=``; wildcards and ~ contradict it unless they are quoted."""
    if not quoted:
        mark = re.search(r"[*?]|~[\d.]*$", token.text)
        if mark and not is_url(token.text):
            raise QueryError(
                f"= finds a word exactly as it is written, so {mark[0][0]} cannot stand in it. "
                "Remove one of the two, or quote the text.",
                query,
                token.start,
            )
    return Exact(token.text, (token.start, token.end))
