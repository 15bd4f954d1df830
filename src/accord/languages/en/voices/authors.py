"""The author's own voice: who signs a comment, and where the author judges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.names.speaker_names import names
from accord.languages.en.text.phrases import Line
from accord.languages.en.voices.pieces import Said
from accord.languages.en.voices.stance import sign
from accord.languages.en.voices.subjects import tokens_of
from accord.languages.views import Mention

__all__ = ["author_of", "own_advice", "own_views"]

_KIND = re.compile(
    r"\b(?:opinions?|comments?|commentary|commentaries|op-ed|column|viewpoint|perspectives?|guest essay|essay|editorial|first person|"
    r"letter|policy (?:note|brief|paper)|guest post|analysis|debate)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:views?|opinions?)\b[^.]{0,40}\b(?:are|is)\b[^.]{0,30}\b(?:own|author|writer|alone|his|hers)|(?:^|\n)\W*The (?:author|writer|columnist) (?:is|was)\b",
    re.IGNORECASE,
)
_PART = r"(?:[^\W\d_a-z][\w'’.-]+|[A-Z]\.|al-\w+|al|bin|ibn|de|da|del|van|von|el|der|du)"
_NAME = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|H\.E|Amb|Ambassador|Professor|Hon|Sen|Rep|Gen|Sir|Dame|Shri|Smt|Dato'?)\.?\s+)*({_PART}(?:\s{_PART}){{1,5}})"
_PIECE = re.compile(
    r"[^\n|·—]+?(?=\s[–]\s|[\n|·—]|(?<=\D)\.? (?=By [A-Z])|(?<=20\d\d) (?=[A-Z])|\Z)"
)  # of a line that names the author among others
_SPEECH = re.compile(
    r"\b(?:statement|remarks|speech|address|keynote|lecture|intervention|reply|answer|response)\b(?=.{0,60}\b(?:by|of|to|from|at|before)\b)"
    r"|\b(?:as delivered|check against delivery)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    rf"^\W*(?:[Bb]y|BY|[^\n]{{0,60}}\b(?:[Dd]elivered|[Rr]emarks|[Ss]tatement|[Ss]peech|[Aa]ddress|[Rr]eply|[Aa]nswer|[Ll]ecture|[Ii]ntervention|[Rr]esponse)(?: as delivered)? (?:by|of)|[Aa]uthor|Written by|Commentary by|Opinion by|Column by)\b:?\s+{_NAME}(?=$|\s*[,(.]|\s+and\s)([^\n]*)$"
)
_CALLING = r"(?:fellow|analyst|researcher|professor|economist|director|author|writer|columnist|lecturer|historian|head|editor|scholar|associate|adviser|advisor|ambassador|journalist|minister|lawyer|correspondent|secretary|president|chair\w*|engineer|teacher|researches)"
_IS = re.compile(rf"^\W*{_NAME} (?:is|was) (?:an? |the )?([^.]{{0,60}}\b{_CALLING}\b[^.]{{0,60}})\.?(?=\s|$)")
_SIGNED = re.compile(
    rf"^\W*{_NAME}, ((?:[^,.]*\b{_CALLING}\b|(?:[A-Z]\w+ )+(?:Institute|Centre|Center|Forum|University|Lab|School|Council)\b)[^.]*)$"
)
_ROLE = re.compile(r"(?:^|\n)\W*(?:The (?:author|writer|columnist)|He|She) (?:is|was) (?:an? |the )?([^.]{4,90})\.")
_FIRST = re.compile(
    r"\b(?:I|i) (?:(?:do|am|have|would|still|also|n[o']t)\s)*(?:not )?(?:think|believe|fear|doubt|suspect|am|find|hold|consider|sure|convinced|agree|accept)\b"
    r"|\b(?:I|i) (?:(?:must|have to|want to|wish to|would like to|should like to) )?(?:say|regret|welcome|deplore|condemn|commend|applaud|salute|deny|reject|admit)\b(?! (?:to|goodbye|hello))"
    r"|\bI am (?:less|more|not|rather|quite|far from|no) \w+"
    r"|\b(?:as|so) far as I (?:can (?:tell|see|judge)|know)\b|\bto my mind\b|\bI(?:'d|’d| would) (?:argue|say|add)\b|\bit seems to me\b"
    r"|\b(?:it would be wrong to|I see (?:little|no|every|some)|I have (?:yet|little|no)|I have never)\b"
    r"|\b[Mm]y (?:own )?(?:view|opinion|guess|fear|verdict|answer|judge?ment|conclusion)\b|\b[Ii]n my (?:view|opinion)\b"
)
_ADVICE = re.compile(
    r"\b(?:should|ought to|must|had better|needs? to|might be|could do)\b|^\W*(?:\d+[.)]\s*)?(?:Let|Run|Put|Stop|Start|First,|Second,|Secondly,|Third,|Thirdly,)\s"
)
_TOP = 8  # lines in which a comment says that it is one, and who signs it
_END = 4  # lines at the end in which an author is introduced
_LABEL = 14  # words of a line that says so
_HEAD, _TAIL = 1500, 700  # characters in which that is looked for


def author_of(lines: Sequence[Line]) -> Mention | None:
    """Who signs a comment; nobody where the document is none, or unsigned. Bylines may stand outside the sentences."""
    if not lines:
        return None
    text = lines[0].text
    head, tail = text[:_HEAD], text[-_TAIL:]
    rows = list(re.finditer(r"[^\n]+", head))[:_TOP]
    marked = any(len(m[0].split()) <= _LABEL and (_KIND.search(m[0]) or _SPEECH.search(m[0])) for m in rows)
    if not marked and not _CLOSING.search(tail):
        return None
    role = _ROLE.search(tail)
    for start, piece in [*_pieces(text, rows), *_pieces(text, _foot(text))]:
        match = next((m for p in (_BYLINE, _IS, _SIGNED) if (m := p.match(piece))), None)
        if match is not None:
            beside = match[2].strip(" ,—–|-.(").split(". ")[0] if match[2] else ""
            beside = beside if len(beside.split()) <= 12 and not beside.startswith("and ") else ""
            return _author(text, start + match.start(1), start + match.end(1), role[1] if role else beside)
    for line in lines[:_TOP]:
        found = [(f, e) for f, e in names(line) if f == 0 and e == len(line.tokens) and 2 <= e <= 5]
        if found and not any(line.covered(k, "place", "state", "organisation") for k in range(len(line.tokens))):
            return _author(text, line.span.start, line.span.end, role[1] if role else "")
    return None


_ROW = re.compile(r"[^\n]+")


def _foot(text: str) -> list[re.Match[str]]:
    """The last lines, where an author may be introduced."""
    return list(_ROW.finditer(text, max(0, len(text) - _TAIL)))[-_END:]


def _pieces(text: str, rows: Sequence[re.Match[str]]) -> Iterator[tuple[int, str]]:
    for row in rows:
        for match in _PIECE.finditer(text, row.start(), row.end()):
            lead = len(match[0]) - len(match[0].lstrip(" \t*_–-."))
            yield match.start() + lead, match[0][lead:]


def _author(text: str, start: int, end: int, role: str) -> Mention:
    return Mention("person", Span(start, end), " ".join(text[start:end].split()), attributes={"role": role})


def own_views(lines: Sequence[Line], told: Sequence[Said], author: Mention) -> Iterator[Said]:
    """Where the author judges in so many words, sentence by sentence; else the sentence of the author's own that judges
    most, which stands for the whole comment."""
    others = {n for piece in told if piece.speaker is not None for n, _ in piece.parts if piece.manner != "source"}
    best: tuple[int, int] | None = None
    first = False
    for index, line in enumerate(lines):
        if index in others or line.kind in ("heading", "headline") or not line.tokens:
            continue
        if _FIRST.search(line.own):
            first = True
            yield _piece(line, index, author, "first")
            continue
        lows = line.lows(*tokens_of(line, line.span.start, line.span.end))
        signs = sum(abs(sign(lows, k, "judge")) for k in range(len(lows)))
        if signs and (best is None or signs > best[0]):
            best = signs, index
    if best is not None and not first:
        yield _piece(lines[best[1]], best[1], author)


def own_advice(lines: Sequence[Line], told: Sequence[Said], author: Mention) -> Iterator[Said]:
    """Where the author says what ought to be done."""
    others = {n for piece in told if piece.speaker is not None for n, _ in piece.parts if piece.manner != "source"}
    for index, line in enumerate(lines):
        if index not in others and line.kind not in ("heading", "headline") and _ADVICE.search(line.own):
            span = Span(line.span.start, line.span.end)
            yield Said(author, "source", index, span, span)


def _piece(line: Line, index: int, author: Mention, word: str = "") -> Said:
    span = Span(line.span.start, line.span.end)
    return Said(author, "own", index, span, span, word)
