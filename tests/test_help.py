"""Help: examples first, topics that fit the terminal, and nothing in it that the program does not have."""

import re

import click
import pytest

from searchidx.commands import COMMANDS, cli
from searchidx.commands.command import parted
from searchidx.commands.help import TOPICS
from searchidx.presentation.manual import manual_lines
from searchidx.presentation.style import Style
from searchidx.presentation.widths import columns


def all_commands():
    for name in COMMANDS:
        command = cli.get_command(None, name)
        yield name, command
        for sub in getattr(command, "commands", {}).values():
            yield f"{name} {sub.name}", sub


@pytest.mark.parametrize(("name", "command"), list(all_commands()), ids=[name for name, _ in all_commands()])
def test_help_begins_with_examples_that_name_what_there_is(name, command):
    text = command.get_help(click.Context(command, info_name=name))
    assert text.startswith("Examples:\n  searchidx ") or text.startswith("Examples:\n  SEARCHIDX_")
    examples, rest = parted(command.help)
    assert "\nUsage: " in text and "Example" not in rest
    known = {option for parameter in command.params for option in parameter.opts + parameter.secondary_opts}
    for sub in getattr(command, "commands", {}).values():
        known |= {option for parameter in sub.params for option in parameter.opts}
    for example in examples:
        assert f"searchidx {name}" in example
        assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", example.split("searchidx", 1)[1])) <= known, (
            example
        )


def test_the_program_s_help_begins_with_examples(run, tmp_path):
    ran = run("--help", cwd=tmp_path)
    assert ran.code == 0 and ran.out.startswith("Examples:\n  searchidx build articles")
    for name in COMMANDS:
        assert re.search(rf"^  {name}  ", ran.out, re.M)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_shown_in_full(run_here, tmp_path, topic):
    ran = run_here("help", topic, cwd=tmp_path)
    assert ran.code == 0 and ran.err == ""
    assert len(ran.lines) > 8 and "|" not in ran.lines[4]


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("style", [Style(True), Style(False)])
def test_no_line_of_a_text_is_wider_than_the_terminal(width, style):
    text = (
        "# Title\n\nA paragraph with `code that is` rather long and goes over the end of the line, 洪水です.\n\n"
        "- an item that goes on and on until it needs another line\n- two\n\n"
        "| A | B | C |\n| --- | --- | --- |\n| `a \\| b` | words and words and more words | 洪水 and so on |\n"
    )
    lines = list(manual_lines(text, style, width))
    bare = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in lines]
    assert max(map(columns, bare)) <= width
    joined = " ".join(" ".join(bare).split())
    for part in ("a | b", "洪水", "item"):
        assert part in joined


def test_help_of_a_command_is_its_own_help(run, tmp_path):
    assert run("help", "place", cwd=tmp_path).out == run("place", "--help", cwd=tmp_path).out


def test_an_unknown_topic_is_an_error_with_the_list(run_here, tmp_path):
    ran = run_here("help", "nonsense", cwd=tmp_path)
    assert ran.code == 2
    assert "There is no topic or command 'nonsense'. Topics: query, dates, " in ran.err


def test_help_without_a_topic_lists_them(run, tmp_path):
    ran = run("help", cwd=tmp_path)
    assert [line.split()[0] for line in ran.lines] == list(TOPICS)


def test_a_mistyped_command_is_met_with_the_nearest_and_a_word_with_search(run_here, tmp_path):
    assert (
        "There is no command 'serch'. Did you mean searchidx search?"
        in run_here("serch", "oil", cwd=tmp_path).err
    )
    ran = run_here("flood", cwd=tmp_path)
    assert ran.code == 2 and "To look for it: searchidx search flood" in ran.err
