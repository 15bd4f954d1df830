"""The commands that ask the record: what was promised, where sources differ, what changed, how relations stand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from accord.cli.commands import app, store_path
from accord.cli.options import AsOf, Between, Colours, Format, Since, Store, Topic, Until

_How = Annotated[Format, typer.Option(help="How to write it.")]
_Picture = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="A picture: .svg, .png, or .json.", show_default=False),
]
_Colours = Annotated[Colours, typer.Option("--theme", help="Colours of the picture.")]
_First = Annotated[str, typer.Argument(metavar="STATE", help="A state, by ISO code or name in any language.")]
_Second = Annotated[str, typer.Argument(metavar="STATE", help="The other one.")]


@app.command(
    short_help="What was promised, and what became of it.",
    epilog="""\b
Examples:
  accord commitments --between TJK KGZ
  accord commitments --due-within 90d                 what falls due in a quarter of a year
  accord commitments --outcome overdue --outcome unverified --as-of 2025-06-30
  accord commitments --topic trade --format csv > promises.csv
  accord commitments --between TJK KGZ --output target.svg     a figure aimed at, and its series

\b
Outcomes: kept, partly, broken, overdue, unverified (no later source says anything: never
broken), contradicted, open. What people judged (`accord judge outcome`) stands above all.
""",
)
def commitments(
    context: typer.Context,
    store: Store = None,
    between: Between = None,
    due_within: Annotated[str, typer.Option(metavar="SPAN", help="Due within 90d, 12w, 6m or 1y.")] = "",
    outcome: Annotated[list[str] | None, typer.Option(metavar="WORD", help="Only these outcomes.")] = None,
    topic: Topic = "",
    as_of: AsOf = "",
    output: _Picture = None,
    format: _How = Format.table,
) -> int:
    """List promises and plans with who, what, when due, and what later sources say became of them."""
    from accord.cli.asking import commitments as run

    return run(store_path(context, store), between or (), due_within, outcome or (), topic, as_of, output, format)


@app.command(
    short_help="Where sources contradict each other.",
    epilog="""\b
Examples:
  accord contradictions --between Kenya Uganda
  accord contradictions --format jsonl | jq .explained
""",
)
def contradictions(
    context: typer.Context,
    store: Store = None,
    between: Between = None,
    topic: Topic = "",
    format: _How = Format.table,
) -> int:
    """List values that cannot both be true, side by side with a quote each, and what might explain them."""
    from accord.cli.asking import contradictions as run

    return run(store_path(context, store), between or (), topic, format)


@app.command(
    short_help="What happened between two states, in the order of time.",
    epilog="""\b
Examples:
  accord timeline TJK KGZ --since 2025
  accord timeline Peru Bolivia --output timeline.svg
""",
)
def timeline(
    context: typer.Context,
    first: _First,
    second: _Second,
    store: Store = None,
    since: Since = "",
    until: Until = "",
    topic: Topic = "",
    as_of: AsOf = "",
    output: _Picture = None,
    format: _How = Format.table,
) -> int:
    """Tell what happened, was planned, lapsed or was called off; a month stays a month."""
    from accord.cli.asking import timeline as run

    return run(store_path(context, store), (first, second), (since, until), topic, as_of, output, format)


@app.command(
    short_help="The balance of cooperation and conflict.",
    epilog="""\b
Examples:
  accord course TJK KGZ --by year
  accord course TJK KGZ --time 2025-03                the facts behind a month
  accord course KEN UGA --topic security --output course.svg
""",
)
def course(
    context: typer.Context,
    first: _First,
    second: _Second,
    store: Store = None,
    by: Annotated[str, typer.Option(metavar="month|year", help="How time is cut.")] = "month",
    topic: Topic = "",
    as_of: AsOf = "",
    time: Annotated[str, typer.Option(metavar="MONTH|YEAR", help="The facts behind one bar.")] = "",
    output: _Picture = None,
    format: _How = Format.table,
) -> int:
    """Tell how relations went: mean PLOVER scores of what happened, one voice a fact, with an interval."""
    from accord.cli.asking import course as run

    return run(store_path(context, store), (first, second), by, topic, as_of, time, output, format)


@app.command(
    short_help="All pairs of states, by activity.",
    epilog="""\b
Examples:
  accord dyads
  accord dyads --topic trade --format csv | head
""",
)
def dyads(
    context: typer.Context,
    store: Store = None,
    topic: Topic = "",
    as_of: AsOf = "",
    format: _How = Format.table,
) -> int:
    """Rank all pairs of states in the store by what is told of them, with the balance and the last contact."""
    from accord.cli.asking import dyads as run

    return run(store_path(context, store), topic, as_of, format)


@app.command(
    name="map",
    short_help="Two states on a map, with what is told where.",
    epilog="""\b
Examples:
  accord map TJK KGZ
  accord map Kenya Uganda --output map.svg
  accord map Peru Bolivia --no-boundaries --theme dark -o map.png
""",
)
def map_(
    context: typer.Context,
    first: _First,
    second: _Second,
    store: Store = None,
    topic: Topic = "",
    boundaries: Annotated[bool, typer.Option(help="Draw boundaries (Natural Earth; disputed ones dashed).")] = True,
    theme: _Colours = Colours.light,
    output: _Picture = None,
    format: _How = Format.table,
) -> int:
    """Show crossings, projects and places on a map where their coordinates are known, or list them."""
    from accord.cli.drawing import map_of

    return map_of(store_path(context, store), (first, second), topic, boundaries, theme, output, format)


@app.command(
    short_help="Who meets whom: a network of states.",
    epilog="""\b
Examples:
  accord network --output network.svg
  accord network --contacts --output who-meets-whom.svg
  accord network --matrix --output matrix.png
  accord network --top 20 --format csv
""",
)
def network(
    context: typer.Context,
    store: Store = None,
    topic: Topic = "",
    as_of: AsOf = "",
    top: Annotated[int, typer.Option(min=1, metavar="N", help="So many pairs, the most active.")] = 40,
    contacts: Annotated[bool, typer.Option("--contacts", help="By meetings, visits and talks alone.")] = False,
    matrix: Annotated[bool, typer.Option("--matrix", help="A matrix of the same pairs instead.")] = False,
    theme: _Colours = Colours.light,
    output: _Picture = None,
    format: _How = Format.table,
) -> int:
    """Draw the most active pairs of states, wide by what is told of them, coloured by their balance; or list them."""
    from accord.cli.drawing import network_of

    return network_of(
        store_path(context, store),
        topic,
        as_of,
        top,
        "contacts" if contacts else "facts",
        matrix,
        theme,
        output,
        format,
    )


@app.command(
    short_help="What readings since then changed.",
    epilog="""\b
Examples:
  accord changes --since 2026-11-01
  accord changes --since last-brief --between TJK KGZ --topic border
""",
)
def changes(
    context: typer.Context,
    since: Annotated[str, typer.Option(metavar="DATE|last-brief", help="When we knew what we knew.")],
    store: Store = None,
    between: Between = None,
    topic: Topic = "",
    format: _How = Format.table,
) -> int:
    """List what later readings added, confirmed, changed or put in doubt."""
    from accord.cli.asking import changes as run

    return run(store_path(context, store), between or (), topic, since, format)


@app.command(
    short_help="Why some words are, or are not, in the brief.",
    epilog="""\b
Examples:
  accord why Kayragach                       a name, a word, a phrase
  accord why "direct flights" --between TJK KGZ
  accord why treaty.pdf                      a document
  accord why agreement-3f2a                  a record
""",
)
def why(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What you miss.")],
    store: Store = None,
    between: Between = None,
    as_of: AsOf = "",
    format: _How = Format.table,
) -> int:
    """Tell what became of some words, a name, a document or a record: shown, no-room (the brief had none), withheld,
    doubtful, elsewhere, no-claim (it was read), not-read (it was kept), skipped, or never-read."""
    from accord.cli.asking import why as run

    return run(store_path(context, store), words, between or (), as_of, format)


@app.command(
    short_help="Say that a claim is right, wrong, the same ...",
    epilog="""\b
Examples:
  accord judge right agreement-3f2a
  accord judge different visit-11aa visit-22bb --reason "two trips"
  accord judge value indicator-77 --key value --value 12200000 --source "customs table 4"
  accord judge outcome commitment-6c --value kept --reason "ministry note of 3 May"
  accord judge could-not-verify incident-9d
""",
)
def judge(
    context: typer.Context,
    verdict: Annotated[
        str, typer.Argument(metavar="VERDICT", help="right, wrong, same, different, value, outcome, could-not-verify.")
    ],
    what: Annotated[list[str], typer.Argument(metavar="ID...", help="One id, or two for same and different.")],
    store: Store = None,
    key: Annotated[str, typer.Option(metavar="KEY", help="The key whose value is judged.")] = "",
    value: Annotated[str, typer.Option(metavar="TEXT", help="The right value, or the outcome.")] = "",
    source: Annotated[str, typer.Option(metavar="TEXT", help="Where you took it from.")] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, in a line.")] = "",
    who: Annotated[str, typer.Option(metavar="NAME", help="Who says so (else ACCORD_WHO, else you).")] = "",
) -> int:
    """Keep your word on a claim or a pair: it outlives every re-reading, and can be undone."""
    from accord.cli.judging import judge as run

    return run(store_path(context, store), verdict, what, key, value, source, reason, who)


@app.command(
    short_help="List, export, import or undo judgements.",
    epilog="""\b
Examples:
  accord judgements
  accord judgements --export judgements.jsonl
  accord judgements --import judgements.jsonl
  accord judgements --undo judgement-3f2a
  accord judgements --lost                    those whose claims are no longer found
""",
)
def judgements(
    context: typer.Context,
    store: Store = None,
    export: Annotated[str, typer.Option("--export", metavar="FILE", help="As JSON lines; - for standard output.")] = "",
    import_: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="From JSON lines.", show_default=False)
    ] = None,
    undo: Annotated[str, typer.Option("--undo", metavar="ID", help="Take one back.")] = "",
    lost: Annotated[bool, typer.Option("--lost", help="Only those that can no longer be placed.")] = False,
    format: _How = Format.table,
) -> int:
    """What people said of claims: who, when, why; field, old value and new."""
    from accord.cli import judging

    path = store_path(context, store)
    if undo:
        return judging.undo(path, undo)
    if import_:
        return judging.import_judgements(path, import_)
    if export:
        return judging.export_judgements(path, export)
    return judging.list_judgements(path, format, lost)


@app.command(
    short_help="Open the record in a browser, on this machine.",
    epilog="""\b
Examples:
  accord serve                        http://127.0.0.1:8765/
  accord serve --port 0 --open        any free port, and open the browser
  accord serve --read-only            to look, not to judge
  accord serve --host 0.0.0.0         for others too, who must sign in (see `accord users`)
""",
)
def serve(
    context: typer.Context,
    store: Store = None,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 for any free one.")] = 8765,
    host: Annotated[str, typer.Option(metavar="H", help="The address to listen on.")] = "127.0.0.1",
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be changed.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the browser too.")] = False,
    as_of: AsOf = "",
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Where a proxy before it is reached; people must sign in.")
    ] = "",
) -> int:
    """Serve the desk: dyads, records with their quotes, documents, commitments, contradictions, review."""
    from accord.cli.serving import serve as run
    from accord.values import Period

    day = Period.parse(as_of).last if as_of else None
    return run(store_path(context, store), host, port, read_only, open_, day, address)


users = typer.Typer(help="Who may sign in to the desk.", no_args_is_help=True)
app.add_typer(users, name="users", short_help="Who may sign in to the desk, and as what.")

_Name = Annotated[str, typer.Argument(metavar="NAME", help="The person's name, as it stands with their judgements.")]


@users.command(
    name="add",
    short_help="Add a person, or give one another role and password.",
    epilog="""\b
Examples:
  accord users add "Ada Example" --role reviewer
  pass show desk | accord users add "Ada Example"     the password from standard input
""",
)
def users_add(
    context: typer.Context,
    name: _Name,
    store: Store = None,
    role: Annotated[
        str, typer.Option(metavar="ROLE", help="reader looks; reviewer judges, too; admin does everything.")
    ] = "reader",
) -> int:
    """Add a person to those who may sign in; the password is asked for twice, or read from standard input."""
    from accord.cli.users import add as run

    return run(store_path(context, store), name, role)


@users.command(name="role", short_help="Give a person another role.")
def users_role(
    context: typer.Context,
    name: _Name,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer or admin.")],
    store: Store = None,
) -> int:
    """Give a person another role; their sessions end."""
    from accord.cli.users import role as run

    return run(store_path(context, store), name, role)


@users.command(name="list", short_help="List who may sign in.")
def users_list(
    context: typer.Context,
    store: Store = None,
    format: _How = Format.table,
) -> int:
    """List who may sign in, and as what."""
    from accord.cli.users import list_users as run

    return run(store_path(context, store), format)


@users.command(name="remove", short_help="Take a person out.")
def users_remove(context: typer.Context, name: _Name, store: Store = None) -> int:
    """Take a person out; their sessions end, their judgements stay."""
    from accord.cli.users import remove as run

    return run(store_path(context, store), name)
