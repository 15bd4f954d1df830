"""Ambassadors called home, sent back, at their posts or gone from them."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch

__all__ = ["Post", "posts"]

Post = tuple[str, int, int, int]
"""What is done with an ambassador: the action and the items where it begins, where its verb stands and where it ends."""

_ENVOY = r"(?P<it>(?:ambassadors?|envoys?|high commissioners?|top diplomats?|heads? of mission|chiefs? of mission|nuncio|charg[ée]s? d'affaires|(?:top |chief )?(?:man|woman|representative|diplomat)(?= in (?:the )?S)))(?! (?:for|at) (?:large|the un|climate|human|energy))"
_OWN = r"(?:(?!(?:that|which|who|whom|and|to|for|in|on|from|with|said|told|after|before|was|were|is|has|had|over|note|notes|letter|message|protest)(?!\S)|[,;:.()—]|D\d)\S+ ){0,6}?"
_NAME = r"(?:(?![;:—](?!\S)|(?:said|says|told|who|which|that|and|met|was|were|is|are|has|have|had|will|would|could|may|might|must|left|returned|went)(?!\S))\S+ ){0,12}?"
_AUX = r"(?:(?:was|were|has|have|had|been|be|is|are|will|would|being|also|D\d+|on|to|then|both|immediately|already|himself|herself|later|could|may|might|should|not|never|,) ){1,6}?"
_HOME = r"(?:home|back|out(?: of)?|for (?:urgent |immediate )?(?:consultations?|talks)|from)"
_POST = r"(?:(?:to|at|in|up) )?(?:(?:the|his|both|two) )*(?:posts?|duties|functions|work|job|office|S\d+|embassy)"

_PATTERNS = tuple(
    (action, re.compile(rf"(?<!\S){pattern}(?!\S)"))
    for action, pattern in (
        ("suspended", rf"(?P<act>recall(?:s|ed|ing)?|withdr(?:ew|aws?|awn|awing)|yank(?:s|ed|ing)?) (?P<own>{_OWN}){_ENVOY}(?: (?:home|back|out))?"),
        ("suspended", rf"(?P<act>call(?:s|ed|ing)?|t(?:ook|akes?|aking)|pull(?:s|ed|ing)?|br(?:ought|ings?|inging)|order(?:s|ed|ing)?|summon(?:s|ed|ing)?|sen[dt]s?|sending|fetch(?:es|ed)) (?:home |back |out )?(?P<own>{_OWN}){_ENVOY} {_NAME}(?:home|out|for (?:urgent |immediate )?consultations?)"),
        ("suspended", rf"(?P<act>call(?:s|ed|ing)?|pull(?:s|ed|ing)?|br(?:ought|ings?|inging)) (?:home|back|out) (?P<own>{_OWN}){_ENVOY}"),
        ("suspended", rf"{_ENVOY} {_NAME}{_AUX}(?P<act>recalled|withdrawn|(?:called|ordered|summoned|brought|pulled|sent|fetched) {_HOME})"),
        ("suspended", rf"{_ENVOY} {_NAME}(?P<act>(?:left|departed|quit) (?:the )?S\d+)(?: (?:on|in|for good|D\d+|after))"),
        ("suspended", rf"(?P<act>(?:has|have|had) (?:had no|not had an?|been without an?|had been without an?)) (?:resident |full |permanent )*{_ENVOY} (?:in|to) (?:the )?S\d+ (?:, S\d+ , )?(?:since )?D\d+"),
        ("suspended", r"(?P<act>(?:recall|withdrawal|departure|recalling)) of (?:(?:the|his|S\d+|'s|both|respective|its) )*" + _ENVOY),
        ("restored", rf"(?P<act>return(?:s|ed|ing)?|reinstat(?:e|es|ed|ing)|sen[dt]s?|sending|re-?appoint(?:s|ed)?) (?:back )?(?P<own>{_OWN}){_ENVOY} (?:back|to (?:the )?S\d+|to his posts?|home to S\d+)"),
        ("restored", rf"(?P<act>sen[dt]s?|sending) back (?P<own>{_OWN}){_ENVOY}"),
        ("restored", rf"{_ENVOY} {_NAME}(?:{_AUX})?(?P<act>(?:return(?:s|ed)?|went back|goes back|go back|came back|come back|back|resum(?:e|es|ed)|took up|takes up|take up|sent back)) {_POST}"),
        ("restored", rf"{_ENVOY} (?:, )?(?:who )?(?:was|were|is|are|will be) (?P<act>back) {_POST}"),
        ("restored", r"(?P<act>(?:return|reinstatement)) of (?:(?:the|his|S\d+|'s|both|respective|its) )*" + _ENVOY),
        ("established", rf"{_ENVOY} {_NAME}(?P<act>(?:(?:has|have) (?:worked|served|resided|been (?:working|in place|posted|resident|stationed|accredited)))) (?:in|to|at) (?:the )?S\d+ (?:, S\d+ , )?(?:since )?D\d+"),
        ("established", rf"{_ENVOY} (?:(?:were|had|have|been|then|also|first) ){{0,3}}(?P<act>exchanged|swapped)"),
        ("established", rf"(?P<act>exchang(?:e|ed|es|ing)|swap(?:ped|s|ping)?) {_OWN}{_ENVOY}"),
    )
)  # fmt: skip


_NEW = ("new", "incoming", "newly-appointed")
_AGAIN = ("again", "anew", "afresh", "re-exchanged")


def posts(sketch: Sketch) -> Iterator[Post]:
    """The moves of ambassadors in a sentence, each verb once."""
    taken: set[int] = set()
    for action, pattern in _PATTERNS:
        for match, first, end in sketch.find(pattern):
            act = sketch.at(match.start("act"))
            if act in taken or not _moved(sketch, match, action, act):
                continue
            taken.add(act)
            again = action == "established" and sketch.has(_AGAIN, first, end + 3)
            yield "restored" if again else action, first, act, end


def _moved(sketch: Sketch, match: re.Match[str], action: str, act: int) -> bool:
    verb = match["act"]
    if action == "restored" and verb == "take up" and sketch.item(act - 1) == "to" and sketch.has(_NEW, 0, act):
        return False  # "the new ambassador arrived to take up his post"
    own = match.groupdict().get("own") or ""
    if verb.startswith(("summon", "call")) and action == "suspended" and match.start("act") == match.start():
        # called in by the ministry of another state, or called home by his own
        return not own or "S" not in own or "home" in match[0]
    if verb.startswith("recall") and sketch.item(act + 1) == "that":
        return False
    if (
        verb.startswith("sen")
        and action == "restored"
        and "back" not in match[0]
        and ({"a", "an", "special"} & set(own.split()) or not own)
    ):
        return False
    return not (
        verb == "back"
        and sketch.item(act - 1) not in ("was", "were", "is", "are", "be", "been", "now", "already", "both")
    )
