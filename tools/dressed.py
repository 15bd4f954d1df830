#!/usr/bin/env python3
"""The same documents in other dresses: as pages with furniture, in Markdown, wrapped, with other marks, dates and numbers.

    dressed.py [CORPUS] [--every N] [--only NAME,...]

What a document tells does not change with its dress, so that its claims should not. Of each dress is told how many
documents it changes, and how many more lines are found and falsely claimed than in the documents as they are. Pages are made
of the plain texts whose paragraphs are a line each; the other dresses are tried on all documents.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import textwrap
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

import corpora
from accord import evaluate, pipeline
from accord.exports import claim_lines
from accord.sources import Raw, discover

__all__ = ["DRESSES", "PAGES", "counted", "may_be_page"]

Dress = Callable[[str], str]

_OTHERS = (
    "Germany and Brazil sign agreement on green hydrogen",
    "Trade between India and Kenya reaches $3.4 billion in 2023",
    "Peru closes its embassy in Manila",
)
_MENU = ("Home", "News", "Politics", "Sport")


def may_be_page(text: str) -> bool:
    """Whether every paragraph is one line, so that a page can be made of it."""
    found = _paragraphs(text)
    return len(found) > 2 and all("\n" not in each and "\t" not in each for each in found)


def _paragraphs(text: str) -> list[str]:
    return [each.strip("\n") for each in re.split(r"\n\s*\n", text.strip()) if each.strip()]


def _links(words: Sequence[str]) -> str:
    return "".join(f'<li><a href="/{n}">{escape(each)}</a></li>' for n, each in enumerate(words))


def _html(title: str, body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>{escape(title)}</title></head><body>{body}</body></html>"


def _article(text: str) -> str:
    head, *rest = _paragraphs(text)
    inner = f"<h1>{escape(head)}</h1><div class=share>Share</div>" + "".join(f"<p>{escape(p)}</p>" for p in rest)
    return _html(
        f"{head} - Daily Courier",
        f"<nav><ul>{_links(_MENU)}</ul></nav><main><article>{inner}</article>"
        f"<aside><h3>Read also</h3><ul>{_links(_OTHERS)}</ul></aside></main><footer><p>© 2025 Daily Courier</p></footer>",
    )


def _divisions(text: str) -> str:
    head, *rest = _paragraphs(text)
    inner = "".join(f"<div>{escape(p)}</div>" for p in rest)
    return _html(
        f"{head} | Daily Courier",
        f"<div id=top><ul>{_links(_MENU)}</ul></div><div class=left><div class=title>{escape(head)}</div><div class=text>"
        f"{inner}</div></div><div class=right><h3>Most read</h3><ol>{_links(_OTHERS)}</ol></div>",
    )


def _ministry(text: str) -> str:
    head, *rest = _paragraphs(text)
    inner = "".join(f'<div><span style="font-size:14px">{escape(p)}&nbsp;</span></div><div>&nbsp;</div>' for p in rest)
    return _html(
        "Ministry of Foreign Affairs",
        f"<div class=menu><ul>{_links(('Minister', 'Foreign policy', 'Consular services'))}</ul></div><div class=detail>"
        f"<h3>{escape(head)}</h3>{inner}<p>Number of views: 312</p></div><div class=other><ul>{_links(_OTHERS)}</ul></div>",
    )


def _breaks(text: str) -> str:
    head, *rest = _paragraphs(text)
    inner = "<br><br>".join(escape(p) for p in rest)
    return _html(
        head, f"<table><tr><td><ul>{_links(_MENU)}</ul></td><td><h2>{escape(head)}</h2>{inner}</td></tr></table>"
    )


def _markdown(text: str) -> str:
    head, *rest = _paragraphs(text)
    menu, others = ("\n".join(f"- [{each}](/{n})" for n, each in enumerate(words)) for words in (_MENU, _OTHERS))
    return "\n\n".join((menu, f"# {head}", *rest, f"> **Read also:** [{_OTHERS[0]}](/x)", "## Related", others, ""))


def _front(text: str) -> str:
    head, *rest = _paragraphs(text)
    return "\n\n".join((f"---\ntitle: '{head}'\ntags: [news]\n---", *rest, "[Back to the list](/news)", ""))


def _copied(text: str) -> str:
    head, *rest = _paragraphs(text)
    return "\n\n".join(
        ("\n".join(_MENU), head, "Share on X", *rest, "Related news", "\n".join(_OTHERS), "© 2025 Daily Courier", "")
    )


def _wrapped(text: str) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(p, 72)) for p in _paragraphs(text)) + "\n"


PAGES: Mapping[str, tuple[str, Dress]] = {
    "article": (".html", _article),
    "divisions": (".html", _divisions),
    "ministry": (".html", _ministry),
    "breaks": (".html", _breaks),
    "markdown": (".md", _markdown),
    "front matter": (".md", _front),
    "copied page": (".txt", _copied),
    "wrapped": (".txt", _wrapped),
}
"""Dresses of plain texts of paragraphs, each with the suffix of its files."""

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_PRESS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_FULL = re.compile(
    rf"(?<![-–\d])\b(?:(?P<d>\d{{1,2}}) (?P<m>{_MONTH}),? (?P<y>\d{{4}})|(?P<n>{_MONTH}) (?P<e>\d{{1,2}}), (?P<z>\d{{4}}))\b"
)


def _dates(told: Callable[[int, int, str], str]) -> Dress:
    """Full dates written in another way; day, month and year are given."""
    return lambda text: _FULL.sub(
        lambda m: told(int(m["d"] or m["e"]), 1 + _MONTHS.index(m["m"] or m["n"]), m["y"] or m["z"]), text
    )


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 <= day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _said(pattern: str, replacement: str) -> Dress:
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(replacement, text)


_SUM = r"(?<![A-Z])(?:US)?\$ ?(\d[\d.,]*(?<=\d)(?: (?:million|billion)\b)?)(?![\w-])"
DRESSES: Mapping[str, Dress] = {
    "13 March 2025": _dates(lambda d, m, y: f"{d} {_MONTHS[m - 1]} {y}"),
    "March 13, 2025": _dates(lambda d, m, y: f"{_MONTHS[m - 1]} {d}, {y}"),
    "13th March 2025": _dates(lambda d, m, y: f"{_ordinal(d)} {_MONTHS[m - 1]} {y}"),
    "13 Mar 2025": _dates(lambda d, m, y: f"{d} {_MONTHS[m - 1][:3]} {y}"),
    "Sept. 13, 2025": _dates(lambda d, m, y: f"{_PRESS[m - 1]} {d}, {y}"),
    "13.03.2025": _dates(lambda d, m, y: f"{d:02}.{m:02}.{y}"),
    "2025-03-13": _dates(lambda d, m, y: f"{y}-{m:02}-{d:02}"),
    "curly quotes": _said(r'(?<![=\w])"([^"\n<>]*)"(?![>\w])', r"“\1”"),
    "single quotes": _said(r'(?<![=\w])["“]([^"“”\n<>]*)["”](?![>\w])', r"‘\1’"),
    "angular quotes": _said(r'(?<![=\w])["“]([^"“”\n<>]*)["”](?![>\w])', r"«\1»"),
    "long dashes": _said(r" [-–] ", " — "),
    "per cent": _said(r"(\d)(?:%| ?percent\b)", r"\1 per cent"),
    "%": _said(r"(\d) ?(?:percent|per cent)\b", r"\1%"),
    "5 mln": lambda text: _said(r"(\d) million\b", r"\1 mln")(_said(r"(\d) billion\b", r"\1 bln")(text)),
    "USD 5 million": _said(_SUM, r"USD \1"),
    "5 million US dollars": _said(_SUM, r"\1 US dollars"),
    "12,5 million": _said(r"(?<![\d,])(\d{1,3})\.(\d{1,2})(?=%| (?:million|billion|percent|per cent)\b)", r"\1,\2"),
    "MoU": _said(r"\b[Mm]emorandum of [Uu]nderstanding\b", "MoU"),
    "soft hyphens": _said(r"\b([a-z]{4})([a-z]{4,})\b(?![^<]*>)", "\\1\u00ad\\2"),
}
"""Dresses of any document."""


def counted(corpus: corpora.Corpus, texts: Mapping[str, str], suffix: str = "") -> evaluate.Figures:
    """How texts, by the names of the documents that they are made of, score against the gold of the corpus; `suffix` is
    that of their files, where it is another."""
    named = {name: str(Path(name).with_suffix(suffix)) if suffix else name for name in texts}
    gold = [{**line, "doc": named[line["doc"]]} for line in evaluate.load(corpus.gold) if line["doc"] in named]
    tools = pipeline.house(corpus.manifest)
    given = {new: tools.given(name) for name, new in named.items()}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / named[name]).write_text(text, encoding="utf-8")
        files = [file for file in discover([Path(folder)]) if isinstance(file, Raw)]
        read = [tools.read(file, given[Path(file.doc).name]) for file in files]
    lines = list(claim_lines([claim for document in read for claim in tools.extract(document) or ()]))
    return evaluate.grouped(evaluate.score(gold, lines, folder=frozenset(named.values())).tallies)["all"]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("corpus", nargs="?", default="samples", choices=["samples", "open"])
    parser.add_argument("--every", type=int, default=1, help="every so many documents")
    parser.add_argument("--only", default="", help="these dresses only, with commas between")
    args = parser.parse_args(arguments)
    corpus = next(c for c in corpora.CORPORA if c.name == args.corpus)
    names = {line["doc"] for line in evaluate.load(corpus.gold)}
    files = [p for p in sorted(corpus.documents.rglob("*")) if p.name in names and p.suffix in (".txt", ".md", ".html")]
    texts = {p.name: p.read_text(encoding="utf-8") for p in files[:: args.every]}
    plain = {name: text for name, text in texts.items() if name.endswith(".txt") and may_be_page(text)}
    wanted = [each for each in args.only.split(",") if each] or [*PAGES, *DRESSES]
    of_pages = {n: PAGES[n] for n in wanted if n in PAGES}
    others: dict[str, tuple[str, Dress]] = {n: ("", DRESSES[n]) for n in wanted if n in DRESSES}
    for group, dresses in ((plain, of_pages), (texts, others)):
        if not dresses:
            continue
        before = counted(corpus, group)
        print(
            f"{len(group)} documents as they are: {before['found']} found, {before['false']} false, F1 {before['f1']:.3f}"
        )
        for name, (suffix, dress) in dresses.items():
            dressed = {doc: dress(text) for doc, text in group.items()}
            changed = sum(dressed[doc] != group[doc] for doc in group)
            after = counted(corpus, dressed, suffix)
            print(
                f"{name:22}{changed:5} documents, found {after['found'] - before['found']:+4d}, false "
                f"{after['false'] - before['false']:+4d}, F1 {after['f1'] - before['f1']:+.3f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
