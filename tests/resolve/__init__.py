"""Tests of identity: names, people, voices, pairs and records."""
