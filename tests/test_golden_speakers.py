"""Whole articles of many styles, with every quote and its speaker stated.

``python tests/test_golden_speakers.py`` writes the JSON files anew from what is found now: read the difference.
"""

import json
from pathlib import Path

import pytest

from searchidx.extraction.extract import extract

FOLDER = Path(__file__).parent / "golden_speakers"
ARTICLES = sorted(FOLDER.glob("*.txt"))


def record(path):
    found = extract(None, path.read_text(encoding="utf-8"))
    return {
        "speakers": list(found.speakers),
        "quotes": [
            {
                "kind": q.kind,
                "speaker": q.speaker,
                "speaker_kind": q.speaker_kind,
                "role": q.role,
                "text": q.text,
            }
            for q in found.quotes
        ],
    }


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_every_quote_and_speaker_of_an_article(path):
    assert record(path) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_there_are_articles_of_many_styles():
    assert len(ARTICLES) >= 25


if __name__ == "__main__":
    for article in ARTICLES:
        article.with_suffix(".json").write_text(
            json.dumps(record(article), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
