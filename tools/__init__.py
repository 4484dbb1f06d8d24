"""What sets a machine up and draws pictures; no part of the product."""
