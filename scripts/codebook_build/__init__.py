"""How the tables of the codebook are made from the facts and our own additions."""
