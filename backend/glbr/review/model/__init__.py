"""The protection model: what is protected, how, where to, before and after a change. Nothing below it sees raw JSON."""
