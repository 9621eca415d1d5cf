"""The trained quote model: its view of a text, its inference and its decoding. Training lives in ``models/quotes``."""
