"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is slow now and then; how long a test takes says nothing about its subject.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
