"""Parameters that a question does not have are refused: a filter with a slip of the pen would else be no filter."""

from __future__ import annotations

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Cookie, Header, Path
from fastapi.routing import APIRoute

from accord.web.refusal import Refusal

__all__ = ["known_only"]


async def known_only(request: Request) -> None:
    """Refuse what the address's question does not ask for."""
    route = request.scope.get("route")
    if not isinstance(route, APIRoute) or not request.query_params:
        return
    elsewhere = (Path, Header, Cookie)
    known = sorted(f.alias for f in get_flat_params(route.dependant) if not isinstance(f.field_info, elsewhere))
    if unknown := sorted(set(request.query_params) - set(known)):
        mend = f"the parameters here are {', '.join(known)}" if known else "nothing can be given here after a ?"
        raise Refusal(422, f"no parameter is called {unknown[0][:100]!r}", mend)
