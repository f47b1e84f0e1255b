"""SQLite for several writing threads and processes: Django's own backend, and whoever writes waits in a line."""
