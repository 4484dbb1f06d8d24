"""Frozen views of the domain become Adaptive Cards: pure, and the only place that makes that JSON."""
