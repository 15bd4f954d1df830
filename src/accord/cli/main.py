"""From arguments to an exit code: 0 done, 1 something was skipped, 2 wrong usage, 3 nothing could be done."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import typer

from accord.errors import AccordError, SourceError, StoreError

__all__ = ["DONE", "INTERRUPTED", "NOTHING", "SKIPPED", "USAGE", "main"]


@runtime_checkable
class _Showable(Protocol):
    def show(self) -> None: ...


DONE, SKIPPED, USAGE, NOTHING, INTERRUPTED = 0, 1, 2, 3, 130
_STOPPED = "stopped; what was read is kept, and the next `accord read` goes on from there"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors are told on stderr in one line each."""
    from accord.cli import questions  # noqa: F401  (adds its commands to the app)
    from accord.cli.commands import app

    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(args=words, prog_name="accord", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:  # of typer's own: an unknown option, a missing argument
        if isinstance(error, _Showable):
            error.show()
            return USAGE
        return _tell(str(error), USAGE)
    except (typer.Abort, KeyboardInterrupt):
        return _tell(_STOPPED, INTERRUPTED)
    except (BrokenPipeError, SystemExit):  # `accord list | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except StoreError as error:
        return _tell(str(error), NOTHING)
    except SourceError as error:
        return _tell(str(error), SKIPPED)
    except AccordError as error:
        return _tell(str(error), USAGE)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        return _tell(f"{name}{error.strerror or error}; check the path and the space on its disk", NOTHING)
    return _tell(_STOPPED, INTERRUPTED) if code == INTERRUPTED else int(code or DONE)


def _tell(message: str, code: int) -> int:
    print(f"accord: {message}", file=sys.stderr)
    return code
