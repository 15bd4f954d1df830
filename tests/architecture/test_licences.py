"""What may be installed with Accord, by its licence."""

from __future__ import annotations

import pytest

import licences


@pytest.mark.parametrize(
    "text",
    [
        "MIT",
        "LGPL-2.1-only",
        "GNU Lesser General Public License v3 (LGPLv3)",
        "GNU Library or Lesser General Public License (LGPL)",
        "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
        "Apache 2.0",
        "BSD-3-Clause AND MIT",
    ],
)
def test_fits(text: str) -> None:
    assert not licences.refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "GPL-3.0-or-later",
        "GPLv3",
        "AGPL-3.0",
        "GNU Affero General Public License v3",
        "GNU General Public License v2 (GPLv2)",
        "MIT AND GPL-2.0-only",
        "GPL-2.0-only OR AGPL-3.0-only",
        "",
        "  ",
    ],
)
def test_does_not_fit(text: str) -> None:
    assert licences.refused(text)


def test_the_plain_install_fits(capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main([]) == 0
    assert ", 0 refused" in capsys.readouterr().out


def test_the_closure_goes_all_the_way_down() -> None:
    found = licences.closure()
    assert {"htmldate", "dateparser", "pytz"} <= found.keys()
    assert "accord" not in found
    assert "pytest" not in found
