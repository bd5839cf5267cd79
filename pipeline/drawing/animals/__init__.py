"""What mascots are drawn with: heads of fur, ears, muzzles, markings, paws."""
