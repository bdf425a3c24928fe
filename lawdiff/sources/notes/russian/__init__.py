"""Notes in Russian: the words of their rules, their clauses and their places."""
