"""What a desk is started with."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from accord.store.where import Where

__all__ = ["Settings", "loopback"]


@dataclass(frozen=True, slots=True)
class Settings:
    """`as_of` is the day that the pages speak of (None: the day of the request). `language` is that of the pages.
    `address` is where a proxy before the desk is reached ("https://desk.example.org"), if there is one."""

    store: Where
    host: str = "127.0.0.1"
    port: int = 8765
    read_only: bool = False
    as_of: date | None = None
    language: str = "en"
    address: str = ""

    @property
    def sign_in(self) -> bool:
        """Whether somebody other than who sits at this machine can reach the desk, so that they must sign in."""
        return bool(self.address) or not loopback(self.host)


@lru_cache(maxsize=8)
def loopback(host: str) -> bool:
    """Whether only this machine reaches what listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
