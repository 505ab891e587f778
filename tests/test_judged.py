"""The benchmark of ranking: its measures, and that a parameter changes what it should and is put back."""

import gzip
import json

import pytest

from benchmarks.ranking.judged import Judged, average_precision, ndcg
from benchmarks.ranking.parameters import Change, changed, defaults

DOCUMENTS = [
    {"id": "1", "title": "Dam", "text": "The dam held. Water rose behind it all night long."},
    {"id": "2", "title": "", "text": "A dam and a dam and a dam were built by the same firm."},
    {"id": "3", "title": "Bread", "text": "Bread is dear."},
]
QUERIES = [{"text": "dam water", "relevant": {"1": 1}}, {"text": "none", "relevant": {}}]


def test_measures():
    assert ndcg(["a", "b"], {"a": 1}) == 1.0
    assert ndcg(["b", "a"], {"a": 1}) == pytest.approx(0.6309, abs=1e-4)
    assert average_precision(["b", "a", "c"], {"a": 1, "c": 1}) == pytest.approx((1 / 2 + 2 / 3) / 2)


def test_a_judged_collection(tmp_path):
    for kind, rows in (("docs", DOCUMENTS), ("queries", QUERIES)):
        with gzip.open(tmp_path / f"small.{kind}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(each) + "\n" for each in rows)
    judged = Judged(tmp_path / "small", tmp_path / "work")
    assert judged.quality() == (1.0, 1.0)
    before, score = defaults(judged.index), judged.index.search("dam")[0].score
    for name in before:
        with changed(judged.index, Change(name, 3)):
            assert defaults(judged.index)[name] == 3
            if name in ("k1", "b", "headline"):
                assert judged.index.search("dam")[0].score != pytest.approx(score)
    assert defaults(judged.index) == before
    assert judged.index.search("dam")[0].score == pytest.approx(score)
    judged.index.close()
