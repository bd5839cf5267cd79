"""A student of the published form whose weights nobody trained."""

from __future__ import annotations

from pathlib import Path

import torch
from PIL import Image

from pipeline.posers.tha4.siren import StudentNetworks
from tests.pipeline.posers.tha3.untrained import simple_figure


def untrained_weights(student: StudentNetworks) -> StudentNetworks:
    """The same networks with small random weights, always the same ones; they warp gently."""
    torch.manual_seed(1)
    for weight in student.parameters():
        inputs = weight.shape[1] if weight.ndim > 1 else 1
        weight.copy_(torch.randn_like(weight) / 30 / inputs**0.5)
    return student


def untrained_student(folder: Path) -> Path:
    """Writes picture, weights and description into a new folder, and returns the description."""
    folder.mkdir(parents=True)
    Image.fromarray(simple_figure()).save(folder / "character.png")
    student = untrained_weights(StudentNetworks(torch.zeros(1, 4, 512, 512)))
    torch.save(student.face_morpher.state_dict(), folder / "face_morpher.pt")
    torch.save(student.body_morpher.state_dict(), folder / "body_morpher.pt")
    description = folder / "character_model.yaml"
    description.write_text("character_image_file_name: character.png\n")
    return description
