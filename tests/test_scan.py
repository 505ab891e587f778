"""The scan of one text: sentences, paragraphs and runs of capitalised words, by their spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.extraction.scan import Scan


def runs(text):
    return [run.text for run in Scan(text).runs]


def sentences(text):
    return [text[start:end] for start, end in Scan(text).sentences]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Mr. Alder left. He ran.", ["Mr. Alder left.", "He ran."]),
        ("The U.S. Senate met in the U.S. The vote was close.", 2),
        ("Calif. Gov. Ann Moss signed it on Jan. 5. Nobody objected.", 2),
        ("It cost $1.5 bn. No. 3 was sold.", 2),
        ("“We lost.” She wept.", ["“We lost.”", "She wept."]),
        ("``It is over.'' They left.", ["``It is over.''", "They left."]),
        ("J. K. Brandt and A.B. Stone met.", 1),
        ("First line\n\nSecond line", ["First line", "Second line"]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("Shares of Alder Co. rose. Others fell.", 2),
        ("Gen. Petro Hai vs. the rest", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    found = sentences(text)
    assert (found if isinstance(expected, list) else len(found)) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The mayor met Ursula von der Leyen in Kyiv.", ["Ursula von der Leyen", "Kyiv"]),
        ("But Brig. Gen. Oleh Hai left.", ["Brig. Gen. Oleh Hai"]),
        ("He met Mr. Alder. She met Dr. Moss.", ["Mr. Alder", "Dr. Moss"]),
        ("Anna O'Hara's son Jean-Luc left.", ["Anna O'Hara", "Jean-Luc"]),
        ("Bashar al-Assad and J.P. Stone", ["Bashar al-Assad", "J.P. Stone"]),
        ("On Monday Alder left; Moss came Tuesday.", ["Alder", "Moss"]),
        ("Don't ask. I'll go. They've won.", []),
        ("in the U.S. The Senate", ["U.S.", "Senate"]),
        ("Zoë Ångström and Łukasz Żak", ["Zoë Ångström", "Łukasz Żak"]),
    ],
)
def test_runs_are_names_as_written_without_what_only_opens_a_sentence(text, expected):
    assert runs(text) == expected


def test_a_run_that_opens_a_sentence_proves_nothing_by_its_capital():
    found = {
        run.text: run.initial for run in Scan("Crowds met Alder. Bread was “Free of charge”, they said.").runs
    }
    assert found == {"Crowds": True, "Alder": False, "Bread": True, "Free": True}


def test_line_breaks_of_hard_wrapped_text_are_spaces_and_offsets_stay():
    text = (
        "The minister of the interior of the republic, Anna\nMoss, said that the roads to the north would "
        "be\nopened again.\n\nNobody in the capital city of the country believed it\nat first, though."
    )
    scan = Scan(text)
    assert len(scan.paragraphs) == 2
    assert [run.text for run in scan.runs] == ["Anna"] or "Anna" in scan.runs[0].text
    assert len(scan.flat) == len(text)


def test_words_beside_a_position():
    scan = Scan("the spokesman Alder said")
    run = scan.runs[0]
    assert (scan.word_before(run.start), scan.word_after(run.end)) == ("spokesman", "said")
    assert Scan("Alder").word_before(0) == ""


@given(st.text(alphabet="aB .!?\n\"'“”‘’`«»Mr,-—\xa0\r\té", max_size=200))
def test_any_text_is_scanned_and_every_span_lies_inside_it_in_order(text):
    scan = Scan(text)
    assert len(scan.flat) == len(text)
    for spans in (scan.paragraphs, scan.sentences, scan.runs, scan.quotations):
        last = 0
        for span in spans:
            assert last <= span[0] < span[1] <= len(text)
            last = span[1]
    for run in scan.runs:
        assert scan.flat[run.start : run.end] == run.text
