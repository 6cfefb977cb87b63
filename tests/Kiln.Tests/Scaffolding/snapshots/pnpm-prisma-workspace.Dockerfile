# Written by Kiln ('./build.sh Scaffold') for apps/api/package.json. It is yours to edit: it is written anew only with --overwrite-files.

# base has pnpm, in the version of the project.
FROM node:24-slim AS base
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \
    npm install --global pnpm@10.4.1

# manifests has what the lock file is about: installing reads those of all packages.
FROM base AS manifests
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY packages/db/package.json packages/db/
RUN npm pkg delete scripts.prepare

# build has all packages, and compiles what this image needs, each behind what it needs itself.
FROM manifests AS build
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    pnpm install --frozen-lockfile
COPY . .
RUN pnpm --filter @shop/db run build && \
    pnpm --filter @shop/api run build

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
