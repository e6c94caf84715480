"""The revisions, oldest first. Each has the tables of its day in it: what `tables` says later must not change it."""
