"""Tokens -> tree, by recursive descent. What binds closest comes last:

either  = both ("OR" both)*
both    = row ("AND" row)*
row     = part+                          words side by side belong together before AND and OR join them
part    = ("NOT" | "-" | "+") part | field? item boost?
item    = word | phrase | "=" word | range | "(" either ")"
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from searchidx.errors import QueryError
from searchidx.query import dates, fields
from searchidx.query.lexer import FIELD_IN_FIELD, OPERATORS, Kind, Token, tokenize
from searchidx.query.terms import read_exact, read_word
from searchidx.query.tree import And, Boosted, Dates, Every, Field, Node, Not, Or, Phrase, Required, Words

MAX_LENGTH = 10_000
MAX_DEPTH = 50
MAX_SLOP = 1000
MIN_BOOST, MAX_BOOST = 0.01, 1000.0
_NUMBER = re.compile(r"\d{1,4}(\.\d{1,6})?|\.\d{1,6}", re.ASCII)
_STARTS = (
    Kind.WORD, Kind.PHRASE, Kind.EXACT, Kind.FIELD, Kind.OPEN, Kind.NOT, Kind.PLUS, Kind.MINUS,
    Kind.RANGE, Kind.COMPARE,
)  # fmt: skip


def parse(query: str, today: datetime.date | None = None) -> Node:
    """Return the tree of a query; relative dates count from ``today`` (default: the local day now).

    Raises QueryError with the query, the offset of the trouble, what was wrong and what to write instead. Time is
    linear in the query's length, which has a limit of MAX_LENGTH characters.
    """
    if len(query) > MAX_LENGTH:
        raise QueryError(
            f"The query has {len(query):,} characters; at most {MAX_LENGTH:,} are read. "
            "Shorten it, or split it into several.",
            query,
            MAX_LENGTH,
        )
    tokens = tokenize(query)
    if len(tokens) == 1:
        problem = "The query has no letter or digit" if query.strip() else "The query is empty"
        raise QueryError(f"{problem}. Write a word to look for, or * for every article.", query, 0)
    return _Parser(query, tokens, today or datetime.date.today()).whole()


class _Parser:
    def __init__(self, query: str, tokens: list[Token], today: datetime.date) -> None:
        self.query = query
        self.tokens = tokens
        self.today = today
        self.at = 0
        self.depth = 0
        self.within: fields.QueryField | None = None

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def error(self, message: str, token: Token) -> QueryError:
        return QueryError(message, self.query, token.start)

    def whole(self) -> Node:
        node = self.either()
        if self.token.kind is Kind.CLOSE:
            raise self.error(
                "There is no ( for this bracket. Remove it, or write ( where the group begins.", self.token
            )
        assert self.token.kind is Kind.END
        return node

    def either(self) -> Node:
        first = self.token
        items = self.joined(Kind.OR, self.both)
        if len(items) == 1:
            return _without_plus(items[0])
        for item in items:
            if isinstance(item, Required):
                raise QueryError(
                    "+ says that a word must be there, OR that it need not. Remove one of the two.",
                    self.query,
                    item.span[0],
                )
        return Or(tuple(items), self.span(first))

    def both(self) -> Node:
        first = self.token
        items = self.joined(Kind.AND, self.row)
        return (
            items[0]
            if len(items) == 1
            else And(tuple(_without_plus(item) for item in items), self.span(first))
        )

    def joined(self, operator: Kind, operand: Callable[[], Node]) -> list[Node]:
        items = [operand()]
        while self.token.kind is operator:
            self.take()
            items.append(operand())
        return items

    def row(self) -> Node:
        first = self.token
        if first.kind not in _STARTS:
            raise self.missing(first)
        items = []
        while self.token.kind in _STARTS:
            items.append(self.part())
        return items[0] if len(items) == 1 else Words(tuple(items), self.span(first))

    def missing(self, token: Token) -> QueryError:
        """Return the error for a token that cannot begin anything, by what stands around it."""
        before = self.tokens[self.at - 1] if self.at else None
        if before and before.kind in (Kind.AND, Kind.OR, Kind.NOT):
            return self.dangling("after", before)
        if token.kind in (Kind.AND, Kind.OR):
            return self.dangling("before", token)
        if before and before.kind is Kind.OPEN:
            if token.kind is Kind.CLOSE:
                return self.error(
                    "There is nothing to look for between these brackets. Write words there, or remove them.",
                    before,
                )
            return self.unclosed(before)
        return self.error(
            "There is no ( for this bracket. Remove it, or write ( where the group begins.", token
        )

    def dangling(self, where: str, operator: Token) -> QueryError:
        sides = "a word behind it" if operator.kind is Kind.NOT else "words on both sides"
        word = operator.kind.value
        return self.error(
            f"There is nothing to look for {where} {operator.text}. Write {sides}; "
            f'to find the word itself, write "{word.lower()}".',
            operator,
        )

    def unclosed(self, opening: Token) -> QueryError:
        return self.error("This bracket is never closed. Write ) where the group ends.", opening)

    def part(self) -> Node:
        token = self.token
        if token.kind in (Kind.NOT, Kind.MINUS, Kind.PLUS):
            self.take()
            if self.token.kind not in _STARTS:
                raise self.missing(self.token)
            with_depth = self.deeper(token, self.part)
            if token.kind is Kind.PLUS:
                return Required(_without_plus(with_depth), self.span(token))
            if isinstance(with_depth, Required):
                raise QueryError(
                    "NOT and + contradict each other. Remove one of the two.", self.query, with_depth.span[0]
                )
            return Not(with_depth, self.span(token))
        if token.kind is Kind.FIELD:
            return self.field()
        return self.boosted(self.item)

    def deeper(self, token: Token, read: Callable[[], Node]) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(
                f"Brackets, fields and NOTs stand more than {MAX_DEPTH} deep here. Write the query flatter.",
                token,
            )
        node = read()
        self.depth -= 1
        return node

    def field(self) -> Node:
        token = self.take()
        if self.within:
            raise self.error(FIELD_IN_FIELD, token)
        self.within = fields.find(token.text)
        item = self.boosted(self.item)
        self.within = None
        return Field(token.text, item, self.span(token))

    def boosted(self, read: Callable[[], Node]) -> Node:
        first = self.token
        node = read()
        if self.token.kind is not Kind.BOOST:
            return node
        number = self.take()
        if not _NUMBER.fullmatch(number.text) or not MIN_BOOST <= float(number.text) <= MAX_BOOST:
            raise self.error(
                f"After ^ a number from {MIN_BOOST} to {MAX_BOOST:.0f} says how much a word counts, as in oil^2. "
                "Write one, or put text with ^ in quotation marks.",
                number,
            )
        return Boosted(node, float(number.text), self.span(first))

    def item(self) -> Node:
        token = self.take()
        if token.kind is Kind.OPEN:
            return self.group(token)
        if token.kind in (Kind.RANGE, Kind.COMPARE) and not self.in_date():
            raise self.error(
                "Ranges and comparisons are for dates only. Write them as in date:>=2022-05 or remove them.",
                token,
            )
        if token.kind is Kind.PHRASE and self.token.kind is Kind.SLOP and not self.in_date():
            return self.loose(token, self.take())
        if self.in_date():
            return self.dates(token)
        if token.kind is Kind.PHRASE:
            return Phrase(token.text, 0, (token.start, token.end))
        if token.kind is Kind.EXACT:
            quoted = self.query[token.end - 1] in '"“”„‟«»″＂'
            return read_exact(token, self.query, quoted)
        if token.text in OPERATORS:
            raise self.error(
                f'{token.text} is an operator. To find the word itself, write "{token.text.lower()}".', token
            )
        return read_word(token, self.query)

    def group(self, opening: Token) -> Node:
        node = self.deeper(opening, self.either)
        if self.token.kind is Kind.END:
            raise self.unclosed(opening)
        assert self.token.kind is Kind.CLOSE
        self.take()
        return node

    def loose(self, phrase: Token, slop: Token) -> Node:
        if not (slop.text.isascii() and slop.text.isdigit()) or int(slop.text[:9]) > MAX_SLOP:
            raise self.error(
                f"After a phrase ~ takes a number from 0 to {MAX_SLOP:,}: how many other words may stand "
                'in between, as in "oil price"~5.',
                slop,
            )
        return Phrase(phrase.text, int(slop.text), (phrase.start, slop.end))

    def in_date(self) -> bool:
        return self.within is not None and self.within.kind == "date"

    def dates(self, token: Token) -> Node:
        """Return the days that a word, phrase, range or comparison in the date field stands for."""
        span = (token.start, token.end)
        if token.kind is Kind.WORD and token.text == "*":
            return Every(span)
        if token.kind is Kind.EXACT or self.token.kind is Kind.SLOP:
            sign = "=" if token.kind is Kind.EXACT else "~"
            raise self.error(
                f"{sign} is not for dates. Write the date alone, as in date:2022-05-12.",
                token if sign == "=" else self.token,
            )
        compare = token.text if token.kind is Kind.COMPARE else ""
        value = self.take() if compare else token
        try:
            days = (dates.read_date if compare else dates.read_dates)(value.text, self.today)
        except QueryError as error:
            raise QueryError(str(error), self.query, value.start) from error
        start, end = {
            "": (days.start, days.end),
            ">=": (days.start, None),
            ">": (days.end, None),
            "<": (None, days.start),
            "<=": (None, days.end),
        }[compare]
        return Dates(start, end, (token.start, value.end))

    def span(self, first: Token) -> tuple[int, int]:
        return (first.start, self.tokens[self.at - 1].end)


def _without_plus(node: Node) -> Node:
    """Return the item of a + that stands where everything must match anyway."""
    return node.item if isinstance(node, Required) else node
