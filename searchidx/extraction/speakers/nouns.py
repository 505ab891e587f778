"""Nouns that speak: offices, groups of people, institutions and documents, and what ends the names of such."""

from __future__ import annotations

from searchidx.extraction.roles import ORGANISATION_WORDS, ROLE_NOUNS, TITLES

# Words for groups and institutions that can speak.
GROUP_NOUNS = frozenset(
    """
    ministry ministries department agency government administration company companies firm firms group
    groups organization organisation bank party campaign committee commission council court board union
    association police military army navy force forces palace cabinet parliament congress senate embassy
    office bureau authority authorities university school hospital institute foundation charity club team
    league network station channel newspaper paper magazine journal report reports statement study survey
    poll polls letter memo document documents filing lawsuit suit complaint indictment affidavit transcript
    article editorial editorials email e-mail post tweet message release announcement ruling order opinion
    decision judgment judgement motion brief book blog website page video ad ads coalition alliance
    federation corporation corp airline carrier manufacturer maker operator utility exchange watchdog
    regulator panel jury tribunal inquiry task-force taskforce service staff delegation mission institution
    think-tank thinktank outlet media press house side camp country nation state city county town unit
    subsidiary parent division industry chain retailer lender insurer broker brokerage venture consortium
    partnership trust fund prosecution defence defense opposition white junta regime militia movement
    faction caucus chamber conference management syndicate concern conglomerate thrift producer supplier refiner
    developer publisher distributor automaker carmaker steelmaker drugmaker chipmaker brewer builder contractor
    wholesaler exporter importer bourse
    """.split()
)
DOCUMENT_NOUNS = frozenset(
    """
    poll polls survey surveys study studies report reports analysis data records documents figures research review
    investigation audit statistics results numbers census filing filings emails memo polling footage video videos
    photographs images tally average estimates
    """.split()
)
WRITTEN_NOUNS = DOCUMENT_NOUNS | frozenset(
    """
    statement letter letters memo lawsuit suit complaint indictment affidavit transcript article editorial editorials
    email e-mail post tweet message release announcement ruling order opinion judgment judgement motion brief book
    blog website page ad ads note sign banner placard poster headline caption plaque inscription slogan text
    """.split()
)
PEOPLE_NOUNS = frozenset(
    """
    officials sources people men women critics experts analysts lawyers aides advisers advisors supporters
    opponents witnesses residents authorities prosecutors investigators doctors scientists researchers
    traders dealers economists leaders lawmakers senators members workers employees executives managers
    reporters journalists students teachers parents families relatives neighbors neighbours friends
    colleagues voters republicans democrats activists protesters historians observers diplomats bankers
    brokers farmers soldiers officers detectives firefighters organizers organisers authors scholars
    strategists spokesmen spokeswomen spokespeople spokespersons representatives attorneys players fans
    others many some most few several both everyone everybody somebody someone anyone nobody none person guy
    kid couple family mother-in-law father-in-law insider one backers allies rivals candidates commentators
    pollsters conservatives liberals progressives socialists immigrants americans users readers viewers
    customers consumers investors shareholders judges ministers governors mayors police crowd audience
    public caller callers donors operatives veterans survivors victims pundits campaigners engineers
    specialists inspectors negotiators manufacturers retailers producers suppliers builders regulators refiners growers
    miners seamen pilots strikers contractors importers exporters insurers lenders borrowers homeowners shoppers
    environmentalists bankers advertisers distributors landlords tenants homebuilders
    passengers another locals folk pals mates proponents pensioners
    """.split()
)
SPEAKING_NOUNS = (
    ROLE_NOUNS | frozenset(noun + "s" for noun in ROLE_NOUNS) | GROUP_NOUNS | DOCUMENT_NOUNS | PEOPLE_NOUNS
)
# Written with a capital wherever they stand.
PROPER_GROUPS = frozenset("republicans democrats americans".split())
# No adverbs, though they end in -ly.
LY_NOUNS = frozenset(
    "family ally assembly monopoly supply reply daily weekly italy july july. anomaly bully".split()
)
# A name that ends so goes on over "of": "Bank of England", "Secretary of State".
INSTITUTION_ENDS = ORGANISATION_WORDS | frozenset(
    "Centers Secretary Director University Parks Bureau Ministry Academies Departments Offices".split()
)
# A name that ends so may have an "and": "Securities and Exchange Commission".
PAIRED_ENDS = frozenset(
    "Association Department Ministry Exchange Union Committee Commission Board Office Bureau Institute".split()
)
# A firm of partners ends so: "Smith, Jones and Co".
FIRM_ENDS = frozenset("Co Company Ltd Inc Corp Sons Partners Brothers Associates Plc PLC".split())
# Before "of" or "for" these are part of an office: "Secretary of State Kerry".
OFFICE_WORDS = TITLES | ORGANISATION_WORDS | frozenset("Centers Head Chief Chair Dean".split())
