"""What exists: corpus files, texts with their notes and facts, read into editions and effects."""
