# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# base has Yarn, in the version of the project.
FROM node:24-slim AS base
ENV YARN_GLOBAL_FOLDER=/usr/local/share/.cache/yarn YARN_NODE_LINKER=node-modules YARN_ENABLE_TELEMETRY=0
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \
    npm install --global --force @yarnpkg/cli-dist@4.5.1

# build has all packages, and compiles.
FROM base AS build
COPY package.json yarn.lock .yarnrc.yml ./
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn \
    npm pkg delete scripts.preinstall scripts.prepare && \
    yarn install --immutable
COPY . .
RUN yarn run build

# dependencies has the packages that the program needs while it runs, in a layer that changes only with them.
FROM base AS dependencies
COPY package.json yarn.lock .yarnrc.yml ./
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn \
    npm pkg delete scripts.preinstall scripts.prepare && \
    yarn workspaces focus --all --production

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="x"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY --from=build /app/dist ./dist
USER 1000:1000
EXPOSE 4000
CMD ["node", "dist/main.js"]
