"""Identity: claims and judgements -> records, people and voices. Pure: nothing here reads or writes.

``resolve(claims, voices(prints), judgements)`` gives the records; ``find_people(claims, kinds)`` who is who.
"""

from accord.resolve.judge import Judgement
from accord.resolve.people import People, Person, find_people
from accord.resolve.records import record_id, resolve
from accord.resolve.voices import paragraph_prints, voices

__all__ = ["Judgement", "People", "Person", "find_people", "paragraph_prints", "record_id", "resolve", "voices"]
