"""The order inside an app as an import contract: known names have their layer, all others are its nouns."""

import configparser
from pathlib import Path

APPS = ("accounts", "sites", "claims", "imports", "workshops", "workbook", "mapping", "reports")
NOUNS = "nouns"
LAYERS: tuple[tuple[str, ...], ...] = (
    ("apps",),
    ("urls", "routing"),
    ("views", "viewsets", "consumers", "admin", "management", "templatetags", "adapters", "middleware", "receivers"),
    ("tasks",),
    ("forms", "serializers"),
    ("services",),
    (NOUNS,),
    ("policies",),
    ("models",),
    ("querysets",),
    ("constraints",),
    ("codes",),
)
IGNORED = ("migrations",)


def modules_of(app: Path) -> set[str]:
    """Names of the modules and packages directly in the app."""
    files = {path.stem for path in app.glob("*.py")} - {"__init__"}
    packages = {path.name for path in app.iterdir() if any(path.glob("*.py"))}
    return files | packages


def nouns_of(app: Path) -> list[str]:
    """Modules that no layer names."""
    known = {name for layer in LAYERS for name in layer}
    return sorted(modules_of(app) - known - set(IGNORED))


def contract_of(app: Path) -> dict[str, str]:
    """One exhaustive layers contract; modules of one layer may import each other."""
    lines = []
    for layer in LAYERS:
        names = nouns_of(app) if layer == (NOUNS,) else layer
        if names:
            lines.append(" : ".join(f"({name})" for name in names))
    return {
        "name": f"Inside {app.name}: edges call services, services call models",
        "type": "layers",
        "containers": app.name,
        "layers": "\n" + "\n".join(lines),
        "exhaustive": "true",
        "exhaustive_ignores": "\n" + "\n".join(IGNORED),
    }


def written(checkout: Path, target: Path) -> Path:
    """The contracts of .importlinter and one for each app, in a file for import-linter."""
    contracts = configparser.ConfigParser()
    contracts.read(checkout / ".importlinter")
    for name in APPS:
        if (checkout / name / "__init__.py").exists():
            contracts[f"importlinter:contract:inside-{name}"] = contract_of(checkout / name)
    with target.open("w") as file:
        contracts.write(file)
    return target
