"""Words as they are written: patterns that stems do not answer, and the marks in the text."""

import numpy as np
import pytest

from searchidx import Index, QueryError
from searchidx.store.evaluator.matches import MOST_READ, Matches, Verified

TEXTS = {
    "run.txt": "The runner was running late, and the harbour of Naïveville waited.",
    "runs.txt": "He runs the ferry to Reading. Reading aloud is what he reads best.",
    "evacuate.txt": "They evacuate the towns; the evacuation goes on near the counter-attack.",
    "policy.txt": "New policies were read out, and a happy crowd was seen in organised rows.",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("written") / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(f" date 2022-05-10 {text}", encoding="utf-8")
    Index.build(folder, folder.parent / "index")
    with Index.open(folder.parent / "index") as opened:
        yield opened


def marked(hit):
    return [snippet.text[start:end] for snippet in hit.snippets for start, end in snippet.spans]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("runn*", {"run.txt": ["runner", "running"]}),
        ("*ning", {"run.txt": ["running"]}),
        ("*tion", {"evacuate.txt": ["evacuation"]}),
        ("evacuation*", {"evacuate.txt": ["evacuation"]}),
        ("pol*es", {"policy.txt": ["policies"]}),
        ("happ*", {"policy.txt": ["happy"]}),
        ("organi?ed", {"policy.txt": ["organised"]}),
        ("organi?ation", {}),
        ("naiv*lle", {"run.txt": ["Naïveville"]}),
        ("coun*tack", {"evacuate.txt": ["counter-attack"]}),
        ("ferry *ing", {"runs.txt": ["ferry", "Reading", "Reading"]}),
        # The town only, and not what people do with books.
        ("=Reading", {"runs.txt": ["Reading", "Reading"]}),
        ("=reads", {"runs.txt": ["reads"]}),
        ("ferry -*tion", {"runs.txt": ["ferry"]}),
    ],
)
def test_patterns_find_and_mark_words_as_they_are_written(index, query, found):
    assert {hit.id: marked(hit) for hit in index.search(query, match="all")} == found


def test_the_text_is_read_only_of_what_the_rest_of_the_query_leaves(index):
    searcher = index._searcher
    from searchidx.query.parser import parse
    from searchidx.store.exact import WrittenPattern

    query = searcher.translate(parse("ferry *ing"), "all", None)
    (written,) = [node for node in query.subqueries if isinstance(node, WrittenPattern)]
    assert searcher.count_of(query, None) == 1
    assert len(written._known) == 1


def test_more_articles_than_can_be_read_in_seconds_are_an_error_that_says_what_to_do():
    documents = Matches(MOST_READ + 1, docs=np.arange(MOST_READ + 1))
    with pytest.raises(QueryError, match=r"40,001 articles would have to be read .* another word"):
        Verified(documents, lambda document: True).verify(documents.docs)
    assert len(Verified(Matches(9, docs=np.arange(9)), lambda document: document > 3).docs) == 5
