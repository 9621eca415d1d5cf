"""The command line: one file per command. ``x_cli()`` parses and checks, ``x()`` works on plain values."""
