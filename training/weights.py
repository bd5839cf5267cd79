"""How weights that we ship are stored."""

from __future__ import annotations

from pathlib import Path

from torch import nn


def save(network: nn.Module, path: Path) -> None:
    """The weights in half precision."""
    from safetensors.torch import save_file

    # Counters of batches are no weights; as half floats they would overflow.
    save_file(
        {name: weight.half() for name, weight in network.state_dict().items() if weight.dtype.is_floating_point}, path
    )
