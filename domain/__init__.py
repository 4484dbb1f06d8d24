"""What the words mean: plain types and plain functions, with no input or output."""
