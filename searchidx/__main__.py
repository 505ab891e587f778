"""``python -m searchidx`` and the ``searchidx`` program."""

import sys


def main() -> None:
    """Run the command line."""
    sys.exit("searchidx: no commands yet")


if __name__ == "__main__":
    main()
