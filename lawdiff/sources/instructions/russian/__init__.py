"""Amending sentences in Russian: their places, their forms, and the grammar that the reader takes."""
