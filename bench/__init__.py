"""How fast Trailstone is on this machine. ``make bench`` prints one table; docs/performance.md says how to read it."""
