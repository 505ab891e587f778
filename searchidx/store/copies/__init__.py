"""Copies: the same story in several papers, cut, with another headline or another lede.

- signatures.py  a text to a small sketch of its word sequences and numbers, for many texts at once
- similar.py     sketches to the pairs of articles that are the same story
- groups.py      pairs to groups, over a whole collection
- stored.py      signatures as they lie in the index
- grouped.py     groups as they lie in the index
- collapse.py    results in which the copies of a story are one hit
- changes.py     what a copy changed
"""
