"""From a request to bytes. This is the pipeline's public face; it knows no Discord and no database."""
