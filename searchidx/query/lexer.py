"""A query's text -> tokens, in one pass from left to right.

White space, brackets, quotation marks (straight, curly and angled alike) and ``&&`` ``||`` end a run of characters; a
run is an operator, or a word with what stands before it (sign, field, ``=``) and after it (``^2``). Signs and marks
that mean nothing where they stand are punctuation, and a run without letter or digit is none of the query's words.
"""

from __future__ import annotations

import re
from enum import Enum

from searchidx.errors import QueryError
from searchidx.frozen import frozen
from searchidx.query import fields


class Kind(Enum):
    """What a token is; for those without a sign of their own, ``Token.text`` has the rest."""

    WORD = "word"
    PHRASE = "phrase"
    EXACT = "exact"  # text without its = and quotation marks
    FIELD = "field"  # text is the canonical name
    RANGE = "range"  # text is what stands between the square brackets
    COMPARE = "compare"  # <, <=, > or >=
    SLOP = "slop"  # what follows ~ after a phrase
    BOOST = "boost"  # what follows ^
    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    PLUS = "+"
    MINUS = "-"
    END = "end"


@frozen
class Token:
    """``text`` as the parser needs it, and the half-open offsets of its source in the query."""

    kind: Kind
    text: str
    start: int
    end: int


QUOTES = '"“”„‟«»″＂'
OPERATORS = {
    "AND": Kind.AND,
    "OR": Kind.OR,
    "NOT": Kind.NOT,
    "&&": Kind.AND,
    "||": Kind.OR,
}
# Marks that say nothing before a word (a sign and = are looked at first) and after it.
_BEFORE = "+-=~^:<>|&[{–—"
_AFTER = ",;:!…]}"
_RUN = re.compile(rf"(?:(?!&&|\|\|)[^\s(){QUOTES}])+")
_QUOTED = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")
_NAME = re.compile(r"([^\W\d_][^\W\d]*):")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_COMPARE = re.compile(r"[<>]=?")
_SUFFIX = re.compile(rf"[^\s(){QUOTES}^~]*")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def has_letter(text: str) -> bool:
    """Tell whether there is a letter or digit, so that the text can be looked for at all."""
    return _LETTER_OR_DIGIT.search(text) is not None


def is_url(text: str) -> bool:
    """Tell whether the text begins like ``https://``."""
    return _URL.match(text) is not None


def tokenize(query: str) -> list[Token]:
    """Return the query's tokens, the last of kind END; raises QueryError with the offset of the trouble."""
    return _Lexer(query).run()


def strip_after(text: str) -> str:
    """Return a word without the punctuation at its end; a ? stays where other wildcards make it one too."""
    bare = text.rstrip(_AFTER + "?")
    return text.rstrip(_AFTER) if "*" in bare or "?" in bare else bare


class _Lexer:
    def __init__(self, query: str) -> None:
        self.query = query
        self.at = 0
        self.tokens: list[Token] = []
        self.date_brackets = 0  # open brackets since date:( where <, > and [ begin comparisons and ranges

    def run(self) -> list[Token]:
        while self.at < len(self.query):
            char = self.query[self.at]
            if char.isspace():
                self.at += 1
            elif char == "(":
                after = self.tokens[-1] if self.tokens else None
                self.date_brackets += self.date_brackets > 0 or _is_date(after)
                self.add(Kind.OPEN, "(", 1)
            elif char == ")":
                self.date_brackets = max(0, self.date_brackets - 1)
                self.add(Kind.CLOSE, ")", 1)
                self.suffixes(Kind.CLOSE)
            elif char in QUOTES:
                self.quoted(Kind.PHRASE, self.at)
            elif self.query.startswith(("&&", "||"), self.at):
                self.add(OPERATORS[self.query[self.at : self.at + 2]], self.query[self.at : self.at + 2], 2)
            else:
                self.lex_run()
        self.add(Kind.END, "", 0)
        return self.tokens

    def add(self, kind: Kind, text: str, length: int, start: int | None = None) -> None:
        """Append a token that ends ``length`` characters from here, and go there."""
        begin = self.at if start is None else start
        self.at += length
        self.tokens.append(Token(kind, text, begin, self.at))

    def error(self, message: str, position: int) -> QueryError:
        return QueryError(message, self.query, position)

    def next_is(self, chars: str) -> bool:
        return self.at < len(self.query) and self.query[self.at] in chars

    def lex_run(self) -> None:
        """Lex one run of characters between white space, brackets and quotation marks."""
        match = _RUN.match(self.query, self.at)
        assert match is not None
        end = match.end()
        adjoining = end < len(self.query) and self.query[end] in QUOTES + "("
        if self.operator(end):
            return
        self.sign(end, adjoining)
        exact_from = None if self.date_brackets else self.skip_marks(end)
        if self.date_brackets or (exact_from is None and self.field(end)):
            if self.next_is("[{"):
                self.range()
                return
            exact_from = self.field_value(end)
            if self.at == end and not adjoining and self.tokens[-1].kind in (Kind.FIELD, Kind.COMPARE):
                raise self.nothing_in_field()
            if self.at == end and exact_from is None:
                return  # the field holds a group or a phrase: next round
            self.refuse_second_field(end)
        elif exact_from is not None:
            self.refuse_field_after_equals(end)
        if self.at == end and exact_from is not None and adjoining:
            self.exact_quoted(exact_from)
        elif has_letter(self.query[self.at : end]) or self.query[self.at : end].startswith("*"):
            self.word(end, exact_from)
        elif self.tokens and self.tokens[-1].kind in (Kind.FIELD, Kind.COMPARE):
            raise self.nothing_in_field()
        else:
            self.at = end

    def operator(self, end: int) -> bool:
        """Lex AND, OR or NOT where the run is one."""
        text = strip_after(self.query[self.at : end].lstrip(_BEFORE))
        bare = self.query[self.at] not in "+-=" and text in OPERATORS
        if bare:
            self.add(OPERATORS[text], text, end - self.at)
        return bare

    def sign(self, end: int, adjoining: bool) -> bool:
        """Lex a + or - that stands before something, and after white space, a bracket or an operator."""
        start = self.at
        if self.query[start] not in "+-" or (start and self.query[start - 1] in QUOTES):
            return False
        rest = self.query[start + 1 : end]
        if rest[:1] in ("+", "-") or not (adjoining if not rest.strip(_BEFORE) else _lookable(rest)):
            return False
        self.add(Kind.PLUS if self.query[start] == "+" else Kind.MINUS, self.query[start], 1)
        return True

    def skip_marks(self, end: int) -> int | None:
        """Go past marks that mean nothing here; return the offset of the first = among them, or None."""
        start = self.at
        while self.at < end and self.query[self.at] in _BEFORE:
            self.at += 1
        equals = self.query.find("=", start, self.at)
        return equals if equals >= 0 else None

    def field(self, end: int) -> bool:
        """Lex ``name:`` where the run begins with a field's name; another name before a colon is an error."""
        match = _NAME.match(self.query, self.at, end)
        if not match or _URL.match(self.query, self.at, end):
            return False
        field = fields.find(match[1])
        if field is None:
            following = self.query[end : end + 1]
            if strip_after(self.query[match.end() : end]) or (following and following in QUOTES + "("):
                raise self.unknown_field(match[1], end)
            return False  # a colon as in prose
        self.add(Kind.FIELD, field.name, len(match[0]))
        return True

    def field_value(self, end: int) -> int | None:
        """Lex what may stand right before the value in a field; return the offset of a = there, or None."""
        if self.at == end:
            return None
        char, before = self.query[self.at], self.tokens[-1]
        if match := _COMPARE.match(self.query, self.at, end):
            self.add(Kind.COMPARE, match[0], len(match[0]))
        elif before.kind is Kind.FIELD and char in "+-" and _lookable(self.query[self.at + 1 : end] or "x"):
            name = self.query[before.start : before.end]
            raise self.error(
                f"{char} cannot stand after {name} here. Write it before the field, as in {char}{name}oil.",
                self.at,
            )
        return self.skip_marks(end)

    def range(self) -> None:
        """Lex ``[... to ...]``."""
        opening, start = self.query[self.at], self.at
        end = self.query.find("]", start)
        if opening == "{" or end < 0:
            problem = "This range is never closed" if opening == "[" else "Ranges stand in square brackets"
            raise self.error(f"{problem}. Write it as in date:[2022-05-01 to 2022-05-12].", start)
        self.add(Kind.RANGE, self.query[start + 1 : end], end + 1 - start)
        self.suffixes(Kind.RANGE)

    def quoted(self, kind: Kind, start: int) -> None:
        """Lex a quoted text and what follows it; ``start`` is where its token begins."""
        match = _QUOTED.match(self.query, self.at)
        if not match:
            raise self.error(
                'This quotation mark has no partner. Close the phrase with ", or leave the mark out.', self.at
            )
        text = " ".join(match[1].split())
        if not has_letter(text):
            raise self.error(
                "There is no word between these quotation marks. Write one there, or leave the marks out.",
                self.at,
            )
        self.add(kind, text, len(match[0]), start)
        self.suffixes(kind)

    def exact_quoted(self, start: int) -> None:
        if self.next_is("("):
            raise self.error(
                "= stands before one word or one phrase. Write it before each word in the brackets.", start
            )
        self.quoted(Kind.EXACT, start)

    def suffixes(self, kind: Kind) -> None:
        """Lex ``~5`` and ``^2`` right after a phrase, a bracket or a range."""
        if self.next_is("~"):
            if kind is not Kind.PHRASE:
                raise self.error(
                    '~ stands after a word (zelensky~1) or a phrase ("oil price"~5). Remove it here.', self.at
                )
            self.suffix(Kind.SLOP)
        if self.next_is("^"):
            self.suffix(Kind.BOOST)

    def suffix(self, kind: Kind) -> None:
        match = _SUFFIX.match(self.query, self.at + 1)
        assert match is not None
        self.add(kind, strip_after(match[0]).rstrip("."), 1 + len(match[0]))

    def word(self, end: int, exact_from: int | None) -> None:
        """Lex the rest of the run as a word and its boost."""
        start = self.at if exact_from is None else exact_from
        raw = strip_after(self.query[self.at : end])
        text, caret, boost = raw.partition("^")
        text = strip_after(text)
        if not (has_letter(text) or text.startswith("*")):
            raise self.error("There is no word before this ^. Write one, as in oil^2.", self.at + len(text))
        self.tokens.append(
            Token(Kind.WORD if exact_from is None else Kind.EXACT, text, start, self.at + len(text))
        )
        if caret:
            begin = self.at + raw.index("^")
            self.tokens.append(Token(Kind.BOOST, boost.rstrip("."), begin, self.at + len(raw)))
        self.at = end

    def refuse_second_field(self, end: int) -> None:
        """Raise QueryError where what follows ``name:`` begins with another name and a colon."""
        match = _NAME.match(self.query, self.at, end)
        if match and not _URL.match(self.query, self.at, end) and strip_after(self.query[match.end() : end]):
            if fields.find(match[1]):
                raise self.error(FIELD_IN_FIELD, self.at)
            raise self.unknown_field(match[1], end)

    def refuse_field_after_equals(self, end: int) -> None:
        match = _NAME.match(self.query, self.at, end)
        if match and fields.find(match[1]):
            raise self.error(f"= stands before the word, after the field. Write {match[0]}=Reading.", self.at)

    def nothing_in_field(self) -> QueryError:
        """Return the error for a field, or a comparison in one, without a value."""
        field = next(token for token in reversed(self.tokens) if token.kind is Kind.FIELD)
        name = self.query[field.start : field.end]
        before = name + (self.tokens[-1].text if self.tokens[-1].kind is Kind.COMPARE else "")
        example = before + ("2022-05" if field.text == "date" else "oil")
        return self.error(
            f"There is nothing to look for after {before}. Write the value right behind it, as in {example}, "
            f'or put "{name[:-1]}" in quotation marks to find the word.',
            field.start,
        )

    def unknown_field(self, name: str, end: int) -> QueryError:
        near = fields.nearest(name)
        word = strip_after(self.query[self.at : end])
        shown = name if len(name) <= 30 else name[:29] + "…"
        quoted = f', or put it in quotation marks to find the text: "{word}"' if len(word) <= 60 else ""
        return self.error(
            f"There is no field {shown}:."
            + (f" Did you mean {near.name}:?" if near else "")
            + f" Write one of {', '.join(field.name for field in fields.FIELDS)}{quoted}.",
            self.at,
        )


FIELD_IN_FIELD = (
    "A field stands inside another field. Write each field on its own, as in headline:oil OR body:gas."
)


def _is_date(token: Token | None) -> bool:
    return token is not None and token.kind is Kind.FIELD and token.text == "date"


def _lookable(text: str) -> bool:
    """Tell whether a run has something to look for: a letter, a digit or a leading *."""
    return has_letter(text) or text.startswith("*")
