"""What hair is drawn with: the kit, and a brush for each way that hair lies, falls or is tied."""
