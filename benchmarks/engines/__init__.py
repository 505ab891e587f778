"""The engines that are compared. Each is a module with one class; the one of searchidx is the measure of the others."""

from __future__ import annotations

from importlib import import_module

from benchmarks.engines.base import Engine

MODULES = {
    "searchidx": "benchmarks.engines.searchidx_engine",
    "tantivy": "benchmarks.engines.tantivy_engine",
    "sqlite-fts5": "benchmarks.engines.sqlite_engine",
    "bm25s": "benchmarks.engines.bm25s_engine",
    "whoosh": "benchmarks.engines.whoosh_engine",
}


def load(name: str) -> Engine:
    """Return the engine of this name; its libraries are imported now and not before."""
    engine: Engine = import_module(MODULES[name]).ENGINE()
    return engine
