"""Speed and memory, measured. ``animemoji bench NAME`` calls ``run()`` of benchmarks/NAME.py."""
