"""Answers for whoever has to sign: why, why not, what if, what would it take."""
