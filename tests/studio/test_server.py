"""The studio refuses strangers and nonsense, each with one sentence, and serves its guest."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from pipeline import Character, load_character
from studio.backend import Guest
from studio.files import STATIC
from studio.links import Links
from studio.orders import pack_rows
from tests.studio.serving import Studio


@pytest.fixture(scope="module")
def cookie(studio: Studio) -> str:
    return studio.enter()


def test_a_link_opens_once_and_sets_a_cookie_that_no_script_reads(studio: Studio) -> None:
    token = studio.links.token(Guest())
    first = studio.ask("GET", f"/s/{token}")
    assert (first.status, first.headers["location"]) == (303, "/")
    assert "HttpOnly" in first.headers["set-cookie"]
    assert "SameSite=Lax" in first.headers["set-cookie"]
    again = studio.ask("GET", f"/s/{token}")
    assert again.status == 401
    assert again.body.decode().startswith("This link no longer opens the studio")
    assert "set-cookie" not in again.headers


def test_a_link_of_another_key_or_age_opens_nothing(studio: Studio) -> None:
    old = Links(b"k" * 32, now=lambda: 0.0).token(Guest())
    forged = Links(b"x" * 32).token(Guest())
    for token in (old, forged, "", "nonsense", "AAAA"):
        assert studio.ask("GET", f"/s/{token}").status in (401, 404)


@pytest.mark.parametrize(
    "path", ["/", "/api/studio", "/api/characters", "/api/motions/idle", "/api/background?name=sky"]
)
def test_without_a_session_nothing_is_shown(path: str, studio: Studio) -> None:
    assert studio.ask("GET", path).status == 401
    assert studio.ask("GET", path, cookie="animemoji-studio=guess").status == 401


def test_foreign_hosts_and_origins_are_refused(studio: Studio, cookie: str) -> None:
    assert studio.ask("GET", "/", cookie=cookie, host="evil.example").status == 421
    assert studio.ask("GET", "/api/studio", cookie=cookie, origin="http://evil.example").status == 403
    order = {"prompt": "", "seed": 1}
    assert studio.ask("POST", "/api/characters", order, cookie=cookie, origin="http://evil.example").status == 403
    assert studio.ask("POST", "/api/characters", order, cookie=cookie, origin="null").status == 403
    assert studio.ask("POST", "/api/characters", order, cookie=cookie).status == 403
    assert studio.ask("POST", "/api/characters", order, cookie=cookie, origin=studio.origin).status == 200


def test_every_answer_carries_the_policy(studio: Studio, cookie: str) -> None:
    for path in ("/", "/static/page/main.js", "/api/studio", "/nowhere"):
        headers = studio.ask("GET", path, cookie=cookie).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'")
        assert "unsafe-inline" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_long_bodies_are_refused(studio: Studio, cookie: str) -> None:
    def sent(path: str, length: int) -> int:
        return studio.ask("POST", path, b" " * length, cookie=cookie, origin=studio.origin).status

    assert sent("/api/characters", 64 * 1024 + 1) == 413
    assert sent("/api/animojis", 64 * 1024 - 1) == 422
    assert sent("/api/pictures", 70 * 1024) == 422  # no picture, but not too long for one
    answer = studio.ask("POST", "/api/pictures", b"", cookie=cookie, origin=studio.origin, content_length="99999999")
    assert answer.status == 413
    assert answer.json["error"] == "That is too large: send at most 16 MiB."


def test_files_are_packed_and_not_sent_twice(studio: Studio) -> None:
    path = "/static/puppet.js"
    plain, packed = studio.ask("GET", path), studio.ask("GET", path, accept_encoding="gzip")
    assert plain.body == (STATIC / "puppet.js").read_bytes() == gzip.decompress(packed.body)
    assert studio.ask("GET", path, if_none_match=plain.headers["etag"]).status == 304
    for other in ("/static/../server.py", "/static/%2e%2e/server.py", "/static/", "/static/page"):
        assert studio.ask("GET", other).status == 404


def test_the_same_words_make_the_same_character_which_can_be_kept(studio: Studio, cookie: str) -> None:
    def ask(method: str, path: str, body: object = None) -> dict[str, object]:
        answer = studio.ask(method, path, body, cookie=cookie, origin=studio.origin, accept_language="ja")
        assert answer.status == 200
        return dict(answer.json)

    words = {"prompt": "silver twin tails, blargh", "seed": 7}
    made, again = ask("POST", "/api/characters", words), ask("POST", "/api/characters", words)
    assert made["id"] == again["id"]
    assert made["ignored"] == ["blargh"]
    assert "ツインテール" in str(made["words"])
    assert not made["kept"]
    assert ask("POST", f"/api/characters/{made['id']}/keep")["kept"]
    kept = ask("GET", "/api/characters")["characters"]
    assert isinstance(kept, list)
    assert made["id"] in [each["id"] for each in kept]
    character = load_character(studio.folder / f"{made['id']}.json")
    assert isinstance(character, Character)
    assert character.prompt == "silver twin tails, blargh"
    puppet = ask("GET", f"/api/characters/{made['id']}/puppet")
    assert puppet["format"] == "animemoji.puppet"
    caption = ask("GET", f"/api/characters/{made['id']}/caption?text=hi&framing=face")
    assert str(caption["letters"]).startswith("data:image/webp")


NOTHING = pack_rows(np.zeros((2, 45), np.float32))
LONG = pack_rows(np.zeros((26, 45), np.float32))
NOWHERE = pack_rows(np.zeros((2, 3), np.float32))
GOOD = {"character": "x", "motion": {"preset": "wave"}, "file": "gif", "framing": "bust", "size": 320}


@pytest.mark.parametrize(
    "wrong",
    [
        {"character": 3},
        {"motion": None},
        {"motion": {"poses": "%", "fps": 25}},
        {"motion": {"poses": "AAAA", "fps": 25}},
        {"motion": {"poses": NOTHING, "fps": "fast"}},
        {"motion": {"poses": NOTHING, "fps": 0}},
        {"motion": {"poses": LONG, "fps": 1}},
        {"motion": {"poses": NOTHING, "fps": 25, "places": NOWHERE[:8]}},
        {"motion": {"poses": NOTHING, "fps": 25, "places": "AAAA"}},
        {"motion": {"poses": NOTHING, "fps": 25, "places": [0, 0, 0]}},
        {"motion": {"poses": NOTHING, "fps": 25, "signs": {}}},
        {"motion": {"poses": NOTHING, "fps": 25, "signs": [{"name": "fire", "start": 0, "end": 1}]}},
        {"motion": {"poses": NOTHING, "fps": 25, "signs": [{"name": "hearts", "start": 0, "end": 3}]}},
        {"motion": {"poses": NOTHING, "fps": 25, "signs": [{"name": "hearts", "start": True, "end": 2}]}},
        {"motion": {"poses": NOTHING, "fps": 25, "signs": [{"name": "hearts", "start": 0, "end": 1}] * 65}},
        {"file": "exe"},
        {"framing": "feet"},
        {"size": 4096},
        {"outline": "pink"},
        {"effects": "fire"},
        {"character": "../../etc/passwd"},
    ],
    ids=str,
)
def test_nonsense_gets_one_sentence(wrong: dict[str, object], studio: Studio, cookie: str) -> None:
    answer = studio.ask(
        "POST", "/api/animojis", GOOD | wrong, cookie=cookie, origin=studio.origin, accept_language="ja-JP,en;q=0.5"
    )
    assert answer.status == 422
    assert answer.json["error"]
    assert "\n" not in answer.json["error"]
    for body in (b"{", b"[]", b"\xff", b"[" * 5000):
        assert studio.ask("POST", "/api/animojis", body, cookie=cookie, origin=studio.origin).status == 422


def test_a_preset_that_there_is_not_is_said(studio: Studio, cookie: str) -> None:
    answer = studio.ask("GET", "/api/motions/wavee", cookie=cookie)
    assert (answer.status, "did you mean wave?" in answer.json["error"]) == (422, True)
    assert studio.ask("GET", "/api/animojis/none/events", cookie=cookie).status == 422
    assert json.loads(studio.ask("GET", "/api/animojis/none", cookie=cookie).body)["key"] == "error.studio_file"
