"""Units and currencies as English names them, with the symbol the schema uses and the factor to it.

A currency name that several states share ("francs", "rupees", "pounds") has a code only with its adjective.
"""

from __future__ import annotations

from functools import cache

from accord.gazetteer import all_states
from accord.languages import patterns as re
from accord.languages.en.values.numbers import listed

__all__ = [
    "CURRENCY_AFTER",
    "CURRENCY_BEFORE",
    "CURRENCY_LEAD",
    "CURRENCY_LETTERS",
    "PERSONS",
    "UNIT_AFTER",
    "USERS",
    "currency",
    "state_of_currency",
    "unit",
]

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
    "m3/d": "m3/d m³/d m3/day m³/day mcm/d=1e6 mcm/day=1e6 cubic_metres_a_day cubic_meters_a_day "
    "cubic_metres_per_day cubic_meters_per_day m³_a_day m³_per_day m3_a_day m3_per_day",
    "barrels/day": "bpd b/d bbl/d barrels_a_day barrels_per_day barrels/day",
    "TEU": "TEU TEUs twenty-foot_equivalent_units twenty-foot_containers",
    "t": "t ton tons tonne tonnes metric_ton metric_tons metric_tonnes MT kt=1e3 Mt=1e6 quintal=0.1 quintals=0.1",
    "kg": "kg kgs kilogram kilograms kilogramme kilogrammes",
    "bbl": "barrel barrels",
    "l": "litre liter litres liters",
    "m3/s": "m3/s m³/s cumecs cubic_metres_a_second cubic_metres_per_second cubic_meters_a_second cubic_meters_per_second",
    "km/h": "km/h kph km_per_hour kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour km_an_hour",
    "kV": "kV KV kv kilovolt kilovolts",
    "MVA": "MVA megavolt-ampere megavolt-amperes",
    "kW": "kW KW kilowatt kilowatts",
    "MW": "MW megawatt megawatts GW=1e3 gigawatt=1e3 gigawatts=1e3",
    "kWh": "kWh KWh kwh kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours",
    "MWh": "MWh megawatt-hour megawatt-hours megawatt_hour megawatt_hours",
    "GWh": "GWh gigawatt-hour gigawatt-hours gigawatt_hour gigawatt_hours",
    "TWh": "TWh terawatt-hour terawatt-hours terawatt_hour terawatt_hours",
    "percent": "% percent per_cent pct per-cent pc p.c.",
    "years": "year years decade=10 decades=10",
    "months": "month months",
    "weeks": "week weeks",
    "days": "day days",
    "h": "hour hours hrs",
    "min": "minute minutes mins",
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
    individual volunteers farmers farmer trainees cadets cadet scientists representatives representative
    compatriots expatriates emigrants immigrants newcomers returnees arrivals deportees convicts inmates captives
    suspects smugglers traffickers traders merchants vendors shoppers drivers truckers hauliers seafarers crewmen
    crewmates skippers miners loggers herders shepherds settlers labourers laborers engineers technicians mechanics
    medics midwives pupils graduates interns apprentices academics lecturers researchers protesters demonstrators
    supporters rebels insurgents gunmen rangers marines conscripts recruits mentors observers monitors inspectors
    paratroopers investors holidaymakers vacationers sightseers commuters holders patients survivors orphans exiles
    dissidents activists asylum-seekers stowaways foreigners locals townspeople dancers musicians""")
)

_CODES = listed(
    "USD EUR GBP JPY CNY RUB KZT KGS TJS UZS TMT AZN AMD GEL BYN UAH MDL INR PKR BDT LKR NPR AFN IRR IQD TRY AED SAR "
    "QAR KWD OMR BHD ILS EGP MAD DZD TND LYD KES TZS UGX RWF ETB NGN GHS ZAR XOF XAF CHF SEK NOK DKK PLN CZK HUF RON "
    "BGN RSD CAD AUD NZD SGD HKD TWD KRW MNT VND THB IDR MYR PHP BRL MXN ARS CLP COP PEN UYU PYG BOB ISK MMK LAK "
    "KHR BTN MVR AOA MZN ZMW BWP NAD MUR SDG SSP SYP LBP JOD YER KPW CUP JMD TTD FJD BSD BBD GYD SRD XCD PGK SBD VUV "
    "WST PAB GTQ HNL NIO CRC DOP HTG BZD VES GMD GNF SLE LRD MRU CVE XPF KMF DJF SOS ERN LSL SZL SCR MGA MWK BIF CDF BAM "
    "MKD ZWL BND MOP LTL LVL EEK GRD SIT"
)
_SIGNS = {
    "US$": "USD", "U.S.$": "USD", "$US": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₸": "KZT", "₹": "INR",
    "₺": "TRY", "₴": "UAH", "₼": "AZN", "₾": "GEL", "₩": "KRW", "₫": "VND", "₮": "MNT", "₦": "NGN", "₱": "PHP",
    "CA$": "CAD", "CAD$": "CAD", "USD$": "USD", "NZD$": "NZD", "AUD$": "AUD", "FJD$": "FJD", "SGD$": "SGD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD",
    "R$": "BRL", "KSh": "KES", "Ksh": "KES", "KSH": "KES", "Kshs": "KES", "TSh": "TZS", "USh": "UGX", "Tk": "BDT",
    "Taka": "BDT", "N$": "NAD", "Naira": "NGN", "Birr": "ETB",
    "RMB": "CNY", "GH₵": "GHS", "¥": "", "Rs.": "rupee", "Rs": "rupee", "Dh": "dirham", "Dhs": "dirham",
    "Sh": "shilling", "৳": "BDT", "֏": "AMD", "Rp": "IDR", "Rp.": "IDR", "RM": "MYR", "KD": "KWD", "JD": "JOD",
    "BD": "BHD", "LD": "LYD", "TD": "TND", "QR": "QAR", "SR": "SAR", "RO": "OMR", "Nu.": "BTN", "Nu": "BTN", "Php": "PHP",
    "J$": "JMD", "TT$": "TTD", "G$": "GYD", "BZ$": "BZD", "EC$": "XCD", "Bds$": "BBD", "B$": "letter B", "F$": "FJD",
    "FJ$": "FJD", "SI$": "SBD", "T$": "TOP", "WS$": "WST", "L$": "LRD", "Z$": "ZWL", "ZW$": "ZWL", "MOP$": "MOP",
    "Mex$": "MXN", "MX$": "MXN", "RD$": "DOP", "Col$": "COP", "S/": "PEN", "S/.": "PEN", "Bs.": "BOB", "Bs": "BOB",
    "Gs.": "PYG", "₲": "PYG", "₡": "CRC", "NIS": "ILS", "₪": "ILS", "Kč": "CZK", "₭": "LAK", "៛": "KHR",
    "MK": "MWK", "ZK": "ZMW", "RF": "RWF", "Frw": "RWF", "FCFA": "CFA franc", "CFAF": "CFA franc",
    "CFA": "CFA franc", "Shs": "shilling", "₨": "rupee",
    "NRs": "NPR", "SLRs": "LKR", "PKRs": "PKR", "IRs": "INR", "TShs": "TZS", "UShs": "UGX", "Ushs": "UGX", "Ush": "UGX",
    "R": "ZAR", "P": "letter P", "K": "letter K", "E": "letter E", "M": "letter M", "L": "letter L", "Q": "letter Q",
    "D": "letter D", "N": "NGN", "KM": "BAM", "Le": "SLE", "Kz": "AOA", "LE": "EGP", "TL": "TRY", "DA": "DZD", "DT": "TND",
    "UM": "MRU", "MT": "MZN", "Ar": "MGA", "B/.": "PAB", "Ft": "HUF", "kr": "crown", "Fr": "franc", "C$": "letter C",
    "FBu": "BIF", "Fbu": "BIF", "FDj": "DJF", "FC": "CDF", "GF": "GNF", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK",
    "L.E.": "EGP", "E£": "EGP", "LL": "LBP", "SP": "SYP",
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
    "reais": "BRL", "guarani": "PYG", "guaranies": "PYG", "guaraníes": "PYG", "pula": "BWP", "metical": "MZN",
    "meticais": "MZN", "kwanza": "AOA", "kwanzas": "AOA", "ariary": "MGA", "dalasi": "GMD", "dalasis": "GMD",
    "leones": "SLE", "ouguiya": "MRU", "ouguiyas": "MRU", "lempiras": "HNL", "quetzales": "GTQ", "quetzals": "GTQ",
    "colones": "CRC", "cordobas": "NIO", "córdobas": "NIO", "gourdes": "HTG", "soles": "PEN", "bolivianos": "BOB",
    "bolivars": "VES", "bolívares": "VES", "kina": "PGK", "vatu": "VUV", "kyat": "MMK", "kyats": "MMK", "kip": "LAK",
    "riel": "KHR", "riels": "KHR", "ngultrum": "BTN", "ngultrums": "BTN", "rufiyaa": "MVR", "patacas": "MOP",
    "denars": "MKD", "leva": "BGN", "koruna": "CZK", "korunas": "CZK", "maloti": "LSL", "emalangeni": "SZL",
    "rands": "ZAR", "bahts": "THB", "tenges": "KZT", "laris": "GEL", "hryvnya": "UAH",
    "escudos": "CVE", "litas": "LTL", "lats": "LVL", "kroons": "EEK", "drachmas": "GRD", "tolars": "SIT",
}  # fmt: skip
_SHARED = listed(
    "dollar franc pound rupee dirham dinar riyal rial peso shilling crown krona krone kroner kronor lira manat "
    "leu lei rouble ruble som kwacha won"
)
# Of the names that several states share: whose the currency is, by state.
USERS = {
    "dollar": {
        "USA": "USD", "CAN": "CAD", "AUS": "AUD", "NZL": "NZD", "SGP": "SGD", "HKG": "HKD", "TWN": "TWD", "FJI": "FJD",
        "SLB": "SBD", "JAM": "JMD", "TTO": "TTD", "GUY": "GYD", "SUR": "SRD", "BRB": "BBD", "BHS": "BSD", "BLZ": "BZD",
        "LCA": "XCD", "GRD": "XCD", "DMA": "XCD", "ATG": "XCD", "KNA": "XCD", "VCT": "XCD", "NAM": "NAD", "LBR": "LRD",
        "ZWE": "ZWL", "BRN": "BND", "KIR": "AUD", "NRU": "AUD", "TUV": "AUD",
    },
    "CFA franc": {
        **dict.fromkeys(("BEN", "BFA", "CIV", "GNB", "MLI", "NER", "SEN", "TGO"), "XOF"),
        **dict.fromkeys(("CMR", "CAF", "TCD", "COG", "GNQ", "GAB"), "XAF"),
    },
    "franc": {
        "CHE": "CHF", "LIE": "CHF", "RWA": "RWF", "BDI": "BIF", "COD": "CDF", "DJI": "DJF", "GIN": "GNF", "COM": "KMF",
        **dict.fromkeys(("BEN", "BFA", "CIV", "GNB", "MLI", "NER", "SEN", "TGO"), "XOF"),
        **dict.fromkeys(("CMR", "CAF", "TCD", "COG", "GNQ", "GAB"), "XAF"),
    },
    "pound": {"GBR": "GBP", "EGY": "EGP", "LBN": "LBP", "SYR": "SYP", "SDN": "SDG", "SSD": "SSP"},
    "rupee": {"IND": "INR", "PAK": "PKR", "NPL": "NPR", "LKA": "LKR", "MUS": "MUR", "SYC": "SCR"},
    "dirham": {"ARE": "AED", "MAR": "MAD"},
    "dinar": {
        "DZA": "DZD", "TUN": "TND", "LBY": "LYD", "IRQ": "IQD", "JOR": "JOD", "KWT": "KWD", "BHR": "BHD", "SRB": "RSD",
    },
    "riyal": {"SAU": "SAR", "QAT": "QAR", "OMN": "OMR", "IRN": "IRR", "YEM": "YER"},
    "peso": {
        "MEX": "MXN", "ARG": "ARS", "CHL": "CLP", "COL": "COP", "URY": "UYU", "PHL": "PHP", "CUB": "CUP", "DOM": "DOP",
    },
    "shilling": {"KEN": "KES", "TZA": "TZS", "UGA": "UGX", "SOM": "SOS"},
    "crown": {"SWE": "SEK", "NOR": "NOK", "DNK": "DKK", "CZE": "CZK", "ISL": "ISK"},
    "lira": {"TUR": "TRY", "SYR": "SYP", "LBN": "LBP"},
    "manat": {"AZE": "AZN", "TKM": "TMT"},
    "leu": {"ROU": "RON", "MDA": "MDL"},
    "rouble": {"RUS": "RUB", "BLR": "BYN"},
    "som": {"KGZ": "KGS", "UZB": "UZS"},
    "kwacha": {"ZMB": "ZMW", "MWI": "MWK"},
    "won": {"KOR": "KRW", "PRK": "KPW"},
    "letter P": {"BWA": "BWP", "PHL": "PHP", "MEX": "MXN"},
    "letter K": {"ZMB": "ZMW", "MWI": "MWK", "PNG": "PGK", "MMR": "MMK", "LAO": "LAK"},
    "letter E": {"SWZ": "SZL"},
    "letter M": {"LSO": "LSL"},
    "letter L": {"HND": "HNL"},
    "letter Q": {"GTM": "GTQ"},
    "letter D": {"GMB": "GMD"},
    "letter B": {"BHS": "BSD", "BRN": "BND", "BRB": "BBD", "BLZ": "BZD"},
    "letter C": {"CAN": "CAD", "NIC": "NIO"},
}  # fmt: skip
_SAME_NAME = {
    "rial": "riyal", "lei": "leu", "ruble": "rouble", "krona": "crown", "krone": "crown", "kroner": "crown",
    "kronor": "crown",
}  # fmt: skip
_ADJECTIVES = {
    "US": {"dollar": "USD"}, "U.S.": {"dollar": "USD"}, "American": {"dollar": "USD"}, "Canadian": {"dollar": "CAD"},
    "Australian": {"dollar": "AUD"}, "Singapore": {"dollar": "SGD"}, "Hong Kong": {"dollar": "HKD"},
    "New Zealand": {"dollar": "NZD"}, "Taiwan": {"dollar": "TWD"}, "Jamaican": {"dollar": "JMD"},
    "Namibian": {"dollar": "NAD"}, "Fijian": {"dollar": "FJD"}, "Zimbabwean": {"dollar": "ZWL"},
    "Swiss": {"franc": "CHF"}, "Rwandan": {"franc": "RWF"}, "Burundian": {"franc": "BIF"},
    "Congolese": {"franc": "CDF"}, "Djiboutian": {"franc": "DJF"}, "Guinean": {"franc": "GNF"},
"British": {"pound": "GBP"},
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
UNIT_AFTER = re.compile(rf"(?:(?<=[lmbr]n)\.(?=[ ]))?[ \u00a0-]?(?:(?i:(?P<word>{_choice([w for w in _UNITS if len(w) > 2])}))(?![^\W_])"
                        rf"|(?P<symbol>{_choice([w for w in _UNITS if len(w) < 3])})(?![\w²³]))")  # fmt: skip
# Signs only before sums told in millions: "R39.4bn", "P5 021.3 million", "KM 2.7 billion".
CURRENCY_LETTERS = (
    "R",
    "P",
    "K",
    "E",
    "M",
    "L",
    "Q",
    "D",
    "N",
    "KM",
    "Le",
    "Kz",
    "LE",
    "TL",
    "DA",
    "DT",
    "UM",
    "MT",
    "Ar",
    "B/.",
    "Ft",
    "kr",
    "Fr",
)
CURRENCY_BEFORE = (
    rf"(?:(?=[A-Z]|[^\w\s.,;:()'’-])(?:{_choice([w for w in (*_CODES, *_SIGNS) if w not in CURRENCY_LETTERS])})[ \u00a0]?"
    rf"|(?:{_choice(list(CURRENCY_LETTERS))})[ ]?(?=\d{{1,3}}(?:[., \u00a0]\d+)*[ \u00a0-]?(?:million|billion|trillion|mln|bln|mn|bn|m|b)\b))"
)
CURRENCY_LEAD = r"(?:(?<=[lmbr]n)\.|(?<=hsd)\.)?[ \u00a0-]?"  # what stands between a number and its currency
_ADJECTIVE = rf"(?:(?P<adjective>{_choice(list(_ADJECTIVES))})|{_REPEATING})"
CURRENCY_AFTER = re.compile(
    rf"{CURRENCY_LEAD}(?:(?P<code>{_choice([*_CODES, 'RMB', 'US$', '€', '£', '$', '₽', '₸', '₹'])})(?!\w)"
    rf"|(?P<cfa>F[ ]?CFA|CFA[ ]francs?|francs?[ ]CFA)(?!\w)"
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
        return (found, "") if not found or (len(found) == 3 and found.isupper()) else ("", found)
    name = words.lower()
    if "cfa" in name:
        return "", "CFA franc"
    stem = name[:-1] if name.endswith("s") and name[:-1] in _SHARED else name
    shared = _SAME_NAME.get(stem, stem)
    if adjective:
        code = _ADJECTIVES.get(adjective.replace("\u00a0", " "), {}).get(stem, "")
        return (code, "") if code else ("", shared)
    return (_NAMES[name], "") if _NAMES.get(name) else ("", shared)


@cache
def state_of_currency(code: str) -> str:
    """The state whose currency an ISO 4217 code is: its first letters are the state's."""
    return next((s.alpha3 for s in all_states() if s.alpha2 == code[:2] and s.end is None), "")
