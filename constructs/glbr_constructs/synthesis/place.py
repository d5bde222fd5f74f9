"""Where a construct stands among the others."""

from constructs import IConstruct


def path_of(construct: IConstruct) -> str:
    """Path of a construct from the root, such as `clinic/gold`, for messages to people."""
    return construct.node.path
