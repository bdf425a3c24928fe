"""Whatever a file holds: no crash, no hang, and the corpus is as it was unless everything went in."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from import_files import fresh_corpus, must_hold, spoilt


@settings(derandomize=True, max_examples=40)
@given(st.integers(0, 2**32))
def test_spoilt_files(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh_corpus(Path(folder))
        must_hold(spoilt(random.Random(seed)), Path(folder))


@settings(derandomize=True, max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh_corpus(Path(folder))
        must_hold(content, Path(folder))
