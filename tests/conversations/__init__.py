"""Stories: people say, fill and press what is on their screens, and see what comes of it."""
