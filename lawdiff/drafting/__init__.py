"""Proposals: from an idea, or an edited text, to amendments, checks and the documents a bill needs."""
