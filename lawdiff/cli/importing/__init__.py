"""`lawdiff import`: texts that others keep, taken into the corpus. One file for each kind of source."""
