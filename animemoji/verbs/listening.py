"""Where a page of ours listens: one address of this machine."""

from __future__ import annotations

import argparse
import socket
from contextlib import suppress
from ipaddress import ip_address

from pipeline.types import UserError


class PortTakenError(UserError):
    """Nothing can listen there."""

    key = "error.studio_port"
    template = "Nothing can listen on {host}:{port} ({reason}): choose another --port, or leave it out."


class HostError(UserError):
    """An address that stands for all addresses."""

    key = "error.studio_host"
    template = "--host {host} is no single address: name one address of this machine, such as 127.0.0.1."


def add_listening_arguments(parser: argparse.ArgumentParser) -> None:
    """--host, --port and --no-open."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine alone)")
    parser.add_argument("--port", type=int, default=0, help="the port (0: a free one)")
    parser.add_argument("--no-open", action="store_true", help="print the address, and open no browser")


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises HostError, PortTakenError."""
    with suppress(ValueError):
        if ip_address(host).is_unspecified:
            raise HostError(host=host)
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PortTakenError(host=host, port=port, reason=reason.lower()) from error


def origins(listens: socket.socket) -> tuple[str, ...]:
    """What browsers call pages that are served there."""
    host, port = listens.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return (f"http://{shown}:{port}", *([f"http://localhost:{port}"] if ip_address(host).is_loopback else []))
