"""Thresholds of rules: whether what a file sets fits the rule, and which value is in force."""

from collections.abc import Iterator, Mapping

from glbr.protection.period import InvalidPeriod, Period
from glbr.review.gate.documents import shown, suggestion
from glbr.review.gate.settings import Given
from glbr.review.rules.rule import Parameter, Parameters, Rule, Value

ByRule = Mapping[str, Mapping[str, Given]]


def parameter_mistakes(
    given: ByRule, rules: Mapping[str, Rule], others: frozenset[str], place: str
) -> Iterator[tuple[str, str, str]]:
    """Everything in a file's parameters that no rule takes: place, what is wrong, what is allowed.

    Args:
        given: Parameters by rule.
        rules: The catalogue.
        others: Ids of the team's own rules, which take no parameters.
        place: Where `given` stands in the file.
    """
    for name, values in given.items():
        rule = rules.get(name)
        if rule is None and name in others:
            yield f"{place}.{name}", "a rule of your own takes no parameters", "Write the value into its expression."
        elif rule is None:
            yield f"{place}.{name}", "there is no such rule", f"{suggestion(name, rules)}`--list-rules` shows all."
        else:
            yield from _of_rule(rule, values, f"{place}.{name}")


def _of_rule(rule: Rule, values: Mapping[str, Given], place: str) -> Iterator[tuple[str, str, str]]:
    for name, value in values.items():
        parameter = rule.parameters.get(name)
        if parameter is None:
            takes = ", ".join(sorted(rule.parameters)) or "none"
            yield f"{place}.{name}", "there is no such parameter", f"{suggestion(name, rule.parameters)}Takes: {takes}."
        elif wrong := _wrong(parameter, value):
            yield f"{place}.{name}", wrong, f"Given: {shown(value)}. It means: {parameter.says}"


def _wrong(parameter: Parameter, value: Given) -> str:
    if not _fits(parameter.default, value):
        return f"{_KINDS[type(parameter.default)]} is expected"
    if parameter.kind == "period" and value != parameter.default:  # an empty text may say that there is none
        try:
            Period.parse(str(value))
        except InvalidPeriod as problem:
            return f"it is no period: {problem}"
    of_it = value if isinstance(value, tuple) else (value,)
    if parameter.allowed and any(one not in parameter.allowed for one in of_it):
        return f"allowed are {', '.join(map(str, parameter.allowed))}"
    return ""


_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "a text", tuple: "a list of texts"}


def _fits(default: Value, value: Given) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, (int, float))
    return isinstance(value, type(default))


def in_force(rule: Rule, *layers: ByRule) -> Parameters:
    """The parameters of a rule: its defaults, overridden by each layer that follows."""
    values: dict[str, Value] = {name: parameter.default for name, parameter in rule.parameters.items()}
    for layer in layers:
        values.update(layer.get(rule.id, {}))
    return {
        name: float(value) if isinstance(rule.parameters[name].default, float) and isinstance(value, int) else value
        for name, value in values.items()
    }
