"""What pages are put together from: small functions that return safe HTML, and their templates."""
