"""The rules of a language are looked at by themselves, without what was learnt beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accord.languages.en.learnt.model import NOTHING, shipped, using


@pytest.fixture(autouse=True)
def rules_alone() -> Iterator[None]:
    """No learnt weights but those that a test takes itself."""
    with using(NOTHING):
        yield


@pytest.fixture
def learnt(rules_alone: None) -> Iterator[None]:
    """With the weights of the package: how sure a claim is takes them for granted."""
    with using(shipped()):
        yield
