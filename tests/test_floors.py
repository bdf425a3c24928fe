"""The house keeps its floors: imports go down only, and only `cli` meets the world (DESIGN section 7)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "lawdiff"
FLOORS = {
    "law": 0,
    "sources": 1,
    "history": 2,
    "store": 3,
    "graph": 4,
    "drafting": 4,
    "site": 4,
    "api": 5,
    "cli": 5,
    "__main__": 6,
}
WORLDLY_NAMES = {
    "os": {"environ", "environb", "getenv", "getenvb"},
    "sys": {"stdout", "stderr", "stdin", "argv"},
    "time": {"time", "time_ns", "localtime", "gmtime"},
}
WORLDLY_BUILTINS = {"print", "input"}
WORLDLY_METHODS = {"now", "utcnow", "today", "isatty"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def floor_of(module: str) -> str:
    """The name behind `lawdiff.`, "" for the package itself: `lawdiff.law.eid` is on `law`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(tree: ast.AST, module: str) -> Iterator[tuple[str, int]]:
    """Every module that the source imports, those inside functions too, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module.split(".")[: -node.level]) if node.level else ""
            name = ".".join(part for part in (base, node.module or "") if part)
            yield name, node.lineno
            if name == "lawdiff":
                yield from ((f"lawdiff.{alias.name}", node.lineno) for alias in node.names)


def climbs(source: str, module: str) -> list[str]:
    """The imports that do not go down: to a higher floor, to another house on the same one, or unknown."""
    own = floor_of(module)
    found = []
    for name, line in imports(ast.parse(source), module):
        if name.split(".")[0] != "lawdiff" or name == "lawdiff":
            continue
        other = floor_of(name)
        if own == "" or (other != own and FLOORS.get(other, 99) >= FLOORS[own]):
            found.append(f"line {line}: {name}")
    return found


def worldly(source: str, module: str) -> list[str]:
    """Where the source uses click, the environment, the clock or the terminal."""
    tree = ast.parse(source)
    found = [f"line {line}: {name}" for name, line in imports(tree, module) if name.split(".")[0] == "click"]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = {alias.name for alias in node.names} & WORLDLY_NAMES.get(node.module or "", set())
            found.extend(f"line {node.lineno}: {node.module}.{name}" for name in sorted(names))
        elif isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if node.attr in WORLDLY_METHODS or node.attr in WORLDLY_NAMES.get(owner, set()):
                found.append(f"line {node.lineno}: {owner}.{node.attr}")
        elif isinstance(node, ast.Name) and node.id in WORLDLY_BUILTINS:
            found.append(f"line {node.lineno}: {node.id}")
    return found


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_only_downwards(path: Path) -> None:
    module = module_name(path)
    if module == "lawdiff.__init__":
        module = "lawdiff"
    assert climbs(path.read_text("utf-8"), module) == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_only_cli_meets_the_world(path: Path) -> None:
    module = module_name(path)
    if floor_of(module) in {"cli", "__main__"}:
        pytest.skip("cli is where the world comes in")
    assert worldly(path.read_text("utf-8"), module) == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_every_module_stands_on_a_floor(path: Path) -> None:
    assert floor_of(module_name(path)) in {*FLOORS, "__init__"}


@pytest.mark.parametrize(
    ("module", "source", "caught"),
    [
        ("lawdiff.law.act", "from lawdiff.law.eid import EId", False),
        ("lawdiff.law.act", "from .eid import EId", False),
        ("lawdiff.law.act", "from lawdiff.sources.corpus import act_ids", True),
        ("lawdiff.law.act", "from ..sources import corpus", True),
        ("lawdiff.law.act", "def late():\n    import lawdiff.history.engine", True),
        ("lawdiff.history.engine", "from lawdiff import store", True),
        ("lawdiff.history.engine", "from lawdiff import sources", False),
        ("lawdiff.site.page", "from lawdiff.graph.view import x", True),
        ("lawdiff.site.page", "from lawdiff.store.tree import x", False),
        ("lawdiff.site.page", "from lawdiff.cellar.wine import x", True),
        ("lawdiff.cli.main", "from lawdiff.site.page import x", False),
        ("lawdiff", "from lawdiff.law.eid import EId", True),
    ],
)
def test_a_climb_is_caught(module: str, source: str, caught: bool) -> None:
    assert bool(climbs(source, module)) is caught


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("import click", True),
        ("def late():\n    from click.testing import CliRunner", True),
        ("import os\nos.environ['HOME']", True),
        ("from os import getenv", True),
        ("import datetime as dt\ndt.date.today()", True),
        ("import datetime as dt\ndt.datetime.now(dt.UTC)", True),
        ("import sys\nsys.stdout.write('')", True),
        ("stream.isatty()", True),
        ("print('here')", True),
        ("import os\nos.replace('a', 'b')", False),
        ("import sys\nsys.intern('a')", False),
        ("import datetime as dt\ndt.date(2012, 1, 1)", False),
    ],
)
def test_the_world_is_caught(source: str, caught: bool) -> None:
    assert bool(worldly(source, "lawdiff.history.engine")) is caught
