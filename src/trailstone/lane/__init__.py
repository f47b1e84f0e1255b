"""The lane for the steps of a question: a signed pass in place of the session's and the account's rows.

It stands before the rest of the site and takes only what it can answer at once: a POST to an address of a step, by the
holder of a good pass, with the site's own CSRF token. Everything else, and every step that is refused or fails, goes
the ordinary way from the beginning; a step that was written meanwhile is known there by its key.

``front`` is what the server calls: an event loop that reads what people send and takes the steps that programs send as
JSON, without a thread; all else goes to the site in its threads. ``pages`` is the middleware that takes the steps of
the site's own pages there.
"""
