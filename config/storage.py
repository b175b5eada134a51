"""Where collected files of pages come from."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Names with a hash once files are collected; plain names before (a test, a first start)."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Return the hashed name when there is a manifest, else the name itself."""
        return str(super().stored_name(name)) if self.hashed_files else name
