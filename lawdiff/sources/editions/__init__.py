"""Several editions of one act: each read with its own notes, then compared, and what they tell joined."""
