"""Motion that is made now: what cameras, phones and other programs see becomes one pose after the other."""
