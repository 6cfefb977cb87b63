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
COPY apps/web/package.json apps/web/
COPY packages/config/package.json packages/config/
COPY packages/core/package.json packages/core/
COPY packages/ui/package.json packages/ui/
COPY packages/util/package.json packages/util/

# build has all packages, and compiles what this image needs, each behind what it needs itself.
FROM manifests AS build
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    pnpm install --frozen-lockfile
COPY . .
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    pnpm --filter @shop/core run build && \
    pnpm --filter @shop/api run build && \
    pnpm --filter @shop/api deploy --prod --legacy /out

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="api"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /out ./
USER 1000:1000
EXPOSE 3001
CMD ["node", "dist/main.js"]
