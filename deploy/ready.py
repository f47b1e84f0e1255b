"""The image's health check: ends well when the site in this container is ready, else with the site's own sentence.

It asks as a browser would, on the port the site listens on, and past any proxy.
"""

import sys
from http.client import HTTPConnection, HTTPException

from trailstone.environment import port

SECONDS = 4


def main() -> str | None:
    """Nothing when the site is ready, else why not."""
    site = HTTPConnection("127.0.0.1", port("PORT", 8000), timeout=SECONDS)
    try:
        site.request("GET", "/readyz")
        reply = site.getresponse()
        return None if reply.status == 200 else f"{reply.status} {reply.read(200).decode(errors='replace').strip()}"
    except (OSError, HTTPException) as error:
        return f"The site does not answer ({error})."
    finally:
        site.close()


if __name__ == "__main__":
    sys.exit(main())
