"""The words that bind a sentence together: pronouns, prepositions, determiners, conjunctions, auxiliaries, adverbs."""

from __future__ import annotations

PRONOUNS = frozenset("he she they it i we you who He She They It I We You Who".split())
PLAIN_PRONOUNS = PRONOUNS - {"who", "Who"}
RELATIVES = frozenset("who which that".split())
PREPOSITIONS = frozenset(
    """
    of for at in from with on to by about against like than between among under over near after before
    during since until outside inside across behind into onto through throughout toward towards via versus
    within without despite regarding concerning including amid alongside around above below upon along off
    per aboard beside besides
    """.split()
)
STOPS = PREPOSITIONS | frozenset(
    """
    and or but nor so yet that which who whom whose as if when while whether because although though where
    what how why then is are was were be been being has have had do does did will would could should may
    might can must not said says say told added to also it he she they him them
    """.split()
)
DETERMINERS = frozenset(
    """
    the a an this that these those his her their its our my your one another some many several most two
    three four five six seven eight nine ten both all any each every no other few dozens hundreds thousands
    """.split()
)
# What stands between a subject and its verb besides adverbs in -ly.
SKIPPED = frozenset(
    """
    also later then has have had would will could did does do can might may must should is was were are been
    be being not never ever just now once again still even first soon since often always already recently
    repeatedly previously subsequently initially eventually finally further meanwhile instead nevertheless
    nonetheless today yesterday tonight reportedly allegedly too all both himself herself itself themselves
    each simply only monday tuesday wednesday thursday friday saturday sunday earlier afterwards afterward
    went goes go wanted tried came continued quick seems appeared seemed appears to rather quite almost long
    there here sometimes usually frequently twice perhaps maybe in turn
    """.split()
)
