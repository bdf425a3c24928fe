"""Notes in Kazakh: the words of their rules, their clauses and their places."""
