"""What law is: acts, provisions, addresses, effects, wordings. Pure data; imports nothing of ours."""
