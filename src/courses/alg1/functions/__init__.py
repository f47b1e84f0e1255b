"""Functions: what they are, their notation, domain and range, features of their graphs, combining and undoing."""
