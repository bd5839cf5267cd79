"""Emanata, the signs of comics: tears, a throbbing vein, hearts, Zzz, and hands that wave.

They say what a face alone cannot, and are shown by events of a track (``PoseTrack.gestures`` whose name is in EMANATA),
over the finished frame of a drawn character. A track without such events is not touched. The word is Mort Walker's.
"""

from __future__ import annotations

from pipeline.posers.rig.emanata.overlay import EmanataOverlay
from pipeline.posers.rig.emanata.show import EMANATA

__all__ = ["EMANATA", "EmanataOverlay"]
