"""The static site: the law on each of its days, what each law did to it, and how well each word is known."""
