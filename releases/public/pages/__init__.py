"""
What each kind of page shows: a dataclass, and the function that fetches all of it.

A page holds records that are read, nothing lazy: its fingerprint is the ETag, and what the
public may not see is not in it. Templates know its fields by their names.
"""
