"""In CI a skipped test is a failed one, but for want of ../shared."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = (Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8")
TESTS = """
import pytest

def test_passes(): pass
def test_lacks_a_browser(): pytest.skip("no chromium")
@pytest.mark.skipif(True, reason="../shared is not here")
def test_lacks_shared(): pass
"""


@pytest.fixture
def tests(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TESTS)
    return pytester


def test_on_a_machine_of_ones_own(tests: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    tests.runpytest_subprocess().assert_outcomes(passed=1, skipped=2)


def test_in_ci(tests: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    tests.runpytest_subprocess().assert_outcomes(passed=1, failed=1, skipped=1)
