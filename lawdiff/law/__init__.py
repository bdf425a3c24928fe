"""What law is: acts, provisions, addresses, effects, wordings. Pure data; imports nothing of ours."""

# What an answer is made of (act, commencement, reason, wording, timeline, place, node, answer) are named
# tuples and all else frozen dataclasses: Python writes and compiles a dataclass's methods anew on each
# start, 1 ms a class, which would cost a short answer two thirds of the time that click takes.
