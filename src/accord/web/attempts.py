"""How often somebody may try: so many failures within a while, then a wait."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

__all__ = ["Attempts"]

_KEYS = 10_000  # that are kept; beyond it the ones not tried for longest are forgotten


class Attempts:
    """`most` tries of a key within `seconds`."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.most = most
        self.seconds = seconds
        self._clock = clock
        self._tries: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, key: str) -> float:
        """Seconds until the next try is free; 0 where it is now."""
        tries = self._recent(key)
        return tries[0] + self.seconds - self._clock() if len(tries) >= self.most else 0.0

    def note(self, key: str) -> None:
        """Count a try. It is counted before its outcome is known, so that many at once are no way around."""
        tries = self._recent(key)
        tries.append(self._clock())
        self._tries[key] = tries
        self._tries.move_to_end(key)
        while len(self._tries) > _KEYS:
            self._tries.popitem(last=False)

    def take_back(self, key: str) -> None:
        """Forget the last try of a key."""
        if tries := self._recent(key):
            tries.pop()

    def clear(self, key: str) -> None:
        """Forget the tries of a key."""
        self._tries.pop(key, None)

    def _recent(self, key: str) -> deque[float]:
        tries = self._tries.get(key, deque())
        while tries and tries[0] <= self._clock() - self.seconds:
            tries.popleft()
        return tries
