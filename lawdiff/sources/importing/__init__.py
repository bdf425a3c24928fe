"""Texts that others keep, read for the corpus: saved pages and files, their encodings, what they are of."""
