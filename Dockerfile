# SPDX-License-Identifier: AGPL-3.0-or-later
# Three images from one file: `build` makes everything, `app` runs it, `proxy` stands before it.

FROM python:3.11-slim-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends gettext libgeos-c1v5 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/filon
ENV PATH=/srv/filon/.venv/bin:$PATH FILON_DATA=/var/lib/filon
COPY requirements.txt ./
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.txt
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN npm run build && npm run basemap
RUN python -m ops.image && rm -rf node_modules tests bench


FROM python:3.11-slim-bookworm AS app
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgeos-c1v5 libproj25 postgresql-client-15 \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core fonts-noto-core \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 filon \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin filon \
    && install -d -o 10001 -g 10001 -m 700 /var/lib/filon /var/lib/filon/media
WORKDIR /srv/filon
ENV PATH=/srv/filon/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MALLOC_ARENA_MAX=2 FILON_DATA=/var/lib/filon
COPY --from=build /srv/filon /srv/filon
COPY --from=build --chown=10001:10001 /var/lib/filon/static /var/lib/filon/static
USER 10001:10001


FROM debian:bookworm-slim AS proxy
RUN apt-get update \
    && apt-get install -y --no-install-recommends nginx-light curl \
    && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled
COPY ops/nginx/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /var/lib/filon/static /srv/static
USER 10001:10001
CMD ["nginx", "-g", "daemon off;"]
