# Written by Kiln ('./build.sh Scaffold') for apps/web/package.json. It is yours to edit: it is written anew only with --overwrite-files.

# manifests has what the lock file is about: installing reads those of all packages.
FROM --platform=$BUILDPLATFORM node:24-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/config/package.json packages/config/
COPY packages/core/package.json packages/core/
COPY packages/ui/package.json packages/ui/
COPY packages/util/package.json packages/util/
RUN npm pkg delete scripts.prepare

# build has all packages, and compiles what this image needs, each behind what it needs itself.
FROM manifests AS build
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN npm run build --workspace=packages/ui && \
    npm run build --workspace=apps/web

# final is nginx with the pages, for a user without rights: it listens on 8080.
FROM nginxinc/nginx-unprivileged:1.29-alpine AS final
LABEL org.opencontainers.image.title="web"
COPY apps/web/nginx.site.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/apps/web/dist/ /usr/share/nginx/html/
USER 101
EXPOSE 8080
