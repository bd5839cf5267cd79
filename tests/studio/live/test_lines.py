"""What goes over the lines, and who may use them."""

from __future__ import annotations

import asyncio
import json
import struct
import time
from collections.abc import Iterator
from typing import Any

import aiohttp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Moment
from pipeline.types import PLACE_SIZE, POSE_HIGH, POSE_INDEX, POSE_LOW, POSE_SIZE, make_pose
from studio.errors import OrderError
from studio.live.setting import Input, Setting
from studio.relay import MOST_WATCHERS, Channel
from studio.wire import MESSAGE_BYTES, pack, unpack
from tests.studio.live.staging import STAGE, Theatre, staging

WATCH = f"/api/stage/{STAGE}/line"
CONTROL = "/api/live/line"


@pytest.fixture(scope="module")
def theatre() -> Iterator[Theatre]:
    with staging(Input.POINTER) as running:
        yield running


async def moments(socket: aiohttp.ClientWebSocketResponse, count: int) -> list[tuple[Any, float]]:
    made = []
    async for message in socket:
        if message.type is aiohttp.WSMsgType.BINARY:
            made.append(unpack(message.data))
            if len(made) == count:
                break
    return made


async def state(socket: aiohttp.ClientWebSocketResponse, key: str, value: object) -> dict[str, Any]:
    """The first state whose setting has this value."""
    async for message in socket:
        if message.type is aiohttp.WSMsgType.TEXT:
            told: dict[str, Any] = json.loads(message.data)
            if "setting" in told and told["setting"][key] == value:
                return told
    raise AssertionError(key)


async def refused(session: aiohttp.ClientSession, url: str, **headers: str) -> int:
    with pytest.raises(aiohttp.WSServerHandshakeError) as told:
        await session.ws_connect(url, headers=headers)
    return told.value.status


async def test_strangers_are_refused(theatre: Theatre) -> None:
    here = {"Origin": theatre.origin}
    async with aiohttp.ClientSession() as session:
        assert await refused(session, theatre.origin + WATCH) == 403  # no browser opens a line without an origin
        assert await refused(session, theatre.origin + WATCH, Origin="https://evil.example") == 403
        assert await refused(session, theatre.origin + WATCH, Origin="null") == 403
        assert await refused(session, theatre.origin + WATCH, **here, Host="evil.example") == 421
        assert await refused(session, theatre.origin + WATCH.replace(STAGE, "another"), **here) == 422
        assert await refused(session, theatre.origin + CONTROL, **here) == 401
    assert theatre.ask("/")[0] == 401
    assert theatre.ask("/api/live")[0] == 401
    status, _, said = theatre.ask("/api/stage/another/puppet")
    assert (status, json.loads(said)["key"]) == (422, "error.stage_unknown")
    status, headers, _ = theatre.ask(f"/stage/{STAGE}")
    assert status == 200
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


async def test_what_the_controls_see_is_on_every_stage(theatre: Theatre) -> None:
    here = {"Origin": theatre.origin}
    controlling = {**here, "Cookie": theatre.enter()}
    wide = Moment(make_pose(mouth_aaa=1, head_y=0.6), np.array([0.1, 0, -0.05], np.float32))
    async with aiohttp.ClientSession() as session:
        stage = await session.ws_connect(theatre.origin + WATCH, headers=here)
        controls = await session.ws_connect(theatre.origin + CONTROL, headers=controlling)

        async def see() -> None:
            while True:
                await controls.send_bytes(pack(wide, time.time()))
                await asyncio.sleep(1 / 60)

        seeing = asyncio.create_task(see())
        made = await moments(stage, 120)
        seeing.cancel()
        moment, seen_at = made[-1]
        assert moment.pose[POSE_INDEX["mouth_aaa"]] > 0.95
        assert moment.pose[POSE_INDEX["head_y"]] == pytest.approx(0.6, abs=0.03)
        assert moment.place == pytest.approx([0.1, 0, -0.05], abs=0.005)
        assert abs(time.time() - seen_at) < 5
        # A stage has nothing to say: who speaks there is shown out.
        await stage.send_str('{"change": {"framing": "face"}}')
        async for _ in stage:
            pass
        assert stage.closed
        assert theatre.show.setting.framing == "bust"
        await controls.close()


async def test_choices_are_made_and_nonsense_is_refused(theatre: Theatre) -> None:
    async with aiohttp.ClientSession() as session:
        controls = await session.ws_connect(
            theatre.origin + CONTROL, headers={"Origin": theatre.origin, "Cookie": theatre.enter()}
        )
        await controls.send_json({"change": {"framing": "face", "cutoff": 3, "expression": {"eye_wink": 1}}})
        told = await state(controls, "framing", "face")
        assert (told["setting"]["cutoff"], told["setting"]["expression"]) == (3, {"eye_wink": 1})
        await controls.send_json({"change": {"framing": "bust", "cutoff": 1.2, "expression": {}}})
        await state(controls, "framing", "bust")
        for nonsense in ('{"change": {"framing": "moon"}}', "no JSON", "[]", '{"change": 1}', "[" * 3000, bytes(187)):
            if isinstance(nonsense, bytes):
                await controls.send_bytes(nonsense)
            else:
                await controls.send_str(nonsense)
            said = ""
            async for message in controls:
                if message.type is aiohttp.WSMsgType.TEXT and "refused" in message.data:
                    said = json.loads(message.data)["refused"]
                    break
            assert said.startswith("The studio cannot read what was sent")
        assert theatre.show.setting.framing == "bust"
        await controls.send_str("x" * 5000)  # longer than anything that the controls say
        async for _ in controls:
            pass
        assert controls.close_code == aiohttp.WSCloseCode.MESSAGE_TOO_BIG


async def test_who_is_slow_gets_the_newest() -> None:
    channel = Channel()
    channel.tell("state", "first")
    with channel.watch() as watcher:
        for number in range(1000):
            channel.tell("pose", f"pose {number}")
        assert await watcher.take() == ["first", "pose 999"]
    assert len(channel) == 0


def test_a_channel_is_full_at_last() -> None:
    channel = Channel()
    watching = [channel.watch() for _ in range(MOST_WATCHERS)]
    for each in watching:
        each.__enter__()
    with pytest.raises(Exception, match="50 pages"), channel.watch():
        pass


@given(st.binary(max_size=400))
def test_bytes_are_a_pose_or_refused(data: bytes) -> None:
    try:
        moment, seen_at = unpack(data)
    except OrderError:
        return
    assert np.isfinite(seen_at)
    assert (moment.pose.shape, moment.place.shape) == ((POSE_SIZE,), (PLACE_SIZE,))


@given(st.binary(min_size=MESSAGE_BYTES, max_size=MESSAGE_BYTES))
def test_numbers_are_in_their_ranges(data: bytes) -> None:
    try:
        moment, _ = unpack(struct.pack("<d", 1.0) + data[8:])
    except OrderError:
        return
    known = np.isfinite(moment.pose)
    assert (moment.pose[known] >= POSE_LOW[known]).all()
    assert (moment.pose[known] <= POSE_HIGH[known]).all()
    assert (np.abs(moment.place[np.isfinite(moment.place)]) <= 1).all()


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(list(Setting.of(Input.VMC).as_json())) | st.text(max_size=5)


@given(st.dictionaries(KEYS, JSON, max_size=3))
def test_choices_of_any_kind_are_made_or_refused(changes: dict[str, Any]) -> None:
    before = Setting.of(Input.CAMERA)
    try:
        after = before.changed(changes)
    except OrderError:
        return
    assert json.loads(json.dumps(after.as_json(), allow_nan=False)).keys() == before.as_json().keys()
