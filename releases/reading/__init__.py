"""A file becomes blocks, and blocks become findings: title, day, quotes, people. Knows no model."""
