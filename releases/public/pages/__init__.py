"""
What each kind of page shows: a dataclass, and the function that fetches all of it.

A page holds records that are read, nothing lazy. Templates know its fields by their names.
"""
