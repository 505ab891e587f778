"""An article's text to its parts: headline, date, byline, dateline, credit, body. Pure functions of text.

``split`` composes them; there is one module for each part.
"""

from searchidx.splitting.parts import Parts
from searchidx.splitting.split import split

__all__ = ["Parts", "split"]
