"""Real servers on real databases, treated badly: nothing that was acknowledged may be lost or counted twice."""
