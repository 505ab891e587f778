"""Text -> tree -> text: what each construction gives, every error in full, and properties on any text."""

import contextlib
import datetime
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.errors import QueryError
from searchidx.query import fields, parse, to_text
from searchidx.query.parser import MAX_LENGTH
from searchidx.query.tree import (
    And,
    Boosted,
    Dates,
    Every,
    Exact,
    Field,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Required,
    Wildcard,
    Word,
    Words,
    walk,
)

TODAY = date(2022, 5, 12)
A, B, C, D = (Word(letter) for letter in "abcd")
FIELD_LIST = "Write one of " + ", ".join(field.name for field in fields.FIELDS)


@pytest.mark.parametrize(
    "query, tree",
    [
        ("a", A),
        ("  a\u00a0b\t\nc ", Words((A, B, C))),
        ("a b OR c AND d", Or((Words((A, B)), And((C, D))))),
        ("a OR b OR c", Or((A, B, C))),
        ("a (b c)", Words((A, Words((B, C))))),
        ("((a))", A),
        ("NOT a b", Words((Not(A), B))),
        ("NOT NOT a", Not(Not(A))),
        ("a AND NOT b", And((A, Not(B)))),
        ("-a", Not(A)),
        ("+a", A),
        ("+a AND b", And((A, B))),
        ("+a b OR c", Or((Words((Required(A), B)), C))),
        ("-(a OR b) c", Words((Not(Or((A, B))), C))),
        ('-"a b" c', Words((Not(Phrase("a b")), C))),
        ("-=a c", Words((Not(Exact("a")), C))),
        ("(a)-b", Words((A, Not(B)))),
        ('"a"-b', Words((Phrase("a"), B))),
        ("a --b ++c", Words((A, B, C))),
        ("a&&b||c", Or((And((A, B)), C))),
        ("AND, a", None),
        ("and or not", Words((Word("and"), Word("or"), Word("not")))),
        ("And Or Not", Words((Word("And"), Word("Or"), Word("Not")))),
        ("ANDROID", Word("ANDROID")),
        ('"AND"', Phrase("AND")),
        ('"a  \n b"', Phrase("a b")),
        ('"a b"~0', Phrase("a b")),
        ('"a b"~5^2', Boosted(Phrase("a b", 5), 2.0)),
        ("“a b” „c” «d»", Words((Phrase("a b"), Phrase("c"), Phrase("d")))),
        ("a^2.50", Boosted(A, 2.5)),
        ("(a^2)^3", Boosted(Boosted(A, 2.0), 3.0)),
        ("a~^2", Boosted(Fuzzy("a", 1), 2.0)),
        ("a~5 b", None),
        ("~5 million", Words((Word("5"), Word("million")))),
        ("a*", Prefix("a")),
        ("a**", Prefix("a")),
        ("a*b a?b *a ?a a?b?", Words(tuple(Wildcard(p) for p in ("a*b", "a?b", "*a", "?a", "a?b?")))),
        ("a? b?! c,", Words((A, B, C))),
        ("* -a", Words((Every(), Not(A)))),
        ("=a ==a =“a b”", Words((Exact("a"), Exact("a"), Exact("a b")))),
        ("a=b", Word("a=b")),
        ("headline:a", Field("headline", A)),
        ("headline:a^2", Field("headline", Boosted(A, 2.0))),
        ("(headline:a)^2", Boosted(Field("headline", A), 2.0)),
        ("headline:(a b)^2", Field("headline", Boosted(Words((A, B)), 2.0))),
        ("headline:(NOT a)", Field("headline", Not(A))),
        ("headline:=a", Field("headline", Exact("a"))),
        ('headline:="a b"', Field("headline", Exact("a b"))),
        ("headline:http://a.org", Field("headline", Word("http://a.org"))),
        ("+headline:a b", Words((Required(Field("headline", A)), B))),
        ("Ukraine: a", Words((Word("Ukraine"), A))),
        ("a:", A),
        ("http://a.org/?b=c~1 12:30", Words((Word("http://a.org/?b=c~1"), Word("12:30")))),
        ('place:"geonames:706483"', Field("place", Phrase("geonames:706483"))),
        ("date:*", Field("date", Every())),
        ("date:2022^2", Field("date", Boosted(Dates(date(2022, 1, 1), date(2023, 1, 1)), 2.0))),
        (
            "date:(>2021 -[2022-05 to *] <2023)",
            Field(
                "date",
                Words(
                    (
                        Dates(date(2022, 1, 1), None),
                        Not(Dates(date(2022, 5, 1), None)),
                        Dates(None, date(2023, 1, 1)),
                    )
                ),
            ),
        ),
        ("date:[2022 to *]", Field("date", Dates(date(2022, 1, 1), None))),
        ('date:<"12 May 2022"', Field("date", Dates(None, date(2022, 5, 12)))),
        ("date:[1 May 2022 to today]", Field("date", Dates(date(2022, 5, 1), date(2022, 5, 13)))),
        ("[sic] {a} <b>", Words((Word("sic"), Word("a"), Word("b>")))),
        ("a — b … – •", Words((A, B))),
    ],
)
def test_a_query_gives_this_tree(query, tree):
    if tree is None:
        with pytest.raises(QueryError):
            parse(query, TODAY)
        return
    assert parse(query, TODAY) == tree
    assert parse(to_text(tree), TODAY) == tree


@pytest.mark.parametrize(
    "text",
    [
        "R&D",
        "C++",
        "AT&T",
        "COVID-19",
        "9/11",
        "$5.2bn",
        "@handle",
        "#tag",
        "O'Neill",
        "O’Neill",
        "U.S.",
        "counter-attack",
        "a.b@c.org",
        "http://x.org/?q=a:b",
        "12:30",
        "3.5%",
        ".NET",
        "F-16",
        "naïve",
        "石油",
        "a_b",
        "1,000",
        "half-life's",
        "Yahoo",
    ],
)
def test_a_word_with_signs_in_it_stays_one_word(text):
    assert parse(text, TODAY) == Word(text)


@pytest.mark.parametrize(
    "query, position, message",
    [
        ("", 0, "The query is empty. Write a word to look for, or * for every article."),
        ("… - ?", 0, "The query has no letter or digit. Write a word to look for, or * for every article."),
        (
            "a" * 10_001,
            10_000,
            "The query has 10,001 characters; at most 10,000 are read. Shorten it, or split it into several.",
        ),
        (
            "(" * 51 + "a" + ")" * 51,
            50,
            "Brackets, fields and NOTs stand more than 50 deep here. Write the query flatter.",
        ),
        ("a “b", 2, 'This quotation mark has no partner. Close the phrase with ", or leave the mark out.'),
        (
            'a "."',
            2,
            "There is no word between these quotation marks. Write one there, or leave the marks out.",
        ),
        ("a (b", 2, "This bracket is never closed. Write ) where the group ends."),
        ("a (", 2, "This bracket is never closed. Write ) where the group ends."),
        ("a) b", 1, "There is no ( for this bracket. Remove it, or write ( where the group begins."),
        (")", 0, "There is no ( for this bracket. Remove it, or write ( where the group begins."),
        (
            "a ( )",
            2,
            "There is nothing to look for between these brackets. Write words there, or remove them.",
        ),
        (
            "a OR",
            2,
            "There is nothing to look for after OR. Write words on both sides; "
            'to find the word itself, write "or".',
        ),
        (
            "&& a",
            0,
            "There is nothing to look for before &&. Write words on both sides; "
            'to find the word itself, write "and".',
        ),
        (
            "a NOT",
            2,
            "There is nothing to look for after NOT. Write a word behind it; "
            'to find the word itself, write "not".',
        ),
        (
            "a AND OR b",
            2,
            "There is nothing to look for after AND. Write words on both sides; "
            'to find the word itself, write "and".',
        ),
        ("-AND a", 1, 'AND is an operator. To find the word itself, write "and".'),
        ("headline:NOT", 9, 'NOT is an operator. To find the word itself, write "not".'),
        ("a OR +b", 5, "+ says that a word must be there, OR that it need not. Remove one of the two."),
        ("NOT +a", 4, "NOT and + contradict each other. Remove one of the two."),
        (
            "a speeker:b",
            2,
            f"There is no field speeker:. Did you mean speaker:? {FIELD_LIST}, "
            'or put it in quotation marks to find the text: "speeker:b".',
        ),
        (
            "Xyzzy:b",
            0,
            f"There is no field Xyzzy:. {FIELD_LIST}, "
            'or put it in quotation marks to find the text: "Xyzzy:b".',
        ),
        (
            f"{'x' * 70}:b",
            0,
            f"There is no field {'x' * 29}…:. {FIELD_LIST}.",
        ),
        (
            "a headline: b",
            2,
            "There is nothing to look for after headline:. Write the value right behind it, "
            'as in headline:oil, or put "headline" in quotation marks to find the word.',
        ),
        (
            "date:>=",
            0,
            "There is nothing to look for after date:>=. Write the value right behind it, "
            'as in date:>=2022-05, or put "date" in quotation marks to find the word.',
        ),
        (
            "headline:(a OR body:b)",
            15,
            "A field stands inside another field. Write each field on its own, "
            "as in headline:oil OR body:gas.",
        ),
        (
            "headline:body:b",
            9,
            "A field stands inside another field. Write each field on its own, "
            "as in headline:oil OR body:gas.",
        ),
        (
            "headline:-a",
            9,
            "- cannot stand after headline: here. Write it before the field, as in -headline:oil.",
        ),
        ("=headline:a", 1, "= stands before the word, after the field. Write headline:=Reading."),
        ("=(a b)", 0, "= stands before one word or one phrase. Write it before each word in the brackets."),
        (
            "=Rea*",
            0,
            "= finds a word exactly as it is written, so * cannot stand in it. "
            "Remove one of the two, or quote the text.",
        ),
        (
            "headline:>a",
            9,
            "Ranges and comparisons are for dates only. Write them as in date:>=2022-05 or remove them.",
        ),
        ("date:[2022", 5, "This range is never closed. Write it as in date:[2022-05-01 to 2022-05-12]."),
        (
            "date:{2021 to 2022}",
            5,
            "Ranges stand in square brackets. Write it as in date:[2022-05-01 to 2022-05-12].",
        ),
        (
            "a date:nope",
            7,
            '"nope" is not a date. Write a day (2022-05-12), a month (2022-05), a year (2022), '
            "or yesterday, last-week, 3-weeks-ago.",
        ),
        ("date:=2022", 5, "= is not for dates. Write the date alone, as in date:2022-05-12."),
        ('date:"2022"~1', 11, "~ is not for dates. Write the date alone, as in date:2022-05-12."),
        (
            "a~3",
            1,
            "After a word ~ takes 1 or 2: how many letters may differ, as in zelensky~2. Write one of them.",
        ),
        ("a*~1", 2, "A word has either wildcards or ~, not both. Remove one of the two."),
        (".~1", 1, "There is no word before this ~. Write one, as in zelensky~1."),
        (".^2", 1, "There is no word before this ^. Write one, as in oil^2."),
        (
            "*?",
            0,
            "This pattern has no letter. Write some, as in organi?ation, or * for every article.",
        ),
        (
            '"a b"~x',
            5,
            "After a phrase ~ takes a number from 0 to 1,000: how many other words may stand in between, "
            'as in "oil price"~5.',
        ),
        (
            "(a)~2",
            3,
            '~ stands after a word (zelensky~1) or a phrase ("oil price"~5). Remove it here.',
        ),
        *(
            (
                query,
                1,
                "After ^ a number from 0.01 to 1000 says how much a word counts, as in oil^2. "
                "Write one, or put text with ^ in quotation marks.",
            )
            for query in ("a^", "a^b", "a^0", "a^1e3", "a^1001", "a^2^3")
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_write(query, position, message):
    with pytest.raises(QueryError) as caught:
        parse(query, TODAY)
    assert str(caught.value) == message
    assert (caught.value.query, caught.value.position) == (query, position)


def test_relative_dates_count_from_the_local_day_unless_told():
    before = datetime.date.today()
    tree = parse("date:today")
    assert isinstance(tree, Field) and isinstance(tree.item, Dates)
    assert before <= tree.item.start <= datetime.date.today()


def test_spans_name_the_source_of_each_node():
    query = 'oil -"natural gas"~2 headline:(opec^2 OR =Iran) date:>=2022'
    sources = {type(node).__name__: query[slice(*node.span)] for node in walk(parse(query, TODAY))}
    assert sources == {
        "Words": query,
        "Not": '-"natural gas"~2',
        "Phrase": '"natural gas"~2',
        "Field": "date:>=2022",
        "Or": "opec^2 OR =Iran",
        "Boosted": "opec^2",
        "Word": "opec",
        "Exact": "=Iran",
        "Dates": ">=2022",
    }


def test_ten_thousand_characters_are_read_in_no_time():
    for piece in ['"a" ', "a OR ", "date:2022 ", "headline:(a) ", "NOT ", "a ", "a:", "?*", "~1", *"(-^\\=,"]:
        began = time.process_time()
        with contextlib.suppress(QueryError):
            to_text(parse((piece * MAX_LENGTH)[:MAX_LENGTH], TODAY))
        assert time.process_time() - began < 1, piece  # quadratic time would take minutes


MARKS = """a B oil AND OR NOT ( ) " “ ” + - = ~ ~1 ^ ^2 * ? : headline: date: foo: 2022-05 .. [ ] < >= && ||
. , ! … – http:// last-week é ß 石 _"""
SPACED = [" ", "  ", " AND ", " OR ", " NOT ", " to ", '"x y"', "\x00", "\x1c"]
PIECES = st.sampled_from([*MARKS.split(), *SPACED])
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=14).map("".join)


@given(TEXTS)
def test_any_text_is_a_query_that_prints_and_parses_to_itself_or_a_query_error(text):
    try:
        tree = parse(text, TODAY)
    except QueryError as error:
        assert error.query == text and 0 <= error.position <= len(text)
        return
    for node in walk(tree):
        assert 0 <= node.span[0] < node.span[1] <= len(text)
    canonical = to_text(tree)
    assert parse(canonical, TODAY) == tree
    assert to_text(parse(canonical, TODAY)) == canonical


NAMES = st.sampled_from(
    [
        "oil",
        "Reading",
        "R&D",
        "C++",
        "O'Neill",
        "U.S.",
        "counter-attack",
        "9/11",
        "a_b",
        "石油",
        "http://x.org/?a=b",
    ]
)
PLAIN = st.sampled_from(["oil", "Reading", "石油", "naïve"])
QUOTED = st.lists(NAMES | st.sampled_from(["AND", "(x)", "a:b", "*", "=z"]), min_size=1, max_size=3).filter(
    lambda words: words != ["*"] and words != ["*", "*"] and words != ["*", "*", "*"]
)
LEAVES = (
    st.builds(Word, NAMES)
    | st.builds(Phrase, QUOTED.map(" ".join), st.integers(0, 1000))
    | st.builds(Exact, QUOTED.map(" ".join) | NAMES)
    | st.builds(Prefix, PLAIN)
    | st.builds(Wildcard, st.sampled_from(["w*d", "*stan", "organi?e", "?a*"]))
    | st.builds(Fuzzy, PLAIN, st.integers(1, 2))
    | st.just(Every())
)
FACTORS = st.decimals(0, 1000, places=2).map(float).filter(lambda factor: factor >= 0.01)
DAYS = st.dates(date(1001, 1, 1), date(2998, 1, 1))
SPANS = st.builds(lambda a, b: Dates(min(a, b), max(a, b) + datetime.timedelta(days=1)), DAYS, DAYS)
DATES = SPANS | st.builds(Dates, DAYS, st.none()) | st.builds(Dates, st.none(), DAYS) | st.just(Every())


def grown(leaves, without_fields=True):
    """Return trees over these leaves as the parser may give them."""

    def grow(children):
        several = st.lists(children, min_size=2, max_size=3).map(tuple)
        beside = st.lists(children | st.builds(Required, children), min_size=2, max_size=3).map(tuple)
        return (
            st.builds(Not, children)
            | st.builds(Boosted, children, FACTORS)
            | st.builds(And, several)
            | st.builds(Or, several)
            | st.builds(Words, beside)
        )

    return st.recursive(leaves, grow, max_leaves=8)


NAMED = st.builds(Field, st.sampled_from(["headline", "speaker", "path"]), grown(LEAVES)) | st.builds(
    Field, st.just("date"), grown(DATES)
)


@given(grown(LEAVES | NAMED))
def test_any_tree_prints_to_a_text_that_parses_to_it(tree):
    assert parse(to_text(tree), TODAY) == tree
