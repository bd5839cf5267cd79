"""What is printed on shirts and hoodies, one motif a file."""
