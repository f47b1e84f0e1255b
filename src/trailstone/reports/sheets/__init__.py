"""What the file of each report holds: every column with its meaning, unit and source."""
