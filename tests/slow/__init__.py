"""What takes long: the search for leaks, races between people, and the browser."""
