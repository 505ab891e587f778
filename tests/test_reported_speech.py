"""Reported speech: which clauses count, whose they are, and what only looks like one."""

import pytest

from searchidx.extraction.people import find_people
from searchidx.extraction.scan import Scan
from searchidx.extraction.speakers.quotes import find_quotes


def reported(body):
    scan = Scan(body)
    return [(quote.speaker, quote.cue, quote.text) for quote in find_quotes(scan, find_people([scan]))]


@pytest.mark.parametrize(
    ("body", "speaker", "text"),
    [
        ("Anna Moss's claim that the bridge was lost is wrong.", "Anna Moss", "the bridge was lost"),
        ("Anna Moss resigned. Her promise to rebuild Orlen was broken.", "Anna Moss", "to rebuild Orlen"),
        ("Anna Moss was told by the minister that it was late.", "the minister", "it was late"),
        ("Anna Moss is confident that the bridge will hold.", "Anna Moss", "the bridge will hold"),
        ("Anna Moss does not want the bridge closed.", "Anna Moss", "the bridge closed"),
        ("Anna Moss refused to sign the treaty.", "Anna Moss", "to sign the treaty"),
        ("Anna Moss is calling for a new bridge.", "Anna Moss", "a new bridge"),
        ("Critics want the mayor to resign.", "critics", "the mayor to resign"),
        ("Villagers expect the river to rise.", "villagers", "the river to rise"),
        ("Polls show the mayor ahead.", "polls", "the mayor ahead"),
        (
            "A Gallen University poll released Monday found voters tired.",
            "a Gallen University poll",
            "voters tired",
        ),
        ("The river will rise, according to a Gallen tally.", "a Gallen tally", "The river will rise"),
        ("Republicans said they would vote against it.", "Republicans", "they would vote against it"),
        ("Council members opposing the bill said it was late.", "council members", "it was late"),
        ("The Post reported that the bridge was lost.", "Post", "the bridge was lost"),
        ("Harbour Steel Corp agreed to sell its mills.", "Harbour Steel Corp", "to sell its mills"),
        ("Oil fell, the ministry said on Thursday, as traders fled.", "the ministry", "Oil fell"),
        (
            "Oil, the ministry said in a statement, will fall.",
            "the ministry",
            "Oil, the ministry said in a statement, will fall",
        ),
        ("Anna Moss said late on Monday that the bridge fell.", "Anna Moss", "the bridge fell"),
        ("The ministry said in its daily update that it rained.", "the ministry", "it rained"),
        (
            "Anna Moss said Iran, Qatar and Oman had agreed to attend.",
            "Anna Moss",
            "Iran, Qatar and Oman had agreed to attend",
        ),
        (
            "Anna Moss, the mayor, who met the head of the board, Tom Alder, in Orlen, said it was late.",
            "Anna Moss",
            "it was late",
        ),
        (
            "In Orlen a boy died, according to Valent Birk, head of the council.",
            "Valent Birk",
            "In Orlen a boy died",
        ),
        ("Engineers agree, Anna Moss said.", "Anna Moss", "Engineers agree"),
        (
            "Analysts at Harbour, Steel and Co said they see oil at 15 dollars.",
            "Harbour, Steel and Co",
            "they see oil at 15 dollars",
        ),
    ],
)
def test_who_reports_what(body, speaker, text):
    assert [(found[0], found[2]) for found in reported(body)] == [(speaker, text)]


@pytest.mark.parametrize(
    "body",
    [
        "The ministry did not respond to a request for comment.",
        "Anna Moss refused to comment.",
        "Production declined slightly in May.",
        "He won two battleground states in May.",
        "The tariff was fixed according to a sliding scale.",
        "A plan backed by the ministry failed.",
        "A man accused of theft ran away.",
        "The board concluded talks in May.",
        "They voted to support the plan.",
        "The claims to the island are old.",
        "Asked if Orlen would respond, she smiled.",
    ],
)
def test_what_only_looks_like_reported_speech(body):
    assert reported(body) == []


def test_what_somebody_says_to_want_is_one_quote():
    assert reported("Anna Moss said she wants to stay.") == [("Anna Moss", "said", "she wants to stay")]


def kinds(body):
    scan = Scan(body)
    return [(q.speaker, q.speaker_kind, q.role) for q in find_quotes(scan, find_people([scan]))]


def test_reports_and_polls_speak_as_documents():
    assert kinds("The report said the bridge was lost.") == [("the report", "document", None)]
    assert kinds("A poll found that voters were tired.") == [("a poll", "document", None)]


def test_its_chairman_is_the_chairman_of_whom_the_article_speaks():
    body = "Harbour Steel Corp closed two mills on Monday. Its chairman said prices had fallen."
    assert kinds(body) == [("Harbour Steel Corp's chairman", "unnamed", "chairman")]
    body = "Anna Moss was arrested on Monday. Her lawyer said she was innocent."
    assert kinds(body) == [("Anna Moss's lawyer", "unnamed", "lawyer")]
    assert kinds("His lawyer said it was late.") == [("his lawyer", "unnamed", None)]


@pytest.mark.parametrize("name", ["Standard & Poor's Corp", "Standard and Poor's", "Sand, Gull & Reed Ltd"])
def test_names_of_firms_are_whole(name):
    last = name.rsplit(", ", 1)[-1]
    assert kinds(f"On Monday {name} said it cut the rating.")[0][0].endswith(last)


@pytest.mark.parametrize(
    ("body", "speaker", "text"),
    [
        (
            "The banks are calm, said a trader at one U.K. bank.",
            "a trader at one U.K. bank",
            "The banks are calm",
        ),
        (
            "The notes are out, said lead manager Gull Securities Inc.",
            "Gull Securities Inc",
            "The notes are out",
        ),
        ("Oil will be found, Anna Moss told the Gallen annual conference.", "Anna Moss", "Oil will be found"),
        ("The union urged ministers to agree a tax.", "the union", "ministers to agree a tax"),
    ],
)
def test_where_speaker_and_clause_end(body, speaker, text):
    assert [(found[0], found[2]) for found in reported(body)] == [(speaker, text)]


def test_a_tag_at_the_end_is_no_part_of_what_another_is_said_to_want():
    body = "Anna Moss plans to buy the mill, a spokesman said."
    assert ("Anna Moss", "plans", "to buy the mill") in reported(body)
    assert ("a spokesman", "said", "Anna Moss plans to buy the mill") in reported(body)


@pytest.mark.parametrize(
    "body",
    [
        "The Gallen Post quoted Anna Moss as saying that it was late.",
        "Anna Moss was quoted by the Gallen Post as saying that it was late.",
        "Anna Moss was quoted as saying it was late.",
        "“It was late,” the Gallen Post quoted Anna Moss as saying.",
    ],
)
def test_who_is_quoted_by_a_newspaper_is_the_speaker(body):
    ((speaker, _, text),) = reported(body)
    assert speaker == "Anna Moss" and text.lower().strip(",") == "it was late"


def test_he_can_be_an_unnamed_source():
    body = "A bank economist said prices would fall. “The trend is clear,” he said."
    assert [speaker for speaker, *_ in reported(body)] == ["a bank economist"] * 2


def test_to_declare_a_moratorium_is_to_do_it():
    assert reported("Brazil declared a moratorium last month.") == []


def test_participles_and_nouns_before_a_noun_are_no_cues():
    assert reported("It is the most passionately supported club in Gallen.") == []
    assert reported("Anna Moss sang after the September 11 attacks and wept.") == []


def test_the_bank_is_the_bank_that_has_spoken():
    body = "The Bank of England said rates would rise. Later the Bank said it was sure."
    assert [speaker for speaker, *_ in reported(body)] == ["Bank of England"] * 2


@pytest.mark.parametrize(
    ("tag", "speaker", "role"),
    [
        (
            "the deputy chief of operations Brig Gen Petro Lys at a briefing",
            "Petro Lys",
            "deputy chief of op",
        ),
        ("the head of the regional council Petro Lys in Orlen", "Petro Lys", ""),
        ("a spokesman for President Lys", "a spokesman for President Lys", ""),
        ("the lawyer for Petro Lys, who fled", "the lawyer for Petro Lys", ""),
        ("a spokesman for the harbour at a briefing", "a spokesman for the harbour", ""),
        ("the professor of law at Harbour University", "the professor of law at Harbour University", ""),
    ],
)
def test_whose_office_goes_on_behind_the_verb(tag, speaker, role):
    scan = Scan(f"“They left,” said {tag}.")
    (quote,) = find_quotes(scan, find_people([scan]))
    assert quote.speaker == speaker
    assert (quote.role or "").startswith(role)


def test_a_quotation_goes_on_with_whom_the_clause_in_between_is_about():
    body = (
        "“We waited,” said Iryna, a nurse from Orlen who asked that her surname not be used. “Nobody came.”"
    )
    scan = Scan(body)
    quotes = find_quotes(scan, find_people([scan]))
    assert {quote.speaker for quote in quotes} == {"Iryna"}


def test_what_is_reported_in_a_relative_clause_ends_with_it():
    found = reported("Anna Moss, who has backed the plan for a year, said it was late.")
    assert found == [("Anna Moss", "backed", "the plan for a year"), ("Anna Moss", "said", "it was late")]
