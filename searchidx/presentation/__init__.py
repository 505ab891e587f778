"""How answers look: on a terminal, as JSON, JSON lines, CSV or paths. Text in, text out; prints nothing."""
