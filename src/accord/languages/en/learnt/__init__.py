"""What a sentence seems to tell where no rule knows its wording: weights of words, learnt from the corpora."""
