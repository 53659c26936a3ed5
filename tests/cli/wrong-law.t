# wrong-law
