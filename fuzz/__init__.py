"""Fuzzing: made-up bytes for every reader, steered by the code that they reach. See README.md."""
