"""Copies: the same story in several papers, cut, with another headline or another lede.

- signatures.py  a text to a small sketch of its word sequences and numbers, for many texts at once
- similar.py     sketches to the pairs of articles that are the same story
- groups.py      pairs to groups, over a whole collection
- stored.py      signatures and groups as they lie in the index
"""

from __future__ import annotations

from searchidx.store.copies.groups import group_copies
from searchidx.store.copies.signatures import Signatures, signatures

__all__ = ["Signatures", "group_copies", "signatures"]
