"""What the operator looks after: files, room on the disk, and whether all is well."""
