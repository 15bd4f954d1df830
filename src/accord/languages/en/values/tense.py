"""Whether a date is told of as past or as to come: by the verbs nearest to it."""

from __future__ import annotations

from accord.document import Span
from accord.languages import patterns as re

__all__ = ["tense", "to_come"]

_FUTURE = re.compile(
    r"\b(?:(?:is|are)[ ](?:to|due[ ]to|set[ ]to)[ ]be[ ][a-z]+|(?:will|shall|would|to)(?:[ ][a-z]+)?[ ]be[ ][a-z]+|will|shall|would|(?:is|are)[ ](?:to|set|due)"
    r"|scheduled|expected|forecasts?|due|tipped|booked|timetabled|pencilled[ ]in|penciled[ ]in|earmarked|programmed|foreseen"
    r"|should(?![ ](?:also[ ])?be[ ](?:noted|recalled|mentioned|stressed|emphasi[sz]ed|remembered|added|said|pointed))|awaits?|awaiting|waiting|looking[ ](?:ahead|forward)|targets?|targeted|aims?|hopes?|intends?|proposes?|wants?"
    r"|(?:starting|beginning|effective)(?=[ ](?:(?:on|from|this|next)[ ])?$)|deadline|ready[ ]to|in[ ]time[ ]for|no[ ]later[ ]than"
    r"|planned|slated|upcoming|forthcoming|plans?[ ]to|next|tomorrow|coming)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|crept|dealt|got|lay|spoke|paid|led|sent|wrote|fell|rose|grew|struck|left|flew|drew|broke|brought|stood|bought|sold|saw|ran|lost|won|cost|put|sat|spent|built|sank|slid|sank|rode|drove|threw|knew|heard|felt|read|chose|spun|swept|withdrew|overtook|shrank|swung|fought|sought|kept|shot|shut|cut|hit|set|laid|wound|bade|rang|took|met|held|came|began|became|went|said|told|gave|made|[a-z]{2,}[^e]ed|[a-z]{3,}eed)\b"
)
_WILL = re.compile(r"(?:will|shall|would|to|is|are)\b", re.I)  # words that lead a verb, as "planned" or "next" do not
_RECALLED = re.compile(r"\b(?:recall|remember|remind|recollect|note)\w* (?:\w+ )?that on $", re.I)
_LEAD = 12  # characters before a date that opens its sentence
# What is told in the present with a weekday is still to come ("flies home on Wednesday").
_PRESENT = re.compile(
    r"\b(?:arrives?|leaves?|departs?|flies|fly|travels?|heads?|visits?|meets?|holds?|hosts?|opens?|begins?|starts?|ends?|takes?"
    r"|convenes?|attends?|returns?|receives?|goes|comes|resumes?|kicks[ ]off|closes?|expires?|falls?|is|are|signs?|sits?|votes?"
    r"|reopens?|inaugurates?|restarts?|launch(?:es)?|welcomes?|gathers?|concludes?|runs?|huddles?|confers?|convene|stages?|hands?"
    r"|sets? off|jets? off)\b"
)
_CLAUSE_END = re.compile(r"[,;:()\"“”]|\bthat\b|\bwhich\b|\bwhere\b")


def tense(text: str, sentence: Span, start: int, end: int) -> tuple[bool, bool]:
    """Whether a date is told of as to come, or as past: by the last such words before it in its clause, else by the first
    verb behind it."""
    before = _CLAUSE_END.split(text[max(sentence.start, start - 80) : start])[-1]
    after = _CLAUSE_END.split(text[end : min(sentence.end, end + 80)].lstrip(" ,"))[0]
    if re.search(r"\b(?:by|until)[ ](?:the[ ])?(?:end[ ]of[ ])?$", before, re.I):
        return True, False
    future, past = _last_end(_FUTURE, before), _last_end(_PAST, before)
    if future or past:
        return future >= past, past > future
    for words in (after, text[end : sentence.end] if _opens(text[sentence.start : start]) else ""):
        ahead, done = _FUTURE.search(words), _PAST.search(words)
        if done is not None and (ahead is None or done.start() < ahead.start()):
            return False, True  # "on Monday they decided to aim for 5 billion"
        if ahead is not None:
            told = _WILL.match(ahead[0]) is not None or _last_end(_FUTURE, words) >= _last_end(_PAST, words)
            return told, not told
    return bool(_FUTURE.search(text, sentence.start, sentence.end)), False


def _opens(lead: str) -> bool:
    """Whether what stands before a date in its sentence tells nothing: "On", "It will be recalled that on"."""
    return len(lead) < _LEAD or _RECALLED.search(lead) is not None


def to_come(text: str, sentence: Span, start: int, end: int) -> bool:
    """Whether a weekday is one to come: told of as such, or in the present."""
    future, past = tense(text, sentence, start, end)
    if future or past:
        return future
    before = _CLAUSE_END.split(text[max(sentence.start, start - 80) : start])[-1]
    return bool(_PRESENT.search(before)) and not re.search(r"\b(?:says?|show|shows|told|said)\b", before)


def _last_end(pattern: re.Pattern, text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=0)
