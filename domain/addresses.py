"""Addresses on the network, as names and numbers."""

import ipaddress

FORWARDING_HEADERS = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host")
"""What a proxy adds: behind one on this machine, everybody seems to be this machine."""


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
