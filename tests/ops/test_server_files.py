"""Containers were not run here; so every name, path, command and variable that their files use is looked up instead."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from ops import server_secrets

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILE = (ROOT / "Dockerfile").read_text()
NGINX = (ROOT / "ops" / "nginx" / "nginx.conf").read_text()
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
KEYS = {
    "build", "cap_drop", "command", "depends_on", "environment", "healthcheck", "image", "init", "logging", "networks",
    "ports", "read_only", "restart", "secrets", "security_opt", "shm_size", "tmpfs", "user", "volumes",
}  # fmt: skip
PACKAGES_OF_COMMANDS = {"gunicorn": "gunicorn", "uvicorn": "uvicorn", "celery": "celery"}
each_service = pytest.mark.parametrize("name", sorted(SERVICES))


def test_the_services_are_those_of_the_design() -> None:
    assert set(SERVICES) == {"proxy", "web", "sockets", "worker", "beat", "db", "redis", "migrate"}


@each_service
def test_a_service_uses_only_known_keys(name: str) -> None:
    assert set(SERVICES[name]) <= KEYS


@each_service
def test_a_service_is_not_root_and_cannot_write_its_image(name: str) -> None:
    service = SERVICES[name]
    assert int(service["user"].split(":")[0]) > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@each_service
def test_a_service_that_stays_says_whether_it_is_well(name: str) -> None:
    assert ("healthcheck" in SERVICES[name]) == (name != "migrate")


@each_service
def test_what_a_service_names_is_declared(name: str) -> None:
    service = SERVICES[name]
    volumes = {volume.split(":")[0] for volume in service.get("volumes", [])}
    assert {volume for volume in volumes if not volume.startswith(".")} <= set(COMPOSE["volumes"])
    assert all((ROOT / volume).exists() for volume in volumes if volume.startswith("."))
    assert set(service["networks"]) <= set(COMPOSE["networks"])
    assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"])
    assert set(service.get("depends_on", {})) <= set(SERVICES)
    for needed, wish in service.get("depends_on", {}).items():
        assert wish["condition"] == ("service_completed_successfully" if needed == "migrate" else "service_healthy")


@each_service
def test_a_secret_that_is_read_is_given(name: str) -> None:
    read = set(re.findall(r"/run/secrets/(\w+)", str(SERVICES[name])))
    if name == "proxy":
        read = set(re.findall(r"/run/secrets/(\w+)", NGINX))
    if name == "db":
        read |= set(re.findall(r"/run/secrets/(\w+)", (ROOT / "ops" / "server" / "database.sh").read_text()))
    assert read == set(SERVICES[name].get("secrets", []))


def test_secrets_come_from_files_that_the_command_makes() -> None:
    assert {Path(secret["file"]).name for secret in COMPOSE["secrets"].values()} == set(server_secrets.contents("h"))
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())


def test_made_secrets_are_private_and_never_overwritten(tmp_path: Path) -> None:
    server_secrets.write(tmp_path / "secrets", "filon.example.org")
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "secrets").iterdir()} == {0o600}
    with pytest.raises(SystemExit, match="not empty"):
        server_secrets.write(tmp_path / "secrets", "filon.example.org")


def test_variables_are_those_that_the_settings_read() -> None:
    known = set(re.findall(r"FILON_[A-Z_]+", (ROOT / "config" / "env.py").read_text()))
    for name, service in SERVICES.items():
        ours = {key for key in service.get("environment", {}) if key.startswith("FILON_")}
        assert {key.removesuffix("_FILE") for key in ours} <= known, name
    assert "FILON_DEMONSTRATION" not in str(COMPOSE)
    assert SERVICES["web"]["environment"]["FILON_PRODUCTION"] == "true"


def test_a_production_start_accepts_what_compose_gives(tmp_path: Path) -> None:
    from config.env import read_environment

    server_secrets.write(tmp_path / "secrets", "filon.example.org")
    given = {key: str(value) for key, value in SERVICES["web"]["environment"].items()}
    given |= {
        "FILON_HOSTS": "filon.example.org",
        "FILON_ORIGIN": "https://filon.example.org",
        "FILON_LOG_LEVEL": "INFO",
    }
    given = {key: value.replace("/run/secrets", str(tmp_path / "secrets")) for key, value in given.items()}
    assert read_environment(given).production


@each_service
def test_a_command_exists(name: str) -> None:
    """Programs come from locked packages or from the named image; modules are files of ours."""
    words = SERVICES[name].get("command", [])
    locked = (ROOT / "requirements.txt").read_text()
    if words and words[0] in PACKAGES_OF_COMMANDS:
        assert re.search(rf"^{PACKAGES_OF_COMMANDS[words[0]]}==", locked, re.MULTILINE)
    for word in [*words, *SERVICES[name].get("healthcheck", {}).get("test", [])]:
        if re.fullmatch(r"(?:ops|config)\.[a-z_]+(?::application)?", word):
            module, _, attribute = word.partition(":")
            path = ROOT / (module.replace(".", "/") + ".py")
            assert path.exists()
            assert not attribute or re.search(rf"^{attribute}\b", path.read_text(), re.MULTILINE)
        if word.endswith(".py"):
            assert (ROOT / word).exists()


def test_the_application_of_celery_is_in_config() -> None:
    assert "--app=config" in SERVICES["worker"]["command"]
    assert re.search(r"^app = Celery", (ROOT / "config" / "celery.py").read_text(), re.MULTILINE)


def test_what_the_image_copies_exists() -> None:
    for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE):
        for source in line.split()[:-1]:
            assert (ROOT / source).exists(), source
    stages = set(re.findall(r" AS (\w+)$", DOCKERFILE, re.MULTILINE))
    assert set(re.findall(r"--from=(\w+)", DOCKERFILE)) <= stages
    assert {service["build"]["target"] for service in SERVICES.values() if "build" in service} <= stages


def test_what_the_image_runs_exists() -> None:
    scripts = re.findall(r'"(\w+)":', (ROOT / "package.json").read_text())
    assert all(script in scripts for script in re.findall(r"npm run (\w+)", DOCKERFILE))
    for module in re.findall(r"python -m (ops\.\w+)", DOCKERFILE):
        assert (ROOT / (module.replace(".", "/") + ".py")).exists()
    assert re.findall(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE) == ["USER 10001:10001"] * 2


def test_the_proxy_speaks_to_ports_on_which_somebody_listens() -> None:
    for name, port in re.findall(r"server (\w+):(\d+);", NGINX):
        assert re.search(rf"(?:0\.0\.0\.0:|--port=){port}\b", " ".join(SERVICES[name]["command"]))
    listened = {port.split(":")[1] for port in SERVICES["proxy"]["ports"]}
    assert set(re.findall(r"listen (\d+)", NGINX)) == listened


def test_the_proxy_serves_folders_that_are_there() -> None:
    mounted = {volume.split(":")[1] for volume in SERVICES["proxy"]["volumes"]}
    copied = set(re.findall(r"^COPY --from=build \S+ (/srv/static)$", DOCKERFILE, re.MULTILINE))
    assert {folder.rstrip("/") for folder in re.findall(r"alias (\S+);", NGINX)} == mounted | copied
    assert "internal;" in NGINX.split("location /protected/")[1].split("}")[0]


def test_the_proxy_logs_no_query() -> None:
    form = re.search(r"log_format quiet '([^']+)'", NGINX)
    assert form is not None
    assert "$request_uri" not in form.group(1)
    assert "$args" not in form.group(1)
    assert '"$request"' not in form.group(1)
    assert NGINX.count("{") == NGINX.count("}")
