# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# base has pnpm, in the version of the project.
FROM --platform=$BUILDPLATFORM node:24-slim AS base
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \
    npm install --global pnpm@8

# build has all packages, and compiles.
FROM base AS build
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=pnpm-lock.yaml,target=pnpm-lock.yaml \
    --mount=type=cache,target=/root/.local/share/pnpm/store \
    pnpm install --frozen-lockfile
COPY . .
RUN pnpm run build

# final is nginx with the pages, for a user without rights: it listens on 8080.
FROM nginxinc/nginx-unprivileged:1.29-alpine AS final
LABEL org.opencontainers.image.title="vite"
COPY nginx.site.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/public_html/ /usr/share/nginx/html/
USER 101
EXPOSE 8080
