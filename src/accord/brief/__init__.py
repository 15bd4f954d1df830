"""From records to the brief: one model, four formats."""
