"""How stores of older versions become stores of this one: one Alembic revision a version of the tables."""
