"""In CI nothing is skipped, but for what needs ../shared, which is not part of the repository."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
WITHOUT_SHARED = "../shared is not here"
"""The reason that a test gives which needs ../shared."""


def may_skip(reason: str) -> bool:
    """Whether a test may be skipped for a reason: anywhere but in CI, and there only for want of ../shared."""
    return os.environ.get("CI") != "true" or (WITHOUT_SHARED in reason and not SHARED.is_dir())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and not may_skip(str(report.longrepr)):
        report.outcome, report.longrepr = "failed", f"skipped in CI: {report.longrepr[-1]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    if report.skipped and not may_skip(str(report.longrepr)):
        report.outcome, report.longrepr = "failed", f"skipped in CI: {report.longrepr[-1]}"
    return report
