"""What is worn, one outfit a file."""
