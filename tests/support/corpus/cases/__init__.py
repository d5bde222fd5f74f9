"""Cases of the corpus beyond the rules' examples: what Terraform says when references, addresses or plans get difficult."""

from corpus.cases import addresses, ends, language, modules, plans, references, secrets, steadiness
from corpus.cases.case import CENTRAL, Case

CASES: dict[str, Case] = {
    case.name: case
    for part in (references, addresses, language, modules, plans, ends, secrets, steadiness)
    for case in part.CASES
}


def makings() -> dict[str, tuple[str, Case]]:
    """Every plan to make: its name, and the version of Terraform for it (empty for the usual one)."""
    found = {}
    for case in CASES.values():
        for version in CENTRAL if case.central else (case.version,):
            found[f"cases/{case.name}-{version}" if case.central else f"cases/{case.name}"] = (version, case)
    return found


def case_of(name: str) -> Case:
    """The case of a plan, whatever version of Terraform made it."""
    return makings()[name][1]
