"""AnimeMoji in Discord. It knows the pipeline only by requests, results, progress, the engine and errors."""
