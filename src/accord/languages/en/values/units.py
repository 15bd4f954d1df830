"""Units and currencies as English names them, with the symbol the schema uses and the factor to it.

A currency name that several states share ("francs", "rupees", "pounds") has a code only with its adjective.
"""

from __future__ import annotations

import re

from accord.languages.en.values.numbers import listed

__all__ = ["CURRENCY_AFTER", "CURRENCY_BEFORE", "PERSONS", "UNIT_AFTER", "currency", "unit"]

# symbol: the words for it; a word followed by =x counts x of the symbol.
_WORDS = {
    "km": "km kms kilometre kilometer kilometres kilometers",
    "m": "m metre meter metres meters",
    "mi": "mile miles",
    "nmi": "nautical_mile nautical_miles",
    "ft": "foot feet",
    "m3": "m3 m³ cubic_metre cubic_meter cubic_metres cubic_meters cu_m bcm=1e9 mcm=1e6",
    "km3": "km3 km³ cubic_kilometre cubic_kilometer cubic_kilometres cubic_kilometers cubic_km",
    "m2": "m2 m² sq_m square_metre square_meter square_metres square_meters",
    "km2": "km2 km² sq_km sq._km square_km square_kilometre square_kilometer square_kilometres square_kilometers",
    "ha": "ha hectare hectares",
    "acre": "acre acres",
    "t": "t ton tons tonne tonnes metric_ton metric_tons metric_tonnes",
    "kg": "kg kgs kilogram kilograms kilogramme kilogrammes",
    "bbl": "barrel barrels",
    "l": "litre liter litres liters",
    "kV": "kV KV kv kilovolt kilovolts",
    "MVA": "MVA megavolt-ampere megavolt-amperes",
    "kW": "kW KW kilowatt kilowatts",
    "MW": "MW megawatt megawatts",
    "GW": "GW gigawatt gigawatts",
    "kWh": "kWh KWh kwh kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours",
    "MWh": "MWh megawatt-hour megawatt-hours megawatt_hour megawatt_hours",
    "GWh": "GWh gigawatt-hour gigawatt-hours gigawatt_hour gigawatt_hours",
    "TWh": "TWh terawatt-hour terawatt-hours terawatt_hour terawatt_hours",
    "percent": "% percent per_cent pct per-cent",
    "years": "year years decade=10 decades=10",
    "months": "month months",
    "weeks": "week weeks",
    "days": "day days",
    "hours": "hour hours",
    "minutes": "minute minutes",
}

# People who are counted: explicit person nouns alone make the unit "people".
PERSONS = frozenset(
    listed("""people persons person passengers passenger citizens citizen nationals national soldiers soldier troops
    servicemen serviceman civilians civilian residents resident inhabitants refugees refugee migrants migrant workers
    worker students student tourists tourist visitors visitor officers officer guards guard police policemen policeman
    villagers villager men man women woman children child delegates delegate participants participant experts expert
    specialists specialist advisers adviser advisors instructors trainers nurses teachers teacher doctors doctor diplomats diplomat prisoners prisoner detainees detainee
    victims victim athletes athlete fighters fighter militants militant journalists journalist businessmen
    entrepreneurs entrepreneur peacekeepers peacekeeper officials official employees employee personnel staff pilgrims
    pilgrim travellers travelers fishermen sailors sailor crew hostages hostage scholars evacuees returnees individuals
    individual volunteers farmers farmer trainees cadets cadet scientists representatives representative""")
)

_CODES = listed(
    "USD EUR GBP JPY CNY RUB KZT KGS TJS UZS TMT AZN AMD GEL BYN UAH MDL INR PKR BDT LKR NPR AFN IRR IQD TRY AED SAR "
    "QAR KWD OMR BHD ILS EGP MAD DZD TND LYD KES TZS UGX RWF ETB NGN GHS ZAR XOF XAF CHF SEK NOK DKK PLN CZK HUF RON "
    "BGN RSD CAD AUD NZD SGD HKD TWD KRW MNT VND THB IDR MYR PHP BRL MXN ARS CLP COP PEN UYU PYG BOB ISK MMK LAK "
    "KHR BTN MVR AOA MZN ZMW BWP NAD MUR SDG SSP SYP LBP JOD YER KPW CUP"
)
_SIGNS = {
    "US$": "USD", "U.S.$": "USD", "$US": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₸": "KZT", "₹": "INR",
    "₺": "TRY", "₴": "UAH", "₼": "AZN", "₾": "GEL", "₩": "KRW", "₫": "VND", "₮": "MNT", "₦": "NGN", "₱": "PHP",
    "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD",
    "R$": "BRL", "KSh": "KES", "Ksh": "KES", "KSH": "KES", "Kshs": "KES", "TSh": "TZS", "USh": "UGX", "Tk": "BDT",
    "Taka": "BDT", "N$": "NAD", "Naira": "NGN", "Birr": "ETB",
    "RMB": "CNY", "GH₵": "GHS", "¥": "", "Rs.": "rupee", "Rs": "rupee", "Dh": "dirham", "Dhs": "dirham",
    "Sh": "shilling", "৳": "BDT", "֏": "AMD",
}  # fmt: skip
# Names that are one currency wherever they stand alone.
_NAMES = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB", "rubles": "RUB", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "tenge": "KZT", "som": "KGS",
    "soms": "KGS", "somoni": "TJS", "somonis": "TJS", "soum": "UZS", "soums": "UZS",
    "hryvnia": "UAH", "hryvnias": "UAH", "lari": "GEL", "dram": "AMD", "drams": "AMD", "taka": "BDT", "zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "baht": "THB", "dong": "VND", "rupiah": "IDR",
    "ringgit": "MYR", "naira": "NGN", "cedi": "GHS", "cedis": "GHS", "birr": "ETB", "rand": "ZAR", "shekels": "ILS",
    "shekel": "ILS", "afghani": "AFN", "afghanis": "AFN", "tugrik": "MNT", "tugriks": "MNT", "togrog": "MNT",
    "reais": "BRL", "guarani": "PYG", "guaranies": "PYG",
}  # fmt: skip
_SHARED = listed(
    "dollar franc pound rupee dirham dinar riyal rial peso shilling crown krona krone kroner kronor lira manat "
    "leu lei rouble ruble som"
)
_ADJECTIVES = {
    "US": {"dollar": "USD"}, "U.S.": {"dollar": "USD"}, "American": {"dollar": "USD"}, "Canadian": {"dollar": "CAD"},
    "Australian": {"dollar": "AUD"}, "Singapore": {"dollar": "SGD"}, "Hong Kong": {"dollar": "HKD"},
    "New Zealand": {"dollar": "NZD"}, "Taiwan": {"dollar": "TWD"}, "Jamaican": {"dollar": "JMD"},
    "Namibian": {"dollar": "NAD"}, "Fijian": {"dollar": "FJD"}, "Zimbabwean": {"dollar": "ZWL"},
    "Swiss": {"franc": "CHF"}, "Rwandan": {"franc": "RWF"}, "Burundian": {"franc": "BIF"},
    "Congolese": {"franc": "CDF"}, "Djiboutian": {"franc": "DJF"}, "Guinean": {"franc": "GNF"},
    "CFA": {"franc": ""}, "British": {"pound": "GBP"},
    "Egyptian": {"pound": "EGP"}, "Lebanese": {"pound": "LBP", "lira": "LBP"},
    "Syrian": {"pound": "SYP"}, "Sudanese": {"pound": "SDG"}, "South Sudanese": {"pound": "SSP"},
    "Indian": {"rupee": "INR"}, "Pakistani": {"rupee": "PKR"}, "Pakistan": {"rupee": "PKR"},
    "Nepali": {"rupee": "NPR"}, "Nepalese": {"rupee": "NPR"}, "Sri Lankan": {"rupee": "LKR"},
    "Mauritian": {"rupee": "MUR"}, "UAE": {"dirham": "AED"}, "Emirati": {"dirham": "AED"},
    "Moroccan": {"dirham": "MAD"}, "Algerian": {"dinar": "DZD"}, "Tunisian": {"dinar": "TND"},
    "Iraqi": {"dinar": "IQD"}, "Jordanian": {"dinar": "JOD"}, "Kuwaiti": {"dinar": "KWD"},
    "Bahraini": {"dinar": "BHD"}, "Libyan": {"dinar": "LYD"}, "Serbian": {"dinar": "RSD"},
    "Saudi": {"riyal": "SAR", "rial": "SAR"}, "Qatari": {"riyal": "QAR", "rial": "QAR"},
    "Omani": {"rial": "OMR", "riyal": "OMR"}, "Iranian": {"rial": "IRR"}, "Yemeni": {"rial": "YER", "riyal": "YER"},
    "Mexican": {"peso": "MXN"}, "Argentine": {"peso": "ARS"}, "Chilean": {"peso": "CLP"},
    "Colombian": {"peso": "COP"}, "Uruguayan": {"peso": "UYU"}, "Philippine": {"peso": "PHP"},
    "Cuban": {"peso": "CUP"}, "Dominican": {"peso": "DOP"}, "Kenyan": {"shilling": "KES"},
    "Kenya": {"shilling": "KES"}, "Tanzanian": {"shilling": "TZS"}, "Tanzania": {"shilling": "TZS"},
    "Ugandan": {"shilling": "UGX"}, "Uganda": {"shilling": "UGX"}, "Somali": {"shilling": "SOS"},
    "Swedish": {"crown": "SEK", "krona": "SEK", "kronor": "SEK"}, "Norwegian": {"crown": "NOK", "krone": "NOK",
    "kroner": "NOK"}, "Danish": {"crown": "DKK", "krone": "DKK", "kroner": "DKK"}, "Czech": {"crown": "CZK"},
    "Icelandic": {"krona": "ISK"}, "Turkish": {"lira": "TRY"}, "Azerbaijani": {"manat": "AZN"},
    "Azeri": {"manat": "AZN"}, "Turkmen": {"manat": "TMT"}, "Turkmenistan": {"manat": "TMT"},
    "South Korean": {"won": "KRW"}, "Korean": {"won": "KRW"}, "North Korean": {"won": "KPW"},
    "Romanian": {"leu": "RON", "lei": "RON"}, "Moldovan": {"leu": "MDL", "lei": "MDL"},
    "Russian": {"rouble": "RUB", "ruble": "RUB"}, "Belarusian": {"rouble": "BYN", "ruble": "BYN"},
    "Kyrgyz": {"som": "KGS"}, "Uzbek": {"som": "UZS"},
}  # fmt: skip
# Adjectives that only repeat what the name says ("Kazakh tenge", "Chinese yuan").
_REPEATING = (
    "Kazakhstani|Kazakh|Tajik|Chinese|Japanese|Ukrainian|Georgian|Armenian|Mongolian|Israeli|Ethiopian|Nigerian"
)

_UNITS: dict[str, tuple[str, float]] = {}
for _symbol, _words in _WORDS.items():
    for _word in _words.split():
        _name, _, _factor = _word.partition("=")
        _UNITS[_name.replace("_", " ")] = (_symbol, float(_factor or 1))


def _choice(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", "[ \u00a0-]") for word in sorted(words, key=len, reverse=True))


# After a number: a space or hyphen and the unit. Symbols keep their case; words may be capitalised.
UNIT_AFTER = re.compile(rf"[ \u00a0-]?(?:(?i:(?P<word>{_choice([w for w in _UNITS if len(w) > 2])}))(?![^\W_])"
                        rf"|(?P<symbol>{_choice([w for w in _UNITS if len(w) < 3])})(?![\w²³]))")  # fmt: skip
CURRENCY_BEFORE = rf"(?:(?:{_choice([*_CODES, *_SIGNS])})[ \u00a0]?)"
_ADJECTIVE = rf"(?:(?P<adjective>{_choice(list(_ADJECTIVES))})|{_REPEATING})"
CURRENCY_AFTER = re.compile(
    rf"[ \u00a0-]?(?:(?P<code>{_choice([*_CODES, 'RMB', 'US$', '€', '£', '$', '₽', '₸', '₹'])})(?!\w)"
    rf"|(?:{_ADJECTIVE}[ \u00a0-])?(?P<name>(?i:{_choice([*_NAMES, *_SHARED, *[w + 's' for w in _SHARED]])}))(?!\w)"
    rf"|(?P<korea>(?:South |North )?Korean)[ \u00a0](?P<won>won)(?!\w))"
)


def unit(words: str) -> tuple[str, float] | None:
    """The symbol of a unit and how many of it one of the words is ("bcm" is a billion m3)."""
    found = _UNITS.get(words.replace("\u00a0", " "))
    if found is None:
        lower = words.replace("\u00a0", " ").lower()
        found = _UNITS.get(lower) or _UNITS.get(lower.replace("-", " "))
    return found


def currency(words: str, adjective: str = "") -> tuple[str, str]:
    """The ISO 4217 code of a currency and, where several states share the name, only that name ("", "rupee")."""
    words = words.strip()
    if words in _CODES:
        return words, ""
    if words in _SIGNS:
        found = _SIGNS[words]
        return (found, "") if not found or found.isupper() else ("", found)
    name = words.lower()
    stem = name[:-1] if name.endswith("s") and name[:-1] in _SHARED else name
    if adjective:
        code = _ADJECTIVES.get(adjective.replace("\u00a0", " "), {}).get(stem, "")
        return (code, "") if code else ("", stem)
    return (_NAMES[name], "") if _NAMES.get(name) else ("", stem)
