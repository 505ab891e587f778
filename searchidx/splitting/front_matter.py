"""What stands above an article as "key: value": YAML front matter between two fences, or lines like a mail's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: The keys people use, and the part of an article that each is.
KEYS = {
    "headline": "headline",
    "title": "headline",
    "date": "date",
    "published": "date",
    "published on": "date",
    "published at": "date",
    "publication date": "date",
    "pubdate": "date",
    "date published": "date",
    "posted": "date",
    "created": "date",
    "issued": "date",
    "updated": "updated",
    "last updated": "updated",
    "modified": "updated",
    "lastmod": "updated",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "by": "byline",
    "publisher": "source",
    "publication": "source",
    "url": "url",
    "permalink": "url",
    "dateline": "dateline",
}
#: Keys that begin a sentence as well ("Source: minister to resign"): only beside another such line are they keys.
WEAK_KEYS = {
    "source": "source",
    "newspaper": "source",
    "agency": "source",
    "link": "url",
    "place": "dateline",
    "location": "dateline",
    "language": "language",
    "lang": "language",
    "subtitle": "body",
    "subheadline": "body",
    "standfirst": "body",
    "description": "body",
    "summary": "body",
    "abstract": "body",
    "excerpt": "body",
    # Known, and of no part.
    "section": "",
    "category": "",
    "categories": "",
    "tags": "",
    "keywords": "",
    "slug": "",
    "id": "",
    "edition": "",
    "page": "",
    "words": "",
    "word count": "",
    "length": "",
    "layout": "",
    "draft": "",
    "type": "",
}
_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,24}?)[ \t]*[:=][ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_FENCES = ("---", "+++")


@dataclass(slots=True)
class FrontMatter:
    """The values by part, and the text of what belongs to none (keys, values of other keys)."""

    values: dict[str, str] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)

    def add(self, key: str, value: str) -> None:
        """Take a value for the part that its key names, unless that part has one already."""
        part = KEYS.get(_normal(key)) or WEAK_KEYS.get(_normal(key))
        self.rest.append(key)
        if part and value and part not in self.values:
            self.values[part] = value
        else:
            self.rest.append(value)


def take_fenced(text: str) -> tuple[FrontMatter | None, str]:
    """Cut YAML or TOML front matter off the beginning of a text; (None, text) if it has none."""
    fence = text[:3]
    if fence not in _FENCES or text[3:4] != "\n":
        return None, text
    end = text.find(f"\n{fence}", 3, 20000)
    after = text.find("\n", end + 1) if end > 0 else -1
    if end < 0 or text[end + 4 : after if after > 0 else None].strip():
        return None, text
    found = FrontMatter()
    lines = text[4:end].split("\n")
    number = 0
    while number < len(lines):
        match = _LINE.fullmatch(lines[number])
        number += 1
        if not match:
            found.rest.append(lines[number - 1])
            continue
        indented = []
        while number < len(lines) and (lines[number][:1] in (" ", "\t", "-")) and lines[number].strip():
            indented.append(lines[number])
            number += 1
        found.add(match[1], _value(match[2], indented))
    return found, text[after + 1 :] if after > 0 else ""


def header_line(line: str, beside_another: bool) -> tuple[str, str] | None:
    """Return the key and value of a line such as "Published: 12 May 2022", None if its key is not a known one."""
    match = _LINE.fullmatch(line) if ":" in line[:26] else None
    if not match or not match[2] or "=" in line[: match.start(2)]:
        return None
    key = _normal(match[1])
    return (match[1], match[2].strip()) if key in KEYS or (beside_another and key in WEAK_KEYS) else None


def _normal(key: str) -> str:
    return key.strip().lower().replace("_", " ").replace("-", " ")


def _value(first: str, indented: list[str]) -> str:
    """Read a YAML value: plain, quoted, a list in brackets or in lines, or folded text."""
    items = [match[1] for match in map(_ITEM.fullmatch, indented) if match]
    if first.strip() in ("", ">", "|", ">-", "|-"):
        if items and len(items) == len(indented):
            return ", ".join(map(_unquoted, items))
        return " ".join(line.strip() for line in indented)
    if indented:
        first = " ".join([first, *(line.strip() for line in indented)])
    if first.startswith("[") and first.rstrip().endswith("]"):
        return ", ".join(_unquoted(item) for item in first.strip()[1:-1].split(",") if item.strip())
    return _unquoted(first)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    return value
