# Written by Kiln ('./build.sh Scaffold') for apps/api/package.json. It is yours to edit: it is written anew only with --overwrite-files.

# manifests has what the lock file is about: installing reads those of all packages.
FROM node:24-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY packages/core/package.json packages/core/
RUN npm pkg delete scripts.postinstall scripts.prepare && \
    npm --prefix packages/core pkg delete scripts.postinstall scripts.prepare

# build has all packages, and compiles what this image needs, each behind what it needs itself.
FROM manifests AS build
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    npm run postinstall && \
    npm run postinstall --workspace=packages/core && \
    npm run build --workspace=apps/api && \
    npm prune --omit=dev

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="api"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
WORKDIR /app/apps/api
USER 1000:1000
EXPOSE 3001
CMD ["node", "dist/main.js"]
