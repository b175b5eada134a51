"""What stands in addresses."""

from .ids import CODE_PATTERN, read_code


class CodeConverter:
    """A public code of six Crockford characters, read leniently."""

    regex = CODE_PATTERN

    def to_python(self, value: str) -> str:
        """The code as it is stored."""
        return read_code(value)

    def to_url(self, value: str) -> str:
        """The code itself."""
        return value
