"""Texts of amending laws, read: from their lines to the effects that they state (docs/amending.md)."""
