"""The command line: a second composition root beside app.py."""
