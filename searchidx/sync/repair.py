"""Mending a damaged index from the files of its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from searchidx.sync.build import BuildOptions, BuildReport, Progress, build
from searchidx.sync.check import Finding, check


def repair(
    folder: Path | None, directory: Path, options: BuildOptions, progress: Progress | None = None
) -> tuple[list[Finding], BuildReport | None]:
    """Check an index and, if anything is wrong, build it anew; return what was wrong and what was done.

    ``folder`` need only be given where the damage took its name away. Raises what ``check`` and ``build`` raise.
    """
    findings = check(directory)
    if not findings:
        return [], None
    return findings, build(folder, directory, replace(options, rebuild=True), progress)
