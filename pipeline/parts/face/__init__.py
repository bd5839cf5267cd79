"""The face: eyes, brows, nose, ears, shape, and what it shows at rest."""
