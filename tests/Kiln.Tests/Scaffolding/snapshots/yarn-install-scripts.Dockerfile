# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# build has all packages, and compiles.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json yarn.lock ./
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn \
    npm pkg delete scripts.postinstall && \
    yarn install --frozen-lockfile
COPY . .
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn \
    yarn run postinstall && \
    yarn run build && \
    yarn install --frozen-lockfile --production --ignore-scripts --prefer-offline

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="x"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
USER 1000:1000
EXPOSE 4000
CMD ["node", "dist/main.js"]
