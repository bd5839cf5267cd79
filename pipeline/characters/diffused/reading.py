"""Words become what a pipeline paints from, all of them: CLIP reads 77 tokens at once, so longer texts are read in
pieces, which stand one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

from pipeline.characters.diffused.words import PromptPair

Fits = Callable[[str], bool]


def read_words(pipeline: Any, words: PromptPair, count: int, clip_skip: int = 1) -> dict[str, Any]:
    """What ``pipeline`` is called with to paint ``count`` pictures of the same words.

    Args:
        clip_skip: which layer of CLIP, counted from its end, is read. Stable Diffusion XL never reads the last one.
    """
    import torch

    if not hasattr(pipeline, "unet"):
        # Since Stable Diffusion 3 there is a text encoder that reads 256 tokens and more.
        return {"prompt": [words.prompt] * count, "negative_prompt": [words.negative] * count}
    is_xl = hasattr(pipeline, "tokenizer_2")
    # Of SDXL, diffusers counts from the last layer but one.
    skipped = {"clip_skip": clip_skip - 2} if is_xl and clip_skip != 2 else {}
    tokenizers = [pipeline.tokenizer, *filter(None, [getattr(pipeline, "tokenizer_2", None)])]

    def fits(text: str) -> bool:
        return all(len(tokenizer(text).input_ids) <= tokenizer.model_max_length for tokenizer in tokenizers)

    pieces = list(zip_longest(split_to_fit(words.prompt, fits), split_to_fit(words.negative, fits), fillvalue=""))
    read: dict[str, Any] = {}
    for name, texts in zip(("prompt", "negative_prompt"), zip(*pieces, strict=True), strict=True):
        with torch.no_grad(), _without_layers(pipeline.text_encoder, 0 if is_xl else clip_skip - 1):
            answers = [
                pipeline.encode_prompt(
                    prompt=text,
                    device=pipeline._execution_device,
                    num_images_per_prompt=1,
                    do_classifier_free_guidance=False,
                    **skipped,
                )
                for text in texts
            ]
        read[f"{name}_embeds"] = torch.cat([answer[0] for answer in answers], dim=1).repeat(count, 1, 1)
        if len(answers[0]) > 2:
            # SDXL wants one summary besides: that of the first piece, where the most important words are.
            read[f"{name.removesuffix('prompt')}pooled_prompt_embeds"] = answers[0][2].repeat(count, 1)
    return read


@contextmanager
def _without_layers(text_encoder: Any, count: int) -> Iterator[None]:
    """Leaves out the last layers of a CLIP; what they would have read is normalised as if it came from the last one."""
    if not count:
        yield
        return
    encoder = getattr(text_encoder, "text_model", text_encoder).encoder
    layers = encoder.layers
    encoder.layers = layers[:-count]
    try:
        yield
    finally:
        encoder.layers = layers


def split_to_fit(text: str, fits: Fits, separators: tuple[str, ...] = (", ", " ")) -> list[str]:
    """A text in as few pieces as fit, split between the first separators where that is enough."""
    if fits(text) or not separators:
        return [text]
    separator, *finer = separators
    pieces: list[str] = []
    for part in text.split(separator):
        for piece in split_to_fit(part, fits, tuple(finer)):
            if pieces and fits(longer := pieces[-1] + separator + piece):
                pieces[-1] = longer
            else:
                pieces.append(piece)
    return pieces
