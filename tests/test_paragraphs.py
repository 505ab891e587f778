"""Paragraphs: at empty lines, indents and short lines; wrapped lines joined."""

from searchidx.splitting import split
from searchidx.splitting.paragraphs import blocks, paragraphs

WRAPPED = """\
The ferry to the island has stopped because its owner can no
longer pay for the fuel that it takes to get there and back,
officials said."""
JOINED = WRAPPED.replace("\n", " ")


def test_hard_wrapped_lines_are_joined():
    assert paragraphs(WRAPPED) == [JOINED]


def test_an_indent_opens_a_paragraph():
    assert paragraphs(f"{WRAPPED}\n    {WRAPPED}") == [JOINED, JOINED]


def test_a_line_for_each_paragraph_needs_no_empty_lines():
    first = "The ferry has stopped because nobody can pay for its fuel. " * 4
    assert paragraphs(f"{first}\nIt rained.\nPeople swam.") == [first.strip(), "It rained.", "People swam."]


def test_lines_of_a_table_stay_apart():
    assert paragraphs("Shr 11 cts vs eight cts\nNet 2.1 mln vs 1.9 mln") == [
        "Shr 11 cts vs eight cts",
        "Net 2.1 mln vs 1.9 mln",
    ]


def test_a_word_divided_at_the_end_of_a_line_keeps_its_hyphen_and_no_space():
    text = "The enemy answered on the same afternoon with a counter-\nattack by two- and three-\nor four-man groups"
    assert paragraphs(text) == [
        "The enemy answered on the same afternoon with a counter-attack by two- and three- or four-man groups"
    ]


def test_space_within_a_paragraph_is_single():
    assert paragraphs("It  rained.\tPeople   swam. ") == ["It rained. People swam."]


def test_a_line_that_stops_short_in_a_sentence_is_joined():
    text = (
        "The ferry has stopped as nobody can pay for its fuel\nany more, not even the rich\nMayor of Gmunden."
    )
    assert paragraphs(text) == [text.replace("\n", " ")]


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph():
    text = "The ferry has stopped because nobody can pay for the\nfuel.\nPeople swam home from the island all night."
    assert paragraphs(text) == [
        "The ferry has stopped because nobody can pay for the fuel.",
        "People swam home from the island all night.",
    ]


def test_any_number_of_empty_lines_parts_blocks():
    assert blocks("\n\na\n\n\n\nb\nc\n\n  \n\nd\n") == ["a", "b\nc", "d"]


def test_the_body_keeps_quotes_and_dashes_as_they_are():
    body = "“Nobody—nobody—swam,” she said… ‘No.’\n\nIt's 30° & “fine”."
    assert split(f"Ferry stops\n\n{body}", {}, "story.txt").body == body


def test_where_paragraphs_are_indented_a_short_line_ends_none():
    text = (
        '    "The owner of the ferry has been called in to explain himself,"\n'
        "Ana Reyes, who heads the harbour's office, told the\n"
        "newspaper.\n"
        "It opens at nine on every day of the week but Sunday, she said.\n"
        "    He could not be reached for comment."
    )
    first, second = paragraphs(text)
    assert first.startswith('"The owner') and first.endswith("she said.")
    assert second == "He could not be reached for comment."


def test_a_quotation_that_ends_with_a_comma_does_not_end_its_paragraph():
    assert len(paragraphs("“The ferry will not sail again this year,”\nsaid Ana Reyes, of Porto.")) == 1
    assert len(paragraphs("“The ferry will not sail.”\nPeople left the quay after that.")) == 2
