"""What grows on lip, cheeks and chin, one style a file."""
