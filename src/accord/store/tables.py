"""The tables of the store. Documents and claims are kept as read; records are derived, and can be rebuilt."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

__all__ = [
    "METADATA",
    "batches",
    "circles",
    "claim_blocks",
    "claim_made",
    "claim_states",
    "claims",
    "codings",
    "document_bands",
    "document_voices",
    "documents",
    "doubts",
    "findings",
    "holdings",
    "judgements",
    "meta",
    "names",
    "people",
    "reached",
    "record_claims",
    "record_states",
    "records",
    "shelf",
    "sightings",
    "skipped",
    "spellings",
    "stirred",
    "told",
    "unheard",
]

METADATA = MetaData()
_STRING = String().with_variant(String(collation="C"), "postgresql")  # both order by code point
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def _document_key(primary_key: bool = False) -> Column[str]:
    owner = ForeignKey("documents.hash", ondelete="CASCADE")
    return Column("hash", _STRING, owner, nullable=False, primary_key=primary_key, index=not primary_key)


documents = Table(
    "documents",
    METADATA,
    Column("hash", _STRING, primary_key=True),  # SHA-256 of the raw bytes
    Column("doc", _STRING, nullable=False),  # the smallest of its names
    Column("raw", LargeBinary, nullable=False),  # zlib
    Column("text", LargeBinary, nullable=False),  # zlib, UTF-8
    Column("blocks", _TEXT, nullable=False),  # JSON: [[kind, start, end, lead]]
    Column("language", _STRING, nullable=False),
    Column("title", _TEXT, nullable=False),
    Column("url", _TEXT, nullable=False),
    Column("publisher", _TEXT, nullable=False),
    Column("published", _STRING),
    Column("media_type", _STRING, nullable=False),
    Column("basis", _TEXT, nullable=False),  # JSON
    Column("characters", Integer, nullable=False),
    Column("state", _STRING, nullable=False),  # read, or kept (in a language without a folder)
    Column("note", _TEXT, nullable=False),  # why it is only kept
    Column("given", _TEXT, nullable=False),  # JSON: what manifest and command line said of it
    Column("version", _STRING, nullable=False),  # of the extractor that made its claims
    Column("prints", _TEXT, nullable=False),  # JSON: paragraph prints, by which near-copies are known
    Column("read_at", _STRING, nullable=False),  # UTC
    Index("documents_doc", "doc"),
)
names = Table(
    "names",
    METADATA,
    _document_key(primary_key=True),
    Column("name", _STRING, primary_key=True),
    Index("names_name", "name"),
)
skipped = Table(
    "skipped",
    METADATA,
    Column("doc", _STRING, primary_key=True),
    Column("reason", _TEXT, nullable=False),
    Column("mend", _TEXT, nullable=False),
    Column("at", _STRING, nullable=False),
)
batches = Table(  # what archives were gone through: most of their records leave no other trace
    "batches",
    METADATA,
    Column("digest", String, primary_key=True),  # SHA-256 of the records and of all that decides what is read from them
    Column("archive", String, nullable=False, index=True),
)
claims = Table(
    "claims",
    METADATA,
    Column("number", Integer, primary_key=True),  # ties it to its full text
    Column("id", _STRING, nullable=False, unique=True),
    _document_key(),
    Column("kind", _STRING, nullable=False),
    Column("start", Integer, nullable=False),  # of its first quote
    Column("values", _TEXT, nullable=False),
    Column("status", _STRING, nullable=False),
    Column("concerns", _TEXT, nullable=False),
    Column("said_by", _TEXT, nullable=False),
    Column("evidence", _TEXT, nullable=False),  # JSON: [[start, end, quote, [keys]]]
    Column("basis", _TEXT, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("claims_kind", "kind"),
)
claim_states = Table(
    "claim_states",
    METADATA,
    Column("claim", Integer, ForeignKey("claims.number", ondelete="CASCADE"), primary_key=True),
    Column("state", _STRING, primary_key=True),
    Index("claim_states_state", "state"),
)
_RETOLD = ("last_read", "first_read")
_LATER = text("last_read > first_read")  # few rest on documents of several readings
_NOBODY = text("person = 0")
_FITS = ("confidence", "earliest", "latest", "topics", "status")  # so that a list passes over what does not fit
records = Table(
    "records",
    METADATA,
    Column("id", _STRING, primary_key=True),
    Column("kind", _STRING, nullable=False),
    Column("start", _STRING, nullable=False),  # the first day on which it may have been (ISO), empty where undated
    Column("status", _STRING, nullable=False),
    Column("topics", _TEXT, nullable=False),  # of it and its claims: |border|trade|
    Column("earliest", _STRING, nullable=False),  # the first and the last day that any claim of it gives (ISO)
    Column("latest", _STRING, nullable=False),
    Column("confidence", Float, nullable=False),  # of its surest claim
    Column("first_read", _STRING, nullable=False),  # when the first and the last of its documents were read (UTC)
    Column("last_read", _STRING, nullable=False),
    Column("body", _TEXT, nullable=False),  # JSON: all but the claims
    Index("records_kind", "kind", "start", "id", *_FITS),
    Index("records_start", "start", "id", "kind", *_FITS),
    Index("records_fit", "id", "status", "latest", "earliest", "topics"),
    Index("records_new", "kind", "id", "first_read", "confidence"),
    Index("records_added", "first_read", "confidence", "kind", "id"),
    Index("records_retold", *_RETOLD, "confidence", "id", sqlite_where=_LATER, postgresql_where=_LATER),
)
record_states = (
    Table(  # whom a record concerns: pages of a state's and a pair's records are read from the indices alone
        "record_states",
        METADATA,
        Column("record", _STRING, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
        Column("states", _STRING, primary_key=True),  # each state (KEN) and each circle (KEN-UGA)
        Column("kind", _STRING, nullable=False),
        Column("start", _STRING, nullable=False),
        Index("record_states_kind", "states", "kind", "start", "record"),
        Index("record_states_start", "states", "start", "record"),
    )
)
circles = Table(  # two states (KEN-UGA), one alone (-KEN), or none (-), and the records that concern them
    "circles",
    METADATA,
    Column("states", _STRING, primary_key=True),
    Column("records", Integer, nullable=False),
    Column("mark", Integer, nullable=False),  # goes up whenever a record of theirs comes, goes or changes
    Column("counted", _STRING, nullable=False),  # the mark, and what else its findings were made of
)
_ASKED = ("topics", "day", "last")  # in the indices, so that what does not fit is passed over without its body
findings = Table(  # what was found in the records of a circle, ready to be shown
    "findings",
    METADATA,
    Column("states", _STRING, ForeignKey("circles.states", ondelete="CASCADE"), primary_key=True),
    Column("sort", _STRING, primary_key=True),
    Column("rank", _STRING, primary_key=True),  # its place among all of its sort
    Column(
        "own", Boolean, nullable=False
    ),  # whether this circle is the first of its record: so a list of all has it once
    Column("word", _STRING, nullable=False),  # by which they are counted
    Column("topics", _TEXT, nullable=False),  # |border|trade|
    Column("day", _STRING, nullable=False),  # ISO, or empty
    Column("last", _STRING, nullable=False),
    Column("body", _TEXT, nullable=False),  # JSON
    Index("findings_rank", "sort", "own", "rank", *_ASKED),
    Index("findings_word", "sort", "own", "word", "rank", *_ASKED),
    Index("findings_circle", "states", "sort", "word", "rank", *_ASKED),
)
doubts = Table(  # what waits for a person's word, once for each circle that it is listed in
    "doubts",
    METADATA,
    Column("part", _STRING, ForeignKey("circles.states", ondelete="CASCADE"), primary_key=True),  # where it was found
    Column("states", _STRING, primary_key=True),
    Column("rank", _STRING, primary_key=True),  # its place among all
    Column("first", _STRING, nullable=False, index=True),  # the claim; of a pair both
    Column("second", _STRING, nullable=False),
    Column("own", Boolean, nullable=False),  # so a list of all has it once
    Column("open", Boolean, nullable=False),  # whether nobody has said anything of it since
    Column("kind", _STRING, nullable=False),
    Column("topics", _TEXT, nullable=False),  # |border|trade|
    Column("body", _TEXT, nullable=False),  # JSON
    Index("doubts_rank", "own", "open", "rank", "kind", "second"),
    Index("doubts_states", "states", "open", "rank", "kind", "second"),
)
told = Table(  # each record as lists tell of it: among all, and among those of a circle where that is otherwise
    "told",
    METADATA,
    Column("record", _STRING, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("states", _STRING, primary_key=True),
    Column("made_of", _STRING, nullable=False),
    Column("body", _TEXT, nullable=False),  # JSON
    sqlite_with_rowid=False,
)
shelf = Table(  # the documents as they are listed, without their texts
    "shelf",
    METADATA,
    _document_key(primary_key=True),
    Column("doc", _STRING, nullable=False),
    Column("published", _STRING, nullable=False),  # as precise as it is known, or empty
    Column("first", _STRING, nullable=False),  # its first and its last day (ISO), or empty
    Column("last", _STRING, nullable=False),
    Column("publisher", _TEXT, nullable=False),
    Column("state", _STRING, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("words", _TEXT, nullable=False),  # title, name and address, in small letters
)
Index("shelf_order", shelf.c.published.desc(), shelf.c.doc, shelf.c.state, shelf.c.last, shelf.c.first)
Index("shelf_state", shelf.c.state, shelf.c.last, shelf.c.first, shelf.c.claims)
Index("shelf_publisher", shelf.c.publisher)
record_claims = Table(
    "record_claims",
    METADATA,
    Column("record", _STRING, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("claim", _STRING, nullable=False, index=True),
)
claim_made = Table(  # what other claims show of one, as it was when records were put together last
    "claim_made",
    METADATA,
    Column("claim", _STRING, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("people", Boolean, nullable=False),  # whether it says anything of people
    Column("made", _TEXT, nullable=False),  # JSON: `accord.resolve.made.written`
    Index("claim_made_people", "people", "claim"),
)
claim_blocks = Table(  # the blocks that a claim stands in, by number, each in the order of its claims
    "claim_blocks",
    METADATA,
    Column("number", BigInteger, primary_key=True),
    Column("title", _STRING, primary_key=True),  # with `day` and `claim` its place: `accord.resolve.block.in_order`
    Column("day", _STRING, primary_key=True),
    Column("claim", _STRING, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("alike", BigInteger, nullable=False),  # the number of all claims with the same values
    sqlite_with_rowid=False,
)
document_voices = Table(  # the document that each is one voice with
    "document_voices",
    METADATA,
    _document_key(primary_key=True),
    Column("voice", _STRING, nullable=False, index=True),
)
document_bands = Table(  # by which near-copies of documents with a voice are found: `accord.resolve.voices`
    "document_bands",
    METADATA,
    Column("band", BigInteger, primary_key=True),
    Column("hash", _STRING, primary_key=True),  # no foreign key: an index by document would be as large again
    sqlite_with_rowid=False,
)
unheard = Table(  # documents of which it is not known yet with which others they are one voice
    "unheard",
    METADATA,
    _document_key(primary_key=True),
)
sightings = Table(  # texts of claims that name people, once for each office that they give: `accord.resolve.roster.Row`
    "sightings",
    METADATA,
    Column("claim", _STRING, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("hash", _STRING, nullable=False, index=True),
    Column("name", _STRING, nullable=False),  # empty where an office alone is named
    Column("person", BigInteger, nullable=False, index=True),  # the number of the person's name; 0 where none is named
    Column("office", _STRING),
    Column("state", _STRING, nullable=False),
    Column("first", _STRING),  # ISO
    Column("last", _STRING),
    Index("sightings_name", "name", "hash"),
    Index("sightings_bare", "office", "state", "first", "last", sqlite_where=_NOBODY, postgresql_where=_NOBODY),
    sqlite_with_rowid=False,
)
spellings = Table(  # all names of people that claims give
    "spellings",
    METADATA,
    Column("name", _STRING, primary_key=True),
    Column("person", BigInteger, nullable=False, index=True),
    Column("first", _STRING, nullable=False, index=True),  # how the first word begins; empty for a surname alone
    Column("last", _STRING, nullable=False, index=True),
)
people = Table(  # what all claims show of a person, with `holdings`
    "people",
    METADATA,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("home", _STRING, nullable=False),  # the states that full names are said with
    Column("states", _STRING, nullable=False),
)
holdings = Table(
    "holdings",
    METADATA,
    Column("office", _STRING, primary_key=True),
    Column("state", _STRING, primary_key=True),
    Column("person", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("first", _STRING),  # ISO
    Column("last", _STRING),
)
stirred = Table(  # people whom documents named that are gone, until they are reconsidered
    "stirred",
    METADATA,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "ending", _STRING, primary_key=True
    ),  # how the last word of a name begins that nothing else gives; else empty
)
reached = Table(  # claims whose records a removal may change, until they are put together anew
    "reached",
    METADATA,
    Column("claim", _STRING, primary_key=True),
)


def _words(name: str) -> Table:
    return Table(
        name,
        METADATA,
        Column("id", _STRING, primary_key=True),
        Column("verdict", _STRING, nullable=False),
        Column("anchors", _TEXT, nullable=False),  # JSON: [[document, kind, quote, start, values]]
        Column("field", _STRING, nullable=False),
        Column("old", _TEXT, nullable=False),  # JSON
        Column("new", _TEXT, nullable=False),  # JSON
        Column("source", _TEXT, nullable=False),
        Column("reason", _TEXT, nullable=False),
        Column("who", _STRING, nullable=False),
        Column("at", _STRING, nullable=False),
    )


judgements = _words("judgements")  # a person's word on a claim or a pair; it outlives every re-reading
codings = _words("codings")  # what coders say, each for themselves: no word of it touches a record
meta = Table(
    "meta",
    METADATA,
    Column("key", _STRING, primary_key=True),
    Column("value", _STRING, nullable=False),
)
