#!/usr/bin/env python3
"""Build the binary example documents of set A (DOCX, PDF, ZIP): build_a.py

The same bytes come out at every run. The texts are made up.
"""

import datetime
import io
import zipfile
from pathlib import Path

import docx
import typst

HERE = Path(__file__).resolve().parent
OUT = HERE / "documents"
MARK = "This is a made-up example written for Accord; its people and events are invented."
LONG_AGO = (1980, 1, 1, 0, 0, 0)

SIGNED = [  # (style, text)
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

REPORT = """\
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

CLIPPINGS = {  # the texts in the ZIP archive
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


def same_bytes(archive: bytes) -> bytes:
    """The ZIP archive again with fixed times."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(zipfile.ZipInfo(info.filename, LONG_AGO), old.read(info), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def build_docx(path: Path) -> None:
    document = docx.Document()
    for style, text in SIGNED:
        document.add_paragraph(text, style=style)
    properties = document.core_properties
    properties.author, properties.title = "Secretariat of the Committee", SIGNED[0][1]
    properties.created = properties.modified = datetime.datetime(2024, 11, 15, 8, 0)
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(same_bytes(buffer.getvalue()))


def build_pdf(path: Path) -> None:
    path.write_bytes(typst.compile(REPORT.replace("MARK", MARK).encode(), format="pdf", timestamp=1737504000))


def build_zip(path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in CLIPPINGS.items():
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), text.replace("MARK", MARK).encode(), zipfile.ZIP_DEFLATED)
    path.write_bytes(out.getvalue())


if __name__ == "__main__":
    build_docx(OUT / "vietnam-laos-signed-documents.docx")
    build_pdf(OUT / "vietnam-laos-joint-committee-report.pdf")
    build_zip(OUT / "kenya-uganda-raid-clippings.zip")
