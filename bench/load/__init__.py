"""Whole schools at work: the load shapes of docs/performance.md, each bounded in people, requests and time.

Everything happens on loopback and in a folder that is thrown away. Many learners are played by one asyncio program.
"""
