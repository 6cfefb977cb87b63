# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# build has all packages, and compiles.
FROM --platform=$BUILDPLATFORM node:24-slim AS build
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
ENV NEXT_TELEMETRY_DISABLED=1
RUN --mount=type=cache,target=/app/.next/cache \
    npm run build

# final is nginx with the pages, for a user without rights: it listens on 8080.
FROM nginxinc/nginx-unprivileged:1.29-alpine AS final
LABEL org.opencontainers.image.title="web"
COPY --from=build /app/out/ /usr/share/nginx/html/
USER 101
EXPOSE 8080
