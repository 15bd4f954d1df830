"""Names of states in every language that Babel (CLDR) knows, scanned only when English has failed."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError, localedata

from accord.gazetteer._tables import fold

__all__ = ["shown", "territory"]

FIRST: Final = ("ru", "fr", "tg", "ky", "kk", "uz", "uz_Cyrl", "tk", "az", "fa", "tr", "de", "es", "pt", "ar", "zh")
"""Languages asked first, so that the usual answer needs no scan of all."""


@cache
def _names(language: str) -> dict[str, str]:
    """Folded name to alpha-2 in one language."""
    territories = localedata.load(language).get("territories", {})
    return {fold(str(name)): code for code, name in territories.items() if len(code) == 2 and code.isalpha()}


@cache
def _languages() -> tuple[str, ...]:
    """Locales to ask, in order: the likely ones, then bare languages and their scripts."""
    known = [name for name in sorted(localedata.locale_identifiers()) if not _regional(name) and name not in FIRST]
    return (*FIRST, *known)


def _regional(identifier: str) -> bool:
    """Whether a locale is of one country ("fr_CA"): those repeat their language."""
    last = identifier.rpartition("_")[2]
    return "_" in identifier and (len(last) == 2 or last.isdigit())


@cache
def territory(folded: str) -> str | None:
    """The alpha-2 code of a folded name in the first language that has it."""
    for language in _languages():
        code = _names(language).get(folded)
        if code is not None:
            return code
    return None


def shown(alpha2: str, locale: str) -> str | None:
    """The name of a territory in a language, None where the language or the name is unknown."""
    try:
        found = Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
    name = found.territories.get(alpha2)
    return str(name) if name else None
