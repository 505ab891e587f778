"""Completion in shells: the candidates, and the scripts in the shells that are there."""

import json
import os
import shutil
import subprocess
import sys

import pytest


@pytest.fixture
def complete(run_here, collection, tmp_path):
    """Return the candidates for the end of a command line."""

    def candidates(line, **environment):
        environment = {
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "XDG_DATA_HOME": str(tmp_path),
            **environment,
        }
        ran = run_here(cwd=collection, _SEARCHIDX_COMPLETE="bash", _SEARCHIDX_LINE=line, **environment)
        assert ran.err == ""
        return [found.split("\t")[0] for found in ran.lines]

    return candidates


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("searchidx sea", ["search"]),
        ("searchidx search --sin", ["--since"]),
        ("searchidx search --sort o", ["oldest"]),
        ("searchidx search sp", ["speaker:"]),
        ("searchidx search dam spea", ["speaker:"]),
        ("searchidx search speaker:mel", ["speaker:Melvin"]),
        ("searchidx search speaker:neil-m", ["speaker:Neil-Melvin"]),
        ("searchidx search 'dam speaker:hro", ["dam speaker:Hromov"]),
        ("searchidx search 'dam -(place:dres", ["dam -(place:Dresden"]),
        ("searchidx search source:", ["source:City-Wire", "source:Morning-Ledger-Ltd"]),
        ("searchidx search date:last-", ["date:last-week", "date:last-month", "date:last-year"]),
        ("searchidx search nosuchfield:x", []),
        ("searchidx place dre", ["Dresden"]),
        ("searchidx quotes --by lan", ["Lange"]),
        ("searchidx show ", ["front/", "markets/", "river/"]),
        ("searchidx show river/d", ["river/dam.txt"]),
        ("searchidx show ../", []),
        ("searchidx completion z", ["zsh"]),
        ("searchidx help exi", ["exit-codes"]),
        ("searchidx saved r", ["remove", "run"]),
        ("searchidx search --index nowhere speaker:mel", []),
    ],
)
def test_candidates(complete, line, found):
    assert sorted(complete(line)) == sorted(found)


@pytest.mark.parametrize("typed", ["k", "n", "o", "d", "the-r", ""])
def test_every_candidate_begins_with_what_was_typed(complete, typed):
    for field in ("speaker", "place"):
        for found in complete(f"searchidx search {field}:{typed}"):
            assert found.lower().startswith(f"{field}:{typed}")


def test_what_is_completed_is_understood(complete, run, collection):
    (speaker,) = complete("searchidx search speaker:hro")
    assert run("search", speaker, "--paths", cwd=collection).lines == ["front/2022-05-12.txt"]
    (place,) = complete("searchidx place dre")
    assert run("place", place, "--count", cwd=collection).out == "2\n"


def test_names_of_saved_searches_are_candidates(complete, run, collection, tmp_path):
    run("saved", "add", "elbe-news", "elbe", cwd=collection, XDG_DATA_HOME=str(tmp_path))
    assert complete("searchidx saved run el") == ["elbe-news"]


def test_names_are_kept_until_the_index_changes(complete, collection, tmp_path):
    assert complete("searchidx place dre") == ["Dresden"]
    (kept,) = (tmp_path / "cache").rglob("*.json")
    record = json.loads(kept.read_text(encoding="utf-8"))
    record["place_names"] = ["Drezna"]
    kept.write_text(json.dumps(record), encoding="utf-8")
    assert complete("searchidx place dre") == ["Drezna"]
    kept.write_text(json.dumps(record | {"stamp": 1}), encoding="utf-8")
    assert complete("searchidx place dre") == ["Dresden"]
    kept.write_text("{", encoding="utf-8")
    assert complete("searchidx place dre") == ["Dresden"]


def test_names_with_accents_are_completed_as_they_are_typed(complete, run, collection, tmp_path):
    complete("searchidx place dre")
    (kept,) = (tmp_path / "cache").rglob("*.json")
    record = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps(record | {"speaker_names": ["Lech Wałęsa", "Ana Šarić"]}), encoding="utf-8")
    assert complete("searchidx search speaker:wal") == ["speaker:walesa"]
    assert complete("searchidx search speaker:wał") == ["speaker:Wałęsa"]
    assert complete("searchidx search speaker:ana-s") == ["speaker:ana-saric"]


def test_completing_works_where_nothing_can_be_kept_or_settings_are_wrong(complete, collection, tmp_path):
    (tmp_path / "file").touch()
    assert complete("searchidx place dre", XDG_CACHE_HOME=str(tmp_path / "file")) == ["Dresden"]


def in_shell(command, collection, tmp_path, **environment):
    (tmp_path / "bin").mkdir(exist_ok=True)
    program = tmp_path / "bin" / "searchidx"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m searchidx "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}:{os.environ['PATH']}"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SEARCHIDX")}
    done = subprocess.run(
        command,
        cwd=collection,
        env={**clean, "PATH": path, "HOME": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.splitlines()


# What bash gives a completion function when TAB is pressed at the end of the line.
BASH = """
source <(searchidx completion bash)
COMP_LINE="$1"; COMP_POINT=${#COMP_LINE}
shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_searchidx searchidx
printf '%s|\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize(
    ("line", "words", "found"),
    [
        ("searchidx sta", ["searchidx", "sta"], ["stats |", "status |"]),
        ("searchidx search spea", ["searchidx", "search", "spea"], ["speaker:|"]),
        (
            "searchidx search speaker:hro",
            ["searchidx", "search", "speaker", ":", "hro"],
            ["Hromov |"],
        ),
        ("searchidx search 'a place:dr", ["searchidx", "search", "'a place:dr"], ["a place:Dresden|"]),
    ],
)
def test_bash(collection, tmp_path, line, words, found):
    assert in_shell(["bash", "-c", BASH, "bash", line, *words], collection, tmp_path) == found


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
def test_fish(collection, tmp_path):
    script = "searchidx completion fish | source; complete -C 'searchidx search speaker:hro'"
    found = in_shell(["fish", "--no-config", "-c", script], collection, tmp_path)
    assert [line.split("\t")[0] for line in found] == ["speaker:Hromov"]


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_the_zsh_script_can_be_read(collection, tmp_path):
    script = (
        "autoload -U compinit && compinit -u; source <(searchidx completion zsh); print ${_comps[searchidx]}"
    )
    assert in_shell(["zsh", "-f", "-c", script], collection, tmp_path) == ["_searchidx"]
