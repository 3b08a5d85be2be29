"""Files to domain and back: every table of the contract, every problem gathered."""
