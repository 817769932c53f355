"""Readers of the training corpora; each yields annotated documents."""
