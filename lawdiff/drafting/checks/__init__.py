"""What to know before a bill is signed: each check is a file, each finding has its place and advice."""
