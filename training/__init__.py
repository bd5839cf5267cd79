"""Scripts that train the networks which lie in this repository."""
