"""One module a question: typed answers, and `QUESTIONS` that name their addresses and pages."""
