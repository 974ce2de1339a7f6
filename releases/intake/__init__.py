"""The way from a file or pasted text to a draft: bytes to blocks, blocks to findings."""
