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
)

__all__ = [
    "METADATA",
    "circles",
    "claim_blocks",
    "claim_made",
    "claim_states",
    "claims",
    "codings",
    "document_voices",
    "documents",
    "findings",
    "judgements",
    "meta",
    "names",
    "reached",
    "record_claims",
    "record_states",
    "records",
    "shelf",
    "skipped",
    "told",
]

METADATA = MetaData()


def _document_key(primary_key: bool = False) -> Column[str]:
    owner = ForeignKey("documents.hash", ondelete="CASCADE")
    return Column("hash", String, owner, nullable=False, primary_key=primary_key, index=not primary_key)


documents = Table(
    "documents",
    METADATA,
    Column("hash", String, primary_key=True),  # SHA-256 of the raw bytes
    Column("doc", String, nullable=False),  # the smallest of its names
    Column("raw", LargeBinary, nullable=False),  # zlib
    Column("text", LargeBinary, nullable=False),  # zlib, UTF-8
    Column("blocks", Text, nullable=False),  # JSON: [[kind, start, end, lead]]
    Column("language", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("published", String),
    Column("media_type", String, nullable=False),
    Column("basis", Text, nullable=False),  # JSON
    Column("characters", Integer, nullable=False),
    Column("state", String, nullable=False),  # read, or kept (in a language without a folder)
    Column("note", Text, nullable=False),  # why it is only kept
    Column("given", Text, nullable=False),  # JSON: what manifest and command line said of it
    Column("version", String, nullable=False),  # of the extractor that made its claims
    Column("prints", Text, nullable=False),  # JSON: paragraph prints, by which near-copies are known
    Column("read_at", String, nullable=False),  # UTC
    Index("documents_doc", "doc"),
)
names = Table(
    "names",
    METADATA,
    _document_key(primary_key=True),
    Column("name", String, primary_key=True),
    Index("names_name", "name"),
)
skipped = Table(
    "skipped",
    METADATA,
    Column("doc", String, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("mend", Text, nullable=False),
    Column("at", String, nullable=False),
)
claims = Table(
    "claims",
    METADATA,
    Column("number", Integer, primary_key=True),  # ties it to its full text
    Column("id", String, nullable=False, unique=True),
    _document_key(),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),  # of its first quote
    Column("values", Text, nullable=False),
    Column("status", String, nullable=False),
    Column("concerns", Text, nullable=False),
    Column("said_by", Text, nullable=False),
    Column("evidence", Text, nullable=False),  # JSON: [[start, end, quote, [keys]]]
    Column("basis", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("claims_kind", "kind"),
)
claim_states = Table(
    "claim_states",
    METADATA,
    Column("claim", Integer, ForeignKey("claims.number", ondelete="CASCADE"), primary_key=True),
    Column("state", String, primary_key=True),
    Index("claim_states_state", "state"),
)
records = Table(
    "records",
    METADATA,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("start", String, nullable=False),  # the first day on which it may have been (ISO), empty where undated
    Column("status", String, nullable=False),
    Column("topics", Text, nullable=False),  # of it and its claims: |border|trade|
    Column("earliest", String, nullable=False),  # the first and the last day that any claim of it gives (ISO)
    Column("latest", String, nullable=False),
    Column("confidence", Float, nullable=False),  # of its surest claim
    Column("first_read", String, nullable=False),  # when the first and the last of its documents were read (UTC)
    Column("last_read", String, nullable=False),
    Column("body", Text, nullable=False),  # JSON: all but the claims
    Index("records_kind", "kind", "start", "id"),
    Index("records_start", "start", "id"),
    Index("records_read", "last_read", "first_read", "confidence"),
    Index("records_new", "kind", "id", "first_read", "confidence"),
)
record_states = (
    Table(  # whom a record concerns: pages of a state's and a pair's records are read from the indices alone
        "record_states",
        METADATA,
        Column("record", String, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
        Column("states", String, primary_key=True),  # each state (KEN) and each circle (KEN-UGA)
        Column("kind", String, nullable=False),
        Column("start", String, nullable=False),
        Index("record_states_kind", "states", "kind", "start", "record"),
        Index("record_states_start", "states", "start", "record"),
    )
)
circles = Table(  # two states (KEN-UGA), one alone (-KEN), or none (-), and the records that concern them
    "circles",
    METADATA,
    Column("states", String, primary_key=True),
    Column("records", Integer, nullable=False),
    Column("mark", Integer, nullable=False),  # goes up whenever a record of theirs comes, goes or changes
    Column("counted", String, nullable=False),  # the mark, and what else its findings were made of
)
findings = Table(  # what was found in the records of a circle, ready to be shown
    "findings",
    METADATA,
    Column("states", String, ForeignKey("circles.states", ondelete="CASCADE"), primary_key=True),
    Column("sort", String, primary_key=True),
    Column("rank", String, primary_key=True),  # its place among all of its sort
    Column(
        "own", Boolean, nullable=False
    ),  # whether this circle is the first of its record: so a list of all has it once
    Column("word", String, nullable=False),  # by which they are counted
    Column("topics", Text, nullable=False),  # |border|trade|
    Column("day", String, nullable=False),  # ISO, or empty
    Column("last", String, nullable=False),
    Column("body", Text, nullable=False),  # JSON
    Index("findings_rank", "sort", "own", "rank"),
    Index("findings_word", "sort", "own", "word", "topics", "day", "last"),
    Index("findings_circle", "states", "sort", "word", "topics", "day", "last"),
)
told = Table(  # each record as lists tell of it: among all, and among those of a circle where that is otherwise
    "told",
    METADATA,
    Column("record", String, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("states", String, primary_key=True),
    Column("made_of", String, nullable=False),
    Column("body", Text, nullable=False),  # JSON
    sqlite_with_rowid=False,
)
shelf = Table(  # the documents as they are listed, without their texts
    "shelf",
    METADATA,
    _document_key(primary_key=True),
    Column("doc", String, nullable=False),
    Column("published", String, nullable=False),  # as precise as it is known, or empty
    Column("first", String, nullable=False),  # its first and its last day (ISO), or empty
    Column("last", String, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("words", Text, nullable=False),  # title, name and address, in small letters
)
Index("shelf_order", shelf.c.published.desc(), shelf.c.doc)
Index("shelf_state", shelf.c.state, shelf.c.claims)
Index("shelf_publisher", shelf.c.publisher)
record_claims = Table(
    "record_claims",
    METADATA,
    Column("record", String, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("claim", String, nullable=False, index=True),
)
claim_made = Table(  # what other claims show of one, as it was when records were put together last
    "claim_made",
    METADATA,
    Column("claim", String, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("people", Boolean, nullable=False),  # whether it says anything of people
    Column("made", Text, nullable=False),  # JSON: `accord.resolve.made.written`
    Index("claim_made_people", "people", "claim"),
)
claim_blocks = Table(  # the blocks that a claim stands in, by number
    "claim_blocks",
    METADATA,
    Column("number", BigInteger, primary_key=True),
    Column("claim", String, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
document_voices = Table(  # the document that each is one voice with
    "document_voices",
    METADATA,
    _document_key(primary_key=True),
    Column("voice", String, nullable=False),
)
reached = Table(  # claims whose records a removal may change, until they are put together anew
    "reached",
    METADATA,
    Column("claim", String, primary_key=True),
)


def _words(name: str) -> Table:
    return Table(
        name,
        METADATA,
        Column("id", String, primary_key=True),
        Column("verdict", String, nullable=False),
        Column("anchors", Text, nullable=False),  # JSON: [[document, kind, quote, start, values]]
        Column("field", String, nullable=False),
        Column("old", Text, nullable=False),  # JSON
        Column("new", Text, nullable=False),  # JSON
        Column("source", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("who", String, nullable=False),
        Column("at", String, nullable=False),
    )


judgements = _words("judgements")  # a person's word on a claim or a pair; it outlives every re-reading
codings = _words("codings")  # what coders say, each for themselves: no word of it touches a record
meta = Table(
    "meta",
    METADATA,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)
