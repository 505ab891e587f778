"""The README tells the truth: its examples run, and every command and option in it exists, and the other way round.

python tests/test_readme.py        writes what the examples print now into the README: read the diff
"""

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import run_searchidx

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```console\n(.*?)^```", README, re.M | re.S)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample collection and its index, where the README's examples run."""
    top = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "corpus", top / "corpus")
    ran = run_searchidx("build", cwd=top)
    assert ran.code == 0, ran.err
    return top


def without_timings(text: str) -> str:
    """Blank out what differs from run to run."""
    text = re.sub(r"[\d.]+ s \([\d,]+ a second\)", "N s (N a second)", text)
    return re.sub(r"[\d.]+ [kM]B in", "N MB in", text)


def steps(example: str) -> list[tuple[str, str]]:
    """Return the commands of an example, each with what it is said to print."""
    parted = (step.partition("\n") for step in re.split(r"^\$ ", example, flags=re.M)[1:])
    return [(command, shown.strip()) for command, _, shown in parted]


def printed_by(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "searchidx"
    if arguments[0] == "build":  # as a new user sees it
        shutil.rmtree(folder / "index", ignore_errors=True)
    ran = run_searchidx(*arguments, cwd=folder, COLUMNS="100")
    return (ran.out + ran.err).strip()


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_prints_what_the_readme_says(sample, example):
    for command, expected in steps(example):
        if command == "searchidx build corpus":  # for the first time, as the reader does
            shutil.rmtree(sample / "index")
        printed = without_timings(printed_by(command, sample))
        shown = without_timings(expected)
        if shown.endswith("\n..."):
            assert printed.startswith(shown.removesuffix("..."))
        else:
            assert printed == shown


def test_the_python_example_runs(sample):
    (code,) = re.findall(r"^```python\n(.*?)^```", README, re.M | re.S)
    done = subprocess.run([sys.executable, "-c", code], cwd=sample, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_every_command_is_in_the_readme():
    from searchidx.commands import COMMANDS

    for name in COMMANDS:
        assert f"`searchidx {name}" in README, name


def test_every_option_in_the_readme_exists():
    from searchidx.commands import COMMANDS, cli

    known = {"--help", "--version", "--upgrade"}
    for name in COMMANDS:
        command = cli.get_command(None, name)
        known.update(option for parameter in command.params for option in parameter.opts)
    usage = README.split("## Commands")[1].split("\n## ")[0]
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", usage)) <= known


def main() -> None:
    """Write the README's examples anew; of an output that ends in "..." the same number of lines."""
    text = README
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "corpus", Path(folder) / "corpus")
        for example in EXAMPLES:
            anew = []
            for command, shown in steps(example):
                printed = printed_by(command, Path(folder))
                if shown.endswith("\n..."):
                    printed = "\n".join([*printed.splitlines()[: len(shown.splitlines()) - 1], "..."])
                anew.append(f"$ {command}\n{printed}\n")
            text = text.replace(f"```console\n{example}```", "```console\n" + "\n".join(anew) + "```")
    (ROOT / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
