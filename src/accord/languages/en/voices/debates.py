"""Records of parliaments and other word-for-word records: "Mr. SMITH: ..." and what follows is his."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.names.speaker_names import words
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.pieces import Said
from accord.languages.views import Mention

__all__ = ["debate", "is_debate"]

_TITLES = r"(?:M[Rr]s?|M[Ss]|M[Dd][Mm]|Madam|Miss|Dato'?|Datuk|Tan Sri|Prof|P[Rr][Oo][Ff]|Shri|Smt|Senhor|Se[nñ]ora?|Deputy|Cllr|TD|D[Rr]|H[Oo][Nn]|R[Ee][Vv]|S[Ee][Nn]|R[Ee][Pp]|S[Ii][Rr]|L[Oo][Rr][Dd]|Baroness|Senator|Minister|President|Ambassador|Chair)"
_LABEL = re.compile(
    rf"^\W{{0,3}}((?:THE\s|The\s)?(?:{_TITLES}\b\.?\s)*[^\W\d_][^:;?!\n]{{1,80}}?)(?:\s\(([^)\n]{{1,40}})\))?\s?:\s"
)
_PRESIDING = frozenset(
    listed("chair chairman chairwoman chairperson speaker president moderator clerk presiding officer")
)
_LEAST = 3  # labels that make a record


def is_debate(lines: Sequence[Line]) -> bool:
    """Whether a document records who said what, turn by turn."""
    return sum(_label(line) is not None for line in lines) >= _LEAST


def debate(lines: Sequence[Line]) -> Iterator[Said]:
    """Each sentence of a record with its speaker; who presides, and headings, judge nothing."""
    known: dict[str, Mention] = {}
    names: list[Mention] = []
    speaker: Mention | None = None
    for index, line in enumerate(lines):
        match = _label(line)
        if match is not None:
            span = Span(line.span.start + match.start(1), line.span.start + match.end(1))
            speaker = _speaker(match[1], span, known, names)
            if match[2] and (named := _bracketed(line, match, speaker, known, names)) is not None:
                speaker = named
        elif line.kind in ("heading", "headline") or line.own.isupper():
            speaker = None
        if speaker is None:
            continue
        start = line.span.start + (match.end() if match is not None else 0)
        if start < line.span.end:
            span = Span(start, line.span.end)
            yield Said(speaker, "speech", index, span, span, turn=0)


def _label(line: Line) -> re.Match[str] | None:
    """The words before the colon where they name a speaker: in capitals, or behind a title."""
    text = line.own
    if ":" not in text[:100]:
        return None
    match = _LABEL.match(text)
    if match is None:
        return None
    label = match[1]
    letters = [c for c in label if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    titled = re.match(rf"(?:The\s)?{_TITLES}\b\.?\s", label) is not None
    if len(label.split()) > 10 or not letters:
        return None
    told = match[2] is not None and re.match(rf"{_TITLES}\b", match[2]) is not None
    return (
        match
        if told or (capitals > 0.7 * len(letters) and len(letters) > 4) or (titled and len(label.split()) < 6)
        else None
    )


def _speaker(label: str, span: Span, known: dict[str, Mention], names: list[Mention]) -> Mention | None:
    """Whom a label names: by name, or by an office that an earlier label gave to a name."""
    office: list[str] = []
    name: list[str] = []
    for part in re.findall(r"[^\s,]+", label):
        low = part.lower().strip(".")
        if not name and low in _office_words():
            office.append(low)
        else:
            name.append(part)
    role = " ".join(w for w in office if w not in words("offices", "honorifics") and w != "the").title()
    if office[:2] in (["the", "chair"], ["the", "chairman"], ["the", "chairperson"], ["the", "presiding"]):
        return None
    if set(office) - {"the", "mr", "mrs", "ms", "madam"} and set(office) <= _PRESIDING | {
        "the",
        "mr",
        "mrs",
        "ms",
        "madam",
    }:
        return None
    if not name:
        return known.get(role.lower())
    written = " ".join(_spelled(w) for w in name)
    fuller = next((m for m in names if set(written.split()) <= set(m.name.split())), None)
    if fuller is not None:
        return fuller
    found = Mention("person", span, written, attributes={"role": role})
    names.append(found)
    if role:
        known.setdefault(role.lower(), found)
    return found


def _bracketed(
    line: Line, match: re.Match[str], speaker: Mention | None, known: dict[str, Mention], names: list[Mention]
) -> Mention | None:
    """Whom "The Minister for Transport (Mr Jan Lind):" names: the office stands before the name."""
    span = Span(line.span.start + match.start(2), line.span.start + match.end(2))
    if not re.match(rf"{_TITLES}\b", match[2]):
        return None
    if speaker in names:
        names.remove(speaker)
    found = _speaker(match[2], span, known, names)
    role = re.sub(r"^(?:The|THE)\s", "", match[1])
    if found is None or found.attributes.get("role"):
        return found
    named = found.but(attributes={**found.attributes, "role": role})
    names[names.index(found)] = known[role.lower()] = named
    return named


def _spelled(word: str) -> str:
    return "-".join(p.title() for p in word.split("-")) if word.isupper() and len(word) > 1 else word


def _office_words() -> frozenset[str]:
    return (
        words("offices", "honorifics")
        | words("offices", "heads")
        | words("offices", "before")
        | words("offices", "fields")
        | _PRESIDING
        | frozenset(listed("the hon madam honourable honorable of for and member"))
    )
