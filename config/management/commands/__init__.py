"""Commands that stand above all apps."""
