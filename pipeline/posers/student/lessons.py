"""The networks joined into the two questions that a teacher is asked. (Imports torch.)"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from pipeline.posers.tha3.plain import double, half
from pipeline.posers.tha3.steps import FaceStep, to_levels
from pipeline.posers.tha3.weights import Networks


class FaceLesson(nn.Module):
    """As ``FaceStep``, but the moved face as levels: uint8 [N, 192, 192, 4], straight alpha."""

    def __init__(self, networks: Networks) -> None:
        super().__init__()
        self.step = FaceStep(networks)

    def forward(self, background: Tensor, eyebrows: Tensor, face: Tensor, pose: Tensor) -> Tensor:
        """The moved face."""
        return to_levels(self.step(background, eyebrows, face, pose))


class FigureLesson(nn.Module):
    """Figure [N, 4, 512, 512] and rotation pose [N, 6] -> the finished picture, uint8 [N, 512, 512, 4], and the flow by
    which the editor took it from the figure, averaged to [N, 256, 256, 2] (x, y; 2 is the width of the picture).
    """

    def __init__(self, networks: Networks) -> None:
        super().__init__()
        self.rotator = networks.two_algo_face_body_rotator
        self.editor = networks.editor

    def forward(self, figure: Tensor, pose: Tensor) -> tuple[Tensor, Tensor]:
        """The finished picture and its flow."""
        turned = self.rotator(half(figure), pose)
        edited = self.editor(figure, double(turned.warped), double(turned.grid_change), pose)
        flow = functional.avg_pool2d(edited.grid_change, 2).permute(0, 2, 3, 1)
        return to_levels(edited.color_changed), flow
