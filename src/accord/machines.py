"""Reading on several machines (accord.cluster): what `pipeline.run` does on one, with the same result.

The machines find and read; this process keeps. They see the inputs and a folder for results under the same paths. A store
on a server they ask themselves; of one in a file they are told which bytes are known, and leave those to this process,
which has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from accord.batches import Lot, lots, opened
from accord.cluster import Cluster
from accord.document import Document
from accord.errors import StoreError
from accord.pipeline import Progress, Reader, Reading, Summary, Tools, hired, house, keep_all, lost, single
from accord.sources import Columns, Problem, Raw, found_files
from accord.sources.records import archived
from accord.store import Known, Store
from accord.store.where import beside

__all__ = ["run"]

_FILES = 64  # files that one reader of the cluster finds


def run(
    paths: Sequence[str | Path],
    store: Store,
    *,
    manifest: Path | None = None,
    published: str = "",
    columns: Columns | None = None,
    stdin: bytes | None = None,
    again: bool = False,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Read into a store with the machines of a Ray cluster; `folder` is one that all of them see (else that of the
    store). Raises UsageError and StoreError."""
    make, columns = partial(house, manifest, published), columns or Columns()
    tools, summary = make(), Summary()
    files = found_files([path if str(path) == "-" else Path(path).absolute() for path in paths], stdin)
    total = sum(_size(file) for file in files) or 1
    digests = frozenset() if again else store.batches()
    sources = [
        partial(_sought, some, columns, f"{tools.version}\0{tools.key}", digests, sum(map(_size, some)) / total)
        for some in _groups(files)
    ]
    place = folder or beside(store.where, "").absolute().parent
    cluster = Cluster(_hire(store, make, again), _light, single, lost, place)
    reader, share = Reader(store, tools, again), 0.0

    def done() -> Iterator[tuple[Lot, list[Reading]]]:
        nonlocal share
        for lot, readings in cluster.shared(sources) if sources else ():
            share += lot.share
            if lot.batch is not None and lot.batch.digest in digests:
                summary.before += lot.count
            else:
                yield replace(lot, share=min(1.0, share)), reader(lot) if readings is None else readings

    return keep_all(done(), store, summary, progress)


def _size(file: Raw | Problem) -> int:
    return file.size if isinstance(file, Raw) else 0


def _groups(files: Iterable[Raw | Problem]) -> list[list[Raw | Problem]]:
    """Files to be looked through together: an archive alone, others some at a time."""
    alone, others = list[list[Raw | Problem]](), list[Raw | Problem]()
    for file in files:
        if archived(file.doc) or file.doc.lower().endswith((".zip", ".wacz")):
            alone.append([file])
        else:
            others.append(file)
    return alone + [others[at : at + _FILES] for at in range(0, len(others), _FILES)]


def _sought(
    files: Sequence[Raw | Problem], columns: Columns, key: str, digests: frozenset[str], weight: float
) -> Iterator[Lot]:
    """What is found in some files, in lots; `share` is what each adds of the whole input. Of what was gone through
    before only the name is given."""
    before = 0.0
    for lot in lots(opened(files, columns), key):
        known = lot.batch is not None and lot.batch.digest in digests
        yield replace(_light(lot) if known else lot, share=(lot.share - before) * weight)
        before = lot.share


def _light(lot: Lot) -> Lot:
    return replace(lot, items=())


_Hire = Callable[[], Callable[[Lot], list[Reading] | None]]


def _hire(store: Store, make: Callable[[], Tools], again: bool) -> _Hire:
    if isinstance(store.where, Path):
        return partial(_afar, make, store.hashes())
    return partial(hired, store.where, make, again)


def _afar(make: Callable[[], Tools], known: frozenset[str]) -> Callable[[Lot], list[Reading] | None]:
    """Reads what is new, and leaves what is known."""
    reader = Reader(_Afar(known), make(), False)

    def read(lot: Lot) -> list[Reading] | None:
        try:
            return reader(lot)
        except _Elsewhere:
            return None

    return read


class _Elsewhere(StoreError):
    """What is asked stands in a store that this machine cannot open."""


class _Afar:
    """A store in a file of another machine: of it only the hashes of what it holds are known."""

    def __init__(self, hashes: frozenset[str]) -> None:
        self._hashes = hashes

    def known(self, hash_: str) -> Known | None:
        if hash_ in self._hashes:
            raise _Elsewhere(f"{hash_} is known")
        return None

    def document(self, hash_: str) -> Document:
        raise _Elsewhere(f"{hash_} is known")

    def raw(self, hash_: str) -> bytes:
        raise _Elsewhere(f"{hash_} is known")
