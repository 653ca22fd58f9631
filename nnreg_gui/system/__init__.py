"""What the computer needs to be asked or told: launchers, checks at the start, signals, the terminal."""
