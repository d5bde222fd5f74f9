"""One module per subcommand: its name is the subcommand's, its `command` is what runs."""
