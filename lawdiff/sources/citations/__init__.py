"""Citations as people write them, read in stages: entries of a bibliography, their words, what they mean."""
