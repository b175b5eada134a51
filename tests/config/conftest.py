"""The cast, for tests of config."""

from tests.people import amina, bahati, celine, client_of, daudi, esther, furaha, gaspard, habiba  # noqa: F401
