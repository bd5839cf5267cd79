"""``animemoji studio``: it says where it is, and in one sentence where it cannot be."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from animemoji.cli import MISTAKE, main


def test_it_prints_a_link_that_opens_the_page(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "animemoji", "studio", "--no-open", "--json", "--folder", str(tmp_path / "kept")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as studio:
        assert studio.stdout is not None
        told = json.loads(studio.stdout.readline())
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(told["address"], timeout=30) as page:
            assert page.url == told["address"].partition("/s/")[0] + "/"
            assert b"<main>" in page.read()
        studio.send_signal(signal.SIGINT)
        assert studio.stdout.read() == ""
        assert studio.wait(30) == 130
    assert (tmp_path / "kept").is_dir()


def test_what_cannot_be_listened_on_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["studio", "--no-open", "--folder", str(tmp_path), "--port", str(port)]) == MISTAKE
    assert capsys.readouterr().err.startswith(f"Nothing can listen on 127.0.0.1:{port} (")
    for host in ("0.0.0.0", "::"):
        assert main(["studio", "--no-open", "--folder", str(tmp_path), "--host", host]) == MISTAKE
        assert "is no single address" in capsys.readouterr().err
    for wrong in (["--port", "99999"], ["--host", "no such host"]):
        assert main(["studio", "--no-open", "--folder", str(tmp_path), *wrong]) == MISTAKE
        assert capsys.readouterr().err.count("\n") == 1
