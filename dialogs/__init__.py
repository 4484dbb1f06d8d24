"""What people are asked: walkthroughs as data, and one pure engine that walks any of them."""
