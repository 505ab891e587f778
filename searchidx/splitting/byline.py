"""Bylines: "By Jane Smith", "By JANE SMITH, Staff Writer", "Jane Smith in Kyiv"."""

from __future__ import annotations

import re

from searchidx.splitting.dates import DATE

_NAME = r"(?:(?:[A-Z][\w.’'-]*|[dD]e|[dD]el|[vV]an|[vV]on|[dD]er|[aA]l|[eE]l|[bB]in|[lL]a|[lL]e)\s+){1,4}[A-Z][\w.’'-]+"
_NAMES = rf"{_NAME}(?:(?:,|\s+and|\s*&|,\s+and)\s+{_NAME}){{0,5}}"
_JOB = (
    r"(?:[\w’'-]+\s+){0,4}(?:correspondent|editor|reporter|writer|columnist|critic|analyst|bureau|chief|staff|"
    r"journalist|contributor|agencies|press|reuters?|news|times|post|afp|ap|upi)"
)
_BY = re.compile(
    rf"(?:[Bb]y|BY|Words by|Story by|Text by|Reporting by|From(?= our\b))[:\s]\s*(?:{_NAMES}|[A-Z][A-Z.’' -]+"
    r"|(?:our|a|an)\s+[\w\s-]*(?:correspondent|reporter|staff)[\w\s-]*"
    r"|(?:[Tt]he\s+)?[A-Z][\w\s]*(?:[Ss]taff|Press|Reporter|Desk|Bureau)\w*)(?P<more>.*)"
)
_DATED = re.compile(rf"(?P<byline>\S.*?)\s*[,;|·•–—-]\s*(?P<date>(?i:{DATE}))")
_UNDER = re.compile(
    rf"(?:{_NAMES})(?:\s+(?:in|at)\s+[A-Z][\w.’' ,-]+|,?\s*\|?\s+(?i:{_JOB})\b.*|,\s+(?i:{_JOB})\b.*)"
)
_MORE = re.compile(
    r"(?:[,|/()–—\s-]|\b(?:and|in|at|for|of|the|to|special|our)\b|(?i:\b(?:staff|senior|chief|political|foreign|"
    r"correspondent|editor|reporter|writer|columnist|critic|analyst|agencies)\b)|[A-Z0-9@][\w.’'@-]*)*"
)


def dated_byline(line: str) -> tuple[str, str | None]:
    """Part "By Jane Smith, 3 May 2021" into byline and date; marks of emphasis around the line are left out."""
    line = line.strip().strip("*_").strip()
    match = _DATED.fullmatch(line)
    return (match["byline"], match["date"]) if match else (line, None)


def is_byline(line: str, under_headline: bool = False) -> bool:
    """Tell whether a whole line says who wrote the article; a bare "Jane Smith in Kyiv" only under a headline."""
    line = line.strip().strip("*_")
    if len(line) > 150 or line.endswith((".”", '."', "?", "!")):
        return False
    match = _BY.fullmatch(line)
    if match:
        return bool(_MORE.fullmatch(match["more"].rstrip(".")))
    return under_headline and len(line) < 100 and bool(_UNDER.fullmatch(line.rstrip(".")))
