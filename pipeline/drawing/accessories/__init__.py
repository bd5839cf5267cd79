"""What accessories are drawn with: the kit, and the brushes that several accessories share."""
