"""The process that reads for the desk: a pickled job comes in, pickled steps go out, and at the end why it failed, or "".

Both ends are the desk's own; nothing from outside is ever unpickled.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from accord.errors import AccordError
from accord.pipeline import Step, house, read
from accord.sources import Problem, Raw
from accord.store import Store
from accord.store.where import Where

__all__ = ["TOGETHER", "main", "work"]

TOGETHER = "together"
"""Sent when all is read, and the records are about to be put together anew."""


def work(send: Callable[[Any], None], where: Where, files: Sequence[Raw | Problem], published: str) -> None:
    """Read into a store: sends each step, with the hash of its bytes, when it is kept."""
    found = {f.doc: f for f in files if isinstance(f, Raw)}

    def told(step: Step, _share: float) -> None:
        send((step, "" if step.outcome == "skipped" else hashlib.sha256(found[step.doc].bytes()).hexdigest()))

    try:
        with Store.open(where, create=False) as store:
            read(files, store, partial(house, None, published), progress=told)
            send(TOGETHER)
            store.refresh()
        send("")
    except AccordError as error:
        send(str(error))


def main() -> None:
    """Take the job from standard input, and send to standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the desk, which ends this
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever a library prints must not get between the steps
    work(lambda message: pickle.dump(message, out), *pickle.load(sys.stdin.buffer))
