"""The site as ``trailstone serve`` runs it, on loopback only: ``python -m bench.server PORT``."""

import sys

import django

from trailstone.operate import heaps

if __name__ == "__main__":
    heaps.keep_few()
    django.setup()
    from trailstone.operate.serving import serve

    serve(int(sys.argv[1]), address="127.0.0.1")
