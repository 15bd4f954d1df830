"""Who a verb of speaking belongs to: people by their fullest name, offices, groups without a name, the publisher."""

from __future__ import annotations

from accord.languages.en.names.speaker_names import groups
from accord.languages.en.names.speaker_names import words as listed_words
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.known import RANKS, Known
from accord.languages.en.voices.placing import (
    ends,
    first_token,
    goes_on,
    has_demonym,
    led,
    one_person,
    telling,
    whom,
)
from accord.languages.views import Mention

__all__ = ["Speakers"]

_SKIPPED = frozenset(
    listed(
        "highly warmly strongly cautiously bluntly flatly angrily separately meanwhile earlier duly likewise similarly instead "
        "also further reportedly later however again thus rightly therefore moreover openly publicly "
        "recently repeatedly clearly strongly sharply had has have firmly then once"
    )
)
_SPOKESMEN = frozenset(listed("spokesman spokeswoman spokesperson"))
_NO_CROWD = frozenset(
    listed(
        "numbers powers orders borders papers letters rivers members offers tankers containers doors floors errors sectors corridors tractors"
        " factors motors leaders ministers partners neighbours speakers others"
    )
)
_UNNAMED = frozenset(listed("many some few others most nobody everyone everybody none"))
_OFFICES = frozenset(listed("pm cs fm eam ceo cm dg dgp dcm mp mep cds coas sg i"))  # in short
_STOPS = frozenset(listed('" ; : — that because although while whereas'))
_MOUTHS = _SPOKESMEN | {"official", "source", "diplomat", "negotiator", "envoy"}
_BOSSES = frozenset(
    listed("boss chief head leader spokesman spokeswoman spokesperson director manager secretary owner")
)
_ADDRESSING = frozenset(
    listed("told tells tell telling informed informs assured assures reminded reminds warned thanked")
)
_WHAT_IS_SAID = frozenset(listed('that the they it " there , . a their of this these about'))
_COMPLAINING = frozenset(listed("fear fears doubt complain complained warn warned accuse accused blame say argue"))
_BEHIND = frozenset(listed('. , ; " ) who whose'))
_OFFICE = 8  # tokens of an office before a name
_FARTHEST = 16  # tokens from a verb to its subject


class Speakers(Known):
    """The people and groups of one document that may speak."""

    # -------------------------------------------------------------- asked by place
    def of_verb(self, line: Line, i: int, last: Mention | None) -> tuple[Mention | None, str]:
        """The speaker of the verb at token i, and where the speech stands: "" (behind), "trailing" (before speaker and
        verb), "behind" (before verb and speaker, whatever follows them), "inverted" (before verb and speaker), "parenthesis" (on both sides)."""
        j = i - 1
        if line.low(i).endswith("ing"):
            return self._participle(line, i, last), ""
        if (leading := led(line, i)) is not None:
            j = leading - 1
        while j >= 0 and line.low(j) in _SKIPPED:
            j -= 1
        found = self._apposed(line, j) if line.low(j) == "," else None
        if found is None and self._told_after(line, i, j):
            return self._after(line, i + 1, last), "behind"
        if found is None and (
            j < 0
            or line.low(j) == '"'
            or (line.low(j) == "," and line.low(j - 1) == '"')
            or (line.low(j) in (",", "—") and line.low(i + 1) != "that" and self._named_at(line, i + 1) is not None)
        ):
            return self._after(line, i + 1, last), "inverted"
        if found is None and line.low(j) == "," and line.low(i) in ("says", "said") and self._follows(line, i + 1):
            return self._after(line, i + 1, last), "inverted"
        found = found or self._before(line, j, last)
        if found is None and line.low(j) in (",", "—", "?", "!") and self._follows(line, i + 1):
            return self._after(line, i + 1, last), "inverted"
        if found is None and (crowd := self._crowd(line, i, j)) is not None:
            return crowd, ""
        if found is None:
            return None, ""
        mention, first = found
        first = min(first, line.left(first)) if first > 1 else first
        while first > 1 and (line.low(first - 1) in DETERMINERS or line.low(first - 1) == "'s"):
            first = line.left(first - 1)
        opener = line.low(first - 1)
        if line.low(i + 1) == '"' and opener != '"':
            return mention, ""
        told = line.low(i) in _ADDRESSING and whom(line, i + 1)
        if first > 1 and opener in (",", '"', "—") and not goes_on(line, i + 1) and (told or ends(line, i + 1)):
            return mention, "parenthesis" if line.low(i + 1) == "," and i + 3 < len(line.tokens) else "trailing"
        return mention, ""

    def _apposed(self, line: Line, comma: int) -> tuple[Mention, int] | None:
        """The subject whose name, or what is told of it, stands between commas before a verb: "the minister, Jan Lind,
        accused", "Consul Jan Lind, who was present, said"."""
        found = self._ending(line, comma - 1)
        if found is not None and found[0].type == "person" and "," in line.lows(found[1], comma):
            return found
        if found is not None and found[0].type == "person" and line.low(found[1] - 1) == ",":
            office = self._ending(line, found[1] - 2)
            return found if office is not None and office[0].type in ("office", "group", "person") else None
        opening = next((k for k in range(comma - 1, max(comma - 24, 0), -1) if line.low(k) == ","), None)
        if opening is None or line.low(opening + 1) not in ("who", "whose", "whom"):
            return None
        if any(line.low(k) in _STOPS for k in range(opening, comma)):
            return None
        found = self._before(line, opening - 1, None)
        return found if found is not None and found[0].type != "state" else None

    def _crowd(self, line: Line, i: int, j: int) -> Mention | None:
        """People called by a plural that no list has ("garlic millers say that ...")."""
        low = line.low(j)
        behind = line.low(i + 1) in _WHAT_IS_SAID or line.low(i) in _COMPLAINING
        crowd = low.endswith(("ers", "ists", "ors", "ians", "men", "women", "ants")) and low not in _NO_CROWD
        if not behind or not crowd or line.tokens[j].capital or line.covered(j) is not None:
            return None
        first = line.left(j)
        return Mention("group", line.slice(first, j + 1), line.words(first, j + 1), attributes={"role": low})

    def _told_after(self, line: Line, i: int, j: int) -> bool:
        """Whether a whole clause stands before a verb of speaking, and behind it only a name with its office:
        "The talks were constructive, said Lebanese negotiator Jan Lind after ..."."""
        if line.low(j) not in (",", "—", "?", "!") or line.low(i) in _ADDRESSING:
            return False
        whole = any(line.finite(k) for k in range(1, j))
        for k in range(i + 1, min(i + _OFFICE + 3, len(line.tokens))):
            name = next(((f, e) for f, e in self._names(line) if f == k), None)
            if name is not None and (name[1] - name[0] >= 2 or line.tokens[k].text in self._full):
                behind = line.low(name[1])
                return behind == "." or (whole and (behind in _BEHIND | PREPOSITIONS or ends(line, name[1])))
            word = line.tokens[k].word or line.low(k) in ("'s", "'", "-")
            if not word or line.low(k) in (PREPOSITIONS - {"of", "for"}) | _STOPS:
                return False
            if line.finite(k) and line.low(k - 1) != "-":
                return False
        return False

    def _follows(self, line: Line, i: int) -> bool:
        """Whether a speaker stands behind the verb ("Nonsense, says the ministry")."""
        if line.low(i) not in DETERMINERS and not (line.tokens[i : i + 1] and line.tokens[i].capital):
            return False
        stop = min(i + 8, len(line.tokens))
        reach = next((k for k in range(i, stop) if line.finite(k) or line.low(k) in PREPOSITIONS), stop)
        return any(line.low(k) in groups() for k in range(i, reach))

    def at(self, line: Line, offset: int, last: Mention | None) -> Mention | None:
        """The speaker named from an offset on ("according to ...")."""
        i = next((k for k, t in enumerate(line.tokens) if t.start >= offset), len(line.tokens))
        return self._after(line, i, last)

    def pronoun(self, line: Line, offset: int, last: Mention | None) -> Mention | None:
        """Whom "in his view" means."""
        person = next(
            (m for m in self._here[line.span.start] if m.type == "person" and offset <= m.span.start < offset + 10),
            None,
        )
        named = next(
            (
                m
                for m in self._here[line.span.start]
                if m.type == "person" and m.span.end <= offset and not m.attributes.get("pronoun")
            ),
            None,
        )
        found = person or named
        return self._fullest(found) if found is not None else last

    # -------------------------------------------------------------- looking about
    def _before(self, line: Line, j: int, last: Mention | None) -> tuple[Mention, int] | None:
        if line.low(j) == ")":
            j = next((n - 1 for n in range(j - 1, max(j - 8, 0), -1) if line.low(n) == "("), j)
        bound = max(j - _FARTHEST, -1)
        k = j
        if line.low(j) == "," and (apposed := self._described(line, j)) is not None:
            return apposed
        if line.low(j) == "," and self._ending(line, j - 1) is None:
            opening = next((n for n in range(j - 2, max(j - 20, 0), -1) if line.low(n) == ","), None)
            if opening is not None and not any(line.low(n) in _STOPS for n in range(opening, j)):
                found = self._ending(line, opening - 1)
                if found is not None:
                    return found
        while k > bound:
            low = line.low(k)
            if (
                low in _STOPS
                or (k > j - 2 and low in _UNNAMED)
                or (k < j and line.finite(k) and low not in ("who", "is", "it", "they", "he", "she"))
            ):
                return None
            if k < j and low in DETERMINERS and line.low(k - 1) == ",":
                return None  # "At the A Forum, the host praised"
            if low in ("he", "she") and k >= j - 1:
                return self._he(line, k, last)
            if low == "they" and last is not None and last.type == "group":
                return last, k
            if low == "it" and k >= j - 1 and last is not None and last.type in ("group", "organisation"):
                return last, k
            found = self._ending(line, k)
            if (
                found is not None
                and k < j - 1
                and found[0].type == "person"
                and not all(t.capital or t.low in PREPOSITIONS | {"the"} for t in line.tokens[k + 1 : j + 1])
                and not any(m.span.end == line.tokens[k].end for m in self._here[line.span.start])
            ):
                found = None
            if found is not None:
                mention, first = found
                before = first - 1
                while line.low(before) in DETERMINERS:
                    before -= 1
                if line.low(before) in ("of", "from", "at") and mention.type != "person":
                    member = self._ending(line, before - 1)
                    if member is not None and member[0].type == "person":
                        return member
                if line.low(before) in ("of", "for", "from", "at") and line.low(before - 1) in _MOUTHS:
                    return self._mouth(line, before - 1, k), before - 1
                if line.low(before) in PREPOSITIONS and (line.low(before) != "as") and mention.type != "group":
                    k = before - 1
                    continue
                return mention, first
            k -= 1
        return None

    def _mouth(self, line: Line, head: int, last: int) -> Mention:
        """Who speaks for an institution, without a name: "a spokeswoman for the Omani foreign ministry"."""
        whose = self._ending(line, last)
        states = whose[0].states if whose is not None else ()
        name = line.words(head, last + 1)
        return Mention("office", line.slice(head, last + 1), name, states, attributes={"role": name}, form="unnamed")

    def _he(self, line: Line, k: int, last: Mention | None) -> tuple[Mention, int] | None:
        """Whom "he" or "she" at token k means: who spoke last, where nobody is named before it in the sentence."""
        here = [m for m in self._here[line.span.start] if m.type == "person"]
        mark = next((n for n in range(k) if line.low(n) == '"'), k)
        bound = line.tokens[mark if line.low(k - 1) == '"' else k].start  # what stands in the quotation is no subject
        people = [m for m in here if m.span.end < bound]
        named = [
            (f, e)
            for f, e in self._names(line)
            if e < k
            and line.tokens[e - 1].end < bound
            and (e - f > 1 or line.tokens[f].text in self._full)
            and line.low(f - 1) not in PREPOSITIONS
        ]
        if named and not any(not m.attributes.get("pronoun") for m in people):
            return self._person(line, *named[0]), k
        if last is not None and (last.type == "person" or one_person(last)) and not people:
            return last, k
        mention = next((m for m in here if m.span.start == line.tokens[k].start), None)
        if mention is not None:
            return self._fullest(mention), k
        return (last, k) if last is not None and last.type == "person" else None

    def _described(self, line: Line, comma: int) -> tuple[Mention, int] | None:
        """The person whom an aside closed by a comma describes: "Sara Lind, head of the drivers' union, warned"."""
        for n in range(comma - 2, max(comma - 24, 0), -1):
            if line.low(n) in _STOPS:
                return None
            if line.low(n) == "," and line.low(n + 1) in ("who", "whose", "whom", "which"):
                return self._before(line, n - 1, None)
            if line.low(n) == ",":
                aged = line.low(n - 1).isdigit() and line.low(n - 2) == ","  # "Sara Lind, 54, a diplomat, warned"
                found = self._ending(line, n - 1 - 2 * aged)
                called = line.low(comma - 1) in groups() | listed_words("offices", "experts")
                aside = (called or not line.tokens[n + 1].capital) and line.low(n + 1) not in ("and", "which", "but")
                return found if aside and found is not None and found[0].type == "person" else None
        return None

    def _participle(self, line: Line, i: int, last: Mention | None) -> Mention | None:
        """The subject of the sentence whose participle stands at token i ("Mali cut ties, accusing ..."), and whom
        somebody quotes ("quoted X as saying", "X was quoted as saying")."""
        if line.low(i - 1) == "as":
            k = next((n for n in range(i - 2, max(i - 14, -1), -1) if line.low(n) in ("quoted", "cited")), None)
            if k is None:
                return None
            if k < i - 2:
                return self._named_at(line, k + 1)
            while k > 0 and line.low(k - 1) in ("was", "were", "is", "been", "has", "later", "also"):
                k -= 1
            found = self._before(line, k - 1, last)
            return found[0] if found is not None else None
        quoted = next((k for k in range(i - 1, -1, -1) if line.low(k) == '"'), 0)
        for verb in (k for k in range(quoted + 1, i) if line.finite(k)):
            if any(line.low(k) in _STOPS - {'"'} for k in range(verb, i)):
                return None
            found = self._before(line, verb - 1, last)
            if found is not None:
                return found[0]
        first = next(
            (
                m
                for m in self._here[line.span.start]
                if m.type in ("person", "office", "group", "organisation") and m.span.end <= line.tokens[i].start
            ),
            None,
        )
        if first is None or line.low(first_token(line, first) - 1) in PREPOSITIONS:
            return None
        return self._officer(line, first) if first.type == "office" else self._fullest(first)

    def _introducing(self, line: Line, i: int) -> Mention | None:
        """The person whose office stands before the name: "said the director of customs, Jan Lind"."""
        if line.low(i) not in DETERMINERS or i + 1 >= len(line.tokens) or line.tokens[i + 1].capital:
            return None
        comma = next((k for k in range(i + 1, min(i + 14, len(line.tokens))) if line.low(k) == ","), None)
        if comma is None or any(line.low(k) in _STOPS or line.finite(k) for k in range(i, comma)):
            return None
        name = next(((f, e) for f, e in self._names(line) if f == comma + 1), None)
        if name is None or name[1] - name[0] < 2:
            return None
        person = self._person(line, *name)
        return person.but(attributes={**person.attributes, "role": line.words(i + 1, comma)})

    def _holding(self, line: Line, i: int) -> Mention | None:
        """The person whose name ends a noun phrase that tells the office: "drivers' boss Jan Lind", "head of customs Jan Lind"."""
        for f, e in self._names(line):
            if i < f <= i + _OFFICE and e - f >= 2:
                before = range(i, f)
                if any(not line.tokens[k].word and line.low(k) not in ("'", "'s", "-") for k in before) or any(
                    line.finite(k) or line.low(k) in _STOPS | {"and"} for k in before
                ):
                    return None
                told = any(line.low(k) in groups() | listed_words("offices", "heads") | _BOSSES for k in before)
                if not told or line.low(f - 1) in PREPOSITIONS | DETERMINERS:
                    return None
                person = self._person(line, f, e)
                role = line.words(i + (line.low(i) in DETERMINERS), f)
                known = self._roles.get(person.name)
                return person if known else person.but(attributes={**person.attributes, "role": role})
        return None

    def _after(self, line: Line, i: int, last: Mention | None) -> Mention | None:
        introduced = self._introducing(line, i) or self._holding(line, i)
        if introduced is not None:
            return introduced
        named = self._named_at(line, i)
        if named is not None and not (named.type == "state" and self._owning(line, named)):
            return named
        if line.low(i) in ("he", "she"):
            return self.pronoun(line, line.tokens[i].start, last)
        for k in range(i, min(i + _FARTHEST, len(line.tokens))):
            if k > i and (line.low(k) in _STOPS or (line.finite(k) and line.low(k - 1) != "-")):
                break
            found = next(((f, e) for f, e in self._names(line) if f == k), None)
            if found and (found[1] - found[0] >= 2 or line.tokens[found[0]].text in self._full):
                return self._person(line, *found)
            if found and k == i and line.low(found[1]) in (",", "."):
                return self._person(line, *found)
        for k in range(i, min(i + 8, len(line.tokens))):
            if line.low(k) in groups():
                return self._group(line, k)[0]
            if k > i and (line.finite(k) or line.low(k) == ","):
                break
        return None

    def _owning(self, line: Line, state: Mention) -> bool:
        """Whether a state's name only says whose the speaker is ("Kenya's aviation boss Ann Awino")."""
        k = next((n for n, t in enumerate(line.tokens) if t.start >= state.span.end), len(line.tokens))
        return line.low(k) == "'s"

    def _named_at(self, line: Line, i: int) -> Mention | None:
        """The mention or name that begins at token i or behind a determiner there."""
        if i < len(line.tokens) and line.low(i) in DETERMINERS:
            i += 1
        if i >= len(line.tokens):
            return None
        start = line.tokens[i].start
        here = [
            m
            for m in self._here[line.span.start]
            if m.span.start <= start < m.span.end and not m.form.startswith("demonym")
        ]
        best = min(here, key=lambda m: (RANKS[m.type], m.span.start - m.span.end), default=None)
        if best is not None and best.type != "state":
            return self._officer(line, best) if best.type == "office" else self._fullest(best)
        name = next(((f, e) for f, e in self._names(line) if f == i), None)
        if name and (name[1] - name[0] >= 2 or line.tokens[i].text in self._full):
            return self._person(line, *name)
        return best

    def _ending(self, line: Line, k: int) -> tuple[Mention, int] | None:
        """The person, office or group whose words end at token k, and its first token."""
        end = line.tokens[k].end
        here = [
            m
            for m in self._here[line.span.start]
            if m.span.end == end
            and not m.form.startswith("demonym")
            and m.attributes.get("pronoun") not in ("his", "her")
        ]
        best = min(here, key=lambda m: (RANKS[m.type], m.span.start - m.span.end), default=None)
        if best is not None and best.type == "person":
            return self._fullest(best), first_token(line, best)
        name = next(((f, e) for f, e in self._names(line) if e == k + 1), None)
        if name and (name[1] - name[0] >= 2 or line.tokens[name[0]].text in self._full):
            return self._person(line, *name), name[0]
        if (
            name
            and name[0]
            and line.low(name[0] - 1) in listed_words("offices", "honorifics") | {"."}
            and (line.low(name[0] - 1) != "." or line.low(name[0] - 2) in listed_words("offices", "honorifics"))
        ):
            return self._person(line, *name), name[0] - 1
        if name and name[0] and line.low(name[0] - 1) in groups() - _SPOKESMEN and best is None:
            group, first = self._group(line, name[0] - 1)
            return group.but(span=line.slice(*name), name=line.words(*name)), first
        if (
            line.low(k) in groups()
            and line.low(k) != "pm"
            and (best is None or best.type in ("group", "state", "office"))
        ):
            return self._group(line, k)
        if best is not None and best.type == "office" and best.attributes.get("plural"):
            head = next((n for n in range(first_token(line, best), k + 1) if line.low(n) in groups()), None)
            return self._group(line, head) if head is not None else (best, first_token(line, best))
        if best is not None and best.type == "office":
            return self._officer(line, best), first_token(line, best)
        if best is None and line.low(k - 1) == "the" and line.tokens[k].text.isupper() and line.low(k) not in _OFFICES:
            return Mention("group", line.slice(k, k + 1), line.words(k, k + 1)), k  # "the KDP said"
        return (best, first_token(line, best)) if best is not None else None

    def _group(self, line: Line, k: int) -> tuple[Mention, int]:
        first = line.left(k)
        while (
            first > 0
            and line.at[first] is not None
            and line.at[first - 1] is line.at[first]
            and line.low(first - 1) not in DETERMINERS
        ):
            first -= 1
        while first > 1 and line.low(first - 1) == "'" and line.tokens[first - 2].word:
            first = line.left(first - 2)
        definite = line.low(first - 1) in ("the", "this")
        if (
            (definite or (line.low(first - 1) in ('"', ",", "") and line.tokens[first].capital and first < k))
            and line.low(k) in listed_words("offices", "experts") | _SPOKESMEN
            and (expert := self._expert(line, first, k)) is not None
        ):
            return expert, first - definite
        if line.low(first - 1) in DETERMINERS | {"many", "some", "several"} and line.low(first - 1) != "the":
            first -= 1
        span = line.slice(first, k + 1)
        shown = first
        if line.low(first) in ("a", "an"):
            shown += 1
            while shown < k and not telling(line, shown):
                shown += 1
        group = Mention("group", span, line.words(shown, k + 1), attributes={"role": line.low(k)})
        if line.low(k) in _SPOKESMEN:
            if definite and first == k and self._spokesman is not None:
                told = self._spokesman
                return told.but(span=span, antecedents=(told.span,)), first
            self._spokesman = group if first < k else self._spokesman
        return group, first

    def _expert(self, line: Line, first: int, k: int) -> Mention | None:
        """Whom "the Kyrgyz political analyst" means: the expert named last whose role does not speak against it."""
        demonym = line.words(first, first + 1) if line.tokens[first].capital and first < k else ""
        for start in sorted((s for s in self._here if s <= line.span.start), reverse=True):
            for m in sorted(self._here[start], key=lambda m: -m.span.start):
                role = str(m.attributes.get("role", ""))
                if (
                    m.type != "person"
                    or m.span.start >= line.tokens[first].start
                    or not set(role.lower().split()) & (listed_words("offices", "experts") | _SPOKESMEN)
                    or (line.low(k) in _SPOKESMEN and line.low(k) not in role.lower())
                ):
                    continue
                if not demonym or demonym in role or not has_demonym(role):
                    return self._fullest(m)
        return None
