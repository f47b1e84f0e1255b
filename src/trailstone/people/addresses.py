"""Where a request comes from, as far as limits on guessing care."""

from ipaddress import IPv6Address, ip_address


def network(address: str) -> str:
    """The IPv4 address itself; for IPv6 the /64 it is in, for one household has all of that. Others as they are."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Address(int(found) >> 64 << 64))
