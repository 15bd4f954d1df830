"""The text of English: words, sentences, blocks, noun phrases, and the tables of words."""
