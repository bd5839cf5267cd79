"""The locks before the ears, one style a file."""
