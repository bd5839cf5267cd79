"""What drawn characters are drawn with: pen, geometry, colours, proportions, and the kits and brushes of each family."""
