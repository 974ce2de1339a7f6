"""What was found in a file becomes records: matched, checked by somebody, made into a draft."""
