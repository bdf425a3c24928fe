"""`python -m lawdiff`, the same as the command `lawdiff`."""

from lawdiff.cli.main import main

main()
