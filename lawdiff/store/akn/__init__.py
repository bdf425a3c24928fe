"""An act on a day as Akoma Ntoso 3.0, written and read back (docs/akn.md)."""
