"""`accord demo`: the sample corpus, a scratch store, and the brief of the two states that most of it is about."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import accord
from accord.cli.progress import waiting
from accord.cli.reading import How, read_into
from accord.desk.words import plural
from accord.errors import NotFound
from accord.gazetteer import display
from accord.store import Store
from accord.store.where import Where

__all__ = ["busiest", "demo", "examples"]


def examples() -> Path:
    """The folder of the sample corpus: in the package, else in the repository. Raises NotFound."""
    home = Path(accord.__file__).parent
    for place in (home / "examples", home.parents[1] / "examples"):
        if (place / "documents").is_dir():
            return place
    raise NotFound("the sample corpus is not here", "install Accord anew with pip")


def demo(where: Where | None, output: Path | None) -> int:
    """Read, write the brief, say where everything is."""
    from accord.brief.command import write_brief

    place = examples()
    scratch = Path(tempfile.mkdtemp(prefix="accord-demo-")) if not (where and output) else Path()
    print("The sample corpus is made up: the people in it are invented.", file=sys.stderr)
    with Store.open(where or scratch / "demo.db") as store:
        for manifest in sorted(place.glob("manifest*.jsonl")):
            read_into(store, [str(place / "documents")], How(manifest))
        with waiting("putting together what was read"):
            states = busiest(store)
        target = output or scratch / "brief.html"
        write_brief(
            store, states=list(states), output=target, since=None, until=None, as_of=date.today(),
            with_documents=False, template=None, marking="",
        )  # fmt: skip
        count = len(store.documents())
        names = " and ".join(display(state) for state in states)
        print(f"read {plural(count, 'document')} into {store.where}")
        print(f"the brief on {names} is in {target}")
        print(f"go on with: accord list agreements --between {' '.join(states)} --store {store.where}")
    return 0


def busiest(store: Store) -> tuple[str, str]:
    """The two states that most records concern. Raises NotFound where no record concerns two."""
    pairs = Counter(pair for record in store.records() for pair in combinations(sorted(set(record.concerns)), 2))
    if not pairs:
        raise NotFound("no record concerns two states", "read more documents")
    return min(pairs, key=lambda pair: (-pairs[pair], pair))
