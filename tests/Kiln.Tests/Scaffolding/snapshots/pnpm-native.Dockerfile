# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# base has pnpm, in the version of the project.
FROM node:24 AS base
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \
    npm install --global pnpm@10

# dependencies has the packages that the program needs while it runs, in a layer that changes only with them.
FROM base AS dependencies
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=pnpm-lock.yaml,target=pnpm-lock.yaml \
    --mount=type=cache,target=/root/.local/share/pnpm/store \
    pnpm install --frozen-lockfile --prod

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="notes"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
USER 1000:1000
EXPOSE 4000
CMD ["node", "main.js"]
