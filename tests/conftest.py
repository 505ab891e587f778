"""Fixtures that many tests share: the real program, and a small collection with its index."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")


@dataclass(frozen=True)
class Ran:
    """What a run of the program left: exit code, stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def run_searchidx(*arguments, cwd=None, stdin="", **environment) -> Ran:
    """Run the real program in a process of its own."""
    clean = {name: value for name, value in os.environ.items() if name not in ("SEARCHIDX_INDEX", "NO_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "searchidx", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**clean, "COLUMNS": "100", **environment},
        timeout=120,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def run():
    return run_searchidx


@pytest.fixture
def run_here(capsys, monkeypatch):
    """Run the program in this process, for many small runs; output is no terminal."""

    def ran(*arguments, cwd, **environment):
        from searchidx.__main__ import run

        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            for name in ("SEARCHIDX_INDEX", "NO_COLOR"):
                patch.delenv(name, raising=False)
            for name, value in {"COLUMNS": "100", **environment}.items():
                patch.setenv(name, value)
            capsys.readouterr()
            code = run(list(map(str, arguments)) if arguments else None)
            return Ran(code, *capsys.readouterr())

    return ran


ARTICLES = {
    "front/2022-05-12.txt": (
        " date 2022-05-12 Troops have been forced back across the river Donets north of Kharkiv, officials said.\n\n"
        "“The counter-attack has begun,” deputy chief of operations Brig Gen Oleksiy Hromov said. “We hold"
        " the bridge.”\n\n"
        "Neil Melvin, of the Royal United Services Institute, said the units had lost their U.S. supplies.\n\n"
        "(© Morning Ledger Ltd 2022)\n"
    ),
    "front/2022-05-14.txt": (
        " date 2022-05-14 Kharkov counts its dead\n\n"
        "By Anna Reed\n\n"
        "The city of Kharkov, as the older maps call it, was quiet on Saturday after the counterattack.\n\n"
        "“We are counting,” said the mayor, Ihor Tkachenko.\n"
    ),
    "river/flood.md": (
        "---\ntitle: Flood warning on the Elbe\ndate: 2022-06-03\nauthor: Jonas Weber\n---\n\n"
        "Heavy rain has raised the Elbe near Dresden. Towns on the river were evacuated.\n\n"
        "An evacuation centre opened in Meissen. “Nobody sleeps tonight,” said Petra Lange, who runs it.\n"
    ),
    "river/dam.txt": (
        " date 2022-06-05 The dam above Pirna held through a second night of rain.\n\n"
        "Engineers said that the Elbe would fall by Friday. Café owners in Dresden swept out mud.\n"
    ),
    "markets/oil.jsonl": (
        '{"headline": "Oil price falls as OPEC meets", "text": "The oil price fell on Monday before a meeting of OPEC'
        ' ministers in Vienna.", "date": "1987-03-02", "source": "City Wire"}\n'
        '{"headline": "Naïve traders, says bank", "text": "The price of tin rose. A bank in Geneva called traders'
        ' naïve.", "date": "1987-03-03"}\n'
    ),
}


def write_articles(folder: Path) -> Path:
    """Write the small collection into a folder."""
    for name, text in ARTICLES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def collection(tmp_path_factory) -> Path:
    """A folder with ``articles`` and ``index``, the index of them."""
    top = tmp_path_factory.mktemp("collection")
    write_articles(top / "articles")
    ran = run_searchidx("build", "articles", cwd=top)
    assert ran.code == 0, ran.err
    return top
