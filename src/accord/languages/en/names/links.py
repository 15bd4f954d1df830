"""Transport links that a sentence names: "flights between A and B", "the A-B bus service", "will fly from A to B"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.names.link_lists import joined_links
from accord.languages.en.names.naming import called, capitals, end_of_link
from accord.languages.en.names.works_named import told_pair
from accord.languages.en.text.lexicon import table, verbs
from accord.languages.en.text.phrases import PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["AIRLINE", "MODES", "find_links"]

_BEFORE = frozenset(
    listed(
        "direct regular passenger weekly daily new freight cargo - cross border railway rail international "
        "scheduled commercial non stop nonstop high speed night overnight container seasonal train air road bus "
        "ferry through"
    )
)
_JOINTS = frozenset(("and", "to", "-", "—", "with", ",", "via"))
_FINITE = frozenset(
    listed("will would shall is are was were has have had to resumed resumes began begins started starts")
)
AIRLINE = re.compile(
    r"\b(?:[Aa]irlines?|[Aa]irways|Aviation|Air|[Ff]ly[A-Z]?\w+|[A-Z]\w+(?:air|Air|jet|Jet|avia|Avia)|"
    + "|".join(re.escape(name) for name in table("airlines")["airlines"]["names"].split(", "))
    + r")\b"
)
_OTHER_HEADS = frozenset(
    listed(
        "checkpoint checkpoints terminal terminals crossing crossings post posts port ports dock docks station stations operator "
        "operators company companies stop stops ticket tickets fare fares crew crews driver drivers accident crash attendants "
        "passengers yard depot depots tracks market maker makers factory plant project"
    )
)
_NUMBERING = frozenset(listed("no nos number numbers № # . / - –"))
_STARTING = frozenset(
    listed(
        "start starts started starting launch launches launched launching resume resumes resumed resuming drop drops dropped "
        "dropping suspend suspends suspended suspending cancel cancels cancelled add adds added adding relaunch relaunched "
        "inaugurate inaugurates inaugurated inaugurating debut debuts debuted restart restarted restarting reopen reopened fly flies flying operate operates operating serve serves serving cut scrap "
        "scrapped axe axed introduce introduces introduced open opens opened"
    )
)
_PLACE_NOUNS = frozenset(
    listed("marina port harbour harbor airport station terminal city town pier docks wharf bus railway international")
)
_SIDES = frozenset(
    listed("northern southern eastern western central north south east west neighbouring neighboring the")
)
_REGIONS = frozenset(listed("state province region prefecture county territory department governorate"))
_REACHED = frozenset(listed("reached reaches in at into"))
_ARRIVED = frozenset(listed("arrived arrives landed lands docked docks pulled pulls touched"))
_OPENERS = frozenset(
    listed(
        "between from linking connecting on along to into links link linked connects connected connect joins join "
        "joining serves serve serving"
    )
)
_RUN = {
    "fly": "air",
    "flies": "air",
    "flew": "air",
    "flying": "air",
    "sail": "sea",
    "sails": "sea",
    "sailed": "sea",
    "sailing": "sea",
    "connect": "",
    "connects": "",
    "connecting": "",
    "link": "",
    "links": "",
    "linking": "",
    "join": "",
    "joins": "",
    "serve": "",
    "serves": "",
}
_OFTEN = re.compile(
    r"\b(?:(?:once|twice|thrice|\w+ times) (?:a|per|every) (?:day|week|month)|(?:\w+[ -])?(?:weekly|daily)|"
    r"every (?:day|week|\w+day)|on \w+days|non-?stop|\w+ (?:weekly )?frequencies)\b",
    re.IGNORECASE,
)
_CARRIER = re.compile(
    r"\b(?:carriers?|airlines?|airways|operators?|ferr(?:y|ies)|ships?|company|planes?|aircraft|vessels?|boats?)\b|"
    r"low-cost|\b\w*air\b|\b\w+jet\b",
    re.IGNORECASE,
)


def find_links(line: Line) -> Iterator[Mention]:
    """Named links; a link's noun without its ends is `definite`."""
    yield from joined_links(line, list(_by_noun(line)))
    yield from _run_by_verb(line)
    yield from _bare_pairs(line)


def _by_noun(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("transport"):
        form = _mode(line, first, end, form)
        if line.low(end) in _OTHER_HEADS:
            continue
        pairs = _pairs(line, _past_number(line, end)) or _pairs_before(line, first) or _pairs_late(line, first, end)
        for a, b, spans in pairs:
            if line.kind in ("headline", "heading") and any(
                w in verbs() for w in f"{called(a)} {called(b)}".lower().split()
            ):
                continue  # a title in capitals: where its names end is not to be seen
            yield _link(line, (line.left(first), end), form or "context", a, b, spans)
        if not pairs and form:
            yield Mention("transport", line.slice(first, end), line.words(first, end), form=form, definite=True)


def _past_route(line: Line, i: int) -> int:
    """Past the noun that a name follows ("on the cross-border line A-B")."""
    k = next(
        (k for k in range(i, i + 5) if line.low(k) in ("line", "route", "sector") and line.low(k - 1) != "-"), i - 1
    )
    return k + 1 if all(not line.tokens[n].capital for n in range(i, min(k, len(line.tokens)))) else i


def _past_number(line: Line, end: int) -> int:
    """Past the number of a train or flight ("train No. 351/352 A–B")."""
    i = end
    while i < end + 8 and (line.low(i) in _NUMBERING or line.low(i)[:1].isdigit()) and not line.covered(i, "date"):
        i += 1
    return i if i > end and line.tokens[i - 1].text[:1].isdigit() and i < len(line.tokens) else end


def _bare_pairs(line: Line) -> Iterator[Mention]:
    """ "plans to start Medellín–Valencia on 12 April, with three flights a week": a route told by its two ends alone."""
    lows = set(line.lows(0, len(line.tokens)))
    if not lows & {"-", "–", "—"} or not lows & _STARTING:
        return
    for i, token in enumerate(line.tokens):
        if token.low not in _STARTING:
            continue
        left = end_of_link(line, i + 1)
        right = end_of_link(line, left[1] + 1) if left is not None and line.low(left[1]) in ("-", "–", "—") else None
        if left is None or right is None or "state" in (left[0].type, right[0].type):
            continue
        after = line.low(right[1])
        if (
            after
            and after[0].isalpha()
            and after not in PREPOSITIONS
            and after not in ("and", "again", "this", "next", "last")
        ):
            continue
        mode = _mode(line, i, i + 1, "context")
        if mode and called(left[0]) != called(right[0]):
            yield _link(line, (i + 1, right[1]), mode, left[0], right[0], (left[0], right[0]))


def _link(line: Line, tokens: tuple[int, int], form: str, a: Mention, b: Mention, ends: tuple[Mention, ...]) -> Mention:
    states = tuple(dict.fromkeys(s for m in ends for s in m.states))
    names = called(a), called(b)
    return Mention(
        "transport",
        line.slice(*tokens),
        f"{names[0]}-{names[1]}",
        states,
        tuple(m.span for m in ends),
        form=form,
        attributes={"from": names[0], "to": names[1]},
    )


def _mode(line: Line, first: int, end: int, form: str) -> str:
    """ "passenger service", "the line": the mode that the words before tell, for a noun of no mode those of the sentence;
    empty where nothing tells it."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if form != "context" and line.low(i) in ("and", "or", ","):
            break  # "flights and ferries"
        if line.low(i) in MODES and (form == "context" or line.low(i) != "sleeper"):
            return MODES[line.low(i)]
    if form != "context":
        return form
    found = {
        MODES[low] for i, low in enumerate(line.lows(0, len(line.tokens))) if low in MODES and not first <= i < end
    }
    if len(found) == 1:
        return found.pop()
    return "air" if not found and AIRLINE.search(line.own) else ""


MODES = {
    word: mode
    for mode, words in (
        ("rail", "rail train trains railway railways locomotive sleeper carriages"),
        ("bus", "bus buses coach coaches minibus minibuses"),
        (
            "sea",
            "ferry ferries boat boats shipping sea maritime ro vessel vessels ship ships m.v. mv hydrofoil catamaran",
        ),
        ("air", "air flight flights airline airlines airways carrier carriers aircraft planes airliner jet low-cost"),
    )
    for word in words.split()
}
_Pair = tuple[Mention, Mention, tuple[Mention, ...]]


def _pairs(line: Line, i: int) -> list[_Pair]:
    """ "between A and B", "from A to B (and C)", "between A-B and C-D", "linking A with B", "to B from A"."""
    opener: int | None = i - 1
    left = end_of_link(line, i)
    if left is None or not (line.low(left[1]) == "-" or _spaced(line, left[1])):  # "the ferry Dakar-Praia"
        opener = _opener(line, i)
        left = end_of_link(line, _past_route(line, opener + 1)) if opener is not None else None
    if opener is None:
        return []
    if left is None:
        told = told_pair(line, opener + 1)
        return [(*told, told)] if told is not None else []
    pairs: list[_Pair] = []
    first, k = left
    k = _past_state(line, k)
    if line.low(opener) == "from" and (several := _from_several(line, first, k)):
        return several
    k = _arrived(line, opener, k)
    while k < len(line.tokens) and (
        line.low(k) in _JOINTS
        or (
            line.low(k) in _REACHED
            and not pairs
            and line.low(opener) == "from"
            and (line.low(k) not in ("in", "at", "into") or line.low(k - 1) in _ARRIVED)
        )
        or (line.low(opener) == "to" and line.low(k) == "from")
    ):
        joined = line.low(k)
        if joined == "," and line.low(k + 1) in ("and", "to"):
            k += 1
        again = pairs and line.low(opener) == "from" and line.low(k + 1) == "to"  # "from A to B and to C"
        following = end_of_link(line, k + 1 + (again or line.low(k + 1) in ("on", "from", "between", "both")))
        if following is None or (joined == "," and not pairs):
            break
        second, k2 = following
        if pairs and joined in ("and", ",") and line.low(k2) in ("-", "—", "to"):
            first, k = second, k2
            continue
        pairs.append((first, second, (first, second)))
        k = _past_date(line, _past_state(line, k2))
        if line.low(opener) in ("between", "linking", "connecting") and joined == "and":
            break
    pairs += _more_pairs(line, opener, pairs[-1:], k)
    return [p for p in pairs if called(p[0]) != called(p[1])]


def _past_date(line: Line, k: int) -> int:
    """ "From A to B on 3 May and to C on 5 June": past a date that "and to" follows."""
    j = k + (line.low(k) in ("on", "in", "from", "since"))
    if line.covered(j, "date") is None:
        return k
    while line.covered(j, "date"):
        j += 1
    told = line.low(j) in ("and", ",") and "to" in (line.low(j + 1), line.low(j + 2))
    return j + (line.low(j) == "," and line.low(j + 1) == "and") if told else k


def _more_pairs(line: Line, opener: int, last: list[_Pair], k: int) -> list[_Pair]:
    """The links that a list goes on with: "and between C and D", ", from C to D"; "between A and B, C and D" is A with each."""
    j = k + 1 + (line.low(k) == "," and line.low(k + 1) in ("and", "or"))
    if not last or line.low(k) not in (",", "and", "or"):
        return []
    if line.low(j) in ("between", "from") and not line.covered(j + 1, "date"):
        return _pairs(line, j)
    if line.low(k) != "," or line.low(opener) not in ("between", "linking", "connecting", "linked", "connect", "link"):
        return []
    hub, found = last[0][0], list[_Pair]()
    while (told := end_of_link(line, j)) is not None and (told[0].type == "state") == (last[0][1].type == "state"):
        found.append((hub, told[0], (hub, told[0])))
        if line.low(j - 1) in ("and", "or"):
            return found if len(found) > 1 else []
        k = _past_state(line, told[1])
        if line.low(k) not in (",", "and", "or"):
            break
        j = k + 1 + (line.low(k) == "," and line.low(k + 1) in ("and", "or"))
    return []


def _from_several(line: Line, first: Mention, k: int) -> list[_Pair]:
    """ "From A and B to C": one link from each; none where one origin is told."""
    origins = [first]
    while (
        line.low(k) in ("and", ",") and (another := end_of_link(line, k + 1 + (line.low(k + 1) == "and"))) is not None
    ):
        origins.append(another[0])
        k = _past_state(line, another[1])
    target = end_of_link(line, k + 1) if len(origins) > 1 and line.low(k) == "to" else None
    return [] if target is None else [(a, target[0], (a, target[0])) for a in origins if called(a) != called(target[0])]


def _arrived(line: Line, opener: int, k: int) -> int:
    """Past the verb of "the first ferry from A arrived in B", so that its preposition joins the two."""
    k += line.low(k) == "," and line.low(k + 1) in _ARRIVED
    if line.low(opener) == "from" and line.low(k) in _ARRIVED and line.low(k + 1) in ("in", "at", "into"):
        return k + 1
    return k


def _spaced(line: Line, k: int) -> bool:
    """Whether a dash with spaces about it stands between two names ("the train A – B")."""
    return (
        0 < k < len(line.tokens) - 1
        and line.tokens[k].text in ("-", "–")
        and line.tokens[k - 1].capital
        and line.tokens[k + 1].capital
    )


def _past_state(line: Line, k: int) -> int:
    """The token after what tells more of a place: "port", "in X", ", X," or "(X)", its airport, its letters "(BEG)"."""
    while line.low(k) in _PLACE_NOUNS:
        k += 1
    if line.low(k) == "'s" and (end := capitals(line, k + 1)) > k + 1:
        k = end  # "Quito's Mariscal Sucre International"
        while line.low(k) in _PLACE_NOUNS:
            k += 1
    if line.low(k) == "(" and line.low(k + 2) == ")" and line.tokens[k + 1].text.isupper():
        k += 3
    side = k + 1 + (line.low(k) == "in" and line.low(k + 1) in _SIDES)
    if line.low(k) == "in" and line.covered(side, "state") is None and (end := capitals(line, side)) > side:
        k = end  # "in Tamil Nadu, India,"
    elif line.low(k) in ("in", "(") and line.covered(side, "state"):
        k = side
        while line.covered(k, "state"):
            k += 1
        if line.low(k) in _REGIONS and line.low(k + 1) == "of":
            k = capitals(line, k + 2)  # "in the Indian state of Rajasthan"
        return k + (line.low(k) == ")")
    if line.low(k) == "," and (state := line.covered(k + 1, "state")) is not None and state.form != "capital":
        j = k + 1
        while line.covered(j, "state") is state:
            j += 1
        if (line.low(j) == "," and line.low(j + 1) in ("and", "to")) or line.low(j) in ("and", "to"):
            return j + (line.low(j) == ",")
    return k


def _opener(line: Line, i: int) -> int | None:
    i += line.low(i) == "," and line.low(i + 1) in ("between", "linking", "connecting", "from")
    for j in range(i, min(i + 9, len(line.tokens))):
        low = line.low(j)
        if low in ("which", "that") and line.low(j + 1) in _OPENERS - {"to", "on", "into"}:
            continue  # "the bus that connects A with B"
        if low in (".", ";", ",", "which", "that", "and") or (j > i + 5 and line.covered(j, "date")):
            return None
        if low in _OPENERS and (low not in ("to", "on", "into") or j == i) and not line.covered(j + 1, "date"):
            if low in ("to", "into") and not _has_from(line, j):
                return None
            return j
    return None


def _has_from(line: Line, j: int) -> bool:
    after = end_of_link(line, j + 1)
    return after is not None and line.low(after[1]) == "from"


def _pairs_before(line: Line, head: int) -> list[_Pair]:
    """ "the Hanoi-Vientiane bus service", "a direct Rabat–Dakar flight", "Kyrgyz-Tajik air services"."""
    i = head - 1
    while i > 0 and line.low(i) in _BEFORE and not line.covered(i, "place", "state"):
        i -= 1
    j = i
    while j > 0 and (
        (line.tokens[j - 1].capital and line.tokens[j - 1].word)
        or (line.low(j - 1) in ("-", "/", "to") and line.tokens[j].capital)
        or (_spaced(line, j - 1) and j > 2)
    ):
        j -= 1
        if line.low(j) in ("the", "a"):
            j += 1
            break
    left = end_of_link(line, j) or _demonym(line, j)
    if left is None or line.low(left[1]) not in ("-", "/", "to", "—"):
        return []
    right = end_of_link(line, left[1] + 1) or _demonym(line, left[1] + 1)
    while right is not None and line.low(right[1]) in ("-", "–") and right[1] <= i:  # "the Kolkata-Dhaka-Agartala bus"
        right = end_of_link(line, right[1] + 1) or _demonym(line, right[1] + 1)
    if right is None or right[1] < i + 1 - 1 or right[1] > head:
        return []
    return [*_listed_before(line, j), (left[0], right[0], (left[0], right[0]))]


def _listed_before(line: Line, j: int) -> list[_Pair]:
    """The pairs in one list with that which begins at j ("the A–B, A–C and B–C flights")."""
    found: list[_Pair] = []
    while j > 3 and line.low(j - 1) in ("and", ",", "or"):
        end = j - 1 - (line.low(j - 2) == ",")
        start = next((k for k in range(max(0, end - 9), end) if _one_pair(line, k, end) is not None), None)
        if start is None or (pair := _one_pair(line, start, end)) is None:
            break
        found.insert(0, pair)
        j = start
    return found


def _one_pair(line: Line, start: int, end: int) -> _Pair | None:
    """Two names joined by a dash that fill the tokens from `start` to `end`."""
    left = end_of_link(line, start)
    right = end_of_link(line, left[1] + 1) if left is not None and line.low(left[1]) in ("-", "–", "—") else None
    if left is None or right is None or right[1] != end:
        return None
    return (left[0], right[0], (left[0], right[0]))


def _demonym(line: Line, j: int) -> tuple[Mention, int] | None:
    known = line.covered(j, "state")
    if known is None or not known.states or known.form == "pair":
        return None
    while line.covered(j, "state") is known:
        j += 1
    return known, j


def _pairs_late(line: Line, first: int, end: int) -> list[_Pair]:
    """ "The Friendship Express, suspended in 2024, will resume between A and B": the ends stand behind the verb."""
    if any(line.low(i) in _FINITE for i in range(first)):
        return []
    told = False
    for i in range(end, min(len(line.tokens), end + 24)):
        low = line.low(i)
        if low in (";", "—", "but", "while"):
            return []
        told = told or low in _FINITE or low.endswith("ed")
        if (
            told
            and low in ("between", "linking", "connecting", "connect", "link", "from")
            and not line.covered(i + 1, "date")
        ):
            return _pairs(line, i)
    return []


def _run_by_verb(line: Line) -> Iterator[Mention]:
    """ "a Ugandan carrier will fly from A to B twice a week"; journeys of persons are no links."""
    if _RUN.keys().isdisjoint(line.said):
        return
    words = line.own
    for i, token in enumerate(line.tokens):
        mode = _RUN.get(token.low)
        if mode is None or not (_OFTEN.search(words) or (mode and (_CARRIER.search(words) or AIRLINE.search(words)))):
            continue
        mode = mode or _mode(line, i, i + 1, "context")
        if (
            not mode
            or not (
                _CARRIER.search(line.text, line.span.start, token.start)
                or AIRLINE.search(line.text, line.span.start, token.start)
            )
            or any(line.covered(k, "person", "office") for k in range(max(0, i - 6), i))
        ):
            continue
        opener = token.low[:4] in ("conn", "link", "join", "serv")
        for a, b, spans in _pairs(line, i if opener else i + 1)[:2]:
            yield _link(line, (i, i + 1), mode, a, b, spans).but(
                attributes={"from": called(a), "to": called(b), "verb": True}
            )
