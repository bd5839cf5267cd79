"""How pictures are painted: what the settings say, else what the checkpoint says itself, else what its family wants."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.characters.diffused.errors import loading
from pipeline.characters.diffused.families import Checkpoint, CheckpointFamily, look_at, recognise
from pipeline.characters.diffused.samplers import SAMPLERS, Sampler
from pipeline.types import DiffusionSettings, Prediction


@dataclass(frozen=True)
class CheckpointManner:
    """How a checkpoint is used.

    Attributes:
        checkpoint, family: what it is.
        sampler: with the steps and the guidance that are used.
        clip_skip: which layer of CLIP, counted from its end, is read.
        prediction: what the network tells; None where its own configuration knows.
        zero_snr: whether it was trained up to pure noise.
    """

    checkpoint: Checkpoint
    family: CheckpointFamily
    sampler: Sampler
    clip_skip: int
    prediction: Prediction | None
    zero_snr: bool


def manner_of(settings: DiffusionSettings) -> CheckpointManner:
    """How pictures are painted with these settings.

    Raises:
        CheckpointError: the checkpoint is not there, or of no family that is known.
        UnknownFamilyError: the settings name a family that is not known.
    """
    checkpoint, family = _detected(settings.model, settings.family)
    sampler = SAMPLERS[settings.preset] if settings.preset else family.sampler
    prediction = settings.prediction or checkpoint.prediction or family.prediction
    reaches_noise = family.zero_snr and prediction is Prediction.VELOCITY
    return CheckpointManner(
        checkpoint,
        family,
        replace(
            sampler,
            steps=settings.steps or sampler.steps,
            guidance=sampler.guidance if settings.guidance is None else settings.guidance,
        ),
        settings.clip_skip or family.clip_skip,
        prediction,
        checkpoint.zero_snr or reaches_noise,
    )


def _detected(model: str, named: str) -> tuple[Checkpoint, CheckpointFamily]:
    with loading(model, "ANIMEMOJI_SD_MODEL"):
        checkpoint = look_at(model, ask_hub=True)
        family = recognise(checkpoint, named)
        if family is None:
            what = f"it is a {checkpoint.pipeline}" if checkpoint.pipeline else "its tensors are those"
            raise ValueError(f"{what} of no family of checkpoints that is known here")
    return checkpoint, family
