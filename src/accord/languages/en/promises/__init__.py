"""Promises in English: by whom, what, how much, by when."""
