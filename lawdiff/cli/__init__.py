"""The commands: they parse arguments, call one thing and print it."""
