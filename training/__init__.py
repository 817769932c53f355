"""Makes the language model's weights from open corpora; not part of the installed package."""
