"""Finds the rules: every module below this package that has a `RULE`."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from glbr.review import rules
from glbr.review.rules.rule import Rule


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by its id, in order of id.

    Raises:
        ValueError: Two rules have one id.
    """
    found: dict[str, Rule] = {}
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        rule = getattr(import_module(module.name), "RULE", None) if not module.ispkg else None
        if isinstance(rule, Rule):
            if rule.id in found:
                raise ValueError(f"two rules are called {rule.id}: the second is in {module.name}")
            found[rule.id] = rule
    return dict(sorted(found.items()))
