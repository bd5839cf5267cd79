"""The rig: characters drawn from a spec as vectors, posed by 45 numbers."""
