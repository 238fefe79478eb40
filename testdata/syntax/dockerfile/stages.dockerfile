ARG VERSION=3.12
FROM --platform=$BUILDPLATFORM node:20-alpine@sha256:abc AS Build
from python:${VERSION}-slim
COPY --from=build --chown=www:www /app/dist /srv/
