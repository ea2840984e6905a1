"""A coordination protocol as one unit binds it on one day: who holds each role, what overlaps, what is missing."""
