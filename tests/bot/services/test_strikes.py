"""Who is shut out, and for how long."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.services.strikes import Strikes

HOUR = timedelta(hours=1)
START = datetime(2024, 5, 1, tzinfo=timezone.utc)


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def test_some_within_the_pause_shut_a_person_out_until_the_pause_after_the_last() -> None:
    clock = Clock()
    strikes = Strikes(3, HOUR, clock)
    for minutes in (0, 20, 40):
        assert strikes.shut_out_until(1) is None
        clock.now = START + timedelta(minutes=minutes)
        strikes.add(1)
    assert strikes.shut_out_until(1) == START + timedelta(minutes=100)
    assert strikes.shut_out_until(2) is None
    clock.now = START + timedelta(minutes=99)
    assert strikes.shut_out_until(1) == START + timedelta(minutes=100)
    clock.now = START + timedelta(minutes=100)
    strikes.add(1)
    assert strikes.shut_out_until(1) is None, "they begin anew"


def test_rare_ones_are_bad_luck() -> None:
    clock = Clock()
    strikes = Strikes(2, HOUR, clock)
    for _ in range(5):
        clock.now += HOUR
        strikes.add(1)
        assert strikes.shut_out_until(1) is None


def test_old_ones_are_forgotten() -> None:
    clock = Clock()
    once, twice = Strikes(1, HOUR, clock), Strikes(2, HOUR, clock)
    for person in range(1000):
        clock.now += timedelta(minutes=1)
        once.add(person)
        twice.add(person)
    assert len(once._until) == len(twice._struck) == 60
