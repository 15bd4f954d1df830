"""The command line. Only `main` is imported from outside; each command's work is in a module of its own, imported when
the command is run, so that `accord --help` starts quickly."""

from __future__ import annotations

from accord.cli.main import main

__all__ = ["main"]
