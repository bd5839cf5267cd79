"""What all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Test machines are shared and noisy: how long an example takes says nothing about the code.
settings.register_profile("animemoji", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("animemoji")
