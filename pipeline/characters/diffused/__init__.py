"""Characters whose picture Stable Diffusion makes."""
