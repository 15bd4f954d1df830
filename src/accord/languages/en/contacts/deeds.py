"""What states do to each other: diplomats expelled, sanctions and bans imposed or lifted, aid given, courts that rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.views import Mention

__all__ = ["Deed", "deed_hint", "deed_of", "subject", "told_deeds", "words_of"]


@dataclass(slots=True)
class Deed:
    """A deed in the making: its name, who does it to whom as far as the sentence tells."""

    form: str
    name: str
    first: int
    end: int
    status: str
    when: Mention | None
    by: Mention | None
    states: list[Mention]


deed_hint = re.compile(
    r"\b(?:ouster|to leave\b|expel|expul|marching orders|envoy|ambassador|attach|summon|call(?:s|ed)? in|hauled|persona|diplomat|embassy|high commission|consul|attach[ée]|thr(?:ew|own?|ows) out|kick|boot|deport|sanction|embargo|\bbans?\b|banned|barr?(?:ed|s)\b|tariff|dut(?:y|ies)|lev(?:y|ies)|freez|froze|blacklist|airspace|"
    r"restriction|aid\b|medical teams?|search teams?|relief|donat|humanitarian|assistance|tonnes|vaccines|doses|doctors|rescue|generators|ambulances|flour|wheat|\brice\b|grain|medicine|tents|blankets|parcels|ruling|judg|hearings?|tribunal|\bcourt\b|imports?\b|exports?\b|entry|supplies|handed over|repatriat|protest|d[eé]marche|note verbale|deployment|recruitment)",
    re.IGNORECASE,
)

_ENVOYS = (
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|a|an|the|one|all|its|his|military|defence|naval|embassy|consular|honorary|senior|other|more|another|russian|S\d+|'s|,|and|dozen|second|first|top|press|cultural|staff|acting|interim|deputy|outgoing|new|chief|economic|trade|political|remaining|additional|serving|accredited|resident) ){0,7}"
    r"(?:diplomats?|consul(?:s|-general| general)?|attach[ée]s?|envoys?|ambassadors?|high commissioners?|charg[ée](?:s)?(?: d'affaires)?|heads? of mission|chiefs? of mission|(?:first|second|third) secretar(?:y|ies)|counsellors?|counselors?|diplomatic staff|embassy (?:staff|employees|officials|workers)|consular (?:staff|employees|officials|officers)|(?:staff|employees|members|officials|counsellors?|counselors?|secretaries|aides|clerks|men|women|people|persons|workers|officers|staffers) (?:of|from|at|in) (?:the |its |his )?(?:S\d+ )?(?:'s )?(?:embassy|consulate|mission|high commission)|(?:security|intelligence|consular|trade) (?:officials|officers|agents|personnel)|(?<=S\d )(?:officials|staffers|spies|spooks|agents)|(?<=S\d\d )(?:officials|staffers|spies|spooks|agents))"
)
_NAME = r"(?:(?!(?:to|and|that|which|who|was|were|is|has|had|over|for|after|said|as|home)(?!\S)|[;:.()]|S\d|D\d|\d)\S+ ){0,4}?"
_UNWELCOME = r"(?:persona[el]? non gratae?|personae?s?-non-gratae?|unwelcome|undesirable)"
_HOURS = r"(?:(?:until |till |by )?D\d+|(?:\d+|twenty-four|forty-eight|seventy-two|two|three|seven|ten) (?:hours|days))"
_EXPEL = (
    re.compile(
        rf"(?<!\S)(?:expel(?:s|led|ling)?|throw(?:s|ing)? out|threw out|thrown out|kick(?:s|ed|ing)? out|boot(?:s|ed)?(?: out)?|turf(?:s|ed) out|deport(?:s|ed|ing)?|eject(?:s|ed)) (?P<who>{_ENVOYS})(?!\S)"
    ),
    re.compile(
        rf"(?<!\S)(?:order(?:s|ed|ing)?|told|tells|ask(?:s|ed)|direct(?:s|ed)) (?P<who>{_ENVOYS}) {_NAME}(?:(?:in|at|S\d+|D\d+|the country) ){{0,3}}(?:to (?:leave|go|quit|depart|get out|pack)|out|home|expelled)(?!\S)"
    ),
    re.compile(rf"(?<!\S)(?:gave|gives?|hand(?:s|ed)) (?P<who>{_ENVOYS}) his marching orders(?!\S)"),
    re.compile(
        rf"(?<!\S)(?:gave|gives?|giving|given) (?P<who>{_ENVOYS}) {_NAME}(?:(?:in|at|from|S\d+|the country|there) ){{0,3}}{_HOURS}"
    ),
    re.compile(
        rf"(?<!\S)(?:declar(?:es|ed|ing|e)|designated|named) (?P<who>{_ENVOYS}) {_NAME}(?:(?:to|in|S\d+|as|working|serving|posted|the country|,) ){{0,5}}{_UNWELCOME}"
    ),
    re.compile(rf"(?<!\S)(?:declar(?:es|ed|ing|e)|designated|named) (?:as )?{_UNWELCOME} (?P<who>{_ENVOYS})(?!\S)"),
    re.compile(rf"(?<!\S)(?:sent|sends?|sending) (?P<who>{_ENVOYS}) {_NAME}(?:home|packing)"),
    re.compile(
        rf"(?<!\S)(?P<who>{_ENVOYS}) (?:, (?:(?!S\d|D\d|who|which|and|was|were|is|[,;:.()])\S+ ){{1,5}}, )?(?:(?:,|in|at|from|of|S\d+|has|have|had|will|would|also|is|are|were|was|been|being|be|to|D\d+|on) ){{1,7}}?(?:expelled|deported|thrown out|kicked out|booted(?: out)?|"
        rf"declared {_UNWELCOME}|(?:told|ordered|asked|given) (?:(?:D\d+|{_HOURS}|on) ){{0,3}}to (?:go|leave|quit|get out|pack|depart)|out too|ordered (?:out|home|to leave)|given {_HOURS}|sent (?:home|packing))"
    ),
    re.compile(
        rf"(?<!\S)(?:expulsions?|ouster|removal) of (?:(?!S\d|D\d|[;:.()])\S+ ){{1,4}}?, (?P<who>{_ENVOYS})(?!\S)"
    ),
    re.compile(rf"(?<!\S)(?:expulsions?|ouster) of (?P<who>{_ENVOYS})(?!\S)"),
    re.compile(rf"(?<!\S)(?:order(?:s|ed|ing)|throw(?:s|ing)|threw) out (?P<who>{_ENVOYS})(?!\S)"),
    re.compile(rf"(?<!\S)show(?:s|ed|n|ing)? (?P<who>{_ENVOYS}) the door(?!\S)"),
    re.compile(
        rf"(?<!\S)(?P<who>{_ENVOYS}) (?:(?:in|at|from|of|the|S\d+) ){{0,4}}(?:must|has to|have to|had to|(?:is|are) to|(?:is|are) obliged to) (?:leave|go|quit|depart|be out|get out)(?!\S)"
    ),
    re.compile(
        rf"(?<!\S)(?P<who>(?:(?:a|an|the|two|three|four|five|six|several|some|\d+|of|his|S\d+|'s|senior|former) ){{1,5}}(?:officials?|politicians?|ministers?|lawmakers?|deputies|deputy|mps?|senators?)(?: of (?:the )?S\d+)?) "
        rf"(?:(?:was|were|has|have|had|been|today|also|D\d+) ){{1,4}}(?:declared|proclaimed|pronounced|named) {_UNWELCOME}(?!\S)"
    ),
)
_ELIDED = re.compile(
    r"(?<!\S)(?:expel(?:led|s|ling)|threw out|kicked out|declared) (?P<who>S\d+ 's)(?= [,;.]| as persona)"
)
_MEASURE = (
    r"(?:(?:new|fresh|further|additional|economic|trade|targeted|financial|import|export|entry|travel|retaliatory|temporary|full|partial|total|sweeping|tit-for-tat|a|an|the|\d+|percent|per|cent|%|its|his|arms|visa|S\d+|package|round|of|anti-dumping|total|blanket|fuel|oil|gas|food|\d+-percent) ){0,6}"
    r"(?:sanctions?|embargo(?:es)?|bans?|tariffs?|duties|duty|lev(?:y|ies)|restrictions|asset freezes?|freeze|blockade|quotas?|countermeasures)"
)
_IMPOSED = r"(?:impos(?:e|es|ed|ing)|slap(?:s|ped|ping)?|introduc(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|adopt(?:s|ed)?|approv(?:e|es|ed)|plac(?:e|es|ed)|put|puts|levied|extend(?:s|ed)?|tighten(?:s|ed)?|renew(?:s|ed)?|reimpos(?:e|es|ed)|order(?:s|ed)|enact(?:s|ed)|prolong(?:s|ed))"
_LIFTED = r"(?:lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|scrap(?:s|ped|ping)?|revok(?:e|es|ed)|suspend(?:s|ed)|drop(?:s|ped)|end(?:s|ed)?|relax(?:es|ed)?|rescind(?:s|ed)|withdr(?:ew|aws?))"
_OBJECT = r"(?P<what>(?:(?!(?:after|over|as|at|until|once|if|unless|when|while|but|because|since|that|which|who|said|in response|and \S+(?:ed|ose|oze|ut))(?!\S)|;|:|\.|\(|D\d)\S+ ){1,9})"
_PUNISHED = re.compile(
    rf"(?<!\S)(?P<act>{_IMPOSED}|{_LIFTED}) (?P<it>{_MEASURE}) (?:on|against|for|targeting|from) {_OBJECT}"
)
_PASSIVE = re.compile(
    rf"(?<!\S)(?P<it>{_MEASURE}) (?:on|against) {_OBJECT}?(?:(?:was|were|has|have|had|been|is|are|will|be|would) ){{1,3}}(?P<act>{_IMPOSED}|{_LIFTED})(?!\S)"
)
_THAT = re.compile(
    rf"(?<!\S)(?P<it>{_MEASURE}) (?:that |which )?(?P<by>S\d+) (?:has |had )?(?P<act>put|imposed|placed|slapped|introduced) on {_OBJECT}"
)
_BANNED = re.compile(
    r"(?<!\S)(?P<act>ban(?:s|ned|ning)|bar(?:s|red|ring)|prohibit(?:s|ed|ing)|outlaw(?:s|ed)|stopp(?:ed|ing)|stops|halt(?:s|ed|ing)|block(?:s|ed|ing)|suspend(?:s|ed|ing)|restrict(?:s|ed|ing)|curb(?:s|ed)|blacklist(?:s|ed)) "
    rf"{_OBJECT}"
)
_GOOD = re.compile(
    r"\b(?:imports?|exports?|entry|entering|shipments|goods|products|purchases|deliveries|trailers|trucks|lorries|companies|officials|firms|nationals|citizens|carriers|airlines|planes|aircraft|vessels|ships|cattle|livestock|meat|poultry|milk|fruit|grain|fish|senator|lawmakers?|ministers?|individuals|banks|workers|maids|nurses|labou?r(?:ers)?)\b"
)
_FROZEN = re.compile(rf"(?<!\S)(?P<act>fr(?:eezes?|oze|ozen|eezing)) (?:the )?assets of {_OBJECT}")
_AIRSPACE = re.compile(
    rf"(?<!\S)(?P<act>clos(?:e|es|ed|ing)|shuts?|barr(?:ed|ing)) (?:its|his|the|S\d+) airspace(?: to {_OBJECT})?"
)
_AID = re.compile(
    r"(?<!\S)(?:sen[dt]s?|deliver(?:s|ed|ing)?|donat(?:es|ed|ing)|dispatch(?:es|ed)|fl(?:ew|own) in|ship(?:s|ped)|airlift(?:s|ed)|suppl(?:ies|ied)|distribut(?:es|ed)|hand(?:s|ed) out|handed over|provid(?:es|ed)|gave|gives|render(?:s|ed)|releas(?:es|ed)|pledg(?:es|ed)|allocat(?:es|ed)) "
    r"(?P<what>(?:(?![;:.,]|(?:to|after|over|that|which|who|when|in|for|by)(?!\S)|D\d|S\d+ and)\S+ ){0,7}?(?:aid|assistance|humanitarian help|relief|supplies|blankets|tents|rice|wheat|flour|grain|medicines?|vaccines?|doses|generators|ambulances|rescuers|(?:rescue|medical|search) teams?|rescue workers|doctors|food parcels|food)(?: (?:and|,) [a-z]+)?)(?!\S)"
)
_COURT = re.compile(
    r"\b(?:international court of justice|icj|court of arbitration|arbitral tribunal|tribunal|court of justice|supreme court|constitutional court)\b"
)
_RULED = re.compile(
    r"(?<!\S)(?P<it>(?:oral )?hearings?|rulings?|judge?ments?|verdict|award|advisory opinion)(?: (?:on|of|by|in|at|over) (?:(?!was|were|is|are|will|D\d|;|,|\.|and|which|that)\S+ ){1,9})?"
)


def told_deeds(sketch: Sketch) -> list[Deed]:
    """The deeds that a sentence tells of."""
    found: list[Deed] = []
    for reader in (_expulsions, _summonings, _protests, _measures, _aids, _rulings):
        for deed in reader(sketch):
            if not any(d.form == deed.form and d.first < deed.end and deed.first < d.end for d in found):
                found.append(deed)
    return found


def words_of(sketch: Sketch, first: int, end: int) -> str:
    """The text of items, without an article at its start or a mark at its end."""
    while first < end and sketch.item(first) in ("the", "a", "an", "his", ",", "of", "and"):
        first += 1
    while end > first and sketch.item(end - 1) in (
        ",",
        "and",
        "the",
        "on",
        "in",
        "at",
        "by",
        "of",
        "to",
        "for",
        "from",
        '"',
    ):
        end -= 1
    return (
        " ".join(sketch.line.text[sketch.places[first][0] : sketch.places[end - 1][1]].split()) if first < end else ""
    )


_IN_OFFICE = frozenset(
    "government ministry parliament authorities president cabinet army navy police side minister".split()
)


def _in_office(sketch: Sketch, k: int) -> bool:
    """ "The government of A": who acts for it."""
    before = sketch.items[max(0, k - 3) : k]
    return "of" in before and bool(_IN_OFFICE & set(before))


_ASIDE = ("in", "from", "at", "with", "near", "on", "of", "to", "between", "against")


def subject(sketch: Sketch, first: int) -> Mention | None:
    """The state that acts: the nearest before, told neither with a preposition nor as an owner."""
    for k in range(first - 1, -1, -1):
        if sketch.item(k) == ";":
            return None
        mention = sketch.mention(k, "S")
        if mention is None or (sketch.item(k - 1) in _ASIDE and not _in_office(sketch, k)):
            continue
        paired = sketch.item(k - 1) == "and" and sketch.mention(k - 2, "S") is not None
        if not (paired and sketch.item(k - 3) in _ASIDE):
            return mention
    return None


def _states(sketch: Sketch, first: int, end: int) -> list[Mention]:
    return [m for k in range(max(first, 0), min(end, len(sketch.items))) if (m := sketch.mention(k, "S")) is not None]


def deed_of(sketch: Sketch, form: str, name: str, first: int, end: int, by: Mention | None) -> Deed:
    right = next((k for k in range(end, len(sketch.items)) if sketch.item(k) in (";", "—")), len(sketch.items))
    left = next((k + 1 for k in range(first - 1, -1, -1) if sketch.item(k) in (";", "—")), 0)
    status = status_of(
        sketch, max(left, first - 7), max(first, end - 2) if form == "expulsion" else first, end, min(right, end + 6)
    )
    return Deed(
        form, name, first, end, status, date_of(sketch, left, first, right), by, _states(sketch, first, end + 2)
    )


def _called(mention: Mention | None, sketch: Sketch) -> str:
    """The words that a state is told by, where they are a name of its own."""
    if mention is None or mention.form == "pair":
        return ""
    return " ".join(sketch.line.text[mention.span.start : mention.span.end].split()) + " "


_BOUND = frozenset("must has have had obliged".split())


def _expulsions(sketch: Sketch) -> Iterator[Deed]:
    for pattern in (*_EXPEL, _ELIDED):
        for match, first, end in sketch.find(pattern):
            who = sketch.at(match.start("who"))
            last = sketch.at(match.end("who") - 1) + 1
            name = words_of(sketch, who, last)
            if pattern is _ELIDED:
                head = next(
                    (w for w in ("ambassador", "envoy", "diplomats", "consul") if w in sketch.items[:first]), ""
                )
                if not head:
                    continue
                name = f"{name} {head}"
            by = subject(sketch, first)
            deed = deed_of(sketch, "expulsion", f"expulsion of {name}", first, end, by)
            if deed.status == "proposed" and "told" in sketch.items[first:end]:
                deed.status = "planned"
            if deed.status in ("proposed", "planned") and _BOUND & set(sketch.items[last:end]):
                deed.status = "reported"  # who must leave is told to
            if deed.status == "proposed" and "asked" in sketch.items[first:end]:
                deed.status = "reported"
            if deed.status == "planned" and sketch.item(first).endswith("ed") and sketch.mention(first - 1, "S"):
                deed.status = "reported"  # "told of the decision after S expelled"
            yield deed


_SUMMONED = (
    re.compile(rf"(?<!\S)(?:summon(?:s|ed|ing)?|call(?:s|ed) in|haul(?:s|ed) in) (?P<who>{_ENVOYS})(?! home)(?!\S)"),
    re.compile(
        rf"(?<!\S)(?P<who>{_ENVOYS}) (?:(?:to|in|S\d+|was|were|has|been|had|,) ){{1,5}}?(?:summoned|called in)(?! home)(?!\S)"
    ),
)


def _summonings(sketch: Sketch) -> Iterator[Deed]:
    for pattern in (*_SUMMONED, _CALLED_TO, _CALLED_IN):
        for match, first, end in sketch.find(pattern):
            who, stop = sketch.at(match.start("who")), sketch.at(match.end("who") - 1) + 1
            if sketch.item(who) == "his" or "home" in sketch.items[end : end + 6]:
                continue
            owner = sketch.item(stop) in ("of", "to") and sketch.mention(
                stop + 1 + (sketch.item(stop + 1) == "the"), "S"
            )
            name = words_of(sketch, who, stop + 2 + (sketch.item(stop + 1) == "the") if owner else stop)
            yield deed_of(sketch, "", f"summoning of {name}", first, end, subject(sketch, first))


_CALLED_IN = re.compile(
    rf"(?<!\S)(?P<who>{_ENVOYS}) (?:(?:to|in|S\d+|was|were|has|been|had|,) ){{1,5}}?(?:called|invited|asked) (?:in )?to (?:the |his )?(?:S\d+ )?(?:'s )?(?:foreign (?:office|ministry)|ministry|mfa)(?!\S)"
)
_CALLED_TO = re.compile(
    rf"(?<!\S)(?:call(?:s|ed)|invit(?:es|ed)|order(?:s|ed)) (?P<who>{_ENVOYS}) (?:in )?to (?:the |his |its )?(?:S\d+ )?(?:'s )?(?:foreign (?:office|ministry)|ministry|mfa)(?!\S)"
)
_PROTESTED = re.compile(
    r"(?<!\S)(?:hand(?:s|ed|ing)?(?: over)?|lodg(?:es?|ed|ing)|sen[dt]s?|deliver(?:s|ed)|issued|fil(?:es?|ed)|presented|submitted|made|conveyed|received|registered|express(?:es|ed)|voiced) (?:(?:him|her|it|to|over|the|his|a|S\d+)(?: (?!(?:and|that|which|said|note|protest)(?!\S)|[;:.()]|D\d)\S+){0,7}? )?"
    r"(?P<what>(?:(?:a|an|his|the|formal|strong|official|diplomatic|written|stern|sharp|strongly-worded|verbal|second|new|fresh|letter|of) ){0,5}(?:protest notes?|notes? of protest|diplomatic notes?|notes? verbales?|protests?|d[eé]marche))"
    r"(?P<to>(?: (?:to|with|against|over|from|at|about) (?:(?!(?:and|after|on|which|that|said)(?!\S)|[,;:.()]|D\d)\S+ ?){1,7}){0,2})"
)


def _protests(sketch: Sketch) -> Iterator[Deed]:
    """Notes of protest, unless an envoy was called in to be handed one."""
    if re.search(r"\b(?:summon|called in|hauled in|persona)", sketch.text):
        return
    for match, first, end in sketch.find(_PROTESTED):
        what = words_of(sketch, sketch.at(match.start("what")), end)
        deed = deed_of(sketch, "", what, first, end, subject(sketch, first))
        if deed.status == "reported" and "S" in match[0] + "".join(
            w for w in sketch.items[:first] if re.match(r"S\d", w)
        ):
            yield deed


def _measures(sketch: Sketch) -> Iterator[Deed]:
    for pattern in (_THAT, _PUNISHED, _PASSIVE, _FROZEN, _AIRSPACE, _BANNED):
        for match, first, end in sketch.find(pattern):
            act = match["act"]
            what = match["what"] or ""
            if pattern is _BANNED and re.search(r"\bvisas?\b", what):
                continue
            if pattern is _BANNED and not (
                _GOOD.search(what) and re.search(r"S\d|enter|deployment|hiring|recruitment|sending", what)
            ):
                continue
            start = sketch.at(match.start("what")) if what else end
            stop = sketch.at(match.end("what") - 1) + 1 if what else end
            of = words_of(sketch, start, stop)
            by = sketch.named[sketch.at(match.start("by"))] if pattern is _THAT else subject(sketch, first)
            lifted = bool(re.fullmatch(_LIFTED, act)) and pattern not in (_BANNED, _AIRSPACE)
            if pattern is _FROZEN:
                name = f"freeze of the assets of {of}"
            elif pattern is _AIRSPACE:
                name = f"closure of {_called(by, sketch)}airspace" + (f" to {of}" if of else "")
            elif pattern is _BANNED:
                name = (
                    f"{_called(by, sketch)}{'stop' if act.startswith(('stop', 'halt', 'suspend')) else 'ban'} on {of}"
                )
            else:
                it = sketch.at(match.start("it"))
                thing = words_of(sketch, it, sketch.at(match.end("it") - 1) + 1)
                name = f"lifting of {thing} on {of}" if lifted else f"{_called(by, sketch)}{thing} on {of}"
            deed = deed_of(sketch, "sanction", name, first, min(end, stop), by)
            if lifted and deed.status == "planned":
                continue
            if pattern is _BANNED and re.search(r" from (?:enter|travel|com|fly|land)", what):
                deed.states = _states(sketch, first, start + what.split().index("from"))
            known = {s for m in deed.states for s in m.states} | set(by.states if by else ())
            if (
                len(known) > 1
                or pattern is not _BANNED
                or re.search(r"enter|deployment|hiring|recruitment|sending", what)
            ):
                yield deed


def _aids(sketch: Sketch) -> Iterator[Deed]:
    for match, first, end in sketch.find(_AID):
        what = words_of(sketch, sketch.at(match.start("what")), end)
        by = subject(sketch, first)
        aid = what if re.search(r"\b(?:aid|assistance|relief)\b", what) else f"{what.split()[-1]} aid"
        if sketch.item(end) in ("to", "for") and sketch.mention(end + 1 + (sketch.item(end + 1) == "the"), "S"):
            to = end + 1 + (sketch.item(end + 1) == "the")
            aid += f" to {words_of(sketch, to, to + 1)}"
        deed = deed_of(sketch, "aid", f"{_called(by, sketch)}{aid}", first, end, by)
        deed.states = _states(sketch, first, end + 8)
        if deed.status in ("reported", "planned", "postponed", "cancelled"):
            yield deed


def _rulings(sketch: Sketch) -> Iterator[Deed]:
    if not _COURT.search(sketch.text):
        return
    for match, first, end in sketch.find(_RULED):
        deed = deed_of(sketch, "", words_of(sketch, first, end), first, end, None)
        if deed.when is not None and (
            _COURT.search(match[0])
            or sketch.item(first - 1) == "'s"
            or _COURT.search(" ".join(sketch.items[max(0, first - 8) : first]))
        ):
            if not _COURT.search(match[0]):
                court = _COURT.search(sketch.text)
                deed.name = (
                    f"{words_of(sketch, sketch.at(court.start()), sketch.at(court.end() - 1) + 1)} {deed.name}"
                    if court
                    else deed.name
                )
            yield deed
