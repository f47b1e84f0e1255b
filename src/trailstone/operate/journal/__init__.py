"""A second copy of every answer, outside the database, seconds after it was confirmed.

It holds what the backup of last night lacks, and is of use with a backup alone. It grows at its end only, and names
nobody: people are their ids.
"""
