"""The languages beside English: a catalogue each, as gettext writes them."""
