"""A character on a stage, live: what moves it, the relay to everybody who watches, and the pages."""
