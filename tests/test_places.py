"""Finding the names of places in an article: every rule, found and rightly not found."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchidx.extraction.extract import extract


def places(body, headline=None, dateline=None):
    return extract(headline, body, dateline).places


def names(body, headline=None, dateline=None):
    """The texts of all mentions but demonyms."""
    return {m.text for p in places(body, headline, dateline) if p.kind != "demonym" for m in p.mentions}


def demonyms(body):
    return {m.text for p in places(body) if p.kind == "demonym" for m in p.mentions}


def mention(body, text):
    return next(m for p in places(body) for m in p.mentions if m.text == text)


FOUND = [
    # names of any number of words, the longest first
    ("Rain fell on New York City and in New Orleans.", {"New York City", "New Orleans"}),
    ("She was born in Santa Cruz de Tenerife.", {"Santa Cruz de Tenerife"}),
    ("The ferry left the Isle of Wight for Stratford-upon-Avon.", {"Isle of Wight", "Stratford-upon-Avon"}),
    ("Storms hit Trinidad and Tobago and then Port-au-Prince.", {"Trinidad and Tobago", "Port-au-Prince"}),
    ("Farmers of Côte d'Ivoire sold less cocoa to Dar es Salaam.", {"Côte d'Ivoire", "Dar es Salaam"}),
    ("Two men were held in Queen Anne's County on Monday.", {"Queen Anne's County"}),
    # possessives and compounds
    ("Kharkiv's mayor met Lviv’s council.", {"Kharkiv", "Lviv"}),
    ("A Paris-based firm bought the Geneva-based one.", {"Paris", "Geneva"}),
    ("The U.S.-China talks went on.", {"U.S.", "China"}),
    # abbreviations
    ("He moved from Fresno, Calif., to Yonkers, N.Y., last year.", {"Fresno", "Calif.", "Yonkers", "N.Y."}),
    ("Police in Walla Walla, Wash., found the car.", {"Walla Walla", "Wash."}),
    ("The UK and the UAE signed.", {"UK", "UAE"}),
    # lists carry the evidence on
    ("Shops opened in Richmond, Norfolk and Roanoke.", {"Richmond", "Norfolk", "Roanoke"}),
    (
        "Flood water reached the villages of Petrivkа, Stara Hnylytsiа and Zelenyi Hai.".replace("а", "a"),
        {"Petrivka", "Stara Hnylytsia", "Zelenyi Hai"},
    ),
    (
        "The storm kept crews from Mineola, Quitman and Hawkins busy.",
        {"Mineola", "Quitman", "Hawkins"},
    ),
    ("Ostend, Caen and Tours were dark.", {"Ostend", "Caen", "Tours"}),
    # numbers that belong to a name, and counties of ordinary words
    ("The bridge in Three Rivers is closed.", {"Three Rivers"}),
    ("Hall County closed its markets.", {"Hall County"}),
    # where somebody is going
    ("The ferry was bound for Bolomvi.", {"Bolomvi"}),
    # another spelling of two words
    ("Strikes hit Khan Younis overnight.", {"Khan Younis"}),
    # governments speak by their capitals; a number behind a comma need not be an age
    ("Baghdad said its forces had won. Nairobi denied it.", {"Baghdad", "Nairobi"}),
    ("Some 3 mln tonnes went to the USSR, 1.530 mln to others.", {"USSR"}),
    ("House Speaker Jim Hale, a Texas Democrat, has called for a tax.", {"Texas"}),
    # names inside longer names
    ("The Paris Police Department closed the road.", {"Paris"}),
    ("She taught at the University of Kansas.", {"Kansas"}),
    ("The Toronto City Council met.", {"Toronto"}),
    # names that no gazetteer knows
    ("Troops took the village of Zelenivske on Friday.", {"Zelenivske"}),
    ("A drone fell near Krasnovidne, in eastern Ukraine.", {"Krasnovidne", "Ukraine"}),
    ("Fishermen of Brodwick, a small town on the coast, were asleep.", {"Brodwick"}),
    ("The Brezhanka Dolni district lost power.", {"Brezhanka Dolni"}),
    # streets, rivers, airports
    ("A bus hit a wall on Wexcombe Road.", {"Wexcombe Road"}),
    ("They swam across the Little Tamsen River.", {"Little Tamsen River"}),
    # regions by the word behind them
    ("Voters in Sokoto State and in Suffolk County waited.", {"Sokoto State", "Suffolk County"}),
    # directions belong to the name
    ("Snow closed roads in South West England.", {"South West England"}),
    # surnames and first names where the words around them say so
    ("The hotel near Jackson was full; another in Austin was not.", {"Jackson", "Austin"}),
    ("Mary Lowe, 43, of Fairfield, won the draw.", {"Fairfield"}),
    ("A Longview woman won the lottery.", {"Longview"}),
    # ordinary words where the words around them say so
    ("The train from Reading, Berkshire, was late.", {"Reading", "Berkshire"}),
    ("She had a flat in Nice, France.", {"Nice", "France"}),
    ("The king of Jordan flew to Chad.", {"Jordan", "Chad"}),
    # what the text says, though it is a person's name elsewhere
    ("Ellen Cleveland, of Cleveland, Tennessee, won a car.", {"Cleveland", "Tennessee"}),
    ("Chad Ellis left. Leaders of Mali, Niger and Chad met.", {"Mali", "Niger", "Chad"}),
    ("A third man, from Gilbert, was hurt.", {"Gilbert"}),
    ("The Iowa Highway Patrol said that there was ice.", {"Iowa"}),
    # who comes from a place may speak and die
    ("A woman from Kissidougou died.", {"Kissidougou"}),
    # townships, and regions that share a word
    (
        "Sandy Township has a new clerk. Ann Hale lives in Lawrence Township.",
        {"Sandy Township", "Lawrence Township"},
    ),
    ("Roads in Polk and Lyon counties were closed.", {"Polk", "Lyon"}),
    ("Rain fell in the Wollo and Illubabor regions.", {"Wollo", "Illubabor"}),
    # postal abbreviations, even in running text
    ("He sent it to 12 Main Street, Springfield, MO 65802.", {"Springfield", "MO"}),
    # both ends of a road
    ("Shots were fired on the Ibadan-Ilorin Expressway.", {"Ibadan", "Ilorin"}),
    # teams
    ("The Milwaukee Brewers lost to the Boston Celtics.", {"Milwaukee", "Boston"}),
    ("They visit Exeter next week.", {"Exeter"}),
    # a list behind a preposition, though some names on it are surnames or in another spelling
    ("The quake was felt in Christchurch, Nelson and Hamilton.", {"Christchurch", "Nelson", "Hamilton"}),
    ("Fighting went on near Bakhmut, Avdiivka and Robotyne.", {"Bakhmut", "Avdiivka", "Robotyne"}),
    (
        "Nets were put out off Cairns. Officials in Dublin and Belfast said so.",
        {"Cairns", "Dublin", "Belfast"},
    ),
    ("Ferries between Newburgh and Beacon stopped.", {"Newburgh", "Beacon"}),
    ("Houses in the Mathare slum were swept away.", {"Mathare"}),
    # who is of a place may bear its name
    ("Coroner Kevin Hart of Bowling Green said that it was an accident.", {"Bowling Green"}),
    # what only a municipality has
    ("He was jailed at Preston Crown Court. Daniel Preston had no lawyer.", {"Preston"}),
    ("The Jackson Police Department closed the road.", {"Jackson"}),
    ("Union and Lincoln parishes had no power.", {"Union", "Lincoln"}),
    ("Hull City Council has approved the plan.", {"Hull"}),
    # two towns that need no other word; and who comes from one that is a surname too
    ("Grimsby and Scunthorpe had bid for it.", {"Grimsby", "Scunthorpe"}),
    ("A volunteer from León died.", {"León"}),
    # teams in a report of games
    (
        "Football: Clyde 28-7. Huron hosts Port Clinton on Friday, and Norwalk plays Canton.",
        {"Huron", "Port Clinton"},
    ),
    # capitals on a list, though a person has the name
    (
        "Paul Washington left. Envoys from Washington, Tokyo and Seoul will meet.",
        {"Washington", "Tokyo", "Seoul"},
    ),
    ("Fire broke out in East Union Township.", {"East Union Township"}),
    # two towns of a road
    ("Troops came by the Kaduna-Abuja highway.", {"Kaduna", "Abuja"}),
    # a city that begins like a question
    ("Growers in Can Tho and Ben Tre lost fruit.", {"Can Tho", "Ben Tre"}),
    # the last on a list, though it is a word or a person's name as well
    ("The hearings were moved from there to Marseille and Nice.", {"Marseille", "Nice"}),
    ("The gale reached Kent and Sussex at noon.", {"Kent", "Sussex"}),
    ("Denver and Green Bay won their games.", {"Denver", "Green Bay"}),
    # what a storm or a strike hits
    ("Rail strike hits York.", {"York"}),
    # where the accused lives, though no gazetteer has it
    ("Khan, 31, of Harehills, denied the charge.", {"Harehills"}),
    ("Anna Khan, of Harehills, was jailed on Monday.", {"Harehills"}),
    ("Khan, of Harehills, had planned the raid.", {"Harehills"}),
    # a suburb and its city behind "of"
    ("Anna Holt, of Tilehurst, Reading, said it was loud.", {"Tilehurst", "Reading"}),
    # bases, also under the first half of a double name
    ("The crew landed at Ramstein airbase at night.", {"Ramstein"}),
    ("The crew landed at Ramstein air base at night.", {"Ramstein"}),
    ("A guard at Wakefield prison was hurt.", {"Wakefield"}),
    # a county's officer, though the county bears a saint's name
    ("St. Louis County Police Chief Dan Orr spoke in Clayton.", {"St. Louis County", "Clayton"}),
    ("The fair in Washington, where Lee, who is 34, sang, ended.", {"Washington"}),
]


@pytest.mark.parametrize(("body", "expected"), FOUND, ids=[body[:30] for body, _ in FOUND])
def test_a_place_is_found(body, expected):
    assert expected <= names(body)


NOT_FOUND = [
    # people
    ("Paris Hilton sang. Hilton said she liked it, and Paris went home.", {"Paris", "Hilton"}),
    ("Michael Jordan scored 40 points. Jordan said he was tired.", {"Jordan"}),
    ("The actor Jack London was there. Mr. London left at noon.", {"London"}),
    ("Sen. Lincoln Chafee voted no.", {"Lincoln"}),
    ("Chelsea Clinton spoke; Houston, she said, was the man's surname: Sam Houston.", {"Clinton"}),
    # companies
    ("Boston Scientific and Hanover Inc. rose.", {"Hanover"}),
    ("Ford and Toyota cut jobs; Amazon and Target did not.", {"Ford", "Toyota", "Target"}),
    # ordinary words
    ("Reading is fun. Most of us agree. Nice weather, too. Of course!", {"Reading", "Most", "Nice", "Of"}),
    ("March was cold and May was wet. In March it snowed.", {"March", "May"}),
    ("Hope is not a plan. Independence matters. Mobile phones rang.", {"Hope", "Independence", "Mobile"}),
    # departments, holders of offices, prizes
    ("The Department of Agriculture and the Ministry of Health wrote.", {"Agriculture", "Health"}),
    ("According to Yap, the tests were clean.", {"Yap"}),
    # money, diseases, products
    ("It costs US$10, or about 12 US dollars.", {"US"}),
    ("Two more cases of West Nile virus were reported.", {"West Nile"}),
    ("Bank of America and the Voice of America declined.", {"America"}),
    # newspapers are no places
    ("He told the New York Times and the Los Angeles Times.", {"New York", "Los Angeles"}),
    # the number of a road, and numbers of people
    ("He was stopped near Highway 69 and again near Exit 4.", {"Highway", "Exit"}),
    ("Three Turkish sailors drowned. He bought a gift for Bolomvi.", {"Three Turkish", "Bolomvi"}),
    # three surnames are no list of towns
    ("The firm of Walker, Jackson and Lee was hired.", {"Walker", "Lee"}),
    # a bank of another name
    ("Marine Midland Banks sold its shares. Fremont said no.", {"Midland", "Fremont"}),
    # saints and their churches
    ("The pope spoke in St. Peter's Square.", {"St. Peter"}),
    # acronyms
    ("The MOST programme and the OF group merged.", {"MOST", "OF"}),
    # words of many names name nothing
    (
        "The Central Bank and the Federal Government met the Northern Trust.",
        {"Central", "Federal", "Northern"},
    ),
    # half a double name
    ("Jean-Pierre Renaud and Anglo-Saxon law.", {"Pierre", "Saxon"}),
    ("Georgia-Pacific Corp cut jobs.", {"Pacific"}),
    # a person and a region that is not his
    ("Ellen Cleveland won a car. Cleveland, Monday's guest, laughed.", {"Cleveland"}),
    ("Chad Ellis left. Anna, Ruth and Chad met.", {"Chad"}),
    ("Sandy Hill has a new car.", {"Sandy", "Sandy Hill"}),
    ("Polk and Harding went home.", {"Polk", "Harding"}),
    ("Jordan died on Monday, and Chelsea said so.", {"Chelsea"}),
    # a list of persons, and one that a preposition does not lead
    ("The prize went to Anna Nelson and Paul Hamilton. Nelson and Hamilton smiled.", {"Nelson", "Hamilton"}),
    ("Between Nelson and Hamilton stood a table.", {"Hamilton"}),
    ("Paul Washington left. Letters from Washington, Baker and Hale came.", {"Washington"}),
    # what teams do where no game is reported
    ("Huron hosts a show on Friday, and Norwalk plays the violin.", {"Huron", "Norwalk"}),
    # words that open a sentence before "port" and "states"
    (
        "Container port workers struck. Member states agreed. Continued state help ended.",
        {"Container", "Member"},
    ),
    # companies, and what a person is called by
    ("Chase Manhattan Corp and Union Pacific Corp sold bonds.", {"Manhattan", "Pacific"}),
    ("Preston Hill and the Jackson Company met.", {"Preston"}),
    # capitals that abbreviate no state
    ("He joined the MO group, and MO was pleased.", {"MO"}),
    # whom one works for
    ("Smith, of Oxfam, said aid was late.", {"Oxfam"}),
    ("Anna Smith, of Greenpeace, was there.", {"Greenpeace"}),
    ("The ball hit Jackson on the arm.", {"Jackson"}),
    # somebody of whom the age is told
    ("Washington, who was 34, played for Denver.", {"Washington"}),
    ("He thanked Meadows and Nice of the band.", {"Nice"}),
    ("They met Anna Kent and Bob Sussex.", {"Kent"}),
    ("Mr. Moss, an engineer, Reading, said it was loud.", {"Reading"}),
    ("It reached a high point and fell.", {"high point"}),
    ("The north shore and the North Shore were closed.", {"North Shore"}),
]


@pytest.mark.parametrize(("body", "wrong"), NOT_FOUND, ids=[body[:30] for body, _ in NOT_FOUND])
def test_what_is_no_place_is_not_found(body, wrong):
    assert not wrong & names(body)


def test_a_name_inside_a_longer_one_is_marked():
    body = "The Paris Police Department closed a road in Lyon."
    assert mention(body, "Paris").embedded
    assert not mention(body, "Lyon").embedded


def test_demonyms_and_languages_are_kept_apart():
    body = "Two Russian ships left. The Danes spoke Spanish. Russia said nothing."
    assert demonyms(body) == {"Russian", "Danes", "Spanish"}
    assert names(body) == {"Russia"}


def test_headline_dateline_and_body_are_searched_and_named():
    found = extract("FLOODS HIT LAGOS", "Rain fell for a week in Ibadan.", "LAGOS, Nigeria").places
    fields = {(m.text, m.field) for p in found for m in p.mentions}
    assert {
        ("LAGOS", "headline"),
        ("LAGOS", "dateline"),
        ("Nigeria", "dateline"),
        ("Ibadan", "body"),
    } <= fields


def test_a_dateline_inside_the_body_counts():
    found = places("YAKIMA, Wash. (AP) — Apples were late this year.")
    rules = {m.text: m.rule for p in found for m in p.mentions}
    assert {"YAKIMA", "Wash."} <= set(rules)


def test_a_title_in_capitals_does_not_make_places_of_words():
    assert names("", headline="Most Nice Reading For The March Holidays") == set()


def test_a_short_text_of_sentences_is_no_title():
    assert "Reading" in names(
        "Storms Hit Anna Lee. She was happy in Reading, Berkshire. Carl Brodwick Agreed."
    )


def test_a_name_that_is_sure_once_is_found_everywhere():
    body = "Fire broke out near Tipton. Later Tipton burned again, and nobody in town slept."
    assert sum(m.text == "Tipton" for p in places(body) for m in p.mentions) == 2


def test_a_person_elsewhere_in_the_article_does_not_hide_the_place():
    body = "Alan Houston lives in Dallas. Houston said the drive to a farm in Houston is long."
    found = [m for p in places(body) for m in p.mentions if m.text == "Houston"]
    assert [body[m.start - 3 : m.start] for m in found] == ["in "]


def test_each_mention_says_what_made_it_a_place():
    body = "The village of Zelenivske burned. Snow fell in northern Norway and in Tromso."
    rules = {m.text: m.rule for p in places(body) for m in p.mentions}
    assert rules["Zelenivske"] == "village of"
    assert rules["Tromso"] == "preposition"
    assert all(rules.values())


def test_nothing_is_found_in_nothing():
    assert places("") == ()
    assert places("…  \n\n “”") == ()


WORDS = st.sampled_from(
    "in of the near Paris Texas , . Jordan said Mr. London U.S. - Kharkiv region's “ ” \n\n St. Louis Police "
    "Department NICE Reading and Richmond Norfolk Côte d'Ivoire’s İzmir ﬁ River village’ People's Republic of China "
    "Dar es Salaam Wash. ( ) ' D.C. Queen Anne's County villages: Foo, Bar".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS | st.text(max_size=8), max_size=60).map(" ".join), st.text(max_size=40))
def test_every_mention_is_the_text_that_it_names(body, headline):
    fields = {"body": body, "headline": headline, "dateline": "PARIS, Texas"}
    for place in places(body, headline, "PARIS, Texas"):
        assert place.mentions
        for found in place.mentions:
            assert found.text
            assert found.text == fields[found.field][found.start : found.end]


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_no_two_mentions_overlap(body):
    spans = sorted((m.start, m.end) for p in places(body) for m in p.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Four explosions were heard in Belbrod, north of Sevastopol.", "Belbrod"),
        ("They live in Zarwitz, 20 km south-east of Dresden.", "Zarwitz"),
        ("They left from Zarwitz, about 12 miles from Dresden.", "Zarwitz"),
    ],
)
def test_a_name_beside_a_known_place_is_a_place(body, name):
    assert name in [place.name for place in extract(None, body).places]


@pytest.mark.parametrize(
    "body", ["He met Alder, north of Dresden.", "Anna Moss, about 40 miles from Dresden, slept."]
)
def test_a_person_beside_a_known_place_is_none(body):
    assert [place.name for place in extract(None, body).places] == ["Dresden"]
