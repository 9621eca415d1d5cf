"""The trained quote model at work: a text as word pieces, the encoder, labels, links, and attributions with their certainty."""
