"""Imports run one way: a layer may import those that stand before it, never one after it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "searchidx"

LAYERS = [
    "errors",
    "frozen",
    "user_dirs",
    "config",
    "article",
    "reading",
    "splitting",
    "gazetteer",
    "extraction",
    "parsing",
    "query",
    "store",
    "sync",
    "asking",
    "index",
    "saved",
    "news",
    "completing",
    "presentation",
    "commands",
    "__main__",
]
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(module: str) -> str:
    """Return the layer of a dotted module name below searchidx."""
    return module.split(".")[1] if "." in module else "__init__"


def name_of(path: Path) -> str:
    return "searchidx." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imported_modules(path: Path) -> set[str]:
    """Return the dotted names of all that a file imports, at its top or inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer"
            found.add(node.module or "")
            if node.module == "searchidx":
                names = (alias.name for alias in node.names)
                found.update(f"searchidx.{name}" for name in names if list(PACKAGE.glob(f"{name}*")))
    return found


@pytest.mark.parametrize("path", MODULES, ids=[name_of(path) for path in MODULES])
def test_imports_run_one_way(path):
    own = layer_of(name_of(path))
    if own == "__init__":  # the public face: may import anything, late
        return
    assert own in LAYERS, f"{path}: say in LAYERS where this stands"
    for module in imported_modules(path):
        if module.startswith("searchidx."):
            assert LAYERS.index(layer_of(module)) <= LAYERS.index(own), f"{path} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=[name_of(path) for path in MODULES])
def test_only_the_store_imports_whoosh_and_only_the_commands_import_click(path):
    own = layer_of(name_of(path))
    roots = {module.split(".")[0] for module in imported_modules(path)}
    assert "whoosh" not in roots or own == "store"
    assert "click" not in roots or own in {"commands", "__main__"}
