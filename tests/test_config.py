"""Settings: what counts most, where each comes from, and mistakes named with file and line."""

import json

import pytest


@pytest.fixture
def desk(run_here, collection, tmp_path):
    """A user's home and project, empty yet; asks the collection's index."""
    home, project = tmp_path / "home", tmp_path / "project"
    (home / "searchidx").mkdir(parents=True)
    (project / "sub").mkdir(parents=True)

    def ask(*arguments, **environment):
        found = {"XDG_CONFIG_HOME": str(home), "SEARCHIDX_INDEX": str(collection / "index"), **environment}
        return run_here(*arguments, cwd=project / "sub", **found)

    ask.user = home / "searchidx" / "config.toml"
    ask.project = project / ".searchidx.toml"
    return ask


def shown(ran):
    """How many hits of 6 a search has shown."""
    return sum(line.startswith(f"{rank}. ") for rank, line in enumerate_ranks(ran))


def enumerate_ranks(ran):
    return [(rank, line) for line in ran.lines for rank in range(1, 7)]


def test_an_option_counts_more_than_environment_project_and_user(desk):
    assert shown(desk("search", "the")) == 6
    desk.user.write_text("limit = 5\n")
    assert shown(desk("search", "the")) == 5
    desk.project.write_text("limit = 4\n")
    assert shown(desk("search", "the")) == 4
    assert shown(desk("search", "the", SEARCHIDX_LIMIT="3")) == 3
    assert shown(desk("search", "the", "-n", "2", SEARCHIDX_LIMIT="3")) == 2


def test_a_command_s_table_counts_more_than_the_top_of_its_file(desk):
    desk.project.write_text('limit = 1\nsort = "oldest"\n[search]\nlimit = 2\nsort = "newest"\n')
    found = [json.loads(line) for line in desk("search", "the", "--jsonl").lines]
    assert [hit["date"] for hit in found] == ["2022-06-05", "2022-06-03"]
    assert len(desk("quotes", "--jsonl").lines) == 1
    desk.user.write_text("[quotes]\nlimit = 3\n")
    assert len(desk("quotes", "--jsonl").lines) == 1  # the project's file counts more


def test_an_index_in_a_file_is_relative_to_the_file(desk, run, collection):
    (collection / "deep" / "er").mkdir(parents=True, exist_ok=True)
    (collection / "deep" / ".searchidx.toml").write_text('index = "../index"\n')
    ran = run("search", "opec", "--count", cwd=collection / "deep" / "er")
    assert (ran.code, ran.out) == (0, "1\n")


def test_switches_can_be_set(desk):
    desk.project.write_text('color = "always"\n')
    assert "\x1b" in desk("search", "elbe").out
    assert "\x1b" not in desk("search", "elbe", "--color", "never").out
    assert "\x1b" not in desk("search", "elbe", SEARCHIDX_COLOR="never").out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'limit = 3\n\n[search]\nsort = "upward"\n',
            ":4: sort cannot be 'upward': 'upward' is not one of 'relevance', 'newest', 'oldest'.",
        ),
        ("limit = -1\n", ":1: limit cannot be -1: -1 is not in the range x>=0."),
        ("pager = 7\n", ":1: pager cannot be 7: '7' is not a valid boolean."),
        ("limit = [3]\n", ':1: limit takes one value, as in limit = 20 or limit = "text".'),
        ("\nlimt = 3\n", ":2: there is no setting 'limt'. Did you mean limit? Write one of index, color, "),
        (
            "[serch]\nlimit = 3\n",
            ":1: there is no command [serch]. Did you mean search? Write one of build, ",
        ),
        ("limit = 3\nsort newest\n", ":2: is no TOML: "),
    ],
)
def test_a_mistake_is_named_with_file_and_line(desk, text, message):
    desk.project.write_text(text)
    for ran in (desk("search", "the"), desk("config")):
        assert ran.code == 2
        assert f"{desk.project}{message}" in ran.err
    assert desk("search", "--help").code == 0
    assert desk("help", "config").code == 0


def test_a_mistake_in_the_environment_names_the_variable(desk):
    ran = desk("search", "the", SEARCHIDX_SORT="upward")
    assert ran.code == 2
    assert "SEARCHIDX_SORT: sort cannot be 'upward'" in ran.err


def test_config_shows_what_is_in_effect_and_from_where(desk, collection):
    desk.user.write_text('sort = "oldest"\nlimit = 5\n')
    desk.project.write_text("limit = 4\n[place]\n  limit = 9\n")
    ran = desk("config", SEARCHIDX_COLOR="never")
    assert ran.code == 0
    lines = [" ".join(line.split()) for line in ran.lines]
    assert f"limit 4 {desk.project}:1" in lines
    assert f"place.limit 9 {desk.project}:3" in lines
    assert f"sort oldest {desk.user}:1" in lines
    assert "color never SEARCHIDX_COLOR" in lines
    assert f"index {collection / 'index'} SEARCHIDX_INDEX" in lines
    record = json.loads(desk("config", "--json").out)
    assert [file["there"] for file in record["files"]] == [True, True]
    assert {"command": "place", "name": "limit", "value": 9, "from": f"{desk.project}:3"} in record[
        "settings"
    ]


def test_without_files_config_says_what_can_be_set(desk):
    ran = desk("config", SEARCHIDX_INDEX="")
    assert "Nothing is set, the defaults are in effect." in ran.lines
    assert any("SEARCHIDX_MAX_SIZE" in line for line in ran.lines)


def test_the_help_names_every_setting():
    from pathlib import Path

    from searchidx.config import SETTINGS

    text = (Path(__file__).parent.parent / "searchidx/commands/topics/config.md").read_text(encoding="utf-8")
    for name in SETTINGS:
        assert f"| `{name}` |" in text
