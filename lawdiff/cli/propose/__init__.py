"""The commands of `lawdiff propose`: one file for each."""
