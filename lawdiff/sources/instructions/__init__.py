"""The amending text of a bill, read: from Markdown to the changes that it orders (docs/drafting.md)."""
