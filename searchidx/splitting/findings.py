"""What has been found in an article so far, while it is being taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from searchidx.splitting.front_matter import FrontMatter


@dataclass(slots=True)
class Findings:
    """The parts so far: ``meta`` are values given beside or above the text, ``above`` paragraphs above the story."""

    meta: dict[str, str]
    headline: str | None = None
    byline: list[str] = field(default_factory=list)
    credit: list[str] = field(default_factory=list)
    date_text: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)

    @property
    def has_headline(self) -> bool:
        """Tell whether the article's headline is known."""
        return self.headline is not None or "headline" in self.meta

    def take_values(self, found: FrontMatter) -> None:
        """Take the values of front matter or a header line; what is known already, or of no part, is the rest."""
        # The list, if any, that holds the words of a value besides.
        words = {"date": self.date_text, "updated": self.date_text, "source": self.credit}
        self.rest += found.rest
        for part, value in found.values.items():
            if part == "body":
                self.above.append(value)
            elif part == "byline":
                self.byline.append(value)
            elif part in ("headline", "dateline") and part not in self.meta and not self.headline:
                self.meta[part] = value
            else:
                self.meta.setdefault(part, value)
                words.get(part, self.rest).append(value)
