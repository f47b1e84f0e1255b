"""The site as JSON: the same actions and queries as the pages."""
