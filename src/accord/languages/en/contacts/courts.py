"""Events before courts and councils: a claim submitted, a complaint lodged, a ruling given."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.deeds import Deed, deed_of, subject, words_of
from accord.languages.en.contacts.sketch import Sketch

__all__ = ["court_hint", "suits"]

court_hint = re.compile(
    r"\b(?:court|icj|itlos|tribunal|arbitrat\w+|the hague|commission|security council|wto|world trade organi[sz]ation|african union|panel|complaint|lawsuit)\b",
    re.IGNORECASE,
)
_COURT = (
    r"(?P<court>(?:(?:the|an|a|his) )?(?:(?:international|world|permanent|african|inter-american|european|east|west|caribbean|regional|constitutional|supreme|S\d+|trade|human|rights|un|united|nations|security|law|of|sea|for|dispute|settlement|andean|central|american) ){0,6}"
    r"(?:court|tribunal|icj|itlos|arbitration|arbitrators|wto|world trade organi[sz]ation|commission|security council|council|panel|union|hague)"
    r"(?: (?:of justice|of arbitration|of human rights|for the law of the sea|on human and peoples ' rights|on human rights|of the S\d+))?)"
)
_WHAT = r"(?P<what>(?:(?![;:.()—]|D\d)\S+ ){0,9}?(?:claims?|disputes?|cases?|questions?|matters?|complaints?|suits?|lawsuits?|applications?|appeals?|proceedings|row|issue|boundary|border)(?: (?:on|over|about|against|of) (?:(?!(?:to|with|before|at)(?!\S)|[;:.])\S+ ?){1,8}?)?)"
_LODGED = re.compile(
    rf"(?<!\S)(?P<act>submit(?:ted|s)?|t(?:ook|akes?|aken)|refer(?:red|s)?|br(?:ought|ings?)|put|lodg(?:ed|es|e)|fil(?:ed|es|e)|institut(?:ed|es)|launch(?:ed|es)|start(?:ed|s)) {_WHAT} (?:to|before|with|at|in|against S\d+ (?:to|before|with|at|in)) {_COURT}(?!\S)"
)
_TO_COURT = re.compile(
    rf"(?<!\S)(?P<act>(?:took|takes|taken|hauled|sued|dragged)) (?P<what>S\d+|the (?:dispute|case|matter|claim)) (?:to|before|at|in) {_COURT}(?!\S)"
)
_RULED = re.compile(
    rf"(?<!\S){_COURT} (?:(?:in|on|D\d+|S\d+|,|has|had|then|finally|also) ){{0,6}}(?:ruled|found|decided|ordered|awarded|rejected|upheld|dismissed|handed down|delivered|sided|confirmed|drew|fixed|declared|held that|gave its|issued)(?!\S)"
)


def suits(sketch: Sketch) -> Iterator[Deed]:
    """Claims and complaints taken to a court, and what courts ruled."""
    for pattern in (_LODGED, _TO_COURT):
        for match, first, end in sketch.find(pattern):
            court, what = (
                words_of(sketch, sketch.at(match.start(g)), sketch.at(match.end(g) - 1) + 1) for g in ("court", "what")
            )
            complaint = re.search(r"complaint|suit|appeal|application|proceedings", match["what"])
            if (
                not re.search(r"court|tribunal|icj|itlos|arbitra|wto|trade organi|hague|council", match["court"])
                and not complaint
            ):
                continue
            deed = deed_of(
                sketch,
                "",
                f"{'' if complaint else 'submission of '}{what} to {court}",
                first,
                end,
                subject(sketch, first),
            )
            if deed.status in ("reported", "planned"):
                yield deed
    for match, first, end in sketch.find(_RULED):
        if not re.search(r"court|tribunal|icj|itlos|arbitra|hague|panel", match["court"]):
            continue
        court = words_of(sketch, sketch.at(match.start("court")), sketch.at(match.end("court") - 1) + 1)
        deed = deed_of(sketch, "", f"ruling of {court}", first, end, None)
        deed.states = [m for k in range(len(sketch.items)) if (m := sketch.mention(k, "S")) is not None]
        if deed.when is not None and deed.status == "reported":
            yield deed
