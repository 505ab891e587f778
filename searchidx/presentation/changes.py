"""What a build did, and how a folder differs from its index, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from searchidx.presentation.results import count_of
from searchidx.presentation.stats import size_of
from searchidx.presentation.style import visible

if TYPE_CHECKING:
    from searchidx.sync.build import BuildReport
    from searchidx.sync.changes import Changes
    from searchidx.sync.status import Status


def counts_of(changes: Changes) -> str:
    """Return "3 files new, 1 changed, 2 gone", "" where nothing has changed."""
    named = {
        "new": len(changes.added),
        "changed": len(changes.changed),
        "moved": len(changes.moved),
        "gone": len(changes.gone),
    }
    parts = [f"{number:,} {kind}" for kind, number in named.items() if number]
    if parts:
        number, kind = parts[0].rsplit(" ", 1)
        parts[0] = f"{number} {'file' if number == '1' else 'files'} {kind}"
    return ", ".join(parts)


def change_lines(changes: Changes) -> Iterator[str]:
    """Yield a line for each file that differs: "new  a.txt", "moved  old.txt -> new.txt"."""
    for file in changes.added:
        yield f"new      {visible(file.path)}"
    for file in changes.changed:
        yield f"changed  {visible(file.path)}"
    for old, file in changes.moved:
        yield f"moved    {visible(old)} -> {visible(file.path)}"
    for path in changes.gone:
        yield f"gone     {visible(path)}"
    for file in changes.again:
        yield f"again    {visible(file.path)}"
    for path in changes.unreachable:
        yield f"kept     {visible(path)} (cannot be looked at)"


def shown_folder(folder: Path) -> str:
    """Return a folder as a person would write it: relative where it lies below the current directory."""
    try:
        return visible(str(folder.relative_to(Path.cwd())))
    except (ValueError, OSError):
        return visible(str(folder))


def build_line(report: BuildReport, index_dir: object) -> str:
    """Return the line that says what a build did."""
    folder = shown_folder(report.folder)
    total = count_of(report.articles, "article")
    counts = counts_of(report.changes)
    held = f"{size_of(report.index_bytes)} in {index_dir}"
    if report.changes.unchanged or report.changes.touched:
        what = f"{total} of {folder}, {counts}" if counts else f"{total} of {folder}, nothing has changed"
        return f"{what} ({report.seconds:.1f} s), {held}."
    seconds = max(report.seconds, 1e-3)
    rate = f"{report.articles / seconds:,.0f} a second"
    return f"{total} of {folder} indexed in {seconds:.1f} s ({rate}), {held}."


def status_line(status: Status) -> str:
    """Return the line that says whether index and folder agree."""
    counts = counts_of(status.changes)
    what = f"Index and {shown_folder(status.folder)} differ: {counts}" if counts else "Index and folder agree"
    text = f"{what}. {count_of(status.articles, 'article')} from {count_of(status.files, 'file')}"
    if status.problems:
        text += f", {count_of(status.problems, 'file')} with problems (searchidx errors)"
    if status.own_files:
        names = " and ".join(status.own_files)
        return (
            f"{text}, built {status.built}. Your {names} changed since: the next build reads everything anew."
        )
    return f"{text}, built {status.built}."
