"""The command line: thin; each command asks the rooms below and renders what they say."""
