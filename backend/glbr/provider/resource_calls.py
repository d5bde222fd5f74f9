"""Terraform's calls about managed resources."""

import json
from dataclasses import replace

from glbr.definition.resource import Resource
from glbr.definition.tree import Tree
from glbr.protection.problem import Path
from glbr.provider import diagnostics
from glbr.provider.checks import configuration_problems
from glbr.provider.configuration import Configuration
from glbr.provider.missing_secrets import missing_secrets
from glbr.provider.offer import resource_of
from glbr.provider.planner import planned
from glbr.provider.private import Private
from glbr.provider.protocol import tfplugin6_pb2 as pb
from glbr.provider.values import conformed, decode, encode
from glbr.views.terraform_schema import resource_schema


class ResourceCalls:
    """From checking a configuration to removing an object."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration

    async def validate_resource_config(
        self, request: pb.ValidateResourceConfig.Request
    ) -> pb.ValidateResourceConfig.Response:
        """Check a configuration as far as it is known."""
        definition = resource_of(request.type_name)
        schema = resource_schema(definition)
        problems = configuration_problems(definition, schema, decode(schema, request.config) or {})
        return pb.ValidateResourceConfig.Response(diagnostics=diagnostics.from_problems(problems))

    async def upgrade_resource_state(
        self, request: pb.UpgradeResourceState.Request
    ) -> pb.UpgradeResourceState.Response:
        """Fit stored state to the schema of today."""
        schema = resource_schema(resource_of(request.type_name))
        state = conformed(schema, json.loads(request.raw_state.json))
        return pb.UpgradeResourceState.Response(upgraded_state=encode(schema, state))

    async def read_resource(self, request: pb.ReadResource.Request) -> pb.ReadResource.Response:
        """See what has become of an object."""
        definition = resource_of(request.type_name)
        schema = resource_schema(definition)
        prior = decode(schema, request.current_state) or {}
        life = self._configuration.session.life_of(definition)
        outcome = await life.read(prior, Private.read(request.private))
        return pb.ReadResource.Response(
            new_state=encode(schema, outcome.state),
            private=outcome.private.write(),
            diagnostics=_warnings(outcome.warnings),
        )

    async def plan_resource_change(self, request: pb.PlanResourceChange.Request) -> pb.PlanResourceChange.Response:
        """Say what an apply will lead to."""
        definition = resource_of(request.type_name)
        schema = resource_schema(definition)
        prior, config = decode(schema, request.prior_state), decode(schema, request.config)
        if config is None:
            return pb.PlanResourceChange.Response(
                planned_state=encode(schema, None),
                planned_private=request.prior_private,
                diagnostics=await self._guarded(definition, prior or {}, None, ()),
            )
        missing = diagnostics.from_problems(missing_secrets(schema, config, prior))
        if prior is None:
            plan = planned(schema, None, config).state
            return pb.PlanResourceChange.Response(
                planned_state=encode(schema, plan),
                diagnostics=missing + self._guarded_request(definition, plan, Private.read(request.prior_private)),
            )
        if missing:
            return pb.PlanResourceChange.Response(planned_state=request.prior_state, diagnostics=missing)
        outcome = await self._configuration.session.life_of(definition).plan(prior, config)
        return pb.PlanResourceChange.Response(
            planned_state=encode(schema, outcome.state),
            planned_private=self._reminded(definition, prior, outcome.replace, request.prior_private),
            requires_replace=diagnostics.attribute_paths(outcome.replace),
            diagnostics=_warnings(outcome.warnings)
            + await self._guarded(definition, prior, outcome.state or {}, outcome.replace),
        )

    async def apply_resource_change(self, request: pb.ApplyResourceChange.Request) -> pb.ApplyResourceChange.Response:
        """Carry a plan out. Whatever fails, the answer holds the state that was reached."""
        definition = resource_of(request.type_name)
        schema = resource_schema(definition)
        prior, plan = decode(schema, request.prior_state), decode(schema, request.planned_state)
        try:
            return await self._applied(definition, prior, plan, request)
        except Exception as failure:  # noqa: BLE001 - the state must be answered whatever happened
            doing = f"applying {definition.words()}"
            return pb.ApplyResourceChange.Response(
                new_state=encode(schema, prior),
                private=request.planned_private,
                diagnostics=diagnostics.from_exception(failure, doing),
            )

    async def import_resource_state(self, request: pb.ImportResourceState.Request) -> pb.ImportResourceState.Response:
        """Find an object by its id or its name; Terraform then refreshes it."""
        definition = resource_of(request.type_name)
        schema = resource_schema(definition)
        found = await self._configuration.session.life_of(definition).found(request.id)
        imported = pb.ImportResourceState.ImportedResource(
            type_name=request.type_name, state=encode(schema, found), private=Private(imported=True).write()
        )
        return pb.ImportResourceState.Response(imported_resources=[imported])

    async def _guarded(
        self, definition: type[Resource], prior: Tree, plan: Tree | None, replacing: tuple[Path, ...]
    ) -> list[pb.Diagnostic]:
        """What the guard has to say of a plan. It is loaded only for a plan that changes something."""
        guard = self._configuration.guard
        if guard == "off" or plan == prior:
            return []
        from glbr.provider.guard import guarded

        life = self._configuration.session.life_of(definition)
        name, weakenings = await life.weakenings(prior, plan, replacing)
        return guarded(guard, f"{definition.words()} {name}", weakenings)

    def _reminded(self, definition: type[Resource], prior: Tree, replacing: tuple[Path, ...], private: bytes) -> bytes:
        """The private data, with a note for the second question that Terraform asks when somebody wants a replacement."""
        lost = "" if replacing or self._configuration.guard == "off" else definition.lost_if_replaced(prior)
        return replace(Private.read(private), lost_if_replaced=lost).write() if lost else private

    def _guarded_request(self, definition: type[Resource], plan: Tree, private: Private) -> list[pb.Diagnostic]:
        """What the guard has to say of a replacement that nothing in the object itself asks for."""
        if not private.lost_if_replaced or self._configuration.guard == "off":
            return []
        from glbr.protection.weakening import replaced_on_request
        from glbr.provider.guard import guarded

        name = " ".join(value for value in definition.twin(plan).values() if isinstance(value, str))
        weakening = replaced_on_request(private.lost_if_replaced)
        return guarded(self._configuration.guard, f"{definition.words()} {name}", [weakening])

    async def _applied(
        self, definition: type[Resource], prior: Tree | None, plan: Tree | None, request: pb.ApplyResourceChange.Request
    ) -> pb.ApplyResourceChange.Response:
        schema = resource_schema(definition)
        config = decode(schema, request.config) or {}
        private = Private.read(request.planned_private)
        life = self._configuration.session.life_of(definition)
        if plan is None:
            outcome = await life.delete(prior or {}, private)
        elif prior is None:
            outcome = await life.create(plan, config)
        else:
            outcome = await life.update(prior, plan, config, private)
        messages: list[pb.Diagnostic] = _warnings(outcome.warnings)
        for failure in outcome.failures:
            messages += diagnostics.from_exception(failure, f"applying {definition.words()}")
        return pb.ApplyResourceChange.Response(
            new_state=encode(schema, outcome.state), private=outcome.private.write(), diagnostics=messages
        )


def _warnings(warnings: list[tuple[str, str]]) -> list[pb.Diagnostic]:
    return [diagnostics.warning(summary, detail) for summary, detail in warnings]
