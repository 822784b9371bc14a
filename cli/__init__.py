"""The command line: click commands, one module a command, no logic of their own."""
