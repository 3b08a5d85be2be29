"""All candidates × sites at once: the feasible pairs, and why the others are not."""
