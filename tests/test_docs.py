"""The documents are true: commands, options, links, the README's session; and nothing in the tree names a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import commands_page
import kind_pages
import notebook
import session
from accord.kinds import kinds

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
FOLDERS = (".ci", "benchmarks", "docs", "examples", "src", "tests", "tools")
TEXT = {".cfg", ".css", ".csv", ".html", ".j2", ".js", ".jsonl", ".md", ".py", ".toml", ".tsv", ".txt", ".typ", ""}

COMMANDS = commands_page.commands()


def tree() -> Iterator[Path]:
    """The files of the repository that are text."""
    for folder in FOLDERS:
        found = sorted((ROOT / folder).rglob("*"))
        yield from (p for p in found if p.is_file() and p.suffix in TEXT and "__pycache__" not in p.parts)
    yield from (p for p in sorted(ROOT.iterdir()) if p.is_file() and (p.suffix in TEXT or p.name.startswith(".git")))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`accord {command}" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_documents(command: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    part = page.partition(f"## accord {command}\n")[2].partition("\n## ")[0]
    assert [option for option in COMMANDS[command] if option not in part] == []


def test_the_page_of_commands_is_what_help_prints() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == commands_page.page(), "run make docs"


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_the_pages_of_kinds_are_what_the_code_says(kind: kind_pages.Kind) -> None:
    page = (kind_pages.PAGES / f"{kind.name}.md").read_text(encoding="utf-8")
    assert page == kind_pages.filled(page, kind), "run make docs"


def loosely(line: str) -> str:
    """A line without its numbers, ids and spacing, which any change of a rule may change."""
    line = re.sub(r"\b([a-z]+)-[0-9a-f]{12}\b", r"\1-ID", line)
    line = re.sub(r"\[\^\d+\]", "", line)
    return re.sub(r"[\d,.]*\d", "N", re.sub(r"[\s│─]+", " ", line)).strip()


def test_the_session_of_the_readme_is_real(tmp_path: Path) -> None:
    session.prepare(tmp_path)
    steps = session.steps(README)
    assert len(steps) > 4
    for step in steps:
        now = [loosely(line) for line in session.run(step.command, tmp_path)]
        shown = [line for line in step.output if line != session.MORE]
        assert [line for line in shown if loosely(line) not in now] == [], f"{step.command}: run make docs"
        assert session.MORE in step.output or len(shown) == len(now), f"{step.command}: run make docs"


def test_the_notebook_of_the_python_page_is_real(tmp_path: Path) -> None:
    session.prepare(tmp_path)
    cells = notebook.cells(notebook.PAGE.read_text(encoding="utf-8"))
    assert len(cells) > 10
    for cell, now in zip(cells, notebook.outputs(cells, tmp_path), strict=True):
        shown = [loosely(line) for line in cell.shown if line != session.MORE]
        told = [loosely(line) for line in now]
        assert shown == (told[: len(shown)] if session.MORE in cell.shown else told), f"{cell.code}: run make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_targets_that_the_documents_name_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for page in PAGES:
        named = re.findall(r"`make ((?:[a-z]+ ?\n?)+)", page.read_text(encoding="utf-8"))
        assert {word for words in named for word in words.split()} <= targets, page.name


def test_the_picture_is_small() -> None:
    assert 10_000 < (ROOT / "docs" / "brief.png").stat().st_size < 300_000


_MACHINE = r"(?<![A-Za-z0-9_.])/(?:work|farm|root|tmp/bash_jobs)/"
_HOSTS = "|".join([r"pypi" + r"\.org", "python" + "hosted", r"npm" + r"js\.(?:org|com)", r"/opt/" + "pypi"])
_MAKERS = "|".join(
    [
        "anthro" + "pic",
        "clau" + "de",
        "open" + "ai",
        "chat" + "gpt",
        "co" + "pilot",
        "sub" + "agent",
        r"\bL" + r"LMs?\b",
    ]
)


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [(_MACHINE, 0), (_HOSTS, re.I), (_MAKERS, re.I)],
    ids=["a path of a machine", "a host of a registry", "its makers"],
)
def test_the_tree_does_not_name(pattern: str, flags: int) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line[:80]}"
        for path in tree()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if re.search(pattern, line, flags)
    ]
    assert found == []
