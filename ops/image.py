"""The last step of building an image: messages compiled, static files collected; no service is needed for it."""

import os
import secrets

from ops import preparation
from ops.installation import installation


def main() -> None:
    ours = installation()
    ours.prepare()
    environment = {
        **os.environ,
        "FILON_SECRET_KEY": secrets.token_urlsafe(48),
        "FILON_DATABASE_URL": "postgis://nobody@127.0.0.1:1/nothing",
        "FILON_REDIS_URL": "redis://127.0.0.1:1/0",
    }
    preparation.compile_messages(ours, environment)
    preparation.collect_static(ours, environment)


if __name__ == "__main__":
    main()
