"""Overviews of a result: whom and what it is about and when, told from arrays over all matches, not from one page.

- matches.py     all matches of a query, and what can be asked of them
- timeline.py    days to periods, and the periods that stand out
- facets.py      how many matches have each value of a field, and the days of the matches
- likeness.py    the terms that an article is about, and articles like it
- contrast.py    the words that set the matches apart from the rest
- expansion.py   the words that the best matches have in common, added to the query (RM3)
- surfaces.py    stems as people write them
"""
