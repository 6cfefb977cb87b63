# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# base has Yarn, in the version of the project.
FROM node:26-slim AS base
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \
    npm install --global --force yarn@1.22.22

# dependencies has the packages that the program needs while it runs, in a layer that changes only with them.
FROM base AS dependencies
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=yarn.lock,target=yarn.lock \
    --mount=type=cache,target=/usr/local/share/.cache/yarn \
    yarn install --frozen-lockfile --production

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:26-slim AS final
LABEL org.opencontainers.image.title="node26"
ENV NODE_ENV=production PORT=4000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
USER 1000:1000
CMD ["node", "-r", "./tracing.js", "server"]
