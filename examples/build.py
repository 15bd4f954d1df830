#!/usr/bin/env python3
"""Build the sample documents that are no plain text (DOCX, PDF, ZIP):  build.py [FOLDER]

The same bytes come out at every run, in examples/documents unless a folder is given. The texts are made up.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import typst

DOCUMENTS = Path(__file__).resolve().parent / "documents"
MARK = "This is a made-up example written for Accord; its people and events are invented."
LONG_AGO = (1980, 1, 1, 0, 0, 0)
LAOS_TIME = 1737504000  # 2025-01-22, seconds since 1970
DHAKA_TIME = (2025, 1, 23, 9, 0, 0)

LAOS_SIGNED = [  # (style, text)
    ("Title", "Documents signed at the Sixth Meeting of the Vietnam–Laos Committee on Connectivity"),
    ("Normal", "Secretariat of the Committee · Information sheet"),
    (
        "Normal",
        "The Sixth Meeting of the Vietnam–Laos Committee on Connectivity took place in Da Nang on 13 and 14 "
        "November 2024. On 14 November, in the presence of Deputy Prime Ministers Dang Huu Thanh Son of "
        "Vietnam and Souksavanh Inthirath of Laos, the following seven documents were signed between the two "
        "sides:",
    ),
    ("Heading 2", "Between the governments"),
    ("List Bullet", "Framework Agreement on the Vung Ang–Thakhek Railway"),
    ("List Bullet", "Protocol amending the Border Trade Agreement of 2015"),
    ("List Bullet", "Cooperation Programme in Vocational Training for 2025–2030"),
    ("Heading 2", "Between ministries and provinces"),
    ("List Bullet", "Memorandum of Understanding on the Export of Wind Power from Sekong to Vietnam"),
    ("List Bullet", "Memorandum of Understanding on Plant Quarantine"),
    ("List Bullet", "Sister-province arrangement between Quang Tri and Savannakhet"),
    ("Heading 2", "Between enterprises"),
    ("List Bullet", "Contract for the Dredging of Vung Ang Berth 3 (USD 26 million)"),
    ("Heading 2", "Not signed"),
    (
        "Normal",
        "The text of an Agreement on Social Insurance was initialled. The signature of the Extradition "
        "Agreement was deferred to 2025. A Lao proposal for a memorandum on digital payments will be studied.",
    ),
    ("Heading 2", "From the talks"),
    (
        "Normal",
        "The Deputy Prime Ministers agreed that the ground for the railway shall be broken by June 2026 and "
        "that Vietnam will grant Laos 20 million dollars for the survey. They opened an exhibition on the "
        "roads of the Truong Son range on the evening of 13 November. Mr Inthirath paid tribute to Vietnam's "
        "help after the floods at Attapeu in September, when Hanoi sent 500 tonnes of rice. Mr Son observed "
        "that the port of Vung Ang had proved its worth for Lao shippers. The Seventh Meeting will be held in"
        " Thakhek in November 2025.",
    ),
    ("Normal", MARK),
]

LAOS_REPORT = """\
#set document(title: "Report of the Joint Secretariat for 2024",
  date: datetime(year: 2025, month: 1, day: 22))
#set page(paper: "a4", margin: 2.5cm, numbering: "1", header: [Vietnam–Laos Committee on Connectivity])
#set text(size: 10.5pt)
#align(center)[
= Report of the Joint Secretariat on the work of the Vietnam–Laos Committee on Connectivity in 2024
Adopted in Vientiane on 22 January 2025
]

== 1. Session and contacts
The Committee was created by the Vientiane Agreement on Connectivity of 3 October 2018. It met once
in the year under report, in Da Nang in November. The transport ministers, Ho Dac Minh Tri of
Vietnam and Viengthong Sayavongkham of Laos, conferred by video link on 6 June 2024. A working visit
by Mr Tri to Laos, foreseen for December, was cancelled.

== 2. Figures
Trade between Vietnam and Laos amounted to 2.11 billion US dollars in 2024, which is 12 per cent
above the figure for 2023. Vietnam's exports stood at 0.68 billion dollars. Laos thus ran a surplus
of 0.75 billion dollars. By the end of the year Vietnamese firms had put 5.4 billion dollars into
241 projects in Laos. The two states share a boundary of 2,337 kilometres.

== 3. Works
- The road bridge over the Sepon at Lao Bao was inaugurated on 2 August 2024; it cost 11 million dollars.
- Road 12A between Mu Gia and Thakhek: 62 of 148 kilometres rebuilt.
- Nam Mo–Tuong Duong power line (220 kV): 410 MW of capacity in use.
- A feasibility study of an airport at Na Meo was dropped.

== 4. Crossings and services
The Nam Soi–Na Meo crossing was shut from 11 to 29 September 2024 because of landslides. Coaches
between Dien Bien Phu and Luang Prabang, suspended in April 2020, shall run again by 30 April 2025.
The Cau Treo–Nam Phao crossing shall be open day and night by 31 March 2025. Laos asked for rail
passenger service between Thakhek and Vung Ang once the line exists.

== 5. Incidents
On 19 May 2024 Lao forest guards and Vietnamese loggers exchanged shots near Dak Chung; one logger
was killed and three guards were wounded. The two border commands settled the matter on 23 May.

== 6. Remarks
The Lao co-chair, Khamla Phonevilay, rated cooperation in customs as poor and named the lack of a
common form as the cause. The Vietnamese co-chair, Trinh Van Hoai Nam, thought the year a success
for transport. The secretariat proposes that the two sides conclude an agreement on bus passengers'
insurance. Laos, a member of ASEAN since 1997, chaired that body in the year under report.

#v(1em)
_MARK_
"""

RAID_CLIPPINGS = {  # the texts in the ZIP archive
    "kenya-uganda-raid-herald-copy.txt": """\
THE RIFT VALLEY HERALD
Wednesday, 18 June 2025 · Region · page 6

Raiders kill seven at grazing camp near Uganda line

NAIROBI, June 17 (Lakeside Wire) – Seven people were killed and 12 others wounded when armed
raiders stormed a grazing camp near Lokiriama, on the Kenyan side of the frontier with Uganda,
before dawn on Sunday, Kenyan police said on Tuesday.

Five of the dead were Kenyan herders and two were Ugandans believed to have come with the
attackers, Turkana regional police commander Festus Ekidor Lomuria told reporters in Lodwar.
About 340 head of cattle were driven over the boundary, he said.

Lomuria dismissed as false a message shared on social media that Kenya had shut the Lokitanyala
border post. "The post is open, and our officers are following the tracks together with their
Ugandan colleagues," he said.

Army spokesman Colonel Denis Abura Kitui said in Kampala that Uganda was ready to return the
stolen animals within two weeks and would hand over any suspect arrested on its soil.

The regional military commanders of the two countries talked by telephone on Monday and agreed
to bring elders from both sides together in Moroto on June 26.

The raid was the bloodiest since March last year, when four people died in a clash between
Kenyan Turkana and Ugandan Karamojong youths at Nawountos.

The Red Cross said some 1,100 people had fled the area.

More on page 7: Maize prices · School transport · Letters
Photo: Herald archive

MARK
""",
    "kenya-uganda-raid-district-report.txt": """\
MOROTO DISTRICT SECURITY COMMITTEE (UGANDA)
Situation report no. 3 - Lokiriama raid
18 June 2025, 17:00 hrs

1. Incident
In the night of 14 to 15 June 2025 some sixty armed men crossed from the Ugandan side and
attacked the kraal at Lokiriama in Kenya. By the committee's count nine persons lost their
lives, six Kenyans and three Ugandans, and fifteen were hurt. Two herders who died of their
wounds in Moroto hospital on Monday are missing from earlier accounts.

2. Animals
410 head of cattle were taken. Of these, 265 had been recovered by this afternoon.

3. Contacts
The regional police commanders of Uganda and Kenya met at Lokitanyala on 17 June. They agreed
that patrols on the two sides of the line will exchange radio reports every six hours until 30
June. A joint foot patrol that was to start today has been postponed until fuel arrives.

4. Movement
The smaller crossing at Nakitongo was closed on 16 June and is to reopen on 23 June. Travellers
are advised to carry papers.

5. Relief
The Red Cross societies of both countries handed out food and blankets on 17 June to 950 people
who had left their homes.

6. Background
This committee has logged 23 raids along the Turkana-Karamoja stretch of the Kenya-Uganda border
since January 2024, against 31 in the whole of 2023. Its chairman, Resident District
Commissioner Paul Lokut Achia, holds that the Moroto memorandum of 2019 has lost its force
because nobody pays the peace committees it foresaw.

Rain was heavy in Moroto town; the district stadium roof is under repair.

Next report: 20 June.

MARK
""",
}

DHAKA_REPORT = {
    "title": "Summary record of the ninth session of the India–Bangladesh Joint Commission on Inland Waterways",
    "opening": [
        "Dhaka, 21–22 January 2025",
        "The Joint Commission held its ninth session in Dhaka on 21 and 22 January 2025. Ms. Anjali Deshmukh-Iyer, Secretary for Shipping, led "
        "the Indian delegation; Mr. Golam Rabbani Talukder, Senior Secretary, led that of Bangladesh. The eighth session took place in "
        "Kolkata in May 2023.",
        "The co-chairs noted that 5.1 million tonnes of cargo moved on the protocol routes in 2024, up from 4.6 million in 2023. Overland trade "
        "through Petrapole–Benapole was worth Taka 31,400 crore in 2024. Ms. Deshmukh-Iyer held that the waterways were “still used far "
        "below what they can bear”; Mr. Talukder called the growth encouraging.",
    ],
    "table": [
        ("Cargo (thousand tonnes)", "2023", "2024"),
        ("Fly ash", "3,120", "3,410"),
        ("Stone chips", "890", "1,040"),
    ],
    "decisions": [
        "The reach from Ashuganj to Zakiganj shall be dredged to 2.5 metres by December 2026. The cost, Taka 305 crore, is borne by India and "
        "Bangladesh in the proportion 80:20.",
        "India will hand over two survey vessels to Bangladesh in the third quarter of 2025.",
        "The Working Group on Cruise Tourism is dissolved.",
        "A Standing Committee on Tariffs is set up and shall report every three months.",
        "The passenger ship between Kolkata and Dhaka, due to start in February 2025, is put off until after the monsoon.",
        "Bangladesh proposed a container train between Mongla and Kolkata. India will state its view by 30 April 2025.",
        "Construction of the Sultanganj river port has reached 60 per cent; India offered a further loan of Rs 90 crore for its cranes.",
    ],
    "closing": [
        "At the closing on 22 January the co-chairs signed the Agreed Minutes and the third Addendum to the Protocol on Inland Water Transit "
        "and Trade, and initialled a memorandum on salvage. The validity of the Protocol itself was extended to June 2030.",
        "The tenth session will be convened in New Delhi in the first half of 2026. Lunch was served on board a launch on the Buriganga.",
        "This is a made-up example written for Accord; its people and events are invented.",
    ],
}

WARSAW_ANALYSIS = """
#set document(title: "Three decades on, Warsaw and Vilnius count their cables", author: "Niemen Institute", date: none)
#set page(paper: "a4", margin: 2.4cm, header: text(8pt)[NIEMEN INSTITUTE #sym.dot.c COMMENTARY 7], footer: text(8pt)[niemen.example.org])
#set text(font: "Libertinus Serif", size: 11pt, hyphenate: false, lang: "en")
#set par(justify: false)

= Three decades on, Warsaw and Vilnius count their cables

Poland and Lithuania signed their Treaty on Friendly Relations and Good-Neighbourly Co-operation on 26 April 1994. They raised the tie to a
strategic partnership later in that decade, and last year their trade reached EUR 8.4 billion, 5.2 per cent more than in 2023. The
question is what holds the house up when budgets shrink.

== Energy first

The 500 MW LitPol Link has joined the two grids since December 2015. The gas pipeline known as GIPL, 508 kilometres long and built for some
EUR 500 million, was inaugurated on 5 May 2022. The next cable, Harmony Link, is meant to carry 700 MW; its
completion, first set for 2025, has slipped to 2030. "Nobody switches off a neighbour he is wired to," says Agnieszka Wolańska, an energy
scholar at the Narew Centre in Białystok, who regards the interconnectors as the best-spent money in the region.

Mindaugas Šerpytis, a security analyst in Vilnius, worries more about soldiers than about volts. In his view the Suwałki gap remains poorly
covered. A joint Polish-Lithuanian brigade could be formed by 2028, he argues, if both parliaments paid for it; so far neither ministry has
endorsed the idea.

== Friction

Some 183,000 Poles live in Lithuania. Their schools caused a quarrel in November 2023, when several hundred people protested in front of
the Polish consulate-general in Vilnius. Wolańska finds the minority dispute "tired rather than dangerous". Rumours that Poland would call home its
ambassador were denied in both capitals.

Polish firms had invested EUR 1.9 billion in Lithuania by the end of 2023. Lithuanian exports to Poland grew by a tenth in the first
half of 2024, while Polish coal shipments the other way fell. Vilnius will host the presidents of both countries on 3 May 2025
for the constitution's anniversary.

Our own judgement: the partnership is sound, and the railway is its weak spot. Rail Baltica will hardly link Kaunas and
Warsaw before 2030.

_This is a made-up example written for Accord; its people and opinions are invented._
"""


def laos_signed(path: Path) -> None:
    document = docx.Document()
    for style, text in LAOS_SIGNED:
        document.add_paragraph(text, style=style)
    about = document.core_properties
    about.author, about.title = "Secretariat of the Committee", LAOS_SIGNED[0][1]
    about.created = about.modified = datetime(2024, 11, 15, 8, 0)
    with zipfile.ZipFile(_saved(document)) as old:
        _zip(path, [(info.filename, old.read(info)) for info in old.infolist()], LONG_AGO)


def laos_report(path: Path) -> None:
    path.write_bytes(typst.compile(LAOS_REPORT.replace("MARK", MARK).encode(), format="pdf", timestamp=LAOS_TIME))


def raid_clippings(path: Path) -> None:
    _zip(path, [(name, text.replace("MARK", MARK).encode()) for name, text in RAID_CLIPPINGS.items()], LONG_AGO)


def dhaka_report(path: Path) -> None:
    document = docx.Document()
    document.add_heading(DHAKA_REPORT["title"], level=1)
    for text in DHAKA_REPORT["opening"]:
        document.add_paragraph(text)
    rows = DHAKA_REPORT["table"]
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_heading("Decisions", level=2)
    for text in DHAKA_REPORT["decisions"]:
        document.add_paragraph(text, style="List Number")
    for text in DHAKA_REPORT["closing"]:
        document.add_paragraph(text)
    about = document.core_properties
    about.title, about.author, about.comments = DHAKA_REPORT["title"], "Joint Commission Secretariat", ""
    about.created = about.modified = datetime(*DHAKA_TIME)
    with zipfile.ZipFile(_saved(document)) as old:
        names = sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n))
        _zip(path, [(name, old.read(name)) for name in names], DHAKA_TIME)


def warsaw_analysis(path: Path) -> None:
    path.write_bytes(typst.compile(WARSAW_ANALYSIS.encode(), ignore_system_fonts=True))


def _saved(document: docx.document.Document) -> io.BytesIO:
    raw = io.BytesIO()
    document.save(raw)
    return raw


def _zip(path: Path, parts: list[tuple[str, bytes]], time: tuple[int, int, int, int, int, int]) -> None:
    """An archive whose parts all bear one time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, time), data, zipfile.ZIP_DEFLATED)
    path.write_bytes(out.getvalue())


BUILDERS = {
    "india-bangladesh-joint-commission.docx": dhaka_report,
    "kenya-uganda-raid-clippings.zip": raid_clippings,
    "poland-lithuania-analysis.pdf": warsaw_analysis,
    "vietnam-laos-joint-committee-report.pdf": laos_report,
    "vietnam-laos-signed-documents.docx": laos_signed,
}

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    for name, build in BUILDERS.items():
        build(folder / name)
