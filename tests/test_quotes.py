"""Who said what, construction by construction."""

import pytest

from searchidx.extraction import extract


def said(body):
    """Every quote as (kind, speaker, text)."""
    return [(q.kind, q.speaker, q.text) for q in extract(None, body).quotes]


@pytest.mark.parametrize(
    "body, expected",
    [
        ('"We lost the bridge," Anna Moss said.', ("direct", "Anna Moss", "We lost the bridge,")),
        ('"We lost the bridge," said Anna Moss.', ("direct", "Anna Moss", "We lost the bridge,")),
        ("Anna Moss said: “We lost the bridge.”", ("direct", "Anna Moss", "We lost the bridge.")),
        ("‘We lost the bridge,’ Anna Moss said.", ("direct", "Anna Moss", "We lost the bridge,")),
        ("``We lost the bridge,'' Anna Moss said.", ("direct", "Anna Moss", "We lost the bridge,")),
        ("Anna Moss said that the bridge was lost.", ("indirect", "Anna Moss", "the bridge was lost")),
        ("The bridge was lost, Anna Moss said on Monday.", ("indirect", "Anna Moss", "The bridge was lost")),
        ("The bridge was lost, according to Anna Moss.", ("indirect", "Anna Moss", "The bridge was lost")),
        ("According to Anna Moss, the bridge was lost.", ("indirect", "Anna Moss", "the bridge was lost")),
    ],
)
def test_one_quote_and_its_speaker(body, expected):
    assert said(body) == [expected]
