"""lawdiff: what a law said on any day, who changed it, and drafting the next change."""
