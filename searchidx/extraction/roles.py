"""Titles, ranks and offices: the words that stand before or after a person's name and are no part of it."""

from __future__ import annotations

import re
from functools import lru_cache

# Capitalised words that are titles when a name follows, without their full stop.
HONORIFICS = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Messrs Mme Mlle Madame Monsieur".split()
)
TITLES = HONORIFICS | frozenset(
    """
    President Exchequer Vice-President Vice Prime Premier Minister Chancellor Secretary Undersecretary Senator Sen
    Sens Congressman Congresswoman Representative Representatives Rep Reps Governor Governors Gov Govs Mayor
    Deputy Delegate Councillor Councilman Councilwoman Councilmember Cllr Alderman Assemblyman Assemblywoman
    Speaker Ambassador Amb Envoy Commissioner Chairman Chairwoman Chairperson Chair Director Chief Executive
    CEO CFO COO CIO Manager Spokesman Spokeswoman Spokesperson Judge Justice Magistrate Attorney Sheriff
    Marshal Solicitor Prosecutor Comptroller Treasurer Auditor General Gen Lieutenant Lt Colonel Col Major
    Maj Captain Capt Commander Cmdr Cdr Admiral Adm Brigadier Brig Sergeant Sgt Corporal Cpl Private Pvt Pte
    Commodore Marshall Inspector Insp Superintendent Supt Detective Det Constable Officer Trooper Agent
    Chief-of-Staff Pope Cardinal Archbishop Bishop Reverend Rev Revd Father Fr Sister Brother Rabbi Imam
    Sheikh Sheik Ayatollah Mullah Pastor Deacon Monsignor Msgr Hon King Queen Prince Princess Duke Duchess
    Earl Count Countess Baron Baroness Emperor Emir Sultan Crown Coach Professor Principal Dean Rector
    Provost Founder Co-founder Analyst Economist Strategist Editor Reporter Correspondent Author Adviser
    Advisor Aide Counsel Lawyer Barrister Candidate Nominee Leader Whip Head Owner Producer Actor Actress
    Singer Comedian Firefighter Lieutenant-General Major-General Lieutenant-Colonel Brigadier-General Staff
    Sergeant-Major Ret Retired Acting Former Ex-President Co-chairman Co-chair Hetman Taoiseach Tanaiste
    Tsar Czar Chaplain Nurse Doctor Councilor Selectman Ombudsman Coroner Archdeacon Canon Vicar Pres Atty
    Asst Dep Sec MP MEP MSP PC Pc WPC Wpc DI DCI
    Supervisor Superintendant Goalkeeper Midfielder Striker Quarterback Anchor Host Columnist
    """.split()
)
# Words that stand before a title and belong to the office: "Foreign Minister", "Deputy Attorney General".
OFFICE_WORDS = frozenset(
    """
    Foreign Defence Defense Interior Finance Justice Home Health Education Trade Energy Labor Labour
    Agriculture Economy Environment Transport Transportation Culture Commerce Treasury State Housing
    Communities Police Fire Deputy Assistant Associate Senior Vice Prime Attorney Lieutenant Solicitor House
    Senate Majority Minority Opposition Party Campaign Press Communications National Security Federal Chief
    Executive Managing General Acting Former Interim Republican Democratic Conservative Liberal Tory
    Congressional Presidential White Supreme Court District County City Town Council Union Army Navy Air
    Force Marine Military Special Shadow First Second Research Policy Political Marketing Operations
    Financial Operating Head Rear Staff
    """.split()
)
# Lower-case nouns that name a person by what the person is or does.
MALE_NOUNS = frozenset(
    """
    man boy father dad husband hubby lad bloke grandad granddad son brother grandfather grandson uncle nephew king
    prince duke lord sir gentleman businessman spokesman chairman congressman councilman assemblyman policeman fireman
    salesman
    sportsman statesman fisherman cameraman serviceman clergyman frontman monk priest actor waiter widower
    fiance stepfather
    """.split()
)
FEMALE_NOUNS = frozenset(
    """
    woman girl mother mum mom gran granny nan wife daughter sister grandmother granddaughter aunt niece queen princess
    duchess lady businesswoman spokeswoman chairwoman congresswoman councilwoman assemblywoman policewoman
    saleswoman sportswoman stateswoman servicewoman nun actress waitress widow fiancee stepmother baroness
    """.split()
)
ROLE_NOUNS = (
    MALE_NOUNS
    | FEMALE_NOUNS
    | frozenset(
        """
        spokesperson minister secretary president vice-president premier chancellor senator governor mayor
        lawmaker legislator parliamentarian politician congressmember representative delegate councillor
        councilor councilmember commissioner ambassador envoy diplomat official leader head chief director
        manager executive officer chair chairperson founder co-founder cofounder owner partner boss ceo
        candidate nominee contender hopeful frontrunner front-runner rival incumbent challenger opponent
        strategist adviser advisor aide consultant operative pollster analyst economist expert researcher
        scientist professor lecturer scholar academic historian teacher student principal dean fellow author
        writer novelist poet journalist reporter correspondent columnist editor anchor host broadcaster
        commentator pundit blogger presenter critic activist campaigner organizer organiser advocate
        volunteer lawyer attorney barrister solicitor prosecutor judge magistrate justice counsel sheriff
        detective inspector superintendent constable investigator sergeant lieutenant captain colonel major
        general commander admiral brigadier soldier pilot fighter veteran marine sailor guard doctor
        physician surgeon nurse paramedic psychologist psychiatrist dentist pharmacist engineer architect
        designer developer programmer technician mechanic farmer fisher worker employee builder plumber
        electrician driver trader dealer broker investor banker accountant fund-manager financier
        billionaire millionaire tycoon entrepreneur shopkeeper baker chef cook artist painter sculptor
        singer musician songwriter rapper composer conductor producer filmmaker comedian dancer model star
        celebrity coach trainer player goalkeeper striker defender midfielder forward quarterback pitcher
        batsman bowler winger champion athlete swimmer runner cyclist boxer jockey golfer referee umpire
        skipper bishop archbishop cardinal pope pastor reverend rabbi imam cleric chaplain vicar witness
        victim survivor suspect defendant plaintiff claimant resident neighbour neighbor villager refugee
        migrant immigrant passenger bystander shopper customer patient parent child cousin friend colleague
        relative boyfriend girlfriend tourist traveller traveler voter supporter fan follower believer
        member insider whistleblower source attendee undersecretary under-secretary treasurer comptroller
        speaker whip appointee negotiator mediator coroner pathologist ecologist biologist geologist
        meteorologist seismologist climatologist astronomer physicist chemist mathematician statistician
        epidemiologist virologist sociologist anthropologist archaeologist curator librarian archivist
        firefighter rescuer warden ranger hunter keeper monarch emperor sultan dictator president-elect
        co-chair co-chairman vice-chairman deputy newcomer heiress heir widow magnate mogul guru lobbyist
        fundraiser donor trustee janitor rebel warlord militant insurgent commander-in-chief counterpart
        predecessor successor teenager toddler eyewitness onlooker pensioner pal mate ex motorist commuter
        landlord landlady barmaid youngster teen foreman
        """.split()
    )
)

# Words that end the name of a company, an institution or a work, never that of a person.
ORGANISATION_WORDS = frozenset(
    """
    Inc Corp Corporation Co Company Companies Ltd Limited Plc PLC LLC LLP LP AG SA NV BV GmbH AB ASA SpA Bhd
    Pty Group Groups Holdings Holding Industries Enterprises Partners Partnership Associates Bros Brothers
    Bank Banks Bancorp Bancshares Financial Securities Capital Trust Fund Funds Investments Insurance
    Assurance Systems Technologies Technology Electronics Petroleum Oil Gas Energy Power Electric Steel
    Motors Motor Airlines Airways Air Lines Railway Railways Railroad Stores Foods Products Laboratories
    Labs Pharmaceuticals Chemical Chemicals Communications Telecom Networks Network Media News Press Times
    Post Journal Tribune Herald Gazette Chronicle Globe Guardian Telegraph Observer Mail Express Mirror Star
    Sun Daily Weekly Magazine Review Report Television TV Radio Broadcasting Agency Administration
    Department Dept Ministry Office Bureau Commission Committee Council Board Authority Court Tribunal
    Parliament Congress Senate House Assembly Government Cabinet Party Union Federation Confederation
    Association Organization Organisation Institute Institution Foundation Society Club League Alliance
    Coalition Front Movement Campaign Conference Convention Forum Summit Center Centre University College
    School Academy Hospital Clinic Church Cathedral Mosque Temple Museum Library Gallery Theatre Theater
    Stadium Arena Park Hall Building Tower Palace Castle Square Street Road Avenue Lane Drive Boulevard
    Bridge Airport Station Port Harbor Harbour Island Islands Isle River Lake Sea Ocean Bay Gulf Strait
    Mountain Mountains Mount Valley Hill Hills Desert Forest Beach Coast County City Town Village District
    Province State States Republic Kingdom Emirates Nations Army Navy Force Forces Corps Guard Police
    Service Services Team Squad Unit Division Brigade Battalion Regiment Command Show Awards Award Prize Cup
    Championship Championships Open Games Olympics Series Festival Day Week Month Year Act Bill Law Treaty
    Accord Agreement Deal Plan Program Programme Project Initiative Policy Index Exchange Market Markets
    Analytics Research Survey Poll Study Studies Strategies Consulting Advisors Advisers Solutions
    International Worldwide Global United Republicans Democrats Conservatives Liberals Democrat Republican
    Americans Action PAC NATO EU UN US UK USA FBI CIA NSA BBC CNN NBC CBS ABC MSNBC Fox Reuters AP AFP
    Chamber Rights Watch Tea Wing Room Hotel Inn Resort Bar Cafe Restaurant Mall Plaza Field Fields
    Constitution Amendment Declaration War Wars Revolution Crisis Attack Attacks Massacre Doctrine Theory
    Effect Syndrome North South East West Northern Southern Eastern Western Central Great Super Bowl Tuesday
    Security Affairs Health Tire Tires Mills Dynamics Instruments Cinema Suisse Underwriters Savings Semiconductor
    """.split()
)
# First words of what is no person: "United Nations", "New York", "White House".
NOT_FIRST = frozenset(
    """
    United New North South East West Northern Southern Eastern Western Central Great Federal National
    International World Global American British Russian Chinese French German Japanese Israeli Iranian Iraqi
    Syrian Turkish Indian Canadian Australian European African Asian Arab Muslim Christian Jewish Catholic
    Black White Red Blue Green Gold Golden Silver San Santa Los Las Saint St Fort Port Mount Mt Ft Lake Cape
    Supreme High Wall Capitol Royal Public General First Second Third Super Big Old Young Social Common
    Human Civil Democratic Republican Conservative Labour Liberal Communist Socialist Independent Free Good
    Happy Merry Dear Air Home State Standard Goldman Morgan Merrill Lehman Prudential Deutsche Credit
    U.S. US U.K. UK U.N. UN E.U. EU
    """.split()
)
# Surnames among the words above: with a title before them, or a verb of speech beside them, they end a name.
SURNAMES_TOO = frozenset(
    "Hill Hall Day West North Lane Banks Church Field Fields Park Fox Street Lake Law Power Mills Court Forest "
    "Temple Castle Steel Bridge".split()
)
# Letters that are a constable's before a full name, and a computer's or a council's anywhere else.
CONSTABLES = frozenset("PC Pc WPC Wpc".split())
# Titles that are part of the name where one name follows: "Sheikh Hasina", "Dalai Lama" (a title as a whole).
WITH_ONE_NAME = frozenset("Sheikh Sheik Shaikh Sheikha Emir Lama Dalai".split())
# Letters behind a name, some of them before one too: "Labour MP Anna Moss", "Anna Moss MP".
BEHIND_NAMES = frozenset("MP MEP MSP".split())
SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())


def gender_of_noun(noun: str) -> str | None:
    """ "m" or "f" where a noun is said of men or of women alone, else None."""
    return "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else None


def is_role(word: str) -> bool:
    """Is a lower-case noun what somebody is or does: "minister", "hydrologist", "goalkeepers"?"""
    return (
        word in ROLE_NOUNS or (word.endswith(("ist", "ician")) and len(word) > 6) or word[:-1] in ROLE_NOUNS
    )


_OFFICE_LIKE = re.compile(
    r".{2,}(?:caster|ologist|ist|ician|orian|edian|arian|woman|sman|person|maker|keeper|worker|holder|owner|writer|seller|"
    r"leader|player|fighter|breaker|driver|builder|dealer|trader|planner|designer|grammer|grapher|runner|climber|"
    r"swimmer|surfer|trainer|former|organi[sz]er|campaigner|missioner|practitioner|insider|blogger|vlogger|streamer|"
    r"rapper|drummer|lecturer|lawyer|engineer|naut|ator|itor|utor|ctor|sident|student|pondent|tendent|dependent|"
    r"assistant|consultant|accountant|attendant|sergeant|informant|claimant|applicant|participant|migrant|alyst|"
    r"veteran|officer|manager|teacher|researcher|survivor|visor)"
)


@lru_cache(maxsize=20_000)
def is_office_like(word: str) -> bool:
    """Does a lower-case word name what somebody is, known or by its ending: "forecaster", "climatologist"?"""
    return is_role(word) or _OFFICE_LIKE.fullmatch(word) is not None
