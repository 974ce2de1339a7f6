"""What a text is: the HTML and the characters it may hold, its words, its languages."""
