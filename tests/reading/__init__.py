"""Reading a file: bytes become blocks, and blocks become findings."""
