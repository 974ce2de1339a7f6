"""What leaves the newsroom by itself: mail."""
