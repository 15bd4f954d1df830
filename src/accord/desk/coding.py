"""Two coders, each for themselves: a sample of claims, what each says of them, and where they agree.

What a coder says is kept apart from the judgements and touches no record. When both are done with a claim, a word on
which they agree becomes a judgement; one on which they differ waits for somebody to decide.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from accord.errors import NotFound, UsageError
from accord.evaluate.alpha import Alpha, alpha
from accord.record import Claim, canonical
from accord.store import Store, Word
from accord.store.judgements import placed

__all__ = ["SAID", "Study", "Unit", "alphas", "category", "code", "draw", "study_of", "take_back", "units"]

SAID = ("right", "wrong", "value", "unverified")
"""What a coder may say of a claim."""


@dataclass(frozen=True, slots=True)
class Study:
    """What is coded: the ids of the claims that were drawn with `seed`, and who codes them."""

    seed: int
    coders: tuple[str, ...]
    claims: tuple[str, ...]
    kind: str = ""
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A claim of the sample, what each coder has said of it so far, and whether people have judged it since."""

    claim: Claim
    said: dict[str, Word]
    settled: bool

    def done(self, coders: Iterable[str]) -> bool:
        return all(coder in self.said for coder in coders)

    @property
    def agreed(self) -> bool:
        """Whether all say the same (of a corrected value: the same value)."""
        return len({(w.verdict, w.field, canonical(w.new)) for w in self.said.values()}) == 1


def draw(
    store: Store, seed: int, size: int, coders: Sequence[str], kind: str = "", states: Sequence[str] = ()
) -> Study:
    """Draw claims that nobody has judged yet, and keep them as the sample; the same seed and store give the same ones.
    Raises UsageError where another sample is not coded to its end, or nothing can be drawn."""
    names = tuple(" ".join(name.split()) for name in coders)
    if len(names) != 2 or not all(names) or names[0].casefold() == names[1].casefold():
        raise UsageError("two coders of different names are needed", "give both names as they stand at the desk")
    if (now := study_of(store)) and any(not u.done(now.coders) and not u.settled for u in units(store, now)):
        raise UsageError("a sample is being coded", "let both coders finish it, or end it first")
    judged = {id_ for j in store.judged()[0] for id_ in j.claims}
    open_ = [c.id for c in store.claims(kind=kind, between=states) if c.id not in judged]
    drawn = sorted(open_, key=lambda id_: hashlib.sha256(f"{seed} {id_}".encode()).hexdigest())[:size]
    if not drawn:
        raise UsageError("no claim that nobody has judged fits this", "choose another kind or other states")
    study = Study(seed, names, tuple(drawn), kind, tuple(states))
    store.coding.keep_study(canonical(asdict(study)))
    return study


def study_of(store: Store) -> Study | None:
    """The sample that is coded now, or was last."""
    if not (text := store.coding.study()):
        return None
    said = json.loads(text)
    return Study(said["seed"], tuple(said["coders"]), tuple(said["claims"]), said["kind"], tuple(said["states"]))


def units(store: Store, study: Study) -> list[Unit]:
    """The claims of the sample that are still found, in the order of the drawing, with the last word of each coder."""
    claims = [claim for id_ in study.claims if (claim := store.claim(id_))]
    said: dict[str, dict[str, Word]] = {claim.id: {} for claim in claims}
    for word in store.coding.all():
        found, _ = placed([word], claims)
        if found and word.who in study.coders:
            said[found[0].claims[0]][word.who] = word
    judged = {j.claims[0] for j in store.judged()[0] if j.verdict in SAID}
    return [Unit(claim, said[claim.id], claim.id in judged) for claim in claims]


def code(store: Store, study: Study, word: Word) -> None:
    """Keep what a coder says of a claim, in place of what they said before. Raises UsageError where it is not theirs to
    say, or both are done."""
    if word.verdict not in SAID:
        raise UsageError(f"a coder does not say {word.verdict!r}", f"say one of {', '.join(SAID)}")
    if word.who not in study.coders:
        raise UsageError(f"{word.who} does not code this sample", f"{' and '.join(study.coders)} do")
    found, _ = placed([word], [claim for id_ in study.claims if (claim := store.claim(id_))])
    if not found:
        raise UsageError("this claim is not in the sample", "code what /review/two shows")
    unit = next(u for u in units(store, study) if u.claim.id == found[0].claims[0])
    if unit.done(study.coders):
        raise UsageError("both coders are done with this claim", "judge it at the desk")
    if before := unit.said.get(word.who):
        store.coding.remove(before.id)
    store.coding.add(word)
    unit.said[word.who] = word
    if unit.done(study.coders) and unit.agreed:
        reasons = "; ".join(w.reason for w in unit.said.values() if w.reason)
        store.judge(replace(word, who=" and ".join(study.coders), reason=reasons))


def take_back(store: Store, study: Study, id_: str, who: str) -> Word:
    """Undo one's own coding, as long as the other coder is not done with the claim. Raises NotFound and UsageError."""
    for unit in units(store, study):
        if (word := unit.said.get(who)) and word.id == id_:
            if unit.done(study.coders):
                raise UsageError("both coders are done with this claim", "judge it at the desk")
            return store.coding.remove(id_)
    raise NotFound(f"{who} has no coding {id_!r}", "undo what /review/two shows as yours")


def category(word: Word) -> str | None:
    """The nominal value of a coding: the verdict, with the value that was put right; None for could not verify, which
    says nothing of the claim and counts as missing."""
    if word.verdict == "unverified":
        return None
    return f"{word.field}={canonical(word.new)}" if word.verdict == "value" else word.verdict


def alphas(study: Study, coded: Sequence[Unit]) -> dict[str, Alpha]:
    """Krippendorff's alpha by kind, and of all under "", over the claims that all coders are done with."""
    done = [u for u in coded if u.done(study.coders)]
    kinds = sorted({u.claim.kind for u in done})
    values = {u.claim.id: [category(u.said[coder]) for coder in study.coders] for u in done}
    found = {kind: alpha(values[u.claim.id] for u in done if u.claim.kind == kind) for kind in kinds}
    return {"": alpha(values.values()), **found}
