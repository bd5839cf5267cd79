"""What is worn on head, face and neck, one accessory a file."""
