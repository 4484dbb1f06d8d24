"""The demo: the bot beside two Playgrounds, an officer's and a Hub worker's."""
