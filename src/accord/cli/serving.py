"""`accord serve`: the desk, until Ctrl-C."""

from __future__ import annotations

import socket
import sys
import webbrowser
from datetime import date
from pathlib import Path

from accord.errors import UsageError

__all__ = ["serve"]


def serve(path: Path, host: str, port: int, read_only: bool, open_: bool, as_of: date | None) -> int:
    """Serve the record; the address is told once the port is taken."""
    import uvicorn

    from accord.web import Settings, create_app

    settings = Settings(path, host, port, read_only, as_of)
    app = create_app(settings)
    taken = _listen(host, port)
    address = f"http://{'[' + host + ']' if ':' in host else host}:{taken.getsockname()[1]}/"
    print(f"the desk is at {address}  (Ctrl-C ends it)", file=sys.stderr, flush=True)
    if open_:
        webbrowser.open(address)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, date_header=False))
    server.run(sockets=[taken])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises UsageError where the port is taken or the host is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except (OSError, OverflowError) as error:
        taken.close()
        raise UsageError(
            f"{host}:{port} cannot be listened on: {error}", "give another --port, or 0 for any"
        ) from error
    return taken
