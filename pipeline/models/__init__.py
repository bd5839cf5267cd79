"""Third-party weights: where each comes from, what it may be used for, and where it lies on this machine."""

from __future__ import annotations

from pipeline.models.catalogue import MODELS, get_model
from pipeline.models.errors import ByHandError, DamagedModelError, DownloadError, UnknownModelError
from pipeline.models.fetching import OnFraction, fetch
from pipeline.models.folder import State, derived, file_digest, find_model, model_path, verify
from pipeline.models.model import Model, ModelFile, Origin

__all__ = [
    "MODELS",
    "ByHandError",
    "DamagedModelError",
    "DownloadError",
    "Model",
    "ModelFile",
    "OnFraction",
    "Origin",
    "State",
    "UnknownModelError",
    "derived",
    "fetch",
    "file_digest",
    "find_model",
    "get_model",
    "model_path",
    "verify",
]
