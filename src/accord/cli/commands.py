"""The commands with their options and examples. No work is done here: each imports the module that does it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accord.cli.options import Between, By, Engine, Format, Limit, OnDay, Since, Store, Topic, Until

if TYPE_CHECKING:
    from accord.store.where import Where

__all__ = ["app", "store_path"]

_EXAMPLES = """\b
A first session:
  accord read clippings/ --manifest clippings.jsonl
  accord brief TJK Kyrgyzstan --output brief.html
  accord list agreements --between Tajikistan Kyrgyzstan --since 2025
  accord show agreement-3f2a

\b
Exit codes: 0 done; 1 something was skipped (named, with the reason and the mend);
2 wrong usage; 3 nothing could be done (store locked, disk full).
"""

app = typer.Typer(
    name="accord",
    help="Read what is written about relations between states, and keep the record of them, every line with its quote.",
    epilog=_EXAMPLES,
    rich_markup_mode=None,  # plain help starts in half the time
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from accord.version import __version__

        typer.echo(f"accord {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    store: Store = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    context.obj = {"store": store}


def store_path(context: typer.Context, own: str | None) -> Where:
    """The store: the command's own option, else the one before the command, else ACCORD_STORE."""
    import os

    from accord.store.where import where

    before = (context.obj or {}).get("store")
    return where(own or before or os.environ.get("ACCORD_STORE") or "accord.db")


@app.command(
    short_help="Read documents into the store.",
    epilog="""\b
Examples:
  accord read news/ treaty.pdf press.zip
  accord read news/ --manifest news.jsonl      dates and addresses from a list
  accord read crawl.warc.gz press.jsonl.zst    archives, a record at a time; Ctrl-C, and read again to go on
  accord read press.csv --columns text=body,date=day,publisher=outlet
  pbpaste | accord read - --published 2025-03-14
""",
)
def read(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders, ZIPs, archives (WARC, WACZ, JSONL, CSV, Parquet, feeds); - for pasted text.",
        ),
    ],
    store: Store = None,
    manifest: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="JSONL or CSV: doc, and any of url, published, publisher, title, language."),
    ] = None,
    published: Annotated[str, typer.Option(metavar="DATE", help="The date of all these documents.")] = "",
    columns: Annotated[
        str,
        typer.Option(
            metavar="FIELD=NAME,...",
            help="Which columns of JSONL, CSV or Parquet hold text (or html), title, url, date, publisher, language; "
            "those with common names are found.",
        ),
    ] = "",
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", help="Processes that read (all cores).", show_default=False),
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="Read in this machine's processes, or on a Ray cluster (RAY_ADDRESS).")
    ] = Engine.local,
    folder: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="With ray: a folder that all machines see (that of the store).", show_default=False
        ),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Read even what is unchanged.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="A line per document, once it is kept.")] = False,
) -> int:
    """Read documents into the store; what was read before and is unchanged is left alone."""
    import os

    from accord.cli.reading import How
    from accord.cli.reading import read as run

    how = How(manifest, published, columns, again, jobs if jobs is not None else os.cpu_count() or 1, engine, folder)
    return run(store_path(context, store), paths, how, verbose=verbose)


@app.command(
    short_help="Write the brief of two states or more.",
    epilog="""\b
Examples:
  accord brief TJK Kyrgyzstan                          Markdown, here
  accord brief Peru Bolivia --output brief.docx --template ministry.docx
  accord brief KEN UGA --output brief.pdf --since 2024 --marking "For official use"
  accord brief TJK KGZ UZB --output brief.html         all three, and each pair of them
  accord brief TJK KGZ --topic border; accord brief --topic water
  accord brief TJK KGZ --changes-since last-brief      with what is new as its first section
""",
)
def brief(
    context: typer.Context,
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="STATE", help="Two states or more, by ISO code or name; none with --topic."),
    ] = None,
    store: Store = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help=".html, .pdf, .docx or .md; else to here.")
    ] = None,
    since: Since = "",
    until: Until = "",
    topic: Topic = "",
    changes_since: Annotated[
        str, typer.Option(metavar="DATE|last-brief", help="Begin with what readings since then changed.")
    ] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="The day it is written for (today).")] = "",
    with_documents: Annotated[bool, typer.Option("--with-documents", help="Put the full texts in as well.")] = False,
    template: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A Word template of your own, for .docx.")
    ] = None,
    marking: Annotated[str, typer.Option(metavar="TEXT", help="A classification line for every page.")] = "",
) -> int:
    """Write the brief on the relations of two states or more: two to four pages, every statement with its quote."""
    from accord.cli.briefing import brief as run

    dates, path = (since, until, as_of), store_path(context, store)
    return run(path, states or (), output, dates, with_documents, template, marking, topic, changes_since)


@app.command(
    short_help="List the records of a kind.",
    name="list",
    epilog="""\b
Examples:
  accord list agreements --between TJK KGZ --since 2025
  accord list commitments --topic trade --format csv > due.csv
  accord list visits --until 2024-06 --format jsonl
  accord list meetings --doubtful             what to look at before it counts
""",
)
def list_(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="agreements, visits, meetings, indicators ...")],
    store: Store = None,
    between: Between = None,
    since: Since = "",
    until: Until = "",
    topic: Topic = "",
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.table,
    all_: Annotated[bool, typer.Option("--all", help="Also what is under the threshold.")] = False,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Only what is under the threshold, to be looked at.")
    ] = False,
    limit: Limit = None,
) -> int:
    """List the records of a kind; --since and --until mean when it happened."""
    from accord.cli.listing import list_records as run

    return run(store_path(context, store), kind, between or (), (since, until), topic, format, all_, doubtful, limit)


@app.command(
    short_help="Search quotes and records.",
    epilog="""\b
Examples:
  accord search border treaty                 all the words
  accord search '"water sharing"' --between Kenya Uganda
  accord search agreement --topic water
""",
)
def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words; "quoted ones" side by side.')],
    store: Store = None,
    between: Between = None,
    topic: Topic = "",
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.table,
    limit: Limit = None,
) -> int:
    """Search the quotes and the records."""
    from accord.cli.searching import search as run

    return run(store_path(context, store), words, between or (), topic, format, limit)


@app.command(
    short_help="List people and their offices.",
    epilog="""\b
Examples:
  accord people                                  everybody in a public role
  accord people Kenya --office "foreign minister" --on 2025-03
  accord people --between Kenya Uganda --format csv
""",
)
def people(
    context: typer.Context,
    state: Annotated[str, typer.Argument(metavar="[STATE]", help="Only this state's.", show_default=False)] = "",
    store: Store = None,
    between: Between = None,
    office: Annotated[str, typer.Option("--office", metavar="WORDS", help="Only this office.")] = "",
    on: OnDay = "",
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.table,
) -> int:
    """List people by office: from when to when they are seen in it, the spellings of their names, and the last contact.
    With --on, who was seen in office then; else what is known of the time before and after."""
    from accord.cli.people import people as run

    return run(store_path(context, store), state, between or (), office, on, format)


@app.command(
    short_help="Show one record, down to its quotes.",
    epilog="""\b
Examples:
  accord show agreement-3f2a91c04d7e
  accord show agreement-3f        a beginning is enough where it is the only one
  accord show agreement-3f --passages    each quote with the sentences around it
""",
)
def show(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a record or a claim, or its beginning.")],
    store: Store = None,
    passages: Annotated[bool, typer.Option("--passages", help="Each quote in its passage of the document.")] = False,
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.table,
) -> int:
    """Show one record: each value, every claim behind it, every quote with its document, and why they are one."""
    from accord.cli.showing import show as run

    return run(store_path(context, store), id_, passages, format)


@app.command(
    short_help="List what was read, and what was skipped.",
    epilog="""\b
Examples:
  accord documents
  accord documents --format csv > documents.csv
""",
)
def documents(
    context: typer.Context,
    store: Store = None,
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.table,
) -> int:
    """List what has been read (dates, languages, publishers, counts), and what was skipped and why."""
    from accord.cli.listing import list_documents as run

    return run(store_path(context, store), format)


@app.command(
    short_help="Remove a document and its claims.",
    epilog="""\b
Examples:
  accord forget news/2025-03-14.html
  accord forget 25bdf13771d8      by its hash, where two have one name
""",
)
def forget(
    context: typer.Context,
    doc: Annotated[str, typer.Argument(metavar="DOC", help="A document's name, or the beginning of its hash.")],
    store: Store = None,
) -> int:
    """Remove a document and exactly its claims; nothing of its content stays."""
    from accord.cli.reading import forget as run

    return run(store_path(context, store), doc)


@app.command(
    short_help="Export records as JSON lines or Parquet.",
    epilog="""\b
Examples:
  accord export records.jsonl
  accord export --claims claims.jsonl         what `accord eval` scores
  accord export --topic water water.jsonl     what we have on water
  accord export --documents - | jq .title     to standard output
  accord export relations.parquet             a table for DuckDB and the like
""",
)
def export(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The file to write, .jsonl or .parquet; - for standard output.")
    ],
    store: Store = None,
    topic: Topic = "",
    claims: Annotated[bool, typer.Option("--claims", help="One line per document and thing.")] = False,
    documents: Annotated[bool, typer.Option("--documents", help="The clean texts with their metadata.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Also what is under the threshold.")] = False,
    details: Annotated[
        bool, typer.Option("--details", help="Records with sources, steps, differing values, and why they are one.")
    ] = False,
) -> int:
    """Export records (or claims, or clean texts) as JSON lines, or as a table in Parquet."""
    from accord.cli.exporting import export as run

    return run(store_path(context, store), file, topic, claims=claims, documents=documents, all_=all_, details=details)


@app.command(
    short_help="Try it on the sample corpus.",
    epilog="""\b
Examples:
  accord demo
  accord demo --store demo.db --output demo.html
""",
)
def demo(
    context: typer.Context,
    store: Store = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where the brief goes.")] = None,
) -> int:
    """Read the sample corpus (made-up examples) into a scratch store, write a brief, and say where it is."""
    from accord.cli.demo import demo as run
    from accord.store.where import where

    own = store or (context.obj or {}).get("store")
    return run(where(own) if own else None, output)


@app.command(
    short_help="Score claims against gold.",
    name="eval",
    epilog="""\b
Examples:
  accord eval gold.jsonl                       the claims in the store
  accord eval gold.jsonl claims.jsonl --by kind --misses
""",
)
def eval_(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Gold lines.")],
    exported: Annotated[
        Path | None, typer.Argument(metavar="[CLAIMS.jsonl]", help="An export; else the store's claims.")
    ] = None,
    store: Store = None,
    by: Annotated[By | None, typer.Option(help="Figures by kind or by document.")] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Each miss and each false claim, with its sentence and what came near.")
    ] = False,
    docs: Annotated[str, typer.Option(metavar="A,B", help="Score these documents only.")] = "",
    folder: Annotated[
        Path | None, typer.Option(metavar="DIR", help="All files in it are judged: claims without gold are false.")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Score claims against gold: precision, recall, F1, and the share of keys that agree."""
    from accord.cli.exporting import evaluate as run

    return run(store_path(context, store), gold, exported, by.value if by else "", misses, docs, folder, json_)
