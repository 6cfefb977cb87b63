# Written by Kiln ('./build.sh Scaffold') for services/shop/api/package.json. It is yours to edit: it is written anew only with --overwrite-files.

# base has Yarn, in the version of the project.
FROM node:24-slim AS base
ENV YARN_GLOBAL_FOLDER=/usr/local/share/.cache/yarn YARN_NODE_LINKER=node-modules YARN_ENABLE_TELEMETRY=0
WORKDIR /app

# manifests has what the lock file is about: installing reads those of all packages.
FROM base AS manifests
COPY package.json yarn.lock .yarnrc.yml ./
COPY .yarn/ .yarn/
COPY services/shop/api/package.json services/shop/api/
COPY services/shop/core/package.json services/shop/core/
RUN npm --prefix services/shop/api pkg delete scripts.postinstall

# build has all packages, and compiles what this image needs, each behind what it needs itself.
FROM manifests AS build
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn \
    yarn install --immutable
COPY . .
RUN yarn workspace @shop/api run postinstall

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="api"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
WORKDIR /app/services/shop/api
USER 1000:1000
CMD ["node", "--run", "start"]
