"""The house: sizes of rooms, what they import, what is imported by name at run time, what is declared."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "accord"
MODULES = sorted(SOURCE.rglob("*.py"))
CODE = [*MODULES, *sorted((ROOT / "tools").glob("*.py")), *sorted((ROOT / "benchmarks").glob("*.py"))]
LONGEST_MODULE, LONGEST_FUNCTION = 500, 60
UNSEEN = {"psycopg", "python-multipart"}  # SQLAlchemy speaks to PostgreSQL, and FastAPI reads forms, with them

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
each_file = pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree(path)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)))


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@each_file
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST_MODULE


@each_file
def test_functions_are_short(path: Path) -> None:
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions(path)}
    assert {name: length for name, length in lengths.items() if length >= LONGEST_FUNCTION} == {}


@each_file
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@each_module
def test_all_is_sorted_and_true(path: Path) -> None:
    names = next(
        (
            [ast.literal_eval(e) for e in n.value.elts]
            for n in tree(path).body
            if isinstance(n, ast.Assign)
            and isinstance(n.targets[0], ast.Name)
            and n.targets[0].id == "__all__"
            and isinstance(n.value, ast.List)
        ),
        [],
    )
    assert names == sorted(names, key=_constants_classes_functions)
    module = import_module(module_name(path))
    assert [name for name in names if not hasattr(module, name)] == []


def _constants_classes_functions(name: str) -> tuple[int, str]:
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2), name


def test_nothing_is_imported_in_a_circle() -> None:
    graph = grimp.build_graph("accord")
    rooms = sorted(graph.find_children("accord"))
    pairs = [(a, b) for a in rooms for b in rooms if a < b]
    assert [(a, b) for a, b in pairs if _imports(graph, a, b) and _imports(graph, b, a)] == []


def _imports(graph: grimp.ImportGraph, importer: str, imported: str) -> bool:
    return graph.chain_exists(importer=importer, imported=imported, as_packages=True)


@pytest.mark.parametrize("room", ["kinds", "languages", "sources", "web"])
def test_what_is_imported_by_name_lies_in_its_own_folder(room: str) -> None:
    """Kinds, languages, readers and answers are found by walking their folders; nothing else is imported at run time."""
    for path in (SOURCE / room).rglob("*.py"):
        for call in (n for n in ast.walk(tree(path)) if isinstance(n, ast.Call)):
            called = ast.unparse(call.func)
            if called.split(".")[-1] in ("import_module", "__import__"):
                start = ast.unparse(call.args[0]).replace("'", '"')
                assert start.startswith(('f"{__name__}.', 'f"{answers.__name__}.', f'f"accord.{room}.')), (
                    f"{path}: {start}"
                )


def test_nothing_else_is_imported_by_name() -> None:
    callers = {
        p.relative_to(SOURCE).parts[0] for p in MODULES if re.search(r"import_module\(|__import__\(", p.read_text())
    }
    assert callers <= {"kinds", "languages", "sources", "web"}


def test_kinds_import_no_language() -> None:
    graph = grimp.build_graph("accord")
    kinds = {"accord.kinds", *graph.find_descendants("accord.kinds")}
    imported = {found for kind in kinds for found in graph.find_modules_directly_imported_by(kind)}
    assert {m for m in imported if m.startswith("accord.languages")} <= {"accord.languages.views"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    used = set[str]()
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                used.add(node.module.partition(".")[0])
    used -= {"accord", *sys.stdlib_module_names}
    packages = metadata.packages_distributions()
    wanted = {_plain(distribution) for name in used for distribution in packages[name][:1]} | UNSEEN
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    declared = {_plain(re.split(r"[<>=!~\[; ]", line)[0]) for line in lines}
    assert wanted == declared


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _reads_by_name(path: Path) -> Iterator[str]:
    """Where a module compares a record's kind with a word, or takes a value of a record by the name of its key."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Compare) and ast.unparse(node.left).endswith("kind"):
            words = [w for c in node.comparators for w in ast.walk(c) if isinstance(w, ast.Constant)]
            yield from (f"{path.name}:{node.lineno}: {ast.unparse(node)}" for w in words if isinstance(w.value, str))
        key: ast.expr | None = None
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("values.get"):
            key = node.args[0]
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("values"):
            key = node.slice
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield f"{path.name}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)}"


@pytest.mark.parametrize("room", ["analysis", "desk", "cli", "store", "exports"])
def test_later_rooms_read_fields_by_role(room: str) -> None:
    assert [found for path in sorted((SOURCE / room).rglob("*.py")) for found in _reads_by_name(path)] == []


def test_reading_by_name_is_seen(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text('if r.kind == "visit" or r.kind in ("tie",):\n    x = r.values.get("due") or claim.values["host"]\n')
    assert len(list(_reads_by_name(bad))) == 4
