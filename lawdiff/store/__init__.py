"""Timelines to git history and back: Markdown, fast-import, the cache."""
