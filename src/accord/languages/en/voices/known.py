"""The people of one document: by their fullest name, by their office, with the role they were introduced with."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages.en.names.speaker_names import names, role_beside
from accord.languages.en.names.speaker_names import words as listed_words
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.placing import indefinite, role_spans
from accord.languages.views import Mention

__all__ = ["RANKS", "Known"]

_SOVEREIGNS = (["head", "state"], ["president", "republic"], ["head", "nation"], ["chief", "executive"])
_LEADERS = frozenset(listed("president king queen emir sultan monarch prime premier chancellor"))
_RULERS = frozenset(listed("president king queen emir sultan monarch"))
RANKS = {"person": 0, "office": 1, "group": 2, "organisation": 3, "state": 4}
_HELD = frozenset(listed("minister president premier chancellor ambassador mayor governor secretary chairman speaker"))


class Known:
    """The people and groups of one document that may speak."""

    def __init__(self, lines: Sequence[Line], mentions: Sequence[Mention], publisher: str = "") -> None:
        self.lines = lines
        self._publisher = publisher
        self._read: dict[int, list[tuple[int, int]]] = {}
        self._here: dict[int, list[Mention]] = {line.span.start: [] for line in lines}
        starts = sorted(self._here)
        self._full: dict[str, tuple[str, Span, Line]] = {}
        self._roles: dict[str, Mention] = {}
        self._spokesman: Mention | None = None  # told last without a name, by whose he is
        at = 0
        for mention in sorted((m for m in mentions if m.type in RANKS and m.name), key=lambda m: m.span.start):
            while at + 1 < len(starts) and starts[at + 1] <= mention.span.start:
                at += 1
            self._here[starts[at]].append(mention)
            if mention.type == "person" and len(mention.name.split()) > 1 and mention.attributes.get("role"):
                self._roles.setdefault(mention.name, mention)
        for line in lines:
            if line.kind not in ("heading", "headline") or not line.own.isupper():
                for first, last in self._names(line):
                    self._learn(line, first, last)

    def _names(self, line: Line) -> list[tuple[int, int]]:
        """Runs of capitalised words of a line that may be names, read once."""
        found = self._read.get(line.span.start)
        if found is None:
            found = self._read[line.span.start] = list(names(line))
        return found

    def _learn(self, line: Line, first: int, last: int) -> None:
        if last - first < 2:
            return
        name = line.words(first, last)
        parts = name.split()
        for word in (*parts, *(p.split("-", 1)[1] for p in parts if p[:3].lower() in ("al-", "el-"))):
            known = self._full.get(word)
            if (
                known is None
                or (name != known[0] and word == parts[-1] and word != known[0].split()[-1] and known[0] not in name)
                or (len(name) > len(known[0]) and known[0].split()[0] == parts[0])
            ):
                self._full[word] = (name, line.slice(first, last), line)

    def _officer(self, line: Line, office: Mention) -> Mention:
        """Whom "the President" means: the person named last before with such an office."""
        told_office = office.office if office.office and office.states else office.name
        words = [w for w in told_office.lower().split() if w not in ("of", "the")]
        if office.attributes.get("plural") or not words:
            return office
        if (unnamed := indefinite(line, office)) is not None:
            return unnamed
        if words in _SOVEREIGNS:
            return self._sovereign(office)
        for start in sorted((s for s in self._here if s <= line.span.start), reverse=True):
            for m in sorted(self._here[start], key=lambda m: -m.span.start):
                told = f"{m.office} {m.attributes.get('role', '')}".lower().replace("-designate", "").split()
                apart = office.states and m.states and not set(office.states) & set(m.states)
                held = set(words) <= set(told) or (words == ["leader"] and m.states and _LEADERS & set(told))
                if m.type == "person" and m.span.start < office.span.start and held and not apart:
                    return self._fullest(m).but(span=office.span, antecedents=(*m.antecedents, m.span))
        return office

    def _sovereign(self, office: Mention) -> Mention:
        """Whom "the Head of State" means: the first of the document who is one."""
        for start in sorted(self._here):
            for m in sorted(self._here[start], key=lambda m: m.span.start):
                told = set(f"{m.office} {m.attributes.get('role', '')}".lower().split())
                if (
                    m.type == "person"
                    and told & _RULERS
                    and not told & {"vice", "former", "council", "minister"}
                    and not self._of_another(m)
                ):
                    return self._fullest(m).but(span=office.span, antecedents=(*m.antecedents, m.span))
        return office

    def _by_office(self, mention: Mention) -> Mention:
        """Whom "the head of state" or "the minister" means, where the person taken for it has another office."""
        text = self.lines[0].text[mention.span.start : mention.span.end].lower()
        own = [w for w in text.split() if w not in ("of", "the")]
        if not text.startswith("the ") or len(own) > 2 or mention.attributes.get("pronoun"):
            return mention
        told = f"{mention.office} {mention.attributes.get('role', '')}".lower().split()
        if own in _SOVEREIGNS and ("counterpart" in told or not set(told) & _RULERS):
            return self._sovereign(mention)
        if set(own) <= set(told) or own in _SOVEREIGNS or own[-1] not in _HELD:
            return mention
        for start in sorted((s for s in self._here if s <= mention.span.start), reverse=True):
            for m in sorted(self._here[start], key=lambda m: -m.span.start):
                told = f"{m.office} {m.attributes.get('role', '')}".lower().split()
                if m.type == "person" and m.span.start < mention.span.start and own[-1] in told:
                    return m.but(span=mention.span, antecedents=(*m.antecedents, m.span))
        return mention

    def _of_another(self, ruler: Mention) -> bool:
        """Whether a ruler is introduced with the name of a state, as guests are: "the President of Chad, Jan Lind"."""
        return any(
            m.type == "state" and m.span.start < ruler.span.end and m.span.end > ruler.span.start
            for m in self._here.get(max(s for s in self._here if s <= ruler.span.start), [])
        )

    def _fuller(self, name: str) -> tuple[str, Span, Line] | None:
        """A longer name with all the words of this one, titles left aside."""
        words = [w for w in name.split() if w.lower() not in listed_words("offices", "honorifics")]
        for word in words:
            known = self._full.get(word)
            if known is not None and len(known[0]) > len(name) and set(words) <= set(known[0].split()):
                return known
        return None

    def _fullest(self, mention: Mention) -> Mention:
        """A person with the fullest name and the role that the document gives."""
        if mention.type != "person":
            return mention
        mention = self._by_office(mention)
        known = self._full.get(mention.name) if " " not in mention.name else self._fuller(mention.name)
        if known is not None:
            other = self._roles.get(known[0])
            role = (other.attributes.get("role") if other else "") or role_beside(known[2], known[1])
            states = mention.states or (other.states if other else ())
            return mention.but(
                name=known[0],
                states=states,
                antecedents=(*mention.antecedents, known[1]),
                attributes={
                    **mention.attributes,
                    "role": role or mention.attributes.get("role", ""),
                    "role_spans": role_spans(other, known[2]),
                },
            )
        if (
            not mention.attributes.get("role")
            and (known := self._full.get(mention.name.split()[-1])) is not None
            and known[0] == mention.name
        ):
            return mention.but(
                attributes={
                    **mention.attributes,
                    "role": role_beside(known[2], known[1]),
                    "role_spans": role_spans(None, known[2]),
                },
                antecedents=(*mention.antecedents, known[1]),
            )
        other = self._roles.get(mention.name)
        if other is not None and mention.attributes.get("role") == other.attributes.get("role"):
            return mention.but(attributes={**mention.attributes, "role_spans": (other.span, *other.antecedents)})
        return mention

    def _person(self, line: Line, first: int, last: int) -> Mention:
        span, name = line.slice(first, last), line.words(first, last)
        known = self._full.get(name) if last - first == 1 else self._fuller(name)
        full, where, at = known or (name, span, line)
        other = self._roles.get(full)
        role = str(other.attributes["role"]) if other else role_beside(at, where)
        return Mention(
            "person",
            span,
            full,
            other.states if other else (),
            (where,) if where != span else (),
            attributes={"role": role, "role_spans": role_spans(other, at)},
        )
