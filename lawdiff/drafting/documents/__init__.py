"""The documents that go with a bill, and the three forms that each is written in."""
