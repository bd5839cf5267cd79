"""The studio: characters alive in a browser. ``static/`` holds what runs there, in plain ES modules.

``studio_app`` in ``server`` is the page as one aiohttp application; a ``Backend`` says whose characters it shows and
who makes the files. ``local`` is the one for a machine of one's own.
"""
