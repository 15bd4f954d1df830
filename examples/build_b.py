"""Builds the two binary example documents of the second set: a session report (DOCX) and an analysis (PDF).

    .venv/bin/python examples/build_b.py

Both are made up, and the same bytes come out on every run.
"""
import io
import zipfile
from datetime import datetime
from pathlib import Path

import typst
from docx import Document

FOLDER = Path(__file__).parent / "documents"

REPORT = {
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

ANALYSIS = """
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


def report(path: Path) -> None:
    document = Document()
    document.add_heading(REPORT["title"], level=1)
    for text in REPORT["opening"]:
        document.add_paragraph(text)
    rows = REPORT["table"]
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    document.add_heading("Decisions", level=2)
    for text in REPORT["decisions"]:
        document.add_paragraph(text, style="List Number")
    for text in REPORT["closing"]:
        document.add_paragraph(text)
    about = document.core_properties
    about.title, about.author, about.comments = REPORT["title"], "Joint Commission Secretariat", ""
    about.created = about.modified = datetime(2025, 1, 23, 9, 0)
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            target.writestr(zipfile.ZipInfo(name, (2025, 1, 23, 9, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED)


def analysis(path: Path) -> None:
    path.write_bytes(typst.compile(ANALYSIS.encode("utf-8"), ignore_system_fonts=True))


if __name__ == "__main__":
    report(FOLDER / "india-bangladesh-joint-commission.docx")
    analysis(FOLDER / "poland-lithuania-analysis.pdf")
