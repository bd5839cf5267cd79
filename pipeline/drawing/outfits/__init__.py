"""What outfits are drawn with: the kit, and the pieces that several outfits share."""
