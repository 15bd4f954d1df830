"""Figures in English: what an amount measures, of whom, over which period."""
