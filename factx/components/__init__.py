"""The spaCy components: one folder each, on the shared ground of ``found`` (what they leave on a Doc) and ``text``."""
