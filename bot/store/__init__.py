"""The database: models, repositories and migrations."""
