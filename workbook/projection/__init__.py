"""From a workbook's document to records and findings: pure, and the only place where its rules are written."""

from .findings import Finding, FindingCode, Severity
from .plenary import plenary
from .reading import Document, read
from .records import Projection, Records
from .whole import project

__all__ = ["Document", "Finding", "FindingCode", "Projection", "Records", "Severity", "plenary", "project", "read"]
