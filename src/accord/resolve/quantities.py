"""Numbers as texts give them: when two differ, and when one is only the vaguer."""

from __future__ import annotations

from accord.record import Values
from accord.values import Number

__all__ = ["COMPANIONS", "agree", "number", "precision", "vague"]

COMPANIONS = ("comparison", "low", "high")
"""Keys that belong to the number beside them and are believed with it."""
_ROUNDING = 0.05  # share of the larger up to which a difference may be one of rounding
_MORE, _LESS, _ABOUT = 1.25, 0.8, 0.1  # how far "more than", "less than", "about" reach


def number(value: object) -> Number | None:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _digits(value: Number) -> int:
    """Significant digits: 2 for 12000000."""
    return max(1, len(f"{abs(value):.12g}".replace(".", "").split("e")[0].strip("0")))


def vague(values: Values) -> bool:
    """Whether words beside a number say that it is a bound, a range or an estimate."""
    return any(values.get(key) not in (None, "") for key in COMPANIONS)


def precision(value: Number, values: Values) -> tuple[int, int]:
    """Larger is more precise: a plain number before "more than", then by significant digits."""
    return int(not vague(values)), _digits(value)


def _reach(value: Number, values: Values) -> tuple[float, float]:
    low, high = number(values.get("low")), number(values.get("high"))
    if low is not None and high is not None:
        return float(min(low, high)), float(max(low, high))
    comparison = values.get("comparison")
    if comparison == "gt":
        return float(value), max(value * _MORE, value / _MORE)
    if comparison == "lt":
        return min(value * _LESS, value / _LESS), float(value)
    margin = abs(value) * _ABOUT if comparison == "approx" else 0.0
    return value - margin, value + margin


def agree(a: Number, of_a: Values, b: Number, of_b: Values) -> bool:
    """Whether two numbers may be one: equal, within each other's range, or rounded ("more than 12", "12.2")."""
    low_a, high_a = _reach(a, of_a)
    low_b, high_b = _reach(b, of_b)
    if low_a <= high_b and low_b <= high_a:
        return True
    gap, size = abs(a - b), max(abs(a), abs(b))
    coarse = min((a, b), key=_digits)
    unit = 10.0 ** (len(str(int(abs(coarse)))) - _digits(coarse)) if abs(coarse) >= 1 else 0.1 ** _digits(coarse)
    return size > 0 and gap / size <= _ROUNDING and gap <= unit / 2 and _digits(a) != _digits(b)
