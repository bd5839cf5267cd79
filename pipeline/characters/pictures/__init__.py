"""From a picture to a character: background removed, head found, aligned, checked."""
