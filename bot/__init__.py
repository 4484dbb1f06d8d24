"""The Teams edge: the only place that knows botbuilder."""
