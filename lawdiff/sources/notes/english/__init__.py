"""Notes in English: the words of their rules, their clauses and their places."""
