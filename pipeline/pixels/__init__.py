"""What is done to pixels in more than one place: alpha, resizing, and colour spaces. It knows no stage."""
