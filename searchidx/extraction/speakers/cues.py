"""The cues of speech: verbs and phrases that say that somebody says something, in all their forms.

Regular verbs are listed by their base form and inflected here. What a cue allows depends on its
    class: a verb of
saying takes a quotation or a clause ("said that ..."), a verb of judging takes somebody or
    something as its object
("accused", "praised") and makes a speaker too; verbs of naming and of thinking ("cited",
    "believed") do so beside a
quotation, and those of the list `TELLING` without one. Nouns of speech report what somebody claims
    or promises where
that person stands before them ("Moss's claim that ...", "his promise to ...").
"""

from __future__ import annotations

import re

SAYING, JUDGING, NAMING, THINKING = "saying", "judging", "naming", "thinking"
SPEECH_NOUN = "noun"

_SAYING_REGULAR = """
    acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest aver
    banter beg bellow blog bluster blurt boast brag cable caution cheer chide claim clarify comment complain
    concede concur confess confide confirm conjecture contend continue counsel counter crow cry declare
    demur deny disclose elaborate emphasise emphasize enthuse estimate exclaim exhort explain expound fret
    fume gloat groan grouse growl grumble gush hint holler imply indicate inform inquire insist instruct
    interject intone jest joke lament laugh lecture maintain mention moan mumble murmur muse mutter note
    notify object observe offer opine pester phone plead pledge post postulate pray preach predict proclaim
    disagree vouch profess promise pronounce propose protest purr quip rant rave reaffirm reason
    reassert reassure recall
    recite reckon recollect recommend recount reflect reiterate rejoin relate relay remark remember remind
    reminisce repeat reply report request respond restate retort reveal roar say scoff scream shout shriek
    sigh signal sing snap snarl sneer sob specify speculate spout stammer state stipulate stress suggest
    summarise summarize surmise swear tease tell testify text theorise theorize threaten thunder trumpet
    tweet urge utter venture verify volunteer vouch vow wail warn whimper whine whisper wonder write yell
    project forecast stutter guess lie interrupt interpose insinuate intimate decree demand rule caption
    telegraph radio dictate divulge fire_back hit_back shoot_back snap_back write_back push_back chime_in
    point_out sum_up blurt_out call_out cry_out spell_out rattle_off read_out go_on carry_on add_up
    single_out lash_out speak_out hit_out open_up shout_out
    read chant storm rage beam weep chuckle giggle grin smile shrug hiss croak squeal vent coo sniff splutter blub
    gasp bristle spit gulp wince deadpan wisecrack bawl swoon frown nod sulk grimace chirp drawl
    pant snort huff chortle josh whoop implore gripe bemoan rue marvel
"""
_JUDGING_REGULAR = """
    accuse admonish applaud assail attack berate blame blast boo brand call castigate caricature chastise
    commend condemn congratulate criticise criticize curse damn decry defend denounce deplore deride
    describe disavow dismiss disparage dispute downplay endorse excoriate hail lambast lambaste laud liken
    mock play_down praise rebuff rebuke rebut refute reject renounce reprimand repudiate ridicule scold slam
    slate swipe taunt tear_into vilify rule_out brush_off shrug_off characterise characterize label dub
    hammer rip
"""
_NAMING_REGULAR = """
    attribute
    disapprove regard deem recognise recognize demonize demonise
    back celebrate challenge charge cite compare credit critique depict echo fault greet heckle
    highlight honor
    honour insult knock list lobby name order oppose pan petition portray press question quote rail rap
    refer salute savage stand_by summon support term thank tout trash undercut underline underscore voice
    welcome invite invoke discuss debate outline detail express issue refuse decline cheer_on
"""
_THINKING_REGULAR = """
    believe consider doubt envisage envision expect fear feel figure find hope imagine intend know learn
    like love mean need plan prefer realise realize regret see seem sense suspect think trust understand
    view want wish worry anticipate show assume calculate conclude decide determine discover favor favour hate
    judge seek
"""
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "swear": "swears swore sworn swearing",
    "sing": "sings sang sung singing",
    "forecast": "forecasts forecast forecasting",
    "lie": "lies lied lying",
    "read": "reads read reading",
    "go": "goes went going",
    "speak": "speaks spoke speaking",
    "hit": "hits hit hitting",
    "shoot": "shoots shot shooting",
    "stand": "stands stood standing",
    "tear": "tears tore tearing",
    "spell": "spells spelled spelling",
    "take": "takes took taking",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "know": "knows knew knowing",
    "mean": "means meant meaning",
    "see": "sees saw seeing",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "beg": "begs begged begging",
    "brag": "brags bragged bragging",
    "quip": "quips quipped quipping",
    "admit": "admits admitted admitting",
    "demur": "demurs demurred demurring",
    "refer": "refers referred referring",
    "blog": "blogs blogged blogging",
    "snap": "snaps snapped snapping",
    "rap": "raps rapped rapping",
    "rip": "rips ripped ripping",
    "pan": "pans panned panning",
    "plan": "plans planned planning",
    "dub": "dubs dubbed dubbing",
    "slam": "slams slammed slamming",
    "rebut": "rebuts rebutted rebutting",
    "sum": "sums summed summing",
    "sob": "sobs sobbed sobbing",
    "weep": "weeps wept weeping",
    "grin": "grins grinned grinning",
    "nod": "nods nodded nodding",
    "spit": "spits spat spitting",
    "blub": "blubs blubbed blubbing",
    "purr": "purrs purred purring",
    "show": "shows showed showing",
    "undercut": "undercuts undercut undercutting",
    "seek": "seeks sought seeking",
    "choose": "chooses chose choosing",
}
_SAYING_PHRASES = """
    according_to in_the_words_of put_it puts_it made_clear makes_clear made_it_clear makes_it_clear took_to_Twitter
    took_to_Facebook took_to_Instagram is_heard_saying was_heard_saying be_heard_saying
    is_heard_shouting was_heard_shouting be_heard_shouting is_seen_saying be_seen_saying
    was_quoted_as_saying were_quoted_as_saying is_quoted_as_saying
    as_saying goes_on_to_say went_on_to_say called_for calls_for calling_for called_on calls_on calling_on
    pointed_to points_to pointing_to spoke_of speaks_of speaking_of talked_about talks_about talking_about
    talked_of complained_about warned_of warned_against warns_of asked_about raised_concerns
    raised_questions expressed_concern broke_the_news let_slip had_this_to_say has_this_to_say took_the_view
    takes_the_view cast_doubt casts_doubt hit_out_at lashed_out_at weighed_in referred_to referring_to
    refers_to joked_about bragged_about made_the_case making_the_case makes_the_case took_issue takes_issue
    issued_a_statement made_the_point sounded_the_alarm pushed_for pushes_for pushing_for spoke_out speaks_out
    spoke_about speaks_about spoke_against railed_against sounded_off talked_up talks_up vouched_for
    spoke_in_favor_of spoke_in_favour_of
"""
_BASE_FORMS = """
    say tell argue claim insist warn add ask note write suggest contend maintain complain worry agree admit
    acknowledge describe call point_out believe think hope fear predict explain recall deny accuse report
    announce declare concede assert respond reply tweet
"""
_NO_BASE_FORM = frozenset(
    "forecast read lie go take hit continue "
    "storm rage beam weep chuckle giggle grin smile shrug hiss croak squeal vent coo "
    "sniff splutter blub chirp drawl gasp bristle spit gulp wince deadpan wisecrack bawl swoon frown nod sulk grimace "
    "pant snort huff chortle josh whoop rue stand state rule cable text phone brand boo radio call_out".split()
)
_PLURAL_TOO = """
    show find want support oppose expect back favor favour consider refuse plan see view intend prefer welcome
    feel regret cite seek disapprove regard recognise recognize
"""
_STATES_OF_MIND = """
    confident_that hopeful_that worried_that worried_about concerned_that concerned_about convinced_that
    certain_that afraid_that afraid_of skeptical_of skeptical_that skeptical_about sceptical_of sceptical_about
    optimistic_that optimistic_about adamant_that critical_of opposed_to in_favor_of in_favour_of
    supportive_of committed_to angry_about angry_at furious_at frustrated_by disappointed_by disappointed_that
    surprised_that grateful_for proud_of unaware_of wary_of doubtful_that
"""
_NOUNS_TOO = frozenset(
    """
    answers cables calls challenges charges claims comments complaints counters cries demands details doubts
    estimates fears figures finds hints hopes insults jokes laughs lists means names needs notes objects
    offers orders phones plans pledges posts presses projects promises protests questions quotes raps reads
    reasons recommends reports requests rules sees shouts shows signals signs slams slates states stresses
    swipes terms texts threats tweets views volunteers voices vows wants warrants whispers wishes wonders
    worries report claim call offer note answer post hope fear question plan order support supports attacks
    attack credits credit faults honors honours brands labels knocks issues issue lobby lobbies press
    telegraph radio rebukes salutes trumpets forecast forecasts project estimate estimated likes loves
    thinks blames praise blame debates debate list
    """.split()
)

_SPEECH_NOUNS = """
    accusation admission admonition advice allegation announcement apology appeal argument assertion assessment
    assurance belief boast call claim comment complaint concern confession contention conviction criticism
    declaration demand denial denunciation description endorsement estimate explanation fear forecast hope
    insistence invitation observation opposition plea pledge prediction promise proposal recommendation refusal
    rejection remark reminder reply response revelation statement suggestion testimony theory threat view vow
    warning wish
"""


def _inflect(base: str) -> list[str]:
    """The forms of a verb besides its base: "vow" gives "vows", "vowed", "vowing"."""
    verb, _, rest = base.partition("_")
    if verb in _IRREGULAR:
        forms = _IRREGULAR[verb].split()
    elif verb.endswith("e"):
        forms = [verb + "s", verb + "d", (verb[:-2] + "ying" if verb.endswith("ie") else verb[:-1] + "ing")]
    elif verb.endswith("y") and verb[-2] not in "aeou":
        forms = [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        forms = [verb + "es", verb + "ed", verb + "ing"]
    else:
        forms = [verb + "s", verb + "ed", verb + "ing"]
    tail = " " + rest.replace("_", " ") if rest else ""
    return [form + tail for form in forms]


def _forms() -> dict[str, str]:
    """Every form with the class of its verb; saying wins over judging, judging over thinking."""
    forms: dict[str, str] = dict.fromkeys(NOUN_FORMS, SPEECH_NOUN)
    for kind, verbs in (
        (THINKING, _THINKING_REGULAR),
        (NAMING, _NAMING_REGULAR),
        (JUDGING, _JUDGING_REGULAR),
        (SAYING, _SAYING_REGULAR),
    ):
        for verb in verbs.split():
            for form in _inflect(verb):
                forms[form] = kind
    for phrase in _SAYING_PHRASES.split():
        forms[phrase.replace("_", " ")] = SAYING
    for base in _BASE_FORMS.split():
        form = base.replace("_", " ")
        forms[form] = forms[_inflect(base)[0]]
    for base in PLURAL_ONLY:
        forms.setdefault(base, forms[_inflect(base)[0]])
    for phrase in STATES_OF_MIND:
        forms[phrase] = THINKING
    return forms


def _alternation(words: list[str]) -> str:
    """A pattern for any of the words, the longest first, that shares their beginnings so as to fail early."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    branches = []
    for first, rests in sorted(by_first.items(), reverse=True):  # the empty one last
        if not first:
            branches.append("")
        elif len(rests) == 1:
            branches.append(re.escape(first + rests[0]))
        else:
            branches.append(re.escape(first) + _alternation(rests))
    return "(?:" + "|".join(branches) + ")" if len(branches) > 1 else branches[0]


SOURCE_FORMS = ("according to", "in the words of")
"""Phrases with the speaker behind them, which may open a sentence."""

BASE_FORMS = frozenset(_BASE_FORMS.split()) - {"say", "tell"}
"""Base forms that are cues after any subject."""

PLURAL_ONLY = frozenset(
    verb
    for verbs in (_SAYING_REGULAR, _JUDGING_REGULAR, _PLURAL_TOO)
    for verb in verbs.split()
    if "_" not in verb and verb not in _NO_BASE_FORM
) - frozenset(_BASE_FORMS.split())
"""Base forms that are cues only after a subject in the plural ("critics want"), not after "to" or an auxiliary."""

STATES_OF_MIND = frozenset(phrase.replace("_", " ") for phrase in _STATES_OF_MIND.split())
"""What somebody is ("confident that", "critical of"), told as that person's own."""

NOUN_FORMS = frozenset(
    form
    for noun in _SPEECH_NOUNS.split()
    for form in (noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s")
)
"""Nouns of speech, singular and plural; many are verbs too."""

CUES = _forms()
"""Every form of every cue, in lower case, with its class."""

CUE = re.compile(" (" + _alternation(sorted(CUES)) + r")(?![\w'’-])")
"""A cue after a space; group 1 is the cue."""

NOUNS_TOO = _NOUNS_TOO
"""Cues that are as often nouns: they need a subject right before them that is no possessive."""

_TELLING = """
    attributed attributes expected
    backs backed cited cites defended defends declined declines discussed expressed expresses
    greeted opposed opposes outlined questioned questions raised refused refuses summoned supports
    supported termed thanked touted touts underscored urged voiced voices welcomed welcomes echoed
    echoes detailed lobbied want wants wanted plan plans planned hope hopes hoped intend intends
    intended expect expects prefer prefers preferred consider considers favor favors favored favour
    favours favoured see sees view views disapprove regard regards deem deems deemed recognize
    recognizes recognise recognises disagree support oppose back cite seek seeks sought feel feels
    refuse regret regrets regretted trust trusts understands anticipates anticipated
"""
TELLING = frozenset(_TELLING.split()) | STATES_OF_MIND
"""Verbs of naming and thinking that tell what somebody holds or wants without a quotation as well."""

STRONG = frozenset(
    """
    reported announced announces announcing estimated stated confirmed denied claimed claims acknowledged declared
    predicted forecast suggested found urged argue disclosed complained accused say says said saying tell tells told
    telling add adds added adding write writes wrote writing tweeted tweets asked asks replied replies explained
    explains insisted insists argued argues recalled recalls continued continues warned warned warns noted notes
    responded responds concluded revealed
    """.split()
) | {"according to", "called for", "calls for", "called on", "calls on"}
"""The cues that scarcely ever are anything else."""
