"""What keeps a review from being done: the input is not what it should be, or a gate's file is wrong."""


class ReviewProblem(Exception):
    """Something that somebody has to mend before there can be a review; never a pass.

    Attributes:
        summary: One line: what was read, and what is wrong with it.
        detail: The value given, the values allowed, what to do next.
    """

    def __init__(self, summary: str, detail: str = "") -> None:
        super().__init__(summary)
        self.summary = summary
        self.detail = detail
