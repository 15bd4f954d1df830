"""Standing ties: what is done with relations, missions, ambassadors, visas and partnerships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.contacts.credentials import several_posts
from accord.languages.en.contacts.posts import posts
from accord.languages.en.contacts.reopened import days_of_turns, taken_up
from accord.languages.en.contacts.seats import between, seat
from accord.languages.en.contacts.several_ties import beside
from accord.languages.en.contacts.sketch import Sketch, either
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.en.text.lexicon import inflect, table
from accord.languages.views import Mention

__all__ = ["Bond", "bonds", "hint"]

_ACTIONS = ("established", "opened", "upgraded", "downgraded", "suspended", "restored", "severed", "closed")


@dataclass(slots=True)
class Bond:
    """What is done with a tie: items of the trigger, the states' mentions as far as the sentence tells them."""

    form: str
    action: str
    first: int
    end: int
    status: str
    when: Mention | None
    between: list[Mention]
    place: Mention | None = None
    titled: bool = False  # told by the title of a paper


@dataclass(frozen=True, slots=True)
class _Ways:
    """The patterns of one type, of the action that each tells, the verb or noun in the group "act"."""

    form: str
    patterns: Mapping[re.Pattern, str]


_DET = r"(?:(?:the|into|a|an|his|own|new|first|all|both|its|full|remaining|respective|down|back|home|up|off|permanent|resident|joint|them|S\d+|'s|D\d+|long-closed|country|of|issuing|granting|issue|issuance|operations|work|activity|activities|services|at|in|official|level|temporarily|immediately|and|out|to|relations|relationship|bond|bonds|links|ties|cooperation|partnership|tie|level|bilateral) ){0,7}?"
_GAP = (
    r"(?:(?:in|at|of|with|between|and|the|a|S\d+|his|general|,|\(|\)|which|that|have|has|had|was|were|is|are|will|would|be|been|being|to|not|also|officially|formally|since|D\d+|on|again|due|expected|set|"
    r"scheduled|for|first|there|soon|today|by|both|countries|temporarily|should|could|may|never|'s|new|now|agreed|from|up|days|\d+|closed|shut|shuttered|evacuated|suspended|opened|reopened|citizens|nationals|holders|passports|ordinary|travelling|travellers|entering|visitors|tourists|requirement|requirements) ){0,12}?"
)
_BARE_GAP = (
    r"(?:, which (?:(?![;,])\S+ ){1,8}, |(?:(?![;.])\S+ ){1,9}?, before being )?"
    r"(?:(?:, |between S\d+ and S\d+ |with S\d+ |were |was |are |had been |have been |has been |will be |being )|(?:briefly |formally |officially |once |again |later |then )){0,4}"
)
_SO = r"(?:in|on|at|next|today|tomorrow|tonight|this|after|before|again|for good|his doors|with|D\d+|\.|,)(?!\S)"  # behind a verb told as of now


@cache
def _ways() -> tuple[_Ways, ...]:
    found = []
    for form, words in table("contacts")["ties"].items():
        told: list[tuple[str, str]] = []
        for action in _ACTIONS:
            if action in words:
                forms = [inflect(lemma) for lemma in words[action].split()]
                every = either({w for f in forms for w in f})
                past = either({w for f in forms for w, kinds in f.items() if kinds & {"pp", "past", "base", "ing"}})
                now = either({w for f in forms for w, kinds in f.items() if "s" in kinds})
                objects = f"(?:{words['objects']}|{words['bare']})" if "bare" in words else f"(?:{words['objects']})"
                told += [
                    (rf"(?<!\S)(?P<act>{every}) {_DET}(?P<it>{objects})(?!\S)", action),
                    (rf"(?<!\S)(?P<it>{words['objects']}) {_GAP}(?P<act>{past})(?!\S)", action),
                    (rf"(?<!\S)(?P<it>{words['objects']}) {_GAP}(?P<act>{now})(?= {_SO})", action),
                ]
                if "bare" in words:
                    bare = rf"(?<!\S)(?P<it>(?:full |all )?(?:relations|ties)) {_BARE_GAP}(?P<act>{past})(?!\S)"
                    told.append((bare, action))
            if nouns := words.get(f"noun-{action}"):
                act = f"(?P<act>{either(set(nouns.split()))})"
                told.append((rf"(?<!\S){act} (?:of|to|into) {_DET}(?P<it>{words['objects']})(?!\S)", action))
                told.append((rf"(?<!\S)(?P<it>{words['objects']}) {act}(?!\S)", action))
        found.append(_Ways(form, {re.compile(pattern): action for pattern, action in told}))
    return tuple(found)


hint = re.compile(
    r"\b(?:relations|ties|embass|high commission|chancery|mission|representation|consul|liaison|ambassador|envoy|visa|partnership|alliance|recognition|credentials|ditch|dump|dropp|switch|heads? of mission|top diplomat|high commissioner|nuncio|trade was|trade has|trade with|trade between|imports (?:of|from)|tariffs? on|dut(?:y|ies) on|lev(?:y|ies) on)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?<!\S)(?:are|were|been) (?:linked|bound|joined|connected|tied|united) (?:by|through|in) (?P<by>(?:full )?diplomatic (?:relations|ties|links)) (?:since |from )?(?:in )?D\d+ |"
    r"(?<!\S)(?P<exist>diplomatic (?:relations|ties)) (?:(?:between|with|of|the|S\d+|and|two|countries|states) ){0,6}(?:date|dates|dated|dating|go|goes|going|reach|have existed|existing|exist) (?:back )?(?:to |since |from )?(?:the )?D\d+ |"
    r"(?<!\S)(?:have|had|has|maintained?|maintains?|enjoyed?) (?:had |maintained |enjoyed )?(?P<it>(?:full )?diplomatic (?:relations|ties))(?: with (?:the )?S\d+)? (?:since )?(?:in )?D\d+ "
)
_SWITCHED = re.compile(
    r"(?<!\S)(?:switch(?:ed|es|ing)? (?:his )?(?:diplomatic )?(?:recognition|allegiance|ties|relations)|ditch(?:ed|es|ing)?|dropp?(?:ed)?|dump(?:ed|s)?)(?: from)? (?P<old>S\d+) (?:to|for|in favour of|in favor of) (?P<new>S\d+) "
)
_REOPENED = re.compile(
    r"(?<!\S)(?P<it>embassy|consulate|high commission)(?: general)? (?:(?!;|\.)\S+ ){1,9}?and (?P<act>reopen(?:ed|s)|re-opened) (?:it|them)(?!\S)"
)
_KEPT = re.compile(
    r"(?<!\S)(?:S\d+|it) (?:also |already )?(?:has|maintains|keeps|operates|runs|maintain|have)(?: had)? (?:an? |his )(?P<it>embassy|consulates?(?: general)?|high commission) in (?:the )?S\d+ "
)
_NEED = re.compile(
    r"(?<!\S)(?:need|needs|require|requires|required|obtain|have) (?:to (?:have|obtain|hold|get) )?(?:a |an |entry |his )*(?P<it>visas?) (?:to|for|in order to|before|ahead of|prior to|when) (?:enter|entering|travel|visit|entry|stay|stays|short|trips|(?:the )?S\d+)"
)
_NO_VISA = re.compile(
    r"(?<!\S)(?:need(?:s|ed)?|require[sd]?|want(?:s|ed)?) no (?:entry |tourist |short-stay )?(?P<it>visas?) (?:for|to|in order to|when|at) |"
    r"(?<!\S)(?:no (?:entry )?(?:visas?|visa) (?:is|are|was|were|will be|has been|have been)|(?:visas?|visa) (?:is|are|was|were|will be|has been|have been) (?:not|no longer)) (?:needed|required|necessary|demanded|asked)(?!\S)|"
    r"(?<!\S)(?:free of|exempt(?:ed)? from|freed of|without) (?:any |the |entry )*(?P<rule>visa) (?:requirements?|obligations?|formalities|formality|regime|restrictions?|rules)(?!\S)|"
    r"(?<!\S)(?:benefits?|profits?|enjoys?) (?:(?:of|from|by|the|a) ){0,3}visa-free (?:regime|travel|entry|access|movement|stays?)(?!\S)"
)
_DEMANDED = re.compile(
    r"(?<!\S)(?:asks?|asked|asking|demands?|demanded|demanding|requires?|required|requiring) (?:(?:S\d+|'s|citizens|nationals|visitors|travellers|holders|of|from|for|an?|to|have|hold|obtain|entry|passport) ){1,8}(?P<it>visas?)(?= (?:from|as|on|again|since|to (?:enter|visit|travel)|before|for|D\d+|,|\.))"
)
_WITHOUT = re.compile(
    r"(?<!\S)(?:enter|entering|travel|travelling|traveling|visit|visiting|stay|staying|spend|spending|remain|remaining|move|cross|crossing|go|come) (?:(?!;|\.|if|but)\S+ ){0,10}?(?:without (?:(?:a|an|any|entry|needing|having|the|need|for|prior|obtaining|requiring) ){0,4}(?P<it>visas?)|(?P<free>visa-free))(?!\S)"
)
_ASKED = re.compile(
    r"(?<!\S)(?:ask(?:ed|s)? for|request(?:ed|s)?|propos(?:ed|es)|want(?:ed|s)|sought|seeks|call(?:ed|s)? for) (?:(?:the|a|an|S\d+|new|his|to|host|have) ){0,4}(?P<it>consulates?(?: general)?|embassy|high commission)(?! of)(?!\S)"
)


_LASTING_FORMS = (("visa", "visa-regime"), ("consul", "consulate"), ("embass", "embassy"), ("high", "embassy"))
_LASTING = re.compile(
    r"(?<!\S)(?P<it>visa-free (?:travel|regime|entry|movement)|visas? (?:waiver|exemption)|consulate|embassy|high commission)(?!\S)(?: (?![;:—](?!\S)|(?:and|but|which|who|said)(?!\S))\S+){0,14}? (?:has|have|had) (?:also )?(?:been )?"
    r"(?:applied|in force|in place|in effect|existed|open|opened|operated|operating|functioned|functioning|valid|worked|working|active|run|running)(?: (?:(?!since)[^ ;]+)){0,9}? (?:since |from )?(?:the )?(?P<day>D\d+) "
)
_ONCE = ("diplomatic-relations", "embassy", "consulate")
_PARTLY = frozenset("section library school visa department building".split())


def _again(action: str, verb: str) -> str:
    return "restored" if action == "opened" and (verb.startswith("resum") or "again" in verb) else action


_DUTY = re.compile(
    r"(?<!\S)(?P<act>cut(?:s|ting)?|lower(?:ed|s|ing)|reduc(?:ed|es|ing)|slash(?:ed|es)|halv(?:ed|es)|rais(?:ed|es|ing)|increas(?:ed|es|ing)|hik(?:ed|es)|doubl(?:ed|es)|trebl(?:ed|es)|waiv(?:ed|es)) "
    r"(?:(?:the|his|its|import|customs|excise|\d+|%|per|cent|percent|all|safeguard) ){0,5}(?P<it>(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?)) (?:on|for|against) (?:(?!(?:from|to|by|in|after)(?!\S)|[;:.]|D\d)\S+ ){0,6}?(?:S\d+)(?!\S)"
)
_HOUSE = r"(?P<it>(?:honorary )?consulates?(?: generals?)?|consular (?:office|section|post)|embassy|high commission|(?:diplomatic )?mission(?= in (?:the )?S)|(?:diplomatic )?representation(?= in (?:the )?S))"
_OF_IT = r"(?: (?:(?:of|in|to|at|the|which|that|has|had|have|also|first|long-awaited|on|,) |S\d+ |D\d+ ){0,8}?| )"
_BEGUN = r"beg[au]n|begins?|start(?:s|ed)?|commence[sd]?|t(?:ook|akes?) up|resume[sd]?"
_HOUSES = tuple(
    (action, re.compile(rf"(?<!\S){pattern}(?!\S)"))
    for action, pattern in (
        ("opened", rf"{_HOUSE}{_OF_IT}(?P<act>{_BEGUN}) (?:his )?(?:official |regular |full )?(?:work|working|operations?|operating|activit(?:y|ies)|functioning|functions|business|issuing visas|receiving (?:visitors|applicants))"),
        ("opened", rf"{_HOUSE}{_OF_IT}(?P<act>opens?|opened|threw open|throws open) (?:his )?doors"),
        ("opened", rf"{_HOUSE}{_OF_IT}(?P<act>received|receives|welcomed|welcomes|admitted|served) (?:his )?first (?:visitors?|applicants?|callers?|customers?)"),
        ("opened", rf"{_HOUSE}{_OF_IT}(?:(?:was|were|is|has been|had been|been|became|becomes|went|goes) )+(?P<act>operational|operating|into operation|open(?: again)?|functioning)"),
        ("opened", rf"(?:flag (?:was|is|has been) )?(?P<act>(?:raised|raises|hoisted|hoists|ran up)) (?:(?:the|his|national|S\d+|'s|flag|again|on|D\d+) )*(?:over|at|on|above) (?:(?:the|his|a|new|S\d+|'s) )*{_HOUSE}"),
        ("opened", rf"(?<=, )(?:the|his) {_HOUSE} in (?:the )?S\d+ (?P<act>from|since|in) D\d+(?= [,;.])"),
        ("opened", r"(?P<it>embassies|diplomatic missions) (?:(?:were|was|had|have|been|then|also) )+(?P<act>exchanged)"),
        ("opened", r"(?P<act>exchange|exchanged|exchanging) (?:resident )?(?P<it>embassies|diplomatic missions)"),
        ("closed", rf"{_HOUSE}{_OF_IT}(?P<act>stops?|stopped|cease[sd]?|ended|ends|halt(?:s|ed)|discontinue[sd]?) (?:his |all )?(?:work|working|operations?|operating|activit(?:y|ies)|functioning|functions|business|to (?:work|operate|exist))"),
        ("closed", rf"{_HOUSE}{_OF_IT}(?P<act>shuts?|closed?s?) (?:his )?doors"),
        ("closed", rf"(?P<act>shuts?|shutting|closed?s?|closing) (?:the|his) doors (?:of|on|at) (?:(?:the|his) )*{_HOUSE}"),
        ("closed", rf"(?P<act>(?:lowered|lowers|hauled down|hauls down|took down|takes down)) (?:(?:the|his|national|S\d+|'s) )*flag (?:over|at|on|above) (?:(?:the|his|S\d+|'s) )*{_HOUSE}"),
    )
)  # fmt: skip
_RIBBON = re.compile(
    r"(?<!\S)(?:cut|cuts|cutting) (?:the|a) ribbon (?:on|at|of|for|to) (?:(?:the|a|his|new|S\d+|'s|first|own|permanent) ){0,5}(?P<it>consulate|embassy|high commission)(?!\S)"
)


def bonds(sketch: Sketch) -> list[Bond]:
    """What a sentence says is done with ties."""
    raw: list[tuple[int, int, int, int, str, str]] = []
    for way in _ways():
        for pattern in re.likely(way.patterns, sketch.text):
            action = way.patterns[pattern]
            for match, first, end in sketch.find(pattern):
                act = sketch.at(match.start("act"))
                it = sketch.at(match.start("it"))
                if _holds(sketch, way.form, action, match, act, it):
                    raw.append((act, first, end, it, way.form, action))
    found: list[Bond] = []
    taken: set[tuple[str, int]] = set()
    chosen: list[tuple[int, int, int, int, str, str]] = []
    for act, first, end, it, form, action in sorted(raw, key=lambda r: (r[0], r[2] - r[1])):
        if (form, act) in taken or any(
            f == form and i == it and abs(a - act) > 0 and _nearer(a, act, it) and not _then(sketch, it, a, act)
            for f, i, a in ((c[4], c[3], c[0]) for c in chosen)
        ):
            continue
        taken.add((form, act))
        chosen.append((act, first, end, it, form, action))
    acts = sorted(c[0] for c in chosen)
    for act, first, end, it, form, action in chosen:
        left = max((a + 1 for a in acts if a < min(act, it)), default=0)
        taken_days = [
            next((k for k in range(e, min(e + 4, len(sketch.items))) if sketch.mention(k, "D")), -1)
            for a, _, e, *_ in chosen
            if a != act and e <= first
        ]
        right = min((a for a in acts if a > max(act, it)), default=len(sketch.items))
        again = action == "established" and sketch.has(("again", "anew", "afresh"), first, end + 3)
        if form in _ONCE and (again or (action == "opened" and days_of_turns(sketch, action, end))):
            action = "restored"
        found.append(_bond(sketch, form, action, (first, act, end), left, right, taken_days))
    found.extend(_others(sketch))
    found.extend(taken_up(sketch, found))
    return [*found, *beside(sketch, found)]


def _nearer(a: int, b: int, it: int) -> bool:
    """Whether of two acts on one object the first is the one meant: before it rather than behind it."""
    return a < it < b or abs(a - it) <= abs(b - it)


def _then(sketch: Sketch, it: int, a: int, b: int) -> bool:
    """Whether a second act follows on an aside with a first ("the embassy, closed in 2021, resumed its work")."""
    return it < a < b and sketch.item(a - 1) in (",", "which", "was", "were") and sketch.has((",",), a, b)


def _holds(sketch: Sketch, form: str, action: str, match: re.Match[str], act: int, it: int) -> bool:
    words = match[0].split()
    verb = sketch.item(act)
    if form == "diplomatic-relations" and "them" in words[-1:]:
        return verb.startswith(
            ("restor", "mend", "patch", "broke", "break", "cut", "sever", "resum", "re-est", "suspend", "took", "take")
        )
    if form == "diplomatic-relations" and not sketch.has(
        ("diplomatic", "full", "formal", "normal"), act - 2, max(act, it) + 3
    ):
        if (
            action in ("upgraded", "established")
            and act < it
            and not (action == "established" and _on_a_day(sketch, act))
        ):
            return False
        if verb.startswith(("end", "cut", "redu", "low", "form", "creat", "rais", "renew")) and not (
            "off" in words or "all" in words or verb.startswith("cut") or (action == "downgraded" and _rank(sketch))
        ):
            return False
    if form == "diplomatic-relations" and match["it"] in ("relations", "ties") and "normal" in verb:
        told = {s for k in range(len(sketch.items)) if (m := sketch.mention(k, "S")) for s in m.states}
        if len(told) < 2 and date_of(sketch, 0, act, len(sketch.items)) is None:
            return False
    if (
        form == "diplomatic-relations"
        and verb.startswith("normali")
        and verb.endswith("ing")
        and "diplomatic" not in words
    ):
        return False
    if (
        form == "strategic-partnership"
        and act > it
        and action != "upgraded"
        and not {"was", "were", "been", "be", "is"} & set(sketch.items[it:act])
    ):
        return False
    if (
        form in ("embassy", "consulate")
        and sketch.item(act - 1) in ("the", "a", "in")
        and act < it
        and verb in ("closed", "open", "shut")
    ):
        return False
    if (
        sketch.item(act - 1) in ("against", "without", "avoid", "avoiding", "than", "anniversary", "anniversaries")
        or "anniversary" in sketch.items[max(0, act - 3) : act]
    ):
        return False
    if (
        form in ("embassy", "consulate")
        and act > it
        and sketch.item(act + 1) == "his"
        and sketch.item(act + 2) in ("visa", "visas", "consular", "cultural", "trade", "school", "library")
    ):
        return False
    return not (form == "visa-regime" and verb in ("end", "ends", "allow", "stop") and act > it)


def _rank(sketch: Sketch) -> bool:
    """Whether relations are set at a rank: "to the level of chargés d'affaires"."""
    return sketch.has(("level", "rank", "charge", "chargé", "chargés", "charges"), 0, len(sketch.items))


def _on_a_day(sketch: Sketch, act: int) -> bool:
    """Whether an act is dated to the day: what is established so are diplomatic relations."""
    when = date_of(sketch, 0, act, len(sketch.items))
    return when is not None and when.period is not None and not when.period.length.days


# ------------------------------------------------------------------ between whom, where, when
def _bond(
    sketch: Sketch, form: str, action: str, at: tuple[int, int, int], left: int, right: int, days: Sequence[int] = ()
) -> Bond:
    first, act, end = at
    status = status_of(
        sketch,
        max(left, first - 9),
        max(first, min(act, end - 1)),
        end,
        min(right, end + 14),
        noun=sketch.item(act).endswith(("ing", "ment", "tion", "al", "ure")),
    )
    titled = bool(_PAPER.search(" ".join(sketch.items[:first])))
    if status == "reported" and form in ("embassy", "consulate") and _PAPER.search(" ".join(sketch.items[:first])):
        status = "planned"
    taken = [*days, *days_of_turns(sketch, action, end)]
    since = date_of(sketch, 0, max(act, first), right, taken=taken)
    when = since and since.begun()
    place = seat(sketch, first, end, right) if form in ("embassy", "consulate", "ambassador") else None
    if place is None and form in ("embassy", "consulate", "ambassador"):
        place = seat(sketch, max(left, first - 8), first, right)
    states = between(sketch, left, first, end, right, place)
    if (
        form == "visa-regime"
        and action == "established"
        and sketch.item(act).startswith("introduc")
        and "free" not in sketch.text
    ):
        action = "suspended"
    return Bond(form, action, first, end, status, when, states, place, titled and form == "visa-regime")


_PAPER = re.compile(
    r"\b(?:letter of intent|agreement|memorandum|protocol|note) (?:\S+ ){0,6}?(?:on|for|regarding|concerning)(?: the| his)?$"
)


def _others(sketch: Sketch) -> Iterator[Bond]:
    """Ways of their own: "have had relations since D", "switched recognition from A to B", "would need a visa"."""
    everything = len(sketch.items)
    for _, first, end in sketch.find(_SINCE):
        bond = _bond(sketch, "diplomatic-relations", "established", (first, first, end), 0, everything)
        bond.when = bond.when and bond.when.begun()
        yield bond
    for match, first, end in sketch.find(_REOPENED):
        form = "consulate" if match["it"].startswith("consul") else "embassy"
        act = sketch.at(match.start("act"))
        bond = _bond(sketch, form, "restored", (first, act, end), first, everything)
        bond.when = date_of(sketch, act, act, everything)
        owners = [m for k in range(first) if (m := sketch.mention(k, "S")) is not None]
        bond.between = [*owners[-1:], *bond.between]
        yield bond
    for match, first, end in sketch.find(_SWITCHED):
        old, new = (sketch.named[sketch.at(match.start(g))] for g in ("old", "new"))
        subject = next((sketch.named[k] for k in range(first - 1, -1, -1) if sketch.mention(k, "S")), None)
        if subject and old and new and all(len(m.states) == 1 for m in (subject, old, new)):
            when = date_of(sketch, 0, first, everything)
            yield Bond("diplomatic-relations", "severed", first, end, "reported", when, [subject, old])
            yield Bond("diplomatic-relations", "established", first, end, "reported", when, [subject, new])
    for match, first, end in sketch.find(_KEPT):
        form = "consulate" if match["it"].startswith("consul") else "embassy"
        bond = _bond(sketch, form, "", (first, first + 1, end), first, end)
        day = sketch.mention(end, "D")
        if day is not None and day.period is not None and day.period.open:
            bond.action, bond.when = "opened", day.begun()
        yield bond
    for _, first, end in sketch.find(_NEED):
        free = sketch.has(("not", "n't", "no", "never", "nor", "cannot"), first - 3, first)
        bond = _bond(sketch, "visa-regime", "established" if free else "suspended", (first, first, end), 0, everything)
        if free:
            future = sketch.has(("will", "shall", "would"), first - 5, first)
            bond.status = "planned" if future else "reported"
        yield bond
    for match, first, end in sketch.find(_ASKED):
        form = "consulate" if match["it"].startswith("consul") else "embassy"
        bond = _bond(sketch, form, "opened", (first, first, end), 0, everything)
        bond.status = "proposed"
        yield bond
    for _, first, end in sketch.find(_WITHOUT):
        if not sketch.has(("not", "n't", "cannot", "if", "no", "never", "could", "would"), first - 6, first):
            yield from _regime(sketch, first, end)
    for _, first, end in sketch.find(_DEMANDED):
        if not sketch.has(("not", "n't", "no", "never", "stop", "stopped", "cease", "ceased"), first - 4, end):
            yield _bond(sketch, "visa-regime", "suspended", (first, first, end), 0, everything)
    for _, first, end in sketch.find(_NO_VISA):
        if not sketch.has(("if", "never", "could", "would", "unless", "whether"), first - 6, first):
            yield from _regime(sketch, first, end)
    for first, end, host, senders in several_posts(sketch):
        bond = _bond(sketch, "ambassador", "established", (first, first, end), 0, everything)
        status = "planned" if sketch.has(("will", "to", "due"), first - 2, first) else "reported"
        yield from (replace(bond, between=[sender, host], place=None, status=status) for sender in senders)
    yield from _lasting(sketch)


_TERMS = frozenset("party parties article shall".split())  # words of a treaty's own text, which says what is to be


def _regime(sketch: Sketch, first: int, end: int) -> Iterator[Bond]:
    """A regime without visas: established on its day, or in force where none is told."""
    bond = _bond(sketch, "visa-regime", "established", (first, first, end), 0, len(sketch.items))
    bond.status = "reported" if bond.status == "hypothetical" else bond.status
    if bond.when is None:
        bond.action = ""
    if bond.when is not None or (bond.status == "reported" and not sketch.has(_TERMS, 0, len(sketch.items))):
        yield bond


def _lasting(sketch: Sketch) -> Iterator[Bond]:
    """Ambassadors' moves, missions and regimes that last since a day, duties cut or raised."""
    everything = len(sketch.items)
    for action, first, act, end in posts(sketch):
        yield _bond(sketch, "ambassador", action, (first, act, end), 0, everything)
    for match, first, end in sketch.find(_LASTING):
        form = next(f for word, f in _LASTING_FORMS if match["it"].startswith(word))
        bond = _bond(
            sketch,
            form,
            "opened" if form in ("embassy", "consulate") else "established",
            (first, end - 2, end - 1),
            0,
            everything,
        )
        day = sketch.named[sketch.at(match.start("day"))]
        if (
            day is not None
            and day.period is not None
            and (day.period.open or sketch.item(sketch.at(match.start("day")) - 1) in ("since", "from"))
        ):
            bond.when = day.begun()
            yield bond
    for match, first, end in sketch.find(_DUTY):
        down = match["act"].startswith(("cut", "low", "red", "sla", "hal", "wai"))
        bond = _bond(sketch, "trade-regime", "upgraded" if down else "downgraded", (first, first, end), 0, everything)
        if bond.when is not None and bond.status == "reported":
            yield bond
    for action, pattern in _HOUSES:
        for match, first, end in sketch.find(pattern):
            act, form = sketch.at(match.start("act")), "consulate" if "consul" in match["it"] else "embassy"
            bond = _bond(sketch, form, _again(action, match["act"]), (first, act, end), 0, everything)
            if not sketch.has(_PARTLY, first, end):
                yield bond
    for match, first, end in sketch.find(_RIBBON):
        form = "consulate" if match["it"].startswith("consul") else "embassy"
        yield _bond(sketch, form, "opened", (first, first, end), 0, everything)
