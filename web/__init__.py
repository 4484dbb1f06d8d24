"""What browsers and monitors ask for: downloads, readiness, figures."""
