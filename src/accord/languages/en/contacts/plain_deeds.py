"""Deeds told by a plain verb and who does it: helpers sent to a neighbour, units that train together, a list that names
somebody, prisoners swapped, votes on a neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.deeds import Deed, deed_of, subject, words_of
from accord.languages.en.contacts.sketch import Sketch, words

__all__ = ["plain_deed_hint", "plain_deeds"]

_END = (
    r"(?:after|as|at|until|once|when|while|but|because|since|which|who|said|says|where|on D\d+|in D\d+|between D\d+|from D\d+|"
    r"D\d+|[;:.,()—])(?!\S)"
)
_REST = rf"(?:(?!{_END})\S+ ){{0,10}}"
_TWO = r"(?:the )?S\d+ (?:and|,|-) (?:the )?S\d+(?: and (?:the )?S\d+)?"
_UNITS = (
    r"(?:(?:special|police|border|coast|naval|air|armed|army|rescue|health|medical|fire|search|mountain|customs|marine|young|"
    r"school|frontier|security|riot|bomb-disposal|military|civil|forest|park|folk|dance|national) ){0,3}"
    r"(?:police|policemen|officers|soldiers|troops|forces|guards|rangers|commandos|paratroopers|sailors|marines|airmen|pilots|"
    r"cadets|navies|warships|ships|frigates|destroyers|vessels|boats|cutters|jets|fighters|planes|aircraft|helicopters|"
    r"coastguards?|firefighters|firemen|rescuers|divers|teams|crews|brigades|units|squads|engineers|doctors|medics|nurses|"
    r"students|pupils|scouts|artists|musicians|choirs|orchestras|dancers|singers|athletes|veterans|volunteers|scientists|armies)"
)
_TRAINED = (
    r"(?:train(?:s|ed)?|rehears(?:e|es|ed)|practis(?:e|es|ed)|practic(?:e|es|ed)|exercis(?:e|es|ed)|drill(?:s|ed)|patrol(?:s|led)?|"
    r"sail(?:s|ed)|steam(?:s|ed)|manoeuvred|maneuvered|simulat(?:e|es|ed)|hunt(?:s|ed) (?:for )?(?:mines|submarines)|flew|fly)"
)
_SHARED = (
    r"(?:vaccinat(?:e|es|ed)|treat(?:s|ed)|plant(?:s|ed)|clean(?:s|ed)|clear(?:s|ed)|perform(?:s|ed)?|sang|sing|danc(?:e|es|ed)|"
    r"play(?:s|ed)|compet(?:e|es|ed)|rac(?:e|es|ed)|march(?:es|ed)|parad(?:e|es|ed)|search(?:es|ed)|rescued|destroy(?:s|ed)|"
    r"restor(?:e|es|ed)|repair(?:s|ed)|excavat(?:e|es|ed)|remember(?:s|ed)|laid|lit)"
)
_WILL = r"(?:(?:will|would|are|were|to|also|have|had|both|jointly|together|began|begin|due|set) ){0,4}(?:to )?"
_TOGETHER = re.compile(
    rf"(?<!\S)(?P<who>{_TWO} {_UNITS}|{_UNITS} (?:of|from) {_TWO}) {_WILL}(?P<act>{_TRAINED}|{_SHARED})(?P<rest> {_REST})"
)
_HELPERS = (
    r"(?:(?:\d+|two|three|four|five|six|eight|ten|twelve|twenty|thirty|forty|fifty|dozens of|a|the|some|first|field|fire|rescue|search|"
    r"medical|military|mobile|aid|relief|cargo|fire-fighting|firefighting|water-bombing|transport|navy|army|civil|forest) ){0,3}"
    r"(?:rescuers|firefighters|firemen|doctors|medics|nurses|engineers|divers|volunteers|teams?|crews?|brigades?|convoys?|planes?|"
    r"aircraft|helicopters?|hospitals?|experts|sappers|deminers|electricians|lifeguards|ships?|trains?|flights?|technicians)"
)
_HELPED = (
    r"(?:reached|reach(?:es)?|arriv(?:ed|es?)|land(?:ed|s)|touched down|flew|fly|left for|set off for|headed for|join(?:ed|s)?|help(?:ed|s|ing)?|"
    r"battl(?:ed|es?|ing)|fought|fight(?:ing)?|lent a hand|lend a hand|assist(?:ed|s)?|dug|searched|came to the (?:aid|help|rescue)|"
    r"deployed|work(?:ed|ing)|dropped water|went into action)"
)
_HELP = re.compile(
    rf"(?<!\S)(?P<who>(?:(?:a|the|\d+|two|three|four|five|six|ten|twenty|several|some) )?S\d+ {_HELPERS}(?: (?:and|with) (?:(?!{_END})\S+ ){{0,5}}?\S+)?|{_HELPERS} from (?:the )?S\d+) "
    rf"(?:(?:have|has|had|been|were|are|is|was|already|also|then) ){{0,3}}(?P<act>{_HELPED})(?P<rest> {_REST})"
)
_ABROAD = re.compile(r"len[dt] a hand|help|assist|came to")  # who helps, helps others
_DISASTER = re.compile(
    r"\b(?:flood|quake|fire|blaze|wildfire|storm|cyclone|hurricane|typhoon|landslide|mudslide|avalanche|eruption|drought|epidemic|cholera|"
    r"ebola|pandemic|collaps|explosion|dams? |disaster|rubble|survivors|victims|tents|relief|humanitarian|medicine|blankets|wounded|stricken|aid |rescue)"
)
_LENT = re.compile(
    r"(?<!\S)(?:lent|lend|lends|loaned|gave|gives?|sent|sends?|donated|donates|offered|made|handed|granted|shipped) (?:the )?(?P<to>S\d+) "
    rf"(?P<what>(?:\d[\d,.]*|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundreds of|thousands of) {_REST})"
)
_SHIPPED = re.compile(
    r"(?<!\S)(?:donat(?:es|ed|ing)|shipp?(?:s|ed)|trucked|sent|sends|gave|gives|gift(?:s|ed)|deliver(?:s|ed)|airlift(?:s|ed)|flew|flies) "
    rf"(?P<what>\d[\d,.]*(?: (?:tonnes|tons) of)? (?:(?!to(?!\S)|{_END})\S+ ){{1,6}})to (?:the )?(?P<to>S\d+)(?! 's)"
)
_LISTED = re.compile(
    r"(?<!\S)(?:(?:put|puts|placed|places|add(?:ed|s)?|includ(?:ed|es)) (?P<whom>(?:(?!(?:on|to|in)(?!\S)|[;:.])\S+ ){1,8})(?:on|to|in) (?:his |the |a |S\d+ 's |S\d+ )?"
    r"(?:(?:list of (?:sanctions|sanctioned|undesirable|persons|unfriendly)|(?:sanctions?|entry-ban|travel-ban|black|stop|wanted|no-entry|unfriendly) ?-?list|black-?list|sanctions? register))"
    r"|(?:black-?list(?:ed|s)|sanction(?:ed|s)) (?P<bare>(?:(?!(?:on|in|for|over|after|because)(?!\S)|[,;:.]|D\d)\S+ ){1,8}))"
)
_SHOWN_OUT = re.compile(
    r"(?<!\S)(?:show(?:s|n|ed) (?P<a>(?:(?!the door)\S+ ){1,9})the door|(?:order(?:s|ed)|told|tells|g[ai]ven?) (?P<b>(?:(?!to pack)\S+ ){1,8})to pack (?:his|its) (?:bags|cases|things))(?!\S)"
)
_MISSION = re.compile(r"\b(?:diplomats?|attach|ambassador|envoy|consul|embassy|charg|secretar|counsell?or|mission)")
_SWAPPED = re.compile(
    r"(?<!\S)(?P<act>swap(?:ped|s)?|exchang(?:ed|es|e)|trad(?:ed|es)) (?:(?:all|the|his|\d+|some|a|number|of|more|further|several|dozens) ){0,4}(?P<what>prisoners|detainees|captives|pows|hostages|bodies|spies|convicts|inmates)(?!\S)"
)
_VOTED = re.compile(
    r"(?<!\S)(?P<who>S\d+ (?:'s )?(?:(?:lower|upper|national|federal|grand) ){0,2}(?:parliament|congress|senate|assembly|chamber|house|diet|duma|seimas|saeima|riigikogu|sejm|knesset|majlis|bundestag|rada|council|lawmakers|mps|deputies)) "
    r"(?:(?:has|have|had|on D\d+|overwhelmingly|unanimously|narrowly|D\d+|also|today|yesterday) ){0,3}(?P<act>back(?:ed|s)|approv(?:ed|es)|adopt(?:ed|s)|reject(?:ed|s)|pass(?:ed|es)|condemn(?:ed|s)|vot(?:ed|es)|endors(?:ed|es)|recogni[sz](?:ed|es)|denounc(?:ed|es)) "
    r"(?:on D\d+ |D\d+ )?(?P<what>(?:(?!(?:by|with|after|which|who|said|on D\d+)(?!\S)|[,;:.()])\S+ ){1,14})"
)
_BY_VOTES = re.compile(r"\b\d+ votes|\bvotes? (?:to|against)|\bresolution\b|\bmotion\b|\bdeclaration\b")

plain_deed_hint = re.compile(
    r"\b(?:train|rehears|practis|practic|exercis|drill|patrol|sail|steam|manoeuv|maneuv|simulat|hunt|vaccinat|plant(?:ed|s)|clean|"
    r"perform|sang|danc|compet|march|parad|rescu|firefight|firemen|doctors|medics|nurses|hospital|helicopter|planes?\b|aircraft|brigade|convoy|"
    r"teams?\b|crews?\b|divers|sappers|lent|loan|donat|shipp|sent\b|sends?\b|gave|list\b|black-?list|sanctioned|the door|pack (?:his|her|their|its)|"
    r"swap|exchang|votes?\b|resolution|motion)",
    re.IGNORECASE,
)


def plain_deeds(sketch: Sketch) -> Iterator[Deed]:
    """The deeds of a sentence, where nothing surer told them; those of two states or with a day."""
    for reader in (_joint, _helped, _gave, _listed, _shown_out, _swaps, _votes):
        for deed in reader(sketch):
            if deed.status in ("reported", "planned", "cancelled", "postponed") and (deed.when or len(_of(deed)) > 1):
                yield deed


def _of(deed: Deed) -> set[str]:
    return {s for m in (*deed.states, *([deed.by] if deed.by else [])) for s in m.states}


def _all_states(sketch: Sketch) -> list[int]:
    return [k for k in range(len(sketch.items)) if sketch.mention(k, "S")]


def _told(sketch: Sketch, form: str, name: str, first: int, end: int, trigger: int) -> Deed:
    deed = deed_of(sketch, form, name, trigger, end, None)
    deed.first = first
    states = [m for k in _all_states(sketch) if (m := sketch.mention(k, "S")) is not None]
    deed.states = states if len({s for m in states for s in m.states}) <= 4 else []
    return deed


_CALLED = re.compile(
    r"\b(?:exercises?|drills?|man(?:oe|e)uvres?|war ?games|tournament|festival|concert|parade|marathon)\b"
)


def _joint(sketch: Sketch) -> Iterator[Deed]:
    for match, first, end in sketch.find(_TOGETHER) if not _CALLED.search(sketch.text) else ():
        act = sketch.at(match.start("act"))
        trained = re.fullmatch(_TRAINED, match["act"]) is not None
        yield _told(sketch, "exercise" if trained else "", words_of(sketch, first, end), first, end, act)


def _helped(sketch: Sketch) -> Iterator[Deed]:
    if not _DISASTER.search(sketch.text):
        return
    for match, first, end in sketch.find(_HELP):
        act = sketch.at(match.start("act"))
        who = words_of(sketch, first, act)
        rest = words_of(sketch, act, end)
        deed = _told(sketch, "aid", f"{who} {rest}", first, end, act)
        if len(_of(deed)) > 1 or (deed.when is not None and _ABROAD.match(match["act"])):
            yield deed


def _gave(sketch: Sketch) -> Iterator[Deed]:
    for pattern in (_LENT, _SHIPPED):
        for match, first, end in sketch.find(pattern):
            what = match["what"]
            lent = re.match(r"len[dt]|loan|donat|gift", match[0]) is not None
            if _NO_GIFT.search(what) or not (lent or set(what.split()) & words("aid", "goods")):
                continue
            start, to = sketch.at(match.start("what")), sketch.at(match.start("to"))
            goods = words_of(sketch, start, sketch.at(match.end("what") - 1) + 1)
            by, whom = subject(sketch, first), sketch.mention(to, "S")
            if by is None or whom is None or set(by.states) & set(whom.states):
                continue
            giver, taker = (sketch.line.text[m.span.start : m.span.end] for m in (by, whom))
            goods = _COUNT.sub("", goods)
            deed = deed_of(sketch, "aid", f"{giver} aid of {goods} to {taker}", first, end, by)
            deed.states = [whom]
            yield deed


_COUNT = re.compile(
    r"^(?:\d[\d,.]*|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundreds of|thousands of)(?: (?:tonnes|tons|boxes|sets) of)? ",
    re.IGNORECASE,
)
_NO_GIFT = re.compile(
    r"\b(?:letters?|notes?|message|invitation|reports?|list|documents?|trade|gas|oil|barrels|ore|steel|copper|coal|credit|contracts?|exports?|imports?|loan|"
    r"days|hours|weeks|months|years|chance|signal|warning|ultimatum|visit|promise|guarantee|deadline|choice|percent|%|goals?|points|wins?|victory|"
    r"diplomats|ambassador|envoy|delegation|migrants|lead|boost|headache|troops|soldiers|missiles|rockets|drones|tanks|cows for sale|call|reply|answer)\b"
)


def _listed(sketch: Sketch) -> Iterator[Deed]:
    for match, first, end in sketch.find(_LISTED):
        group = "whom" if match["whom"] else "bare"
        whom = words_of(sketch, sketch.at(match.start(group)), sketch.at(match.end(group) - 1) + 1)
        by = subject(sketch, first)
        deed = deed_of(sketch, "sanction", "", first, end, by)
        giver = f"{sketch.line.text[by.span.start : by.span.end]} " if by is not None else ""
        deed.name = f"{giver}sanctions on {whom}"
        if len(_of(deed)) > 1:
            yield deed


def _shown_out(sketch: Sketch) -> Iterator[Deed]:
    for match, first, end in sketch.find(_SHOWN_OUT):
        group = "a" if match["a"] else "b"
        if _MISSION.search(match[group]):
            who = words_of(sketch, sketch.at(match.start(group)), sketch.at(match.end(group) - 1) + 1)
            yield deed_of(sketch, "expulsion", f"expulsion of {who}", first, end, subject(sketch, first))


def _swaps(sketch: Sketch) -> Iterator[Deed]:
    for match, first, end in sketch.find(_SWAPPED):
        noun = "exchange" if match["act"].startswith("exchang") else "swap"
        deed = _told(sketch, "", f"{match['what'].removesuffix('s')} {noun}", first, end, first)
        if deed.when is not None:
            yield deed


def _votes(sketch: Sketch) -> Iterator[Deed]:
    for match, first, end in sketch.find(_VOTED):
        what = words_of(sketch, sketch.at(match.start("what")), end)
        states = {s for k in range(first, end) if (m := sketch.mention(k, "S")) for s in m.states}
        if len(states) < 2 or not _BY_VOTES.search(sketch.text):
            continue
        who = words_of(sketch, first, sketch.at(match.start("act")))
        who = re.sub(r" (?:on|has|have|had)\b.*$", "", who)
        deed = _told(sketch, "vote", f"vote of {who} on {what}", first, end, sketch.at(match.start("act")))
        yield deed
