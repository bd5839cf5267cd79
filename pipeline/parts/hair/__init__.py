"""Hair: backs, fringes and the locks before the ears."""
