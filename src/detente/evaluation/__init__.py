"""Scores against gold documents, floors that only rise, and the bench."""
