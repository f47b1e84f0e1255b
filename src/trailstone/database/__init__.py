"""How the site talks to its database, where Django alone would be slow or unfair."""
