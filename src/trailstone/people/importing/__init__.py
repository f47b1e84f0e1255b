"""Rosters from a file: what it says (``sheet``, ``oneroster``), and what it would change (``plan``).

Nothing here writes; ``people.actions.import_roster`` does, all or nothing.
"""
