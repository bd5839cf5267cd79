"""The hair behind and beside the head, one style a file."""
