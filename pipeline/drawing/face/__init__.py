"""What faces are drawn with: the kit, and the brushes that several features share."""
