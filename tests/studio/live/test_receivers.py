"""Real datagrams on loopback: phones and programs are heard, one at a time, and nonsense changes nothing."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder
from pythonosc.osc_server import AsyncIOOSCUDPServer
from pythonosc.udp_client import SimpleUDPClient

from pipeline import Moment, Poses, UserError
from pipeline.types import POSE_INDEX, POSE_NAMES, make_pose
from studio.errors import InputPortError, NonsenseError
from studio.live.phone import GREETING, PORT, PhoneReader
from studio.live.receivers import Endpoint, Reader, Receiver
from studio.live.vmc import AvatarReader, AvatarSender, avatar_datagrams, read_osc
from tests.studio.live.test_stage import face


class Heard:
    """What a receiver sees and tells."""

    def __init__(self, reader: Reader, **place: Any) -> None:
        self.poses: list[Poses] = []
        self.errors: list[UserError] = []

        def see(moment: Moment) -> None:
            assert np.isnan(moment.place).all()  # a reader knows nothing about it
            self.poses.append(moment.pose)

        self.receiver = Receiver(reader, Endpoint("127.0.0.1", 0, **place), see, self.errors.append, GREETING)

    async def __aenter__(self) -> tuple[str, int]:
        host, _, port = (await self.receiver.open()).rpartition(":")
        return host, int(port)

    async def __aexit__(self, *_: object) -> None:
        await self.receiver.close()

    async def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + 10
        while not true():
            assert time.monotonic() < end, (len(self.poses), self.errors)
            await asyncio.sleep(0.005)


def sending(address: str = "127.0.0.1") -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.bind((address, 0))
    return made


async def test_a_phone_is_heard_and_calibrated() -> None:
    heard = Heard(PhoneReader())
    turned = face(jawOpen=80).replace(b"=head#0,0,0", b"=head#-6,9,0")
    async with heard as place:
        with sending() as phone:
            for _ in range(20):
                phone.sendto(face(), place)
            await heard.until(lambda: len(heard.poses) == 20)
            phone.sendto(turned, place)
            await heard.until(lambda: len(heard.poses) == 21)
            assert heard.poses[-1][POSE_INDEX["mouth_aaa"]] > 0.9
            assert heard.poses[-1][POSE_INDEX["head_x"]] == pytest.approx(0.4)
            assert heard.poses[-1][POSE_INDEX["head_y"]] == pytest.approx(-0.6)
            heard.receiver.calibrate()
            phone.sendto(turned, place)
            await heard.until(lambda: len(heard.poses) == 22)
            assert heard.poses[-1][POSE_INDEX["head_x"]] == 0
    assert heard.errors == []


async def test_nonsense_changes_nothing_and_is_told_once() -> None:
    heard = Heard(PhoneReader())
    async with heard as place:
        with sending() as stranger, sending() as phone:
            odd = b"eyeBlink_L&nan|jawOpen&1e999|=head#a,b,c"
            for nonsense in (b"", b"\xff" * 100, b"|" * 5000, odd, b"x" * 20_000):
                stranger.sendto(nonsense, place)
            await heard.until(lambda: bool(heard.errors))
            phone.sendto(face(), place)
            await heard.until(lambda: len(heard.poses) == 1)
            assert [type(error) for error in heard.errors] == [NonsenseError]
            assert str(heard.errors[0]).startswith("What 127.0.0.1 sends is not iFacialMocap")


async def test_one_sender_at_a_time() -> None:
    heard = Heard(PhoneReader())
    async with heard as place:
        with sending() as phone, sending("127.0.0.2") as other:
            phone.sendto(face(), place)
            await heard.until(lambda: len(heard.poses) == 1)
            other.sendto(face(jawOpen=90), place)
            phone.sendto(face(), place)
            await heard.until(lambda: len(heard.poses) == 2)
            assert max(pose[POSE_INDEX["mouth_aaa"]] for pose in heard.poses) < 0.1


async def test_a_named_phone_is_greeted_and_nobody_else_is_heard() -> None:
    try:
        phone = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        phone.bind(("127.0.0.3", PORT))
    except OSError:
        pytest.skip(f"this machine has no 127.0.0.3:{PORT}")
    phone.settimeout(10)
    heard = Heard(PhoneReader(), phone="127.0.0.3")
    with phone:
        async with heard as place:
            assert (await asyncio.to_thread(phone.recv, 200)) == GREETING
            with sending() as other:
                other.sendto(face(jawOpen=90), place)
            phone.sendto(face(), place)
            await heard.until(lambda: len(heard.poses) == 1)
            assert heard.poses[0][POSE_INDEX["mouth_aaa"]] < 0.1


async def test_a_port_that_is_taken_is_said() -> None:
    with sending() as taken:
        port = taken.getsockname()[1]
        receiver = Receiver(AvatarReader(), Endpoint("127.0.0.1", port), lambda _: None, lambda _: None)
        with pytest.raises(InputPortError, match=f"VMC cannot be heard on 127.0.0.1:{port}"):
            await receiver.open()


async def test_an_avatar_is_heard_in_single_messages_and_in_bundles() -> None:
    heard = Heard(AvatarReader())
    turn = (0.0, 0.0, 0.0, 0.0, float(np.sin(np.radians(5))), 0.0, float(np.cos(np.radians(5))))
    async with heard as (host, port):
        program = SimpleUDPClient(host, port)
        program.send_message("/VMC/Ext/Bone/Pos", ["Head", *turn])
        await heard.until(lambda: len(heard.poses) == 1)
        assert heard.poses[-1][POSE_INDEX["head_y"]] == pytest.approx(2 / 3, abs=1e-3)
        assert np.isnan(heard.poses[-1][POSE_INDEX["mouth_aaa"]])
        program.send_message("/VMC/Ext/Blend/Val", ["A", 0.8])
        program.send_message("/VMC/Ext/Blend/Val", ["Blink_L", 1.0])
        program.send_message("/VMC/Ext/Blend/Apply", [])
        await heard.until(lambda: len(heard.poses) == 2)
        assert heard.poses[-1][POSE_INDEX["mouth_aaa"]] == pytest.approx(0.8)
        assert heard.poses[-1][POSE_INDEX["eye_wink_left"]] == 1
        bundle = OscBundleBuilder(IMMEDIATELY)
        said: tuple[tuple[str, list[Any]], ...] = (
            ("/VMC/Ext/OK", [1]),
            ("/VMC/Ext/Blend/Val", ["jawOpen", 0.9]),
            ("/VMC/Ext/Blend/Val", ["A", 0.0]),
            ("/VMC/Ext/Blend/Apply", []),
        )
        for address, values in said:
            message = OscMessageBuilder(address)
            for value in values:
                message.add_arg(value)
            bundle.add_content(message.build())
        program.send(bundle.build())
        await heard.until(lambda: len(heard.poses) == 3)
        assert heard.poses[-1][POSE_INDEX["mouth_aaa"]] > 0.9
        program.send_message("/VMC/Ext/Blend/Val", ["A", float("nan")])
        program.send_message("/VMC/Ext/Blend/Apply", [])
        await heard.until(lambda: len(heard.poses) == 4)
        assert heard.errors == []


async def test_poses_are_told_to_other_programs() -> None:
    told: dict[str, float] = {}
    bones: dict[str, tuple[float, ...]] = {}
    dispatcher = Dispatcher()
    dispatcher.map("/VMC/Ext/Blend/Val", lambda _, name, amount: told.update({name: amount}))
    dispatcher.map("/VMC/Ext/Bone/Pos", lambda _, name, *turn: bones.update({name: turn}))
    is_told = asyncio.Event()
    dispatcher.map("/VMC/Ext/Blend/Apply", lambda _: is_told.set())  # ends the last of the pose's datagrams
    server = AsyncIOOSCUDPServer(("127.0.0.1", 0), dispatcher, asyncio.get_running_loop())  # type: ignore[arg-type]
    transport, _ = await server.create_serve_endpoint()
    sender = AvatarSender()
    await sender.open(*transport.get_extra_info("sockname")[:2])
    sender.show(Moment(make_pose(mouth_aaa=0.7, eye_wink_left=1, head_y=0.5, eyebrow_angry=1)))
    await asyncio.wait_for(is_told.wait(), 10)
    sender.close()
    transport.close()
    assert told["A"] == told["aa"] == pytest.approx(0.7)
    assert (told["Blink_L"], told["Blink_R"], told["Angry"]) == (1, 0, 1)
    assert {name: told[name] for name in POSE_NAMES}["head_y"] == 0.5
    assert bones["Head"][:3] == (0, 0, 0)
    assert np.linalg.norm(bones["Head"][3:]) == pytest.approx(1)


def test_each_datagram_goes_through_any_network() -> None:
    made = avatar_datagrams(make_pose(mouth_ooo=1, head_x=-0.4), 1.5)
    assert max(map(len, made)) <= 1400
    reader = AvatarReader()
    poses = [pose for pose in map(reader.read, made) if pose is not None]
    assert np.allclose(poses[-1], make_pose(mouth_ooo=1, head_x=-0.4), atol=1e-6)


def test_a_part_of_negative_length_ends() -> None:
    bundle = b"#bundle\0" + bytes(8)
    for hostile in (b"\xff\xff\xff\xfc", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\0\0"):
        with pytest.raises(ValueError, match="cut off"):
            list(read_osc(bundle + hostile))
    deep = bundle
    for _ in range(20):
        deep = bundle + len(deep).to_bytes(4, "big") + deep
    with pytest.raises(ValueError, match="deep"):
        list(read_osc(deep))


@given(st.binary(max_size=600) | st.binary(max_size=300).map(lambda data: b"/VMC/Ext/Blend/Val\0\0,sf\0" + data))
def test_bytes_of_any_kind_do_no_harm(data: bytes) -> None:
    for attempt in (data, b"#bundle\0" + bytes(8) + len(data).to_bytes(4, "big") + data):
        try:
            pose = AvatarReader().read(attempt)
        except ValueError:
            continue
        assert pose is None or not np.isinf(pose).any()
