"""Site visits as IPIS publishes them."""
