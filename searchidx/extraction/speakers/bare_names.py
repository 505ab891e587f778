"""Whether one capitalised word is a person or an organisation: "Moss said", "Texaco said".

News leaves the first name out of well-known people, and "Inc" out of well-known firms. The article tells them apart by
the words beside the name; where it tells nothing, known institutions and places are no persons and all others are:
counted over annotated political news and agency business news, most bare words that nothing else explains are surnames.
"""

from __future__ import annotations

import re
from functools import lru_cache

from searchidx.extraction.speakers.descriptions import may_be_person
from searchidx.gazetteer.places import open_gazetteer

# Institutions whose name is one word, written like a surname.
_KNOWN = frozenset(
    """
    Airbus Boeing Bombardier Embraer Lockheed Raytheon Toyota Honda Nissan Mazda Suzuki Hyundai Volkswagen Audi Porsche
    Renault Peugeot Citroen Fiat Ferrari Chrysler Tesla Volvo Saab Scania Michelin Pirelli Texaco Exxon Mobil Chevron
    Conoco Shell Petrobras Petronas Pemex Aramco Gazprom Rosneft Lukoil Naftogaz Equinor Statoil Repsol Eni Sinopec
    Glencore Monsanto Cargill Caterpillar Alcoa Pechiney Dow Dupont Bayer Novartis Roche Pfizer Moderna Sanofi Merck
    Siemens Bosch Philips Ericsson Nokia Olivetti Motorola Xerox Kodak Apple Microsoft Google Amazon Facebook Twitter
    Meta Alphabet Intel Oracle Cisco Dell Adobe Netflix Spotify Uber Lyft Airbnb Instagram Snapchat Pinterest Reddit
    Wikipedia Huawei Tencent Alibaba Baidu Samsung Sony Panasonic Hitachi Toshiba Nintendo Canon Ricoh Mitsubishi Mitsui
    Nestle Danone Unilever Heineken Carlsberg Pepsi Coke Starbucks Nike Adidas Puma Ikea Tesco Asda Sainsbury Morrisons
    Aldi Lidl Walmart Sears Macy Kmart Costco Disney Viacom Comcast Verizon Vodafone Telefonica Orange Qantas Lufthansa
    Swissair Alitalia Ryanair Finnair Aeroflot Amtrak Eurostar Maersk Barclays Lloyds Citigroup Citibank Goldman Lehman
    Drexel Kleinwort Santander Commerzbank Mediobanca Rabobank Natwest Nomura Visa Mastercard Equifax Enron Binance
    Bundesbank Riksbank Bundestag Bundesrat Knesset Duma Sejm Folketing Riksdag Storting Majlis Diet Kremlin Pentagon
    Vatican Treasury Fed Likud Fatah Hamas Hezbollah Hizbollah Taliban Nato Opec Fifa Uefa Nasa Unicef Unesco Interpol
    Europol Eurostat Frontex Oxfam Greenpeace Amnesty Politico Breitbart Forbes Bloomberg Gallup Nielsen Pew Quinnipiac
    Reuters Interfax Xinhua Tass Tanjug Kyodo Izvestia Pravda Haaretz Variety Billboard Newsweek Slate Salon Mashable
    Vox Gizmodo Axios Vogue Vulture Statista Equitable Labour Tories Ofcom Ofgem Ofsted Ofwat Whitehall Hollywood
    Sotheby Christie Arsenal Chelsea Liverpool Everton Tottenham Juventus Ajax Benfica Celtic Rangers
    """.split()
)
_COMPANY_END = re.compile(
    r".{2,}(?:corp|soft|bank|banca|bras|pharma|tronics?|chem|media|press|systems|works|telecom|dyne|genetics|pac|scan|airways|"
    r"airlines|data|tech|trust|group|gate|fact|vest)$"
)
_PLURAL = re.compile(r".*(?<![suaio])s$")
_PERSONAL_VERBS = (
    r"laughed|smiled|grinned|joked|quipped|tweeted|recalled|replied|shrugged|nodded|sighed|wept|cried|shouted|"
    r"whispered|chuckled|wrote|died|married|retweeted|retired|resigned"
)
_KIN = (
    r"wife|husband|mother|father|son|daughter|sister|brother|widow|lawyers?|attorneys?|aides?|supporters|presidency|"
    r"life|death|face|career|voice|hand|eyes|birthday|predecessor|successor|rival|rivals|opponent|tweets?|speech"
)
_CORPORATE = (
    r"shares|stock|board|chief executive|CEO|chairman|chairwoman|spokes\w+|profits?|revenues?|customers|products?|"
    r"shareholders|website|headquarters|users|plants?|factory|subsidiary|units?|employees|workers|officials|executives|"
    r"debt|assets|earnings|sales"
)
_MARKS = re.compile(r"\b(?:(?i:it|its|itself)|(?i:the company|the group|the firm|the bank|the airline))\b")
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|himself|herself)\b")
_NAME = re.compile(r"[a-z”\",] (?:[A-Z][\w’'-]+)")
_SENTENCE = 160  # characters behind a name that tell by their pronoun what it is


def is_personal(name: str, flat: str) -> bool:
    """Is a bare capitalised word of an article (``flat``, its text) more likely a person than an organisation?"""
    if not may_be_person(name):
        return False
    told = balance(name, flat)
    if is_institution(name):  # a pronoun near a well-known name is often somebody else's
        return told > 1 and _beside(name, flat)[0] > 0
    return told > 0 or (told == 0 and f"the {name} " not in flat)


def balance(name: str, flat: str) -> int:
    """What the article says for a person, less what it says for an organisation."""
    personal, corporate = _beside(name, flat)
    position = flat.find(name + " ")
    for _ in range(6):
        if position < 0:
            break
        start = position + len(name)
        end = flat.find(". ", start, start + _SENTENCE)
        following = flat[start : end if end >= 0 else start + _SENTENCE]
        it, he, other = _MARKS.search(following), _HE.search(following), _NAME.search(following)
        stop = other.start() if other else len(following)
        if he is not None and he.start() < stop and (it is None or he.start() < it.start()):
            personal += 1
        elif it is not None and it.start() < stop and _OWN_IT.match(following, 0):
            corporate += 1
        if end >= 0 and flat.startswith(("He ", "She ", "His ", "Her "), end + 2):
            personal += 1
        elif end >= 0 and flat.startswith(("It ", "Its ", "The company "), end + 2):
            corporate += 1
        position = flat.find(name + " ", start)
    return personal - corporate


# "said it would", "plans to sell its mill", but not "said it was late" of the hour
_OWN_IT = re.compile(
    r"[^.;]*?\b(?i:its|itself|the \w+|it (?:will|would|has|had|is|plans?|expects?|may|could|and))\b"
)


_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.? $")
_PERSON_BEHIND = re.compile(
    rf" (?:{_PERSONAL_VERBS})\b|['’]s (?:{_KIN})\b|,? who\b| and (?:his|her)\b"
    r"| put it\b| is heard\b| himself\b| herself\b"
)
_FIRM_BEFORE = re.compile(rf"\b(?:(?:{_CORPORATE}) (?:of|for|from)|at|in) $")
_FIRM_BEHIND = re.compile(rf"(?:['’]s)? (?:{_CORPORATE})\b| <")
_LEAD = 24  # characters before a name that tell what it is


def _beside(name: str, flat: str) -> tuple[int, int]:
    """How often the words beside a name are those of a person, and those of an organisation."""
    personal = corporate = 0
    start = flat.find(name)
    while start >= 0:
        end = start + len(name)
        lead = max(0, start - _LEAD)
        before = flat[start - 4 : start] if start >= len("for ") else ""
        if _TITLED.search(flat, lead, start):
            personal += 1
        elif _FIRM_BEFORE.search(flat, lead, start) or _FIRM_BEHIND.match(flat, end):
            corporate += 1
        elif _PERSON_BEHIND.match(flat, end) and not before.endswith(("of ", "for ")):
            personal += 1
        start = flat.find(name, end)
    return personal, corporate


@lru_cache(maxsize=10_000)
def is_institution(name: str) -> bool:
    """Is a word known as an institution or a prominent place, or formed like a firm or a plural ("Democrats")?"""
    if name in _KNOWN or _COMPANY_END.match(name) or name.endswith("ly"):
        return True
    if _PLURAL.match(name) and name.endswith(
        ("ists", "ians", "ors", "ants", "ents", "ers", "ls", "dis", "ets", "ngs", "ions", "sses", "ians")
    ):
        return True
    gazetteer = open_gazetteer()
    if gazetteer.lookup_demonym(name) or (name.endswith("s") and gazetteer.lookup_demonym(name[:-1])):
        return True
    for candidate in gazetteer.lookup(name):
        kind = gazetteer.kind(candidate.number)
        if kind in ("country", "region", "continent") or gazetteer.is_capital(candidate.number):
            return True
        if gazetteer.people[candidate.number] >= _PROMINENT:
            return True
    return False


@lru_cache(maxsize=10_000)
def is_country(name: str) -> bool:
    """Is a word the name of a country, which no firm that has it in its name is called by?"""
    gazetteer = open_gazetteer()
    return any(gazetteer.kind(candidate.number) == "country" for candidate in gazetteer.lookup(name))


_PROMINENT = 400_000  # inhabitants of a city that a bare word means rather than somebody of that surname
