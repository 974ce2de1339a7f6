"""Where the staff work: Django's admin as a press office needs it."""
