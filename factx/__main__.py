"""``python -m factx`` is the command line."""

from factx.cli.app import main

main()
