from __future__ import annotations

import pytest

from pipeline.motion.speech.errors import NoSuchTongueError
from pipeline.motion.speech.tongues import tongue_of


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("こんにちは", "ja"),
        ("カラオケ最高", "ja"),
        ("東京大学", "ja"),
        ("Hello 世界です", "ja"),
        ("你好，我爱你", "cmn"),
        ("안녕하세요", "ko"),
        ("Привет", "ru"),
        ("Привіт, як її звати", "uk"),
        ("γειά σου", "el"),
        ("مرحبا", "ar"),
        ("नमस्ते", "hi"),
        ("12345", "en-us"),
    ],
)
def test_letters_tell_the_language(text: str, tongue: str) -> None:
    assert tongue_of(text) == tongue


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Hello!", "en-us"),
        ("Pizza time", "en-us"),
        ("See you at the party tomorrow!", "en-us"),
        ("lol omg this is so cute", "en-us"),
        ("Hola, ¿cómo estás?", "es"),
        ("Guten Morgen, wie geht es dir?", "de"),
        ("Bonjour, comment ça va?", "fr"),
        ("Buongiorno a tutti", "it"),
        ("Cześć, jak się masz?", "pl"),
        ("Merhaba nasılsın", "tr"),
    ],
)
def test_words_in_latin_letters_tell_the_language(text: str, tongue: str) -> None:
    pytest.importorskip("py3langid", reason="needs animemoji[speech]")
    assert tongue_of(text) == tongue


def test_a_script_without_a_voice_is_said() -> None:
    with pytest.raises(NoSuchTongueError, match="Latin letters"):
        tongue_of("ᚠᚢᚦᚨᚱᚲ")
