# Written by Kiln ('./build.sh Scaffold') for apps/api/package.json. It is yours to edit: it is written anew only with --overwrite-files.

# manifests has what the lock file is about: installing reads those of all packages.
FROM node:24-slim AS manifests
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
RUN npm run build --workspace=packages/core && \
    npm run build --workspace=apps/api

# dependencies has the packages that the program needs while it runs, in a layer that changes only with them.
FROM manifests AS dependencies
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --workspace=apps/api --include-workspace-root

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="api"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app ./
COPY packages/util/ packages/util/
COPY --from=build /app/packages/core/dist ./packages/core/dist
COPY --from=build /app/apps/api/dist ./apps/api/dist
WORKDIR /app/apps/api
USER 1000:1000
EXPOSE 3001
CMD ["node", "dist/main.js"]
