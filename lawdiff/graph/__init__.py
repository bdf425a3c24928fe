"""The amendment graph: which law touched which provision, how, when, and how well that is known."""
