"""Values in English: numbers, amounts, percent changes, dates."""
