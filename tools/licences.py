#!/usr/bin/env python3
"""Fail where a package of the plain install has a licence that Apache-2.0 cannot carry:  licences.py [--list]

The plain install is what `pip install accord` brings: its requirements, and theirs, for this machine. GPL and AGPL are
refused, LGPL and weaker ones are not; where a package offers a choice, one that fits is enough.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REFUSED = re.compile(r"(?<!L)(?<!Lesser )(?<!Library )\b(A?GPL|(GNU )?(Affero )?General Public License)", re.I)


def closure(root: str = "accord") -> dict[str, metadata.Distribution]:
    """The installed packages that a package needs, by name, without itself. A requirement that is not installed
    raises PackageNotFoundError."""
    found: dict[str, metadata.Distribution] = {}
    todo: list[tuple[str, frozenset[str]]] = [(root, frozenset())]
    seen: set[tuple[str, frozenset[str]]] = set()
    while todo:
        name, extras = todo.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        distribution = metadata.distribution(name)
        if name != root:
            found[canonicalize_name(name)] = distribution
        for line in distribution.requires or ():
            requirement = Requirement(line)
            wanted = [{"extra": extra} for extra in ("", *extras)]
            if requirement.marker is None or any(requirement.marker.evaluate(each) for each in wanted):
                todo.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    return dict(sorted(found.items()))


def licence(distribution: metadata.Distribution) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the field; empty for nothing."""
    about = distribution.metadata
    if "License-Expression" in about:
        return about["License-Expression"]
    classifiers = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    said = about["License"].strip() if "License" in about else ""
    return "; ".join(c for c in classifiers if c != "OSI Approved") or said.partition("\n")[0]


def refused(text: str) -> bool:
    """Whether a licence is refused: none is known, or each of those offered (A OR B) is a GPL."""
    choices = re.split(r"\bOR\b", text)
    return not text.strip() or all(REFUSED.search(choice) for choice in choices)


def main(arguments: list[str]) -> int:
    bad = 0
    for name, distribution in closure().items():
        said = licence(distribution)
        if refused(said):
            bad += 1
            print(f"{name} {distribution.version}: {said or 'no licence is known'} is refused", file=sys.stderr)
        elif "--list" in arguments:
            print(f"{name} {distribution.version}: {said}")
    print(f"{len(closure())} packages in the plain install, {bad} refused")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
