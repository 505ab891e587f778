"""Pairing quotation marks of every kind."""

import pytest

from searchidx.extraction.scan import Scan


def quoted(text):
    return [text[q.inner_start : q.inner_end] for q in Scan(text).quotations]


@pytest.mark.parametrize(
    "text, expected",
    [
        ('"We won," he said. "At last."', ["We won,", "At last."]),
        ("“We won,” he said.", ["We won,"]),
        ("„Wir kommen“, sagte er. «Nous venons», dit-il.", ["Wir kommen", "Nous venons"]),
        ("``We won,'' he said. ``At last.''", ["We won,", "At last."]),
        ("''We won,'' he said. ''At last.''", ["We won,", "At last."]),
        ("‘We won,’ he said.", ["We won,"]),
        ("'It's ours,' he said. 'We don't care.'", ["It's ours,", "We don't care."]),
        ("‘The boys’ bags are gone,’ she said.", ["The boys’ bags are gone,"]),
        ("The boys’ bags and the girls’ coats are gone.", []),
        ("In the '90s it was rock 'n' roll, 'twas said.", []),
        ("Moss' car and Alder's dog", []),
        ('A 6" pipe and a 12" record', []),
        ("“He told me ‘get out’ and I did,” she said.", ["He told me ‘get out’ and I did,"]),
        ("'He told me \"get out\" and I did,' she said.", ['He told me "get out" and I did,']),
        ("He called it “a mess. Nobody knew why.", ["a mess. Nobody knew why."]),
        ("It was a mess” he said.", []),
        ('He said "never and then "always" to us.', ["always"]),
    ],
)
def test_the_words_between_the_marks(text, expected):
    assert quoted(text) == expected


def test_a_quotation_runs_over_paragraphs_and_each_says_so():
    text = "“It began at night.\n\n“We ran.\n\n“Then it was over,” she said. “Thank God.”"
    found = Scan(text).quotations
    assert [(q.closed, q.continues) for q in found] == [
        (False, False),
        (False, True),
        (True, True),
        (True, False),
    ]


def test_an_open_quotation_ends_with_its_paragraph_when_the_next_one_does_not_open():
    found = Scan("“It began at night.\n\nNobody knew.\n\n“We ran,” she said.").quotations
    assert [(q.closed, q.continues) for q in found] == [(False, False), (True, False)]
