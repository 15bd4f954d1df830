"""Clauses of English: who does what to whom, when, and how sure it is."""
