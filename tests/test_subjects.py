"""Who the words before or behind a verb of speech name: lists, places, institutions, several speakers, bare names."""

import pytest

from searchidx.extraction.extract import extract


def speakers(body):
    return [quote.speaker for quote in extract(None, body).quotes]


def who(body):
    """Speaker, kind and role of the last quote."""
    quote = extract(None, body).quotes[-1]
    return quote.speaker, quote.speaker_kind, quote.role


@pytest.mark.parametrize(
    "body, expected",
    [
        ("Anna Moss and Tom Alder said the bridge was lost.", {"Anna Moss", "Tom Alder"}),
        ('"We lost the bridge," Anna Moss and Tom Alder said.', {"Anna Moss", "Tom Alder"}),
        ('"We lost the bridge," said Anna Moss and Tom Alder.', {"Anna Moss", "Tom Alder"}),
        ("Anna Moss met Tom Alder and said the bridge was lost.", {"Anna Moss"}),
        (", Ana Novak and Senator Lena Brandt praised the new bridge.", {"Ana Novak", "Lena Brandt"}),
        ("Norway and Iceland said the talks had failed.", {"Norway and Iceland"}),
    ],
)
def test_two_speakers_have_a_quote_each(body, expected):
    assert set(speakers(body)) == expected


def test_both_quotes_of_two_speakers_have_the_same_words():
    one, other = extract(None, '"We lost," Anna Moss and Tom Alder said.').quotes
    assert (one.text, one.start, one.end) == (other.text, other.start, other.end)


@pytest.mark.parametrize(
    "body, speaker",
    [
        ('"We lost," Anna Moss, 30, of Raleigh, N.C., who was there, said on Monday.', "Anna Moss"),
        ('"We lost," Mrs. Moss, now 81 and retired in Cambridge, Mass., said by telephone.', "Moss"),
        ("Anna Moss, a doctor from Englewood, New Jersey, who said she was there, left.", "Anna Moss"),
        ("Anna Moss of Ohio, a lawyer who refused to sign the letter, left.", "Anna Moss"),
        (
            "Most farmers in Hesse, Saxony and Bavaria said they felt betrayed.",
            "most farmers in Hesse, Saxony and Bavaria",
        ),
        ("The towns of Hull and Goole said they would pay.", "the towns of Hull and Goole"),
        ("In Rome, Olivetti and Pirelli said they would merge.", "Olivetti and Pirelli"),
        ("After the fire at Port Neches, Texaco said it would rebuild.", "Texaco"),
    ],
)
def test_a_list_of_places_is_not_who_speaks(body, speaker):
    assert speakers(body) == [speaker]


@pytest.mark.parametrize(
    "name",
    [
        "Centre for Rail and Road Safety",
        "Department of Bridges and Inland Waterways",
        "Institute for Rivers and Coastal Research",
    ],
)
def test_an_institution_keeps_the_whole_of_its_name(name):
    assert speakers(f"The {name} said it was weak.") == [name]


@pytest.mark.parametrize(
    "body, expected",
    [
        ("The Harbour Department cut its forecast. The department said wheat fell.", "Harbour Department"),
        ("Shares of Moss Timber Inc fell. The company said it knew no reason.", "Moss Timber Inc"),
        ("The department said wheat fell.", "the department"),
        ("The company said it knew no reason.", "the company"),
    ],
)
def test_a_plain_noun_is_the_group_of_that_kind_that_was_named(body, expected):
    speaker, kind, _ = who(body)
    assert (speaker, kind) == (expected, "unnamed" if expected.islower() else "organisation")


@pytest.mark.parametrize(
    "body, expected",
    [
        (
            "Pavlenk, the governor's spokesman, said talks would go on.",
            ("Pavlenk", "person", "governor's spokesman"),
        ),
        ('"It is shut," said Ahmed, a shopkeeper in Aleppo.', ("Ahmed", "person", "shopkeeper in Aleppo")),
        ('Pavlenk said talks would go on. "We are ready," he said.', ("Pavlenk", "person", None)),
        ("Texaco, a big firm in Houston, said talks would go on.", ("Texaco", "organisation", None)),
        ("NATO said talks would go on. It said more would follow.", ("NATO", "organisation", None)),
        ('Boss Van Hest said: "We were poor."', ("Van Hest", "person", "Boss")),
        ('"It is a disgrace," said Tory MP Tom Alder.', ("Tom Alder", "person", "Tory MP")),
        ("The mayor of Goole, Anna Moss, said it was lost.", ("Anna Moss", "person", "mayor of Goole")),
    ],
)
def test_a_bare_name_is_a_persons_where_something_says_so(body, expected):
    assert who(body) == expected


def test_a_pronoun_tells_of_the_quotes_before_it_too():
    first, second = extract(None, "Pavlenk said talks would go on. He said more would follow.").quotes
    assert first.speaker_kind == second.speaker_kind == "person"


@pytest.mark.parametrize(
    "body, speaker, text",
    [
        ('"I am livid," stormed Sir Keir Alder.', "Keir Alder", "I am livid,"),
        ('"I was over the moon," beamed the mum-of-two.', "the mum-of-two", "I was over the moon,"),
        ('"I can\'t breathe," Floyd is heard saying on the video.', "Floyd", "I can't breathe,"),
        ('"Get out," the officer can be heard shouting.', "the officer", "Get out,"),
        ("Tom Alder was quoted as saying by Tanjug that the talks failed.", "Tom Alder", "the talks failed"),
        ("The bridge fell, as reported by the Hull Daily Mail.", "Hull Daily Mail", "The bridge fell"),
        ("Anna Moss told a hearing in Rome he was late.", "Anna Moss", "he was late"),
        ("Anna Moss said that groups like Ansar left.", "Anna Moss", "groups like Ansar left"),
    ],
)
def test_what_is_said_and_by_whom(body, speaker, text):
    assert [(quote.speaker, quote.text) for quote in extract(None, body).quotes] == [(speaker, text)]


@pytest.mark.parametrize(
    "body",
    [
        "The storm raged on the coast and Anna Moss beamed.",
        "Anna Moss maintains a lead in the polls.",
        "Anna Moss won Ohio, adding to her lead.",
        "The attack was claimed by the Red Front.",
        "One neighbour, who did not want to be named, left.",
    ],
)
def test_what_is_no_speech(body):
    assert speakers(body) == []


@pytest.mark.parametrize(
    "body, speaker",
    [
        (
            "Gran Doris Pegler, 71, fell. The mum-of-four, from Whitby, fumed: 'It came at me.'",
            "Doris Pegler",
        ),
        ("Ann Pegler, 71, met Tom Alder. The 71-year-old said: 'It came at me.'", "Ann Pegler"),
        ("The 71-year-old, from Whitby, said: 'It came at me.'", "the 71-year-old"),
        ("The clerk, 34, from Hull, said it was late.", "the clerk"),
        ("Resident Bev Oakes, 52, said it was late.", "Bev Oakes"),
        ("In the words of Anna Moss, the plan was dead.", "Anna Moss"),
        ("According to officials in Hull, the plan was dead.", "officials in Hull"),
        ("Dealers said gold rose. It would rise more, they said.", "dealers"),
        ('Anna Moss met reporters. "It is late," the agency quoted her as saying.', "Anna Moss"),
        ("Anna Moss's statement said it was late.", "Anna Moss"),
        ("@mayor_hull tweeted: 'Stay at home.'", "@mayor_hull"),
    ],
)
def test_descriptions_lead_to_whom_they_mean(body, speaker):
    assert speakers(body)[-1] == speaker


def test_of_two_joined_by_kinship_both_speak():
    assert set(speakers("Donna Reyes and her sister Maria Ortiz said they had been waiting.")) == {
        "Donna Reyes",
        "Maria Ortiz",
    }


@pytest.mark.parametrize(
    "body",
    [
        "The new head will report directly to the board.",
        "The totals may not add due to rounding.",
        "The firm makes tools related to its boats.",
    ],
)
def test_verbs_that_need_a_clause_report_nothing_without_one(body):
    assert speakers(body) == []


@pytest.mark.parametrize(
    "body, expected",
    [
        (
            "The plan was a trap, said Anna Moss, a fellow of the institute.",
            ("Anna Moss", "The plan was a trap"),
        ),
        (
            "The plan was a trap, said the mayor of Hull, who saw it.",
            ("the mayor of Hull", "The plan was a trap"),
        ),
        ("On Monday, said Anna Moss, the plan was dead.", ("Anna Moss", "the plan was dead")),
        ("As Hull Radio reported last year, the plan was dead.", ("Hull Radio", "the plan was dead")),
        ('The note read: "I am sorry for it all."', ("the note", "I am sorry for it all.")),
        ('"We will be back," reads a sign on the door.', ("a sign", "We will be back,")),
        ('"Give it back," the crowd chanted.', ("the crowd", "Give it back,")),
        ("Sources close to the mayor insist he will stay.", ("sources close to the mayor", "he will stay")),
        (
            "Senator Ann Moss, the lawyer who heads the Harbour Committee, which runs the port, said it was late.",
            ("Ann Moss", "it was late"),
        ),
    ],
)
def test_where_the_clause_and_its_speaker_stand(body, expected):
    assert expected in [(quote.speaker, quote.text) for quote in extract(None, body).quotes]


@pytest.mark.parametrize(
    "body",
    [
        "The film with Anna Moss, which recounts the war, is long.",
        'Anna Moss read "The Long Way Down" in an hour.',
        "Anna Moss: 1,769.\nTom Alder: 1,501.\nAnna Moss: 1,204.\nTom Alder: 900.",
    ],
)
def test_what_names_a_person_and_quotes_nobody(body):
    assert speakers(body) == []


@pytest.mark.parametrize(
    "body, speaker",
    [
        ("The harbour board on Monday said it was late.", "the harbour board"),
        ("Polls in Ohio show it is late.", "polls in Ohio"),
        ("The Institute of Harbours found that it was late.", "Institute of Harbours"),
        ("Tom Alder noted that Acme's board had declared it was late.", "Tom Alder"),
    ],
)
def test_what_stands_between_a_subject_and_its_verb(body, speaker):
    assert speakers(body)[0] == speaker


@pytest.mark.parametrize(
    "body",
    [
        "The ministry must announce cuts in May.",
        "Anna Moss has not asked Tom Alder to speak.",
        "It was a year of records with fewer strikes anticipated in Canada.",
        "The Institute of Harbours found a coin.",
    ],
)
def test_what_is_still_to_be_said_is_not_said(body):
    assert speakers(body) == []


@pytest.mark.parametrize(
    "body, speaker",
    [
        ("The mother of Tom Alder, 9, said it was late.", "the mother of Tom Alder"),
        ("Anna Moss, head of the board of Harbour Ohio, the town's port, said it was late.", "Anna Moss"),
        ("The boy's uncle, weeping, told Danish television it was late.", "the boy's uncle"),
        ('"I never wanted it," she says. Anna Moss is 60.', "Anna Moss"),
        ('"I never wanted it," she says. Tom Alder is 60.', None),
    ],
)
def test_whom_kinship_and_pronouns_mean(body, speaker):
    assert speakers(body) == [speaker]


def test_a_partner_named_by_surname_is_no_part_of_the_others_role():
    quotes = extract(None, "Kenji Alder left. Alder and fellow analyst Anna Moss said it was late.").quotes
    assert {(quote.speaker, quote.role) for quote in quotes} == {
        ("Kenji Alder", None),
        ("Anna Moss", "fellow analyst"),
    }


def test_what_something_is_called_is_no_quote():
    assert speakers('The so-called "small boats week" was a flop, one minister admitted.') == ["one minister"]


@pytest.mark.parametrize(
    "body, expected",
    [
        ("Pope Adrian II said it was late. The Pope said more would follow.", "Adrian II"),
        ("Prime Minister Anna Moss left. The Prime Minister said it was late.", "Anna Moss"),
        ("The Prime Minister said it was late.", "the prime minister"),
    ],
)
def test_a_title_written_like_a_name_is_whoever_bears_it(body, expected):
    assert speakers(body)[-1] == expected
