"""Who said what, construction by construction, each also where it must not be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.extraction.extract import extract


def found(body):
    return extract(None, body).quotes


def said(body):
    """Every quote as (kind, speaker, text)."""
    return [(q.kind, q.speaker, q.text) for q in found(body)]


DIRECT = ("direct", "Anna Moss", "We lost the bridge,")


@pytest.mark.parametrize(
    "body, expected",
    [
        ('"We lost the bridge," Anna Moss said.', DIRECT),
        ('"We lost the bridge," said Anna Moss.', DIRECT),
        ('"We lost the bridge," Anna Moss, the mayor of Orlen, said.', DIRECT),
        ('"We lost the bridge," Anna Moss, who crossed it daily, told reporters.', DIRECT),
        ('"We lost the bridge," the mayor, Anna Moss, said on Monday.', DIRECT),
        ('"We lost the bridge," said the mayor of Orlen, Anna Moss.', DIRECT),
        ('"We lost the bridge," said Orlen mayor Anna Moss.', DIRECT),
        ('"We lost the bridge," said former Gov. Anna Moss.', DIRECT),
        ('"We lost the bridge," according to Anna Moss.', DIRECT),
        ('"We lost the bridge," Anna Moss (Lab.) has since admitted.', DIRECT),
        ("“We lost the bridge,” Anna Moss later recalled.", DIRECT),
        ("‘We lost the bridge,’ Anna Moss said.", DIRECT),
        ("'We lost the bridge,' Anna Moss said.", DIRECT),
        ("``We lost the bridge,'' Anna Moss said.", DIRECT),
        ("«We lost the bridge,» Anna Moss said.", DIRECT),
        ("„We lost the bridge,“ Anna Moss said.", DIRECT),
        ("Anna Moss said: “We lost the bridge.”", ("direct", "Anna Moss", "We lost the bridge.")),
        ("Anna Moss told the Post: “We lost the bridge.”", ("direct", "Anna Moss", "We lost the bridge.")),
        ("Anna Moss put it this way: “We lost it.”", ("direct", "Anna Moss", "We lost it.")),
        ("“We lost the bridge.”\n— Anna Moss, mayor", ("direct", "Anna Moss", "We lost the bridge.")),
    ],
)
def test_a_direct_quote_takes_the_subject_of_its_tag(body, expected):
    assert said(body) == [expected]


@pytest.mark.parametrize(
    "body, text",
    [
        ("Anna Moss said that the bridge was lost.", "the bridge was lost"),
        ("Anna Moss said the bridge was lost.", "the bridge was lost"),
        ("The bridge was lost, Anna Moss said on Monday.", "The bridge was lost"),
        ("The bridge was lost, said Anna Moss.", "The bridge was lost"),
        ("The bridge was lost, according to Anna Moss.", "The bridge was lost"),
        ("According to Anna Moss, the bridge was lost.", "the bridge was lost"),
        ("According to Anna Moss, an engineer, the bridge was lost.", "the bridge was lost"),
        ("Anna Moss told reporters that the bridge was lost.", "the bridge was lost"),
        ("Anna Moss told the Orlen city council that the bridge was lost.", "the bridge was lost"),
        ("Anna Moss, of the Royal Bridge Institute, said the bridge was lost.", "the bridge was lost"),
        ("The bridge was lost, engineer Anna Moss told analysts.", "The bridge was lost"),
        ("Anna Moss warned of further losses.", "further losses"),
        ("Anna Moss accused the council of neglect.", "the council of neglect"),
        ("The bridge, Anna Moss said, was lost.", "The bridge, Anna Moss said, was lost"),
    ],
)
def test_reported_speech_is_the_clause_that_the_cue_governs(body, text):
    assert said(body) == [("indirect", "Anna Moss", text)]


@pytest.mark.parametrize(
    "body",
    [
        "The so-called “ghost bridge” is closed.",
        "John “Jack” Alder crossed the bridge.",
        "Her novel “The Salt Road” was published in May.",
        "The bridge, known as “the old lady”, is closed.",
        "It's the boys' bridge, and the girls' too.",
        'He wore a 42" belt and a 6\'2" friend laughed.',
        "Prices were said to be rising.",
        "A man called Alder left.",
        "The stated aim of the reported deal was peace.",
        "Reports of the claims caused concern.",
        "Anna Moss declined to comment.",
    ],
)
def test_scare_quotes_titles_nicknames_and_nouns_are_no_quotes(body):
    assert said(body) == []


def test_a_quote_broken_by_its_tag_is_two_quotes_of_one_speaker():
    assert said("“We came,” Anna Moss said, “and we saw.” “Then we left.”") == [
        ("direct", "Anna Moss", "We came,"),
        ("direct", "Anna Moss", "and we saw."),
        ("direct", "Anna Moss", "Then we left."),
    ]


def test_a_quotation_over_paragraphs_is_one_quote_each_with_the_speaker_of_the_tag():
    body = "“It began at night,” said Anna Moss. “We ran.\n\n“Nobody looked back.\n\n“Then it was over.”"
    assert said(body) == [
        ("direct", "Anna Moss", "It began at night,"),
        ("direct", "Anna Moss", "We ran."),
        ("direct", "Anna Moss", "Nobody looked back."),
        ("direct", "Anna Moss", "Then it was over."),
    ]


def test_a_mixed_quote_is_the_clause_around_its_quoted_words():
    assert said("Anna Moss said the plan was “a disaster” for Orlen.") == [
        ("mixed", "Anna Moss", "the plan was “a disaster” for Orlen")
    ]
    assert said("Anna Moss called it a “disgusting day”.") == [("mixed", "Anna Moss", "disgusting day")]


@pytest.mark.parametrize(
    "body, speakers",
    [
        ("Tom Alder left early. “I was tired,” he said.", ["Tom Alder"]),
        ("“No,” said Tom Alder. Anna Moss disagreed. “Yes,” she said.", ["Tom Alder", "Anna Moss"]),
        (
            "Anna Moss and Tom Alder met. “It was short,” he said. “It was long,” she said.",
            ["Tom Alder", "Anna Moss"],
        ),
        ("Finance Minister Anna Moss resigned. The minister said she was tired.", ["Anna Moss"]),
        ("Anna Moss, a senator from Ohio, left. “Enough,” the senator said.", ["Anna Moss"]),
        ("“We sold it,” said Anna Moss.\n\nMoss said it was time.", ["Anna Moss"] * 2),
        ("Mr. Alder smiled. Tom Alder, 42, is new. “I like it,” Mr. Alder said.", ["Tom Alder"]),
        (
            "Halden Corp said it would close. It said 40 would go. The company said no more.",
            ["Halden Corp"] * 2,
        ),
    ],
)
def test_pronouns_offices_and_surnames_lead_to_the_person(body, speakers):
    assert [speaker for _, speaker, _ in said(body)][: len(speakers)] == speakers


@pytest.mark.parametrize(
    "body, speaker, kind",
    [
        ("“It fell,” a spokesman said.", "a spokesman", "unnamed"),
        (
            "“It fell,” a spokesman for the Orlen council said.",
            "a spokesman for the Orlen council",
            "unnamed",
        ),
        ("Ukrainian military officials said it fell.", "Ukrainian military officials", "unnamed"),
        ("Officials said it fell down.", "officials", "unnamed"),
        ("The finance ministry said it had fallen down.", "the finance ministry", "organisation"),
        ("The ministry said it had fallen down.", "the ministry", "unnamed"),
        ("The Bank of Orlen said rates would fall.", "Bank of Orlen", "organisation"),
        ("Halden Corp said it had fallen.", "Halden Corp", "organisation"),
        ("N.M. Alder and Sons Ltd said it had fallen.", "N.M. Alder and Sons Ltd", "organisation"),
        ("Moss's Investors Service Inc said it had fallen.", "Moss's Investors Service Inc", "organisation"),
        ("Chancellor of the Exchequer Tom Alder said it had fallen.", "Tom Alder", "person"),
        ("<Alder Industries Inc> said it had fallen.", "Alder Industries Inc", "organisation"),
        ("Alder Industries Inc <ALD.N> said it had fallen.", "Alder Industries Inc", "organisation"),
        ("It had fallen, Alder's said.", "Alder's", "organisation"),
        ("Some voters believe the bridge is cursed.", "some voters", "unnamed"),
        ("“It fell,” said the fighter, who goes by the name “Uncle Roma”.", "the fighter", "unnamed"),
        ("“It fell,” one of them said.", "one of them", "unnamed"),
        ("Anna Moss said it fell.", "Anna Moss", "person"),
    ],
)
def test_unnamed_sources_and_organisations_are_kept_and_marked(body, speaker, kind):
    quote = found(body)[0]
    assert (quote.speaker, quote.speaker_kind) == (speaker, kind)


@pytest.mark.parametrize(
    "body, role",
    [
        ("Deputy chief of operations Brig Gen Oleh Hai said: “Go.”", "Deputy chief of operations Brig Gen"),
        ("“Go on,” said the finance minister, Anna Moss.", "finance minister"),
        ("“Go on,” said Anna Moss, a spokeswoman for the council.", "spokeswoman for the council"),
        ("“Go on,” said Sen. Anna Moss.", "Sen."),
        ("“Go on,” said Mrs. Anna Moss.", None),
        ("“Go on,” said Anna Moss.", None),
    ],
)
def test_rank_and_office_are_the_role_and_not_the_name(body, role):
    quote = found(body)[0]
    assert quote.speaker in ("Anna Moss", "Oleh Hai")
    assert quote.role == role


def test_a_quote_without_a_tag_goes_to_who_spoke_before_else_to_who_speaks_next():
    body = "“I bake,” Anna Moss said.\n\n“It is quiet. There is a moment before the first van.”"
    assert [q.speaker for q in found(body)] == ["Anna Moss", "Anna Moss"]
    body = "“It is very quiet here.” “I like it so,” said Anna Moss."
    assert [q.speaker for q in found(body)] == ["Anna Moss", "Anna Moss"]
    assert found("“Nobody knows who said this at all.”")[0].speaker is None


def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next_one():
    assert said("Anna Moss wrote:\n\n“We read it twice.”") == [("direct", "Anna Moss", "We read it twice.")]


def test_a_transcript_gives_each_turn_to_its_label():
    body = "ANNA MOSS, HOST: Why?\n\nTOM ALDER (D-OHIO): He said “no” to me.\n\nMOSS: And then?"
    assert said(body) == [
        ("direct", "Anna Moss", "Why?"),
        ("direct", "Tom Alder", "He said “no” to me."),
        ("direct", "Anna Moss", "And then?"),
    ]
    assert said("Capital: Orlen\n\nRivers: two\n\nBridges: none") == []


def test_the_evidence_is_kept():
    quote = found("“We lost the bridge,” the mayor, Anna Moss, said.")[0]
    assert (quote.cue, quote.speaker_text) == ("said", "Anna Moss")
    assert 0.5 < quote.confidence <= 1
    assert found("“We lost it all,” she said.")[0].confidence < 0.5


def test_speakers_are_the_named_ones_in_order_of_their_first_quote():
    body = "“No,” said Tom Alder. A spokesman said it was late. Anna Moss said so too. “Yes,” Alder said."
    assert extract(None, body).speakers == ("Tom Alder", "Anna Moss")


NEWS = st.lists(
    st.sampled_from(
        "“We lost,” “ ” \" ' ‘ ’ `` '' said Anna Moss he She told that according to the ministry . , : ; — ( ) \n\n "
        "SMITH: Q: adding who , a spokesman for was called « » U.S. Mr. O’Hara’s it \t and but 42".split(" ")
    ),
    max_size=60,
).map(" ".join)


@given(NEWS | st.text(max_size=120))
def test_any_text_is_survived_and_every_quote_is_the_text_that_it_spans(body):
    for quote in found(body):
        assert 0 <= quote.start < quote.end <= len(body)
        assert quote.text == body[quote.start : quote.end]
        assert quote.kind in ("direct", "indirect", "mixed")
        assert quote.speaker_kind in ("person", "organisation", "unnamed", None)
        assert 0 <= quote.confidence <= 1


@pytest.mark.parametrize("end", ["” ― Anna Moss", "”— Anna Moss.", "” -- Anna Moss, Orlen", "”\n— Anna Moss"])
def test_a_name_behind_a_dash_at_the_end_of_the_line_signs_a_quotation(end):
    assert said(f"“We lost the bridge.{end}\n\nThe river rose.") == [
        ("direct", "Anna Moss", "We lost the bridge.")
    ]


def test_a_dash_in_the_middle_of_a_line_signs_nothing():
    body = "Anna Moss spoke. “We lost the bridge.” — Tom Alder, who built it, went on to weep all night long."
    assert ("direct", "Tom Alder", "We lost the bridge.") not in said(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The mayor's lawyer, Anna Moss, told AFP she was well.", "she was well"),
        ("The mayor's lawyer, Anna Moss, told Reuters the ship had sunk.", "the ship had sunk"),
        ("In Rome, Anna Moss told the BBC the bridge was lost.", "the bridge was lost"),
        ("The bridge was lost, Anna Moss told AFP.", "The bridge was lost"),
        ("The bridge was lost, Anna Moss told Reuters the next day.", "The bridge was lost"),
        ("The bridge was lost, Anna Moss told the annual conference.", "The bridge was lost"),
        ("Anna Moss wrote for the minority that the law was dead.", "the law was dead"),
        ("Anna Moss argued for years that the law was dead.", "the law was dead"),
        ("Anna Moss wrote to the council that the law was dead.", "the law was dead"),
        ("Anna Moss said of the law that it was dead.", "it was dead"),
        ("Anna Moss argued for a law that would ban cars.", "for a law that would ban cars"),
    ],
)
def test_what_was_told_stands_behind_the_one_who_was_told_or_before_the_tag(body, expected):
    assert said(body) == [("indirect", "Anna Moss", expected)]


@pytest.mark.parametrize(
    "lead",
    [
        "The fighter, who goes by the name “Grey Wolf”,",
        "The fighter, who goes by the name “Grey Wolf,”",
        "The fighter, known as “Grey Wolf,”",
        "The fighter, nicknamed “Grey Wolf”,",
        "The fighter known as “Wolf”",
    ],
)
def test_a_nickname_is_no_quote_and_the_subject_stands_before_it(lead):
    assert said(f"{lead} said they had two shells left.") == [
        ("indirect", "the fighter", "they had two shells left")
    ]


def test_quoted_speech_is_no_nickname():
    assert said("“Grey wolves everywhere,” the fighter said. “Known as pests.”") == [
        ("direct", "the fighter", "Grey wolves everywhere,"),
        ("direct", "the fighter", "Known as pests."),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "A Ministry of Defence spokeswoman said it rained.",
            ("a Ministry of Defence spokeswoman", "unnamed", None),
        ),
        ("Ministry of Defence officials said it rained.", ("Ministry of Defence officials", "unnamed", None)),
        ("The Ministry of Defence said it rained.", ("Ministry of Defence", "organisation", None)),
        ("The Kremlin's Anna Moss said it rained.", ("Anna Moss", "person", "Kremlin")),
        ("Chelsea's Frank Moss said it rained.", ("Frank Moss", "person", "Chelsea")),
        ("Survivor Abdi Moss said it rained.", ("Abdi Moss", "person", "Survivor")),
        ("Monday's Anna Moss said it rained.", ("Anna Moss", "person", None)),
        ("Wrote Justice Anna Moss in dissent: “It rained all day.”", ("Anna Moss", "person", "Justice")),
        ("“It rained,” says Prof Jane Hill of the University of York.", ("Jane Hill", "person", None)),
    ],
)
def test_a_speaker_s_kind_and_role(body, expected):
    assert [(q.speaker, q.speaker_kind, q.role) for q in found(body)] == [expected]
