"""What the quick look passes over costs no claim: on all corpora that may be looked at, and on beginnings of news."""

from __future__ import annotations

import time

import pytest

import corpora
from accord import extract
from accord.languages import may_tell
from accord.store import THRESHOLD

LOOKED_AT = [c for c in corpora.CORPORA if not c.closed and c.present]


@pytest.mark.parametrize("corpus", LOOKED_AT, ids=lambda c: c.name)
def test_the_export_is_the_same_with_it_and_without(corpus: corpora.Corpus) -> None:
    """Documents are extracted each for itself: the exports differ exactly by what is claimed of those passed over."""
    passed_over = [document for document in corpora.texts(corpus) if not may_tell(document.text)]
    claims = [claim for document in passed_over for claim in extract.extract(document)]
    assert [(claim.doc, claim.kind) for claim in claims] == []


def test_of_other_news_little_is_read_and_nothing_true_is_lost() -> None:
    """Two claims are lost, of one page of sport; both are false ("Japan and South Korea meet for bronze")."""
    texts = list(corpora.texts(corpora.NEWS))
    passed_over = [document for document in texts if not may_tell(document.text)]
    assert len(passed_over) >= 0.9 * len(texts)
    claims = [claim for document in passed_over for claim in extract.extract(document)]
    assert {claim.doc for claim in claims if claim.confidence >= THRESHOLD} <= {
        "asia-cup-volleyball-iran-japan-semi.html"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda signed a memorandum on fisheries.",
        "TAJIKISTAN, KYRGYZSTAN OPEN BORDER",
        "<p>The <b>Peruvian</b> foreign minister received the ambassador of Bolivia.</p>",
        "Trade turnover between Chile and Peru rose by 4 percent.",
        "Truckers wait at the frontier: the Togolese minister calls for the crossing to open.",
    ],
)
def test_what_is_read(text: str) -> None:
    assert may_tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Norway beat Egypt 31-28 in the second round of the handball qualifier.",
        "The city council approved the budget for the bridge on Monday.",
        "The Georgian singer opened the festival in Lugano with songs of her childhood.",
        "По словам министра, Таджикистан и Узбекистан подписали соглашение.",
        "Perugia and Nigerien were typed by mistake: borderline, tradesman, Chadwick, Jordanhill",
    ],
)
def test_what_is_passed_over(text: str) -> None:
    assert not may_tell(text)


def test_no_text_is_slow() -> None:
    may_tell("")
    began = time.process_time()
    may_tell("Peru, Per Peruvians; trade turn " * 30_000)
    assert time.process_time() - began < 3
