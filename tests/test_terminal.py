"""What a terminal is shown, on a real pseudo-terminal: pager, colour, links, and lines that fit."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.presentation.style import Style
from searchidx.presentation.widths import columns, cut, shortened
from searchidx.presentation.wrap import wrap

ESCAPES = re.compile("\x1b\\]8;;[^\x1b]*\x1b\\\\|\x1b\\[[0-9;]*m")


@pytest.fixture
def on_terminal(collection, tmp_path):
    """Run the program on a terminal of so many lines, with a pager that marks what goes through it."""
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\nprintf 'PAGED %s\\n' \"$LESS\"; cat\n")
    pager.chmod(0o755)

    def ran(*arguments, lines=24, width=100, stderr=subprocess.DEVNULL, **environment):
        owner, terminal = pty.openpty()
        dropped = ("SEARCHIDX_INDEX", "NO_COLOR", "LESS", "PAGER", "TERM")
        clean = {name: value for name, value in os.environ.items() if name not in dropped}
        size = {"COLUMNS": str(width), "LINES": str(lines), "TERM": "xterm-256color", "PAGER": str(pager)}
        process = subprocess.Popen(
            [sys.executable, "-m", "searchidx", *arguments],
            cwd=collection,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal if stderr == "shown" else stderr,
            env={**clean, **size, **environment},
        )
        os.close(terminal)
        parts = []
        while True:
            try:
                part = os.read(owner, 65536)
            except OSError:  # Linux tells the end of a terminal so
                break
            if not part:
                break
            parts.append(part)
        os.close(owner)
        assert process.wait(60) in ((2,) if stderr == "shown" else (0, 1))
        return b"".join(parts).decode("utf-8").replace("\r\n", "\n")

    return ran


def test_only_what_is_longer_than_the_screen_is_paged(on_terminal):
    assert on_terminal("search", "the", lines=8).startswith("PAGED FRX\n")
    assert "PAGED" not in on_terminal("search", "the", lines=200)
    assert "PAGED" not in on_terminal("search", "the", "--no-pager", lines=8)
    assert "PAGED" not in on_terminal("search", "the", lines=8, SEARCHIDX_PAGER="no")
    assert "PAGED" not in on_terminal("search", "the", lines=8, PAGER="")


def test_the_pager_gets_everything_and_own_settings_stay(on_terminal):
    paged = on_terminal("search", "the", lines=8, LESS="R")
    assert paged.startswith("PAGED R\n")
    assert paged.partition("\n")[2] == on_terminal("search", "the", "--no-pager", lines=8)


@pytest.mark.parametrize("pager", ["nosuchprogram", "true", "head -n 1"])
def test_a_pager_that_is_missing_or_ends_early_is_no_error(on_terminal, pager):
    assert on_terminal("help", "query", lines=5, PAGER=pager) is not None


def test_matches_are_marked_with_colour_and_without(on_terminal):
    assert "\x1b[1;33mElbe\x1b[0m" in on_terminal("search", "elbe")
    plain = on_terminal("search", "elbe", NO_COLOR="1")
    assert "\x1b[1;4mElbe\x1b[0m" in plain and not re.search("\x1b\\[[0-9;]*3[0-9]m", plain)
    assert "\x1b[" not in on_terminal("search", "elbe", "--color", "never")
    assert "\x1b" not in on_terminal("search", "elbe", TERM="dumb")


def test_paths_are_links_to_the_files_on_a_terminal_only(on_terminal, collection, run):
    shown = on_terminal("search", "elbe")
    addresses = re.findall("\x1b]8;;file://[^/]*(/[^\x1b]+)\x1b\\\\", shown)
    assert sorted(Path(path).relative_to(collection.resolve()).as_posix() for path in addresses) == [
        "articles/river/dam.txt",
        "articles/river/flood.md",
    ]
    assert all(Path(path).exists() for path in addresses)
    assert "\x1b]8" not in on_terminal("search", "elbe", "--no-links")
    assert "\x1b]8" not in on_terminal("search", "elbe", SEARCHIDX_LINKS="no")
    assert "\x1b]8" not in run("search", "elbe", "--color", "always", cwd=collection).out


@pytest.mark.parametrize(
    "arguments", [("serch",), ("search", "speeker:x"), ("show", "nosuch"), ("search", "-n", "x")]
)
def test_a_message_is_broken_at_words(on_terminal, arguments):
    shown = on_terminal(*arguments, stderr="shown", width=40)
    lines = [line for line in shown.splitlines() if not line.startswith(("Usage:", "Try "))]
    assert len(lines) > 1 and max(map(len, lines)) <= 40
    assert shown.strip()[-1] in ".?"


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize(
    "command",
    [
        ("search", "the", "--facet", "speakers", "--facet", "month"),
        ("place", "Dresden"),
        ("quotes",),
        ("speakers",),
        ("speakers", "lange"),
        ("places",),
        ("timeline", "the"),
        ("terms", "elbe"),
        ("show", "front/2022-05-12.txt"),
        ("stats",),
        ("copies", "river/dam.txt"),
        ("related", "river/dam.txt"),
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_terminal(run_here, collection, command, width):
    ran = run_here(*command, "--color", "always", cwd=collection, COLUMNS=str(width))
    assert ran.lines or ran.code == 1
    for line in ran.lines:
        assert columns(ESCAPES.sub("", line)) <= width, line


TEXTS = st.text(st.sampled_from("ab .-é́洪水\u200d👩🏽\x1b\n\t\u202e"), max_size=60)


@given(TEXTS, st.integers(4, 30), st.lists(st.integers(0, 60), max_size=8))
def test_wrapped_lines_fit_and_lose_nothing(text, width, borders):
    borders = sorted({min(border, len(text)) for border in borders})
    spans = [(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False) if a < b]
    lines = list(wrap(text, spans, width))
    assert "".join("".join(line for line, _ in lines).split()) == "".join(text.split())
    marked = "".join(line[start:end] for line, inside in lines for start, end in inside)
    assert "".join(marked.split()) == "".join("".join(text[start:end] for start, end in spans).split())
    for line, inside in lines:
        assert columns(line) <= max(width, 4) or len(line) == 1 or cut(line, width) == len(line)
        flat = [border for span in inside for border in span]
        assert flat == sorted(flat) and all(0 <= border <= len(line) for border in flat)


@given(TEXTS, st.integers(4, 30))
def test_a_shortened_text_fits(text, width):
    short = shortened(text, width)
    assert columns(short) <= width
    assert "\n" not in short and "\x1b" not in short


def test_columns():
    assert columns("flood “here” – café") == 19
    assert columns("洪水 in Köln") == 12
    assert columns("e\u0301") == 1
    assert columns("\x1b[1m") == len("\\x1b[1m")


def test_a_path_in_a_link_is_escaped():
    shown = Style(True, folder=Path("/a b")).path("x\\xff.txt", "x\\xff.txt")
    assert "/a%20b/x%FF.txt" in shown
