"""What is found in the blocks of a document: a module for each kind of finding."""
