"""The studio: characters alive in a browser. ``static/`` holds what runs there, in plain ES modules."""
