"""Documents read back, produced here or elsewhere: what they say and how they are laid out."""
