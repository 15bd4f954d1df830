"""What bars and lines of figures share: what they are divided by, and its name."""

from __future__ import annotations

__all__ = ["scale_of"]

_SCALES = ((1e9, "billion"), (1e6, "million"))


def scale_of(most: float) -> tuple[float, str]:
    """The size that figures up to so much are shown in, and its name."""
    return next(((size, name) for size, name in _SCALES if abs(most) >= size), (1.0, ""))
