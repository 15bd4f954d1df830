"""Voices in English: who judges what, and how."""
