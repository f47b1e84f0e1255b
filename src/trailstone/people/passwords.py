"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SchoolArgon2(Argon2PasswordHasher):
    """Argon2id at OWASP's smallest profile (19 MiB, 2 rounds): 600 sign-ins by 9:05 on 2 cores, still slow to guess."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
