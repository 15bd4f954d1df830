"""Which words of a name tell it apart, and which many names share.

The lists hold for names of papers, bodies, projects, crossings and events; they were chosen on the titles in
`gold/seeds.jsonl` and on titles of the same form. Words of other scripts are
listed as they are written and folded here.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii

from accord import gazetteer

__all__ = [
    "COMMON",
    "HEADS",
    "ORDINALS",
    "STOP",
    "UNITS",
    "fold",
    "folded_words",
    "numbered",
    "skeleton",
    "state_phrases",
    "state_words",
    "stem",
]

_APOSTROPHES = re.compile(r"['’‘ʻʼʹ`´]")
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"shch|sch|sh|ş", "s"), (r"tch|ch|ç", "c"), (r"dzh|dj|zh", "j"), (r"kh", "h"), (r"gh", "g"), (r"ph", "f"),
        (r"x", "h"), (r"q|ck", "k"), (r"w", "v"), (r"ts|tz", "c"), (r"[yj]", "i"), (r"^ie", "e"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_ENDINGS = (
    "izations", "ization", "ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "ated",
    "ating", "ate", "ers", "er", "ed", "es", "al", "ly", "s", "e",
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case and Latin letters without marks, whatever the script; apostrophes and soft signs do not count."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"['’]s\b", "", plain)
    return _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", plain))).casefold()


def numbered(text: str) -> int:
    """A number of 64 bits (signed) that stands for a text."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The key that spellings of one name share: kh, x, h · j, zh, dj, y, i · sh, ş · q, k · double letters."""
    for pattern, key in _SPELLINGS:
        word = pattern.sub(key, word)
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """An English word without the commonest endings ("delimitation", "delimiting" -> "delimit"); short ones stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            return word[: -len(ending)]
    return word


def folded_words(words: str) -> frozenset[str]:
    """The words of a list, folded."""
    return frozenset(fold(word) for word in words.split())


STOP = folded_words("""
    the of on a an and for in to between with at by new its their from this that as into will be is was per via
    и о об в на по с со из от до для между при ба дар ва аз барои
""")
COMMON = folded_words("""
    joint cooperation cooperate field fields area areas sphere document documents government governments governmental
    republic state states bilateral trilateral mutual international intergovernmental interstate interdepartmental
    checkpoint checkpoints crossing border borders point post customs project construction power electric electricity
    hydropower hydroelectric thermal station transmission celebration celebrations ceremony session regular high level
    working group groups development strengthening further relations issues matters general official automobile car
    solemn opening signing holding signed approved action
    сотрудничество сотрудничестве сотрудничества сфере области республика республики правительство правительствами
    государств государственной границе граница автодорожный пункт пропуска кпп совместный совместная
    межправительственная межправительственный праздник празднование ҳамкорӣ оид кызматташуу жөнүндө
""")
_HEAD_GROUPS = {
    "treaty": "treaty treaties agreement agreements accord pact convention договор договора соглашение соглашения",
    "memorandum": "memorandum memoranda mou меморандум меморандума",
    "protocol": "protocol protocols протокол протокола",
    "addendum": "addendum addenda",
    "programme": "programme program programmes programs программа программы",
    "plan": "plan roadmap план",
    "declaration": "declaration декларация",
    "statement": "statement communique заявление",
    "council": "council совет",
    "commission": "commission commissions комиссия комиссии",
    "committee": "committee комитет",
    "forum": "forum форум",
    "summit": "summit саммит",
    "conference": "conference конференция",
    "exhibition": "exhibition fair expo выставка",
    "exercise": "exercise exercises drill drills учения",
    "line": "line lines",
    "railway": "railway railroad rail",
    "road": "road highway motorway",
    "pipeline": "pipeline",
    "bridge": "bridge",
    "plant": "plant hpp tpp npp dam ges гэс",
    "airport": "airport",
    "port": "port",
}
HEADS = {word: head for head, words in _HEAD_GROUPS.items() for word in folded_words(words)}
"""Head nouns: names with different ones (a council, a commission) are of different things."""

UNITS = folded_words("kv mw gw kwh km m ha kg t mn bn mln million billion percent usd")
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
"""
ORDINALS = {word: str(number) for number, word in enumerate(_ORDINALS.split(), start=1)}


@cache
def state_phrases() -> dict[tuple[str, ...], str]:
    """Folded words of every English name and demonym of a state -> its alpha-3 code; shared ones are left out."""
    found: dict[tuple[str, ...], set[str]] = {}
    for surface, code, kind in gazetteer.names():
        if kind in ("name", "official", "former", "demonym", "demonym-plural"):
            words = tuple(w for w in re.findall(r"\w+", fold(surface)) if w != "the")
            found.setdefault(words, set()).add(code)
    return {words: codes.pop() for words, codes in found.items() if len(codes) == 1 and words}


@cache
def state_words() -> frozenset[str]:
    """Single words that name a state or its people; in a title they only repeat the parties."""
    return frozenset(words[0] for words in state_phrases() if len(words) == 1 and len(words[0]) > 3)
