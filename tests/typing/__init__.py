"""What the type checker finds."""
