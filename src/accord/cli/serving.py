"""`accord serve`: the desk, until Ctrl-C."""

from __future__ import annotations

import gc
import socket
import sys
import webbrowser
from datetime import date
from urllib.parse import urlsplit

from accord.errors import UsageError
from accord.store.where import Where

__all__ = ["serve"]

_HEAD = 32_000  # bytes of a request's headers
_AT_ONCE = 200  # connections; beyond them the answer is 503


def serve(
    where: Where, host: str, port: int, read_only: bool, open_: bool, as_of: date | None, address: str = ""
) -> int:
    """Serve the record; the address is told once the port is taken. Raises UsageError where others could reach the
    desk and nobody could sign in."""
    import uvicorn

    from accord.web import Settings, create_app
    from accord.web.users import Users

    settings = Settings(where, host, port, read_only, as_of, address=_plain(address))
    if settings.sign_in and not Users(where).all:
        what = f"--address {address}" if address else f"--host {host}"
        raise UsageError(
            f"with {what} others can reach the desk, and nobody has been given a password",
            f"run `accord users add NAME --role admin --store {where}` first, or leave {what.split()[0]} out",
        )
    app = create_app(settings)
    gc.collect()
    gc.freeze()  # what lives as long as the desk is not looked through again while a page is made
    taken = _listen(host, port)
    here = f"http://{'[' + host + ']' if ':' in host else host}:{taken.getsockname()[1]}/"
    print(f"the desk is at {here}  (Ctrl-C ends it)", file=sys.stderr, flush=True)
    if open_:
        webbrowser.open(here)
    config = uvicorn.Config(
        app,
        http="h11",
        h11_max_incomplete_event_size=_HEAD,
        limit_concurrency=_AT_ONCE,
        proxy_headers=False,  # what a request says of where it comes from is not believed
        log_level="warning",
        server_header=False,
        date_header=False,
    )
    uvicorn.Server(config).run(sockets=[taken])
    return 0


def _plain(address: str) -> str:
    """Where a proxy is reached, as browsers name it in Origin. Raises UsageError."""
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise UsageError(f"{address!r} is no address of a desk", "give one like https://desk.example.org")
    return f"{parts.scheme}://{parts.netloc}".lower()


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises UsageError where the port is taken or the host is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named, so that asyncio sets TCP_NODELAY
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen()  # who follows the address at once waits, and is not refused
    except (OSError, OverflowError) as error:
        taken.close()
        raise UsageError(
            f"{host}:{port} cannot be listened on: {error}", "give another --port, or 0 for any"
        ) from error
    return taken
