"""The last reader of papers: for papers that no clause does anything with, the act told nearest to them, in whatever
words and order acts on papers are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.modality import CALLED_OFF, PUT_OFF
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["MERE", "TERM_OF", "TOWNS", "last_acts", "standing"]

Day = Callable[[Line, Clause], Mention | None]

_WHAT = r"(?P<gap>[^;:]{0,60}?)$"
_AHEAD: tuple[tuple[str, str], ...] = (
    (
        "terminate",
        r"withdr[ae]w(?:s|n|ing)? from|pull(?:s|ed|ing)? out of|walk(?:s|ed)? (?:away from|out of)|quit(?:s|ting)?|back(?:s|ed) out of|"
        r"(?:scrapp|ditch|ax|abrogat|denounc|terminat|annull|rescind|revok|repudiat|nullifi)(?:ed|es|s|ing)|t(?:ea|o)rn? up|tore up|put an end to|termination of|"
        r"withdrawal from|denunciation of|abrogation of|cancellation of",
    ),
    (
        "suspend",
        r"suspen(?:ded|ds|ding|sion of)|fr(?:oze|ozen|eezing) |put on (?:hold|ice)|held in abeyance|plac(?:ed|ing) in abeyance|halt(?:ed|s|ing) (?:application|implementation) of",
    ),
    (
        "extend",
        r"renew(?:ed|s|ing|al of)|prolong(?:ed|s|ing|ation of)|extend(?:ed|s|ing)|extension of|roll(?:ed|s|ing) over|re-?signed|re-?signing of",
    ),
    (
        "ratify",
        r"ratif(?:ied|ies|ying|y|ication of)|(?:consent|assent|approval) to (?:the )?ratif\w+ of|deposit(?:ed|s|ing) (?:its |the |their )?instruments? of ratification (?:of|for|to)|"
        r"instruments? of ratification (?:of|for|to)",
    ),
    (
        "approve",
        r"(?:g[ai]ve[sn]?|giving|got|gets|granted|grants) (?:\w+ ){0,2}(?:nod|approval|assent|consent|green light|go-ahead|blessing|backing)|(?:assent|consent|approv|endors|back|pass|clear|"
        r"rubber-stamp|okay|green-?light|authori[sz]|vote)(?:ed|es|d|s|ing)(?: (?:in favou?r of|for|through))?|approval (?:of|for|to)|vot(?:ed|ing) (?:for|through|in favour of)|gave the green light to",
    ),
    ("exchange", r"exchange of(?= (?:an?|two|three|four|five|six|several|\d+|signed|the following)\b| ?$)|exchang(?:ed|es|ing|e of|e) (?:the )?(?:(?:documents|instruments|notes|letters|protocols)? ?(?:ratifying|confirming|completing|concluding|constituting|of ratification of|on (?:the )?ratification of)|copies of|notes on|signed copies of)"),
    ("initial", r"initial(?:l?ed|l?ing|s)|initial(?:l)?ing of"),
    (
        "enter-force",
        r"(?:entry|coming|put(?:ting)?|brought|bringing) into (?:force|effect|operation) of|br(?:ought|ing|ings|inging) into (?:force|effect)|activat(?:ed|es|ing)",
    ),
    (
        "negotiate",
        r"(?:negotiat|draft|discuss|finalis|finaliz|prepar|haggl|work|elaborat)(?:ed|es|ing|e|s)(?: (?:on|over|out))?|(?:talks|negotiations|discussions|consultations) "
        r"(?:on|for|over|about|towards?|regarding|concerning|to conclude|to reach)|rounds? (?:of (?:talks|negotiations) )?(?:on|for)",
    ),
    (
        "sign",
        r"put(?:s|ting)? (?:\w+ ){0,2}(?:pens?|names?|signatures?) (?:\w+ ){0,2}(?:to|on|under)|(?:affix|append|add)(?:ed|s|ing) (?:\w+ ){0,2}signatures? to|"
        r"(?:sign|ink|penn|co-?sign|conclud|clinch|seal|reach|struck|formalis|formaliz|secur|cement|broker|adopt|subscrib|execut)(?:ed|s|es|ing)?(?: (?:off on|to|up to))?|"
        r"(?:was|were) added|str(?:uck|ike|ikes|iking)|enter(?:ed|s|ing)? into|produc(?:ed|es|ing)|yield(?:ed|s)|culminat(?:ed|es|ing) (?:in|with)|result(?:ed|ing) in|(?:wrapp|sew|thrash|hammer|work|iron)(?:ed|n|s|ing)? (?:up|out)|"
        r"(?:signing|signature|conclusion|adoption)(?: ceremony)?(?: \w+)? (?:of|for)|sign(?:ing)?[- ]ceremony (?:of|for)|came to|c[ao]me up with|agree(?:d|s|ing)?(?: (?:late )?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)? (?:on|to|upon)",
    ),
)  # fmt: skip
_BEHIND: tuple[tuple[str, str], ...] = (
    ("enter-force", r"(?:came|comes?|coming|went|goes|go|going|entered|enters?|entering|put|brought) into (?:force|effect|operation)|t(?:ook|akes?|aken|aking) effect|became (?:effective|operative|binding)|bec[ao]mes? effective|kick(?:s|ed) in|in (?:force|effect) since|appl(?:y|ies|ied)(?= (?:since|from|as of|as from)\b)"),
    ("terminate", r"(?:struck down|quashed|overturned|terminated|scrapped|abrogated|denounced|annulled|cancelled|canceled|torn up|rescinded|revoked|ditched|axed|nullified|repealed|declared void)"),
    ("suspend", r"(?:suspended|frozen|(?:put|placed) (?:on (?:hold|ice)|in(?:to)? abeyance)|held in abeyance|paused)"),
    ("expire", r"(?:expired|lapsed|ran out|runs out|run out|expires|expire|lapses|came to an end|ends?(?= (?:on|in))|ended(?= (?:on|in)))"),
    ("extend", r"(?:extended|renewed|prolonged|rolled over|re-?signed)"),
    ("ratify", r"(?:ratified|ratification)"),
    ("approve", r"(?:approved|endorsed|backed|passed|cleared|green-?lighted|authori[sz]ed|got the (?:nod|green light))"),
    ("initial", r"(?:initialled|initialed)"),
    ("negotiate", r"(?:under (?:negotiation|discussion|preparation|elaboration)|being (?:negotiated|drafted|discussed|prepared|finali[sz]ed|worked (?:on|out))|(?:negotiated|drafted))"),
    ("sign", r"(?:earmarked|slated|ready|due|scheduled|lined up|prepared|tabled|open|awaiting|pending)(?: for)? (?:the )?(?:signature|signing|conclusion)"),
    ("sign", r"(?:followed|changed hands)(?=[.,;]| (?:at|in|on|later|the (?:next|same))\b)"),
    ("sign", r"(?:signed|inked|penned|concluded|sealed|clinched|struck(?! down)|agreed|reached|formali[sz]ed|adopted|done(?= (?:at|in|on)\b)|executed|signing|signature)"),
)  # fmt: skip
_BEFORE = [(c, re.compile(rf"(?<![\w-])(?P<act>{words})(?![\w-]){_WHAT}", re.IGNORECASE)) for c, words in _AHEAD]
_AFTER = [(c, re.compile(rf"(?<![\w-])(?P<act>{words})(?![\w-])", re.IGNORECASE)) for c, words in _BEHIND]
_CLEAN = re.compile(
    r"\b(?:which|that|who|whose|while|but|because|if|said|says|under|following|since|after|before|pursuant|according|accordance|despite|without|"
    r"is|are|was|were|has|have|had|will|would|met|visit\w*|in line|parties to|party to)\b|[()\"]",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:\w{3,}ing|continue|implement|honou?r|respect|review|revise|fulfil|speed up|abide)\b", re.IGNORECASE
)
_TALKED_OF = re.compile(
    r"\b(?:negotiations?|talks|discussions|consultations) (?:on|for|over|about|towards?)\b", re.IGNORECASE
)
_HELPED = re.compile(
    r"^[\s,]*(?:\([^)]*\))?[\s,]*(?P<aside>(?:(?:between|with|among|on|for|of|to|in|which|that|whose)\s|,)[^;:]{0,140}?)?"
    r"\b(?P<aux>(?:(?:was|were|has|have|had|is|are|been|being|be|to|will|shall|would|should|may|might|could|can|must|not|never|yet|also|then|just|finally|already|officially|formally|"
    r"recently|expected|due|set|scheduled|likely|now|still|since|jointly|duly|\w+ly)\s+)+)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^[\s,(]*(?:(?:which|that|then|first|originally|officially|formally|recently|\w+ly)\s+)*$", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:not|never|n't|without|refus\w+|fail\w*|declin\w+|unable|yet to|no|nor|neither|stop(?:ped)? short of|cannot)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|shall|is to|are to|was to|were to|set to|due to|expected to|plan(?:s|ned|ning)? (?:to|on)|agreed to|intends?|intend(?:ed|ing)|about to|ready to|hop(?:e|es|ed|ing) to|aims? to|preparing to|"
    r"prepar\w+ (?:for|the)|scheduled|poised|going to|expected|will be|to be|commit\w+ to|soon|upcoming|forthcoming|planned|next)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:should|must|propos\w+|urg\w+|call(?:s|ed|ing)? (?:on|for|upon)|want\w*|wish\w*|seek\w*|sought|ask\w*|request\w*|suggest\w*|recommend\w*|advocat\w+|demand\w*|need\w* to|offer\w*|possib\w+|interest\w* in|"
    r"consider\w*|explor\w+|idea|keen|willing\w*|desire\w*)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:would|could|may|might|if|whether|unless|once|possible|until|threat\w*)\b", re.IGNORECASE)
_FOR_THE = re.compile(
    r"\b(?:for|before|until|pending|towards?|to|necessary|required)\s+(?:the\s+|its\s+)?$", re.IGNORECASE
)
TERM_OF = re.compile(
    r"\s+for\s+(?:an?|the)\s+(?:initial\s+|further\s+)?(?:period|term|duration|indefinite|unlimited)\b"
)
MERE = re.compile(
    r"\b(?:shall|may|upon|on|from|after|following|of|at)\s+(?:the\s+|its\s+|such\s+)?(?:date of\s+)?(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)  # before an act that a paper only foresees
_NO = re.compile(r"\b(?:no|neither|without(?: an?)?)\s+$", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:chapters?|annex(?:es)?|parts?|articles?|implementation|application|details|future|fate|renewal|extension|revision|interpretation|financial terms) of (?:the )?$",
    re.IGNORECASE,
)
TOWNS = re.compile(
    r"\b(?:mayors|rectors|football (?:clubs|associations|federations))\b[^,;.]*$"
)  # who sign papers that are none of their states
_SPOKEN = re.compile(
    r"\b(?:talks|negotiations|discussions|consultations|debate|question|hopes?|chances?|prospects?) (?:on|about|over|for|of|regarding|concerning) (?:\w+ly )?\w*\s*$",
    re.IGNORECASE,
)
_FINISHING = ("finalise", "finalize", "finish", "complete", "conclude")


def last_acts(line: Line, index: int, papers: Sequence[Mention], done: Sequence[Clause], day: Day) -> list[Clause]:
    """Clauses for the papers of a sentence that no clause of `done` does anything with."""
    acted = [c.trigger for c in done if c.concept and any(a.mention.type == "paper" for a in c.arguments)]
    found: list[Clause] = []
    for paper in papers:
        own = [
            c.trigger
            for c in done
            if any(a.mention.span == paper.span for a in c.arguments if a.mention.type == "paper")
        ]
        if paper.definite and not paper.attributes.get("anaphor") and not paper.attributes.get("telling"):
            continue
        ahead = any(t.start < paper.span.start for t in own)
        told = (None if ahead else _before(line, paper, papers)) or (
            None if any(t.start > paper.span.start for t in own) else _behind(line, paper, papers)
        )
        if told is None:
            continue
        concept, trigger, status = told
        if any(trigger.overlaps(t) for t in acted) or status == "":
            continue
        scope = Span(min(trigger.start, paper.span.start), max(trigger.end, paper.span.end))
        clause = Clause(
            concept,
            trigger,
            scope,
            index,
            (Argument(paper, "object"),),
            None,
            status,
            "past" if status == "reported" else "future",
        )
        if concept == "sign" and TOWNS.search(line.text, line.span.start, trigger.start):
            continue
        when = day(line, clause)
        if (
            when is None
            and concept == "negotiate"
            and len(line.dates) == 1
            and line.dates[0].attributes.get("part") == "on"
        ):
            when = line.dates[0]
        lead = line.text[max(line.span.start, trigger.start - 24) : trigger.start]
        if when is None and concept == "enter-force" and MERE.search(lead):
            continue
        found.append(replace(clause, when=when))
    return found


def _before(line: Line, paper: Mention, papers: Sequence[Mention]) -> tuple[str, Span, str] | None:
    """The act told in front of a paper, nothing but its object's own words between."""
    telling = [p.span.end for p in papers if p.span.end <= paper.span.start and p.attributes.get("telling")]
    start = max([line.span.start, *telling])
    words = line.text[start : paper.span.start]
    best: tuple[int, str, re.Match[str]] | None = None
    for concept, pattern in _BEFORE:
        match = _rightmost(pattern, words)
        if match is None or _CLEAN.search(match["gap"]) or match["gap"].count(",") > 1 + match["gap"].startswith(","):
            continue
        if match["act"].lower().startswith("agree") and (_DOING.search(match["gap"]) or _to_do(match)):
            continue  # "agreed to continue implementing the accords", "agreed to abolish entry documents"
        if best is None or match.start("act") > best[0]:
            best = (match.start("act"), concept, match)
    if best is None:
        return None
    at, concept, match = best
    lead = words[max(0, at - 70) : at]
    act = match["act"].lower()
    if concept == "enter-force" and _FOR_THE.search(lead):
        return None
    if concept == "negotiate" and _PART.search(match["gap"]):
        return None
    spoken = _TALKED_OF.search(act) is not None or act.startswith(("negotiat", "draft", "finali", "elaborat", "haggl"))
    if concept == "negotiate" and not spoken:
        return None
    trigger = Span(start + at, start + match.end("act"))
    return concept, trigger, standing(lead + " " + match["act"].partition(" ")[0], concept)


def _to_do(match: re.Match[str]) -> bool:
    """Whether what is agreed is to do something other than to sign a paper."""
    first, second = [*match["gap"].lower().split(), "", ""][:2]
    form = verbs().get(first)
    acts = (form is not None and "base" in form.forms) or second in DETERMINERS
    return match["act"].lower().endswith(" to") and acts and first not in _MADE


_MADE = frozenset("sign conclude ink initial adopt finalise finalize".split())


def _rightmost(pattern: re.Pattern, words: str) -> re.Match[str] | None:
    last = None
    at = 0
    while (match := pattern.search(words, at)) is not None:
        last = match
        at = match.start("act") + 1
    return last


def _behind(line: Line, paper: Mention, papers: Sequence[Mention]) -> tuple[str, Span, str] | None:
    """The act told behind a paper, in the passive, of it as subject, or as a participle."""
    end = min([line.span.end, *(p.span.start for p in papers if p.span.start >= paper.span.end)])
    words = line.text[paper.span.end : end]
    best: tuple[int, str, re.Match[str], re.Match[str]] | None = None
    for concept, pattern in _AFTER:
        match = pattern.search(words)
        if match is None or match.start() > 170:
            continue
        lead = words[: match.start()]
        intransitive = concept == "enter-force" or (concept == "expire")
        helped = _HELPED.match(lead) or _BARE.match(lead)
        if helped is None and intransitive:
            helped = re.match(r"^[\s,]*(?:(?:between|with|among|on|for|of)\s[^;:]{0,120})?\s?$", lead)
        if helped is None or (concept == "sign" and TERM_OF.match(words, match.end())):
            continue
        if best is None or match.start() < best[0]:
            best = (match.start(), concept, match, helped)
    if best is None:
        return None
    at, concept, match, _ = best
    if match[0].lower().endswith(("for signature", "for signing", "for conclusion", "ing signature", "ing conclusion")):
        return concept, Span(paper.span.end + at, paper.span.end + match.end()), "planned"
    lead = words[:at]
    status = standing(lead[-60:], concept)
    if status == "reported" and _NO.search(line.text[max(line.span.start, paper.span.start - 12) : paper.span.start]):
        status = "denied"
    if status == "planned" and PUT_OFF.search(words, at):
        status = "postponed"
    return concept, Span(paper.span.end + at, paper.span.end + match.end()), status


def standing(lead: str, concept: str) -> str:
    """How sure an act is, by the words before it; empty where it is too unsure to be told."""
    own = re.split(r"[;]|\b(?:and|while|but)\b(?! (?:also|then|jointly|finally))", lead)[-1]
    if concept != "negotiate" and _SPOKEN.search(own):
        return ""
    if _DENIED.search(own):
        return "denied"
    if CALLED_OFF.search(own):
        return "cancelled"
    if PUT_OFF.search(own):
        return "postponed"
    if _UNSURE.search(own):
        return ""
    if concept == "negotiate":
        return "planned" if own.rstrip().lower().endswith(_FINISHING) and _PLANNED.search(own) else "reported"
    if _PROPOSED.search(own):
        return "proposed"
    return "planned" if _PLANNED.search(own) else "reported"
