"""What leaves later: cards kept true, and messages of the bot's own accord."""
