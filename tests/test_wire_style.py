"""Attribution as agencies and business papers write it: tags at the end, firms that speak, appositions, data."""

import pytest

from searchidx.extraction.people import find_people
from searchidx.extraction.scan import Scan
from searchidx.extraction.speakers.quotes import find_quotes


def quotes(body):
    scan = Scan(body)
    return find_quotes(scan, find_people([scan]))


def reported(body):
    return [(quote.speaker, quote.text) for quote in quotes(body)]


def speakers(body):
    return [quote.speaker for quote in quotes(body)]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("The bonds fell due in July, 1984, the bank said.", "The bonds fell due in July, 1984"),
        (
            "The mills share research, sales and storage, the bank said.",
            "The mills share research, sales and storage",
        ),
        ("Oil will rise in Hull, Leeds and York, Anna Moss said.", "Oil will rise in Hull, Leeds and York"),
        ("The mill will close, lead manager Harbour Bank said.", "The mill will close"),
        ("The mill will close, its owner's lawyer, Anna Moss, said.", "The mill will close"),
        ("The mill will close, the bank said here.", "The mill will close"),
        ("The mill will close, the bank said after a survey of its clients.", "The mill will close"),
        (
            "The mill will close, she told a news conference here after a tour of the mill and a talk to its owners.",
            "The mill will close",
        ),
    ],
)
def test_what_stands_before_a_tag_is_whole(body, text):
    assert [found[1] for found in reported(body)] == [text]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("In May, the bank said on Monday profits had risen by half.", "profits had risen by half"),
        ("About the same time, says analyst Tom Alder, the bank sold its mill.", "the bank sold its mill"),
        ("The mill fell silent in May, the bank said on Monday.", "The mill fell silent in May"),
        ("The bank said instead that it would wait.", "it would wait"),
        ("The bank said earlier it would wait.", "it would wait"),
        ("The bank said, however, that it would wait.", "it would wait"),
        ("The bank said over the weekend that it would wait.", "it would wait"),
        ("The bank said that, while oil is dear, it would wait.", "while oil is dear, it would wait"),
        ("Anna Moss told Reuters in an interview the bank would wait.", "the bank would wait"),
        ("Anna Moss told a court in Hull that the bank would wait.", "the bank would wait"),
    ],
)
def test_when_and_where_something_was_said_is_no_part_of_it(body, text):
    assert [found[1] for found in reported(body)] == [text]


def test_what_is_wanted_within_what_is_said_ends_with_it():
    body = "Harbour Corp plans to buy the mill, Anna Moss, a lawyer for its owner said."
    assert set(reported(body)) == {
        ("Anna Moss", "Harbour Corp plans to buy the mill"),
        ("Harbour Corp", "to buy the mill"),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Anna Moss, an aide to farm minister Tom Alder said it was late.", ["Anna Moss"]),
        ("Anna Moss, a lawyer and Director of Research for the bank said it was late.", ["Anna Moss"]),
        ("It was late, Anna Moss, an aide to Tom Alder said.", ["Anna Moss"]),
        ("Hull chose Anna Moss, and a lawyer for the bank said it was late.", ["a lawyer for the bank"]),
    ],
)
def test_an_office_without_its_closing_comma_is_of_whom_it_follows(body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Trade sources here confirmed that the mill was sold.", ["Trade sources"]),
        ("The committee this week announced a new plan.", ["the committee"]),
        ("The union last night rejected the offer.", ["the union"]),
        ("The contract was lost after Harbour Corp said the mill was late.", ["Harbour Corp"]),
        ("The Centers for Famine Control (CFC) said the mill was late.", ["Centers for Famine Control"]),
        ("Mill management, however, warned that jobs would go.", ["Mill management"]),
        ("Gallic data show mills made more steel.", ["Gallic data"]),
        ("Moody's expects Harbour Corp's earnings to fall.", ["Moody's"]),
        ("Economists described the plan as a step forward.", ["economists"]),
        ("Harbour Corp cautions clients that prices will fall.", ["Harbour Corp"]),
        ("Moody's plans to cut costs were late.", []),
        ("A man described as a clerk ran away.", []),
        ("Neighbours called the police.", []),
        ("It was sold for cash and notes in excess of book value.", []),
        ("A spokesman declined to comment on a press report that the mill was sold.", []),
        ("Harbour Corp, in announcing its results, said it was late.", ["Harbour Corp"]),
    ],
)
def test_who_speaks_in_wire_style(body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("first", "later", "name"),
    [
        ("Moody's Mill Ratings Inc", "Moody's", "Moody's Mill Ratings Inc"),
        ("The Hull Stock Exchange", "The Exchange", "Hull Stock Exchange"),
        ("The Federal Mill Loan Bank Board", "The bank board", "Federal Mill Loan Bank Board"),
        ("Leader Mill Corp", "Leader", "Leader Mill Corp"),
        ("Harbour Mill Fund N.V.", "Harbour", "Harbour Mill Fund N.V."),
    ],
)
def test_a_firm_has_one_name(first, later, name):
    assert speakers(f"{first} said it sold a mill.\n\n{later} said prices fell.") == [name, name]


def test_a_country_is_no_firm_that_has_it_in_its_name():
    assert speakers("China Trust and Mill Corp opened. China said prices fell.") == ["China"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Gull Paper Inc., citing weak demand, said it would close a mill.", ["Gull Paper Inc"]),
        (
            "Gull Oil Co. and Reed Crude Inc. said their boards met.",
            ["Gull Oil Co. and Reed Crude Inc"],
        ),
        ("Reed Savings & Loan Association said it sold a branch.", ["Reed Savings & Loan Association"]),
        ("The index fell to 22,018.77. Brokers at Gull Paper said it would rise.", ["brokers at Gull Paper"]),
        ("Saudi Arabia said it would wait.", ["Saudi Arabia"]),
        ("A union spokesman, Tom Alder, said by telephone that it would wait.", ["Tom Alder"]),
        ("Analysts had expected a profit of 2 million.", ["analysts"]),
        ("A firm expected to win the order closed.", []),
        ("The ministry attributed the drop to a strike.", ["the ministry"]),
        ("A strike will begin unless the carrier agrees to talks.", []),
        ("Mr. Moss, without admitting the charges, left.", []),
    ],
)
def test_names_with_full_stops_and_what_else_papers_write(body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    "later",
    [
        "The Hull, Ohio, paper concern said",
        "The Hull, Ohio, maker of paper, which has lost money, said",
        "The Hull, Ohio, company said",
        "The company said",
        "The paper maker said",
    ],
)
def test_a_firm_is_known_by_its_home_and_trade(later):
    body = f"Gull Paper Inc. said prices fell.\n\n{later} it would close a mill."
    assert speakers(body) == ["Gull Paper Inc"] * 2


def test_a_firm_that_was_only_named_is_known_by_its_trade():
    assert speakers("Gull & Reed Inc. named a chairman.\n\nThe tool maker said it was glad.") == [
        "Gull & Reed Inc"
    ]


def test_an_acronym_is_whom_its_letters_stand_for():
    body = "The Mill and Harbour Commission sued Tom Alder. The MHC alleged that he hid 3 tons of steel."
    assert speakers(body) == ["Mill and Harbour Commission"]
    assert speakers("The Harbour Board sued Tom Alder. The MHC alleged that he hid it.") == ["MHC"]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("Anna Moss said it was late, but she added that she would wait.", ["it was late", "she would wait"]),
        ("Anna Moss said it was late and predicted that she would win.", ["it was late", "she would win"]),
        (
            "Anna Moss said mills closed and owners added that day.",
            ["mills closed and owners added that day"],
        ),
        ("The mill, which Anna Moss said has lost money, will close.", ["has lost money"]),
    ],
)
def test_one_clause_ends_where_the_next_one_begins(body, texts):
    assert [found[1] for found in reported(body) if found[0] == "Anna Moss"] == texts


def test_two_companies_are_nobody_that_it_stands_for():
    body = "Gull Inc. said it sold a mill, and the two companies said they were glad. The company said prices fell."
    assert speakers(body)[-1] == "Gull Inc"


def test_a_clause_with_quoted_words_is_whole_behind_that():
    ((speaker, text),) = reported("Anna Moss cautioned that mills “have a way” of closing.")
    assert (speaker, text) == ("Anna Moss", "mills “have a way” of closing")
