"""What the words around a name say of it in news of towns, games and courts: found, and rightly not found."""

import pytest

from searchidx.extraction.extract import extract


def mentions(body):
    return [m.text for p in extract(None, body).places if p.kind != "demonym" for m in p.mentions]


GAMES = " The final score was 3-1 after a 2-1 win in the first game of the season."

FOUND = [
    # a party and where somebody was elected
    ("The bill of Sen. Ann Lee, R-Cordele, failed.", "Cordele"),
    ("Rep. Tom Hill (D-Ore.) voted no.", "Ore."),
    ("Rep. Tom Hill (R-Texas) voted no.", "Texas"),
    # a way to a small town
    ("The girls travel to Harrodsburg next week.", "Harrodsburg"),
    ("Soldiers patrol the roads to Bimbilla at night.", "Bimbilla"),
    ("Buses will leave from Malton at noon.", "Malton"),
    ("Searchers from Takaka gave up.", "Takaka"),
    ("Buses will leave from Malton and Selby.", "Selby"),
    # what happens in a place is in a place, though no gazetteer has it
    ("A man was found in Madadolo on Friday.", "Madadolo"),
    ("Rebels burned shops in Diallasso before dawn.", "Diallasso"),
    ("Residents of Hollyview Flats have opposed the plan.", "Hollyview Flats"),
    # teams
    ("Danville scored twice in the second half." + GAMES, "Danville"),
    ("Hull host Wigan on Tuesday." + GAMES, "Hull"),
    ("Sunderland drew at home." + GAMES, "Sunderland"),
    # capitals act
    ("It was a long week. Ankara says he worked for a network.", "Ankara"),
    ("It was a long week. Islamabad asked for aid.", "Islamabad"),
    ("Derby host Burnley on Tuesday." + GAMES, "Burnley"),
    # what armies do
    ("The rebels recaptured Rutshuru in March.", "Rutshuru"),
    # a small town in a county that the article names
    ("Ennis and Waxahachie passed theirs. Ellis County is growing, a clerk said.", "Waxahachie"),
    # a quarter whose name begins with what could be an office
    ("It happened in the Crown Heights neighborhood.", "Crown Heights"),
    # institutions of a county or town
    ("Cork County Council said the road was closed.", "Cork"),
    ("He is held at the San Joaquin County Jail.", "San Joaquin County"),
    ("The girl was flown to Hershey Medical Center.", "Hershey"),
    # an office of a place, whose bearer's surname could be a part of a landscape
    ("Talks with Texas Governor Ann Marsh failed.", "Texas"),
    ("He lives at Mercer Marsh, near the river.", "Mercer Marsh"),
    # the country
    ("The U.S. Treasury said it would sell notes.", "U.S."),
    ("U.S. District Judge Carl Moss said so.", "U.S."),
    ("In the U.S. 50 people were held.", "U.S."),
    ("Unlike the U.S. 40 years ago, it has no army.", "U.S."),
]

NOT_FOUND = [
    ("Work on U.S. 50 will close one lane.", "U.S."),
    ("A truck slid off U.S. Highway 31 on Monday.", "U.S."),
    ("He bought the rights to Carlsberg from its founder.", "Carlsberg"),
    ("He holds shares in Gazdrom and other firms.", "Gazdrom"),
    ("The ball was out of Marvo's range.", "Marvo"),
    ("A plan named D-Lyons was dropped.", "Lyons"),
    ("Hull scored twice. He plays the piano.", "Hull"),
    ("The fans of Waxahachie & Co. were loud. Nobody came from Reno County.", "Waxahachie"),
    ("The doctors studied at Hershey Medical School.", "Hershey Medical School"),
]


@pytest.mark.parametrize(("body", "name"), FOUND)
def test_found(body, name):
    assert name in mentions(body)


@pytest.mark.parametrize(("body", "name"), NOT_FOUND)
def test_not_found(body, name):
    assert name not in mentions(body)
