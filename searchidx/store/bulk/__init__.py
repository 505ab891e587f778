"""Writing many documents at once: analysis of whole batches, one sort of integers, segments written from arrays."""

from __future__ import annotations

from searchidx.store.bulk.merge import DOCUMENTS, POSTINGS, live_documents, merge_part, merge_segments
from searchidx.store.bulk.parallel import Done, write_jobs
from searchidx.store.bulk.policy import merged, merged_to_one, plan_merges
from searchidx.store.bulk.writer import MEMORY, BulkWriter, make_vocabularies

__all__ = [
    "DOCUMENTS",
    "MEMORY",
    "POSTINGS",
    "BulkWriter",
    "Done",
    "live_documents",
    "make_vocabularies",
    "merge_part",
    "merge_segments",
    "merged",
    "merged_to_one",
    "plan_merges",
    "write_jobs",
]
