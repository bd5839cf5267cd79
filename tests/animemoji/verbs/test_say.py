"""``render --say``: a film that can be heard, and a GIF that cannot but moves the same lips."""

from __future__ import annotations

import json
from pathlib import Path

import av
import numpy as np
import pytest

from animemoji import cli
from animemoji.verbs import doctor
from pipeline import AnimojiRequest, Output, PromptSource, Source, SpeechMotion, load_pipeline_settings
from pipeline.motion.voice.analysis import analyse
from pipeline.motion.voice.decode import decode
from pipeline.render import render_animoji

pytest.importorskip("pyopenjtalk", reason="needs animemoji[speech]")
pytest.importorskip("espeakng_loader", reason="needs animemoji[speech]")

WHO = ["render", "--prompt", "girl, silver bob", "--seed", "3", "--size", "96", "--fps", "12.5"]


@pytest.mark.parametrize("text", ["Mum bakes pies.", "パパはパンを食べた。"])
def test_a_film_can_be_heard_and_all_files_move_the_same_lips(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    frames, seconds = {}, {}
    for ending in ("mp4", "webm", "gif"):
        out = tmp_path / f"says.{ending}"
        capsys.readouterr()
        assert cli.main([*WHO, "--say", text, "--out", str(out), "--json"]) == 0
        report = json.loads(capsys.readouterr().out)
        frames[ending], seconds[ending] = report["frames"], report["seconds_of_motion"]
        with av.open(str(out)) as film:
            if ending == "gif":
                assert not film.streams.audio
                continue
            sound = np.concatenate([part.to_ndarray().reshape(-1) for part in film.decode(audio=0)])
            assert len(sound) / 2 / 48_000 == pytest.approx(seconds[ending], abs=0.1)
            assert np.abs(sound).max() > 0.1
    assert len(set(frames.values())) == 1


def test_what_telegram_takes_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sticker.webm"
    words = ["export", "--prompt", "girl, silver bob", "--say", "Hello", "--for", "telegram-emoji", "--out", str(out)]
    assert cli.main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fits"]
    with av.open(str(out)) as film:
        assert not film.streams.audio


@pytest.mark.parametrize(("text", "says"), [("", "some words"), ("a" * 201, "at most 200")])
def test_a_mistake_is_one_sentence(tmp_path: Path, text: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*WHO, "--say", text, "--out", str(tmp_path / "a.gif")]) == 2
    said = capsys.readouterr()
    assert says in said.err and said.err.count("\n") == 1 and said.out == ""


def test_the_doctor_hears_both_synthesisers() -> None:
    check = next(each for each in doctor.examine(load_pipeline_settings()) if each.name.startswith("speech"))
    assert check == doctor.Check("speech (--say)", True, False, "English and Japanese are spoken", "")


def test_a_man_has_a_low_voice_and_a_girl_a_high_one(tmp_path: Path) -> None:
    pitches = {}
    for who in ("man, short black hair", "girl, silver bob"):
        made = render_animoji(
            AnimojiRequest(PromptSource(who, 3, Source.DRAWN), SpeechMotion("Good morning!"), Output(size=32, fps=5))
        )
        path = tmp_path / "said.ogg"
        path.write_bytes(made.sound)
        heard = analyse(decode(path)[0])
        pitches[who] = float(np.median(heard.pitch[heard.voiced]))
    man, girl = pitches.values()
    assert girl > 1.3 * man
