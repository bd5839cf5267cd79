"""Pictures made larger by networks that learnt what lines and flat colours look like: Real-ESRGAN's for anime."""

from pipeline.superresolution.choice import MODEL, ONNX_FILE, open_enlarger
from pipeline.superresolution.enlarger import Enlarger

__all__ = ["MODEL", "ONNX_FILE", "Enlarger", "open_enlarger"]
