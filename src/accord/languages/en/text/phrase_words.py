"""The small words at which a noun phrase or the title of a paper begins, goes on or ends."""

from __future__ import annotations

from accord.languages import patterns as re

__all__ = [
    "BREAKS",
    "CIRCUMSTANCES",
    "DETERMINERS",
    "ENDERS",
    "FIELD",
    "IDLE",
    "LETTERED",
    "NOUNY",
    "ONE_MORE",
    "OPENERS",
    "PREPOSITIONS",
    "SET_FOR",
    "SMALL",
    "STOPS",
    "SUBJECT",
    "TERMS",
    "TERM_OF",
    "VALID_TO",
]

DETERMINERS = frozenset(
    "the a an this that these those its their his her our your my any some several each every both all no such another other".split()
)
PREPOSITIONS = frozenset(
    "of on in at to for from with by between under over into through during after before since until about against among along across "
    "via per within without towards toward near as than regarding concerning following despite including around amid upon".split()
)
STOPS = frozenset(
    "and or but nor which who whom whose where when while whereas because although though if that than so yet it he she they we i you "
    "whenever wherever whether also not never already still only just even then there here however meanwhile moreover thus".split()
)
# What ends a title for good, whatever follows.
ENDERS = frozenset(
    "which who that while whereas when after before during since as is are was were has have had will would shall could may might should must "
    "got gets won awaits await remains remain lies lay languishes languished stalled collapsed hangs hung sits sat needs needed "
    "he she they it said says yesterday today tomorrow but if where because although until under following amid aimed also soon".split()
)
OPENERS = frozenset(
    "on of for between concerning regarding to in with against about covering governing establishing outlining regulating creating setting allowing opening among".split()
)
ONE_MORE = frozenset("one another that those other third fourth".split())  # "a treaty on gas and another on water"
FIELD = frozenset("field fields area areas sphere spheres domain domains matters".split())
SUBJECT = frozenset("on concerning regarding relating for".split())
BREAKS = frozenset('. ; : ( ) — ! ? " [ ]'.split())
SMALL = frozenset("of on the and for in to between with its a an & against at by from".split())
# Participles behind a paper that tell nothing of what it is on.
IDLE = frozenset(
    "being having including pending following during according meaning saying remaining running lasting expiring dating coming going entering starting beginning signing "
    "making facing containing involving expected awaiting requiring needing taking nothing something anything bearing carrying reading marking".split()
)
CIRCUMSTANCES = frozenset(
    "presence framework course context margins capital morning afternoon evening end beginning wake light margin name spirit past future region city total all line amount".split()
)
LETTERED = frozenset("intent intention intents intentions understanding notes letters".split())
TERMS = frozenset("period term duration indefinite unlimited first".split())
NOUNY = frozenset(
    "meets visits plans exports imports talks calls reports changes links attacks offers moves needs ties starts estimates shows works goods services views opens rights agreements exchanges checks "
    "costs supplies increases uses issues funds states reviews marks forms names terms falls drops gains hopes aims points posts boards rules parks".split()
)
# What stands before a date that ends the term of a paper, or for which something is set.
SET_FOR = re.compile(
    r"\b(?:planned|scheduled|set|slated|due|expected|foreseen|pencilled in|timed|targeted|announced|called|fixed|arranged|billed) for (?:the year )?$"
)
TERM_OF = re.compile(
    r"(?i)\b(?:for|period|term|years|through|valid|covering)\s+(?:the\s+)?(?:(?:period|years|term)\s+)?(?:of\s+|from\s+)?$"
)
VALID_TO = re.compile(r"\b(?:valid|runs|running) (?:to|until|till|through) (?:the end of )?$")
