"""How the weights of our own networks are read."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from safetensors.torch import load_file
from torch import nn

Network = TypeVar("Network", bound=nn.Module)


def load_weights(network: Network, path: Path) -> Network:
    """The network with the weights that ``path`` holds in half precision, as float32 without gradients."""
    # Counters of batches are not stored.
    network.load_state_dict({name: weight.float() for name, weight in load_file(path).items()}, strict=False)
    return network.eval().requires_grad_(False)
