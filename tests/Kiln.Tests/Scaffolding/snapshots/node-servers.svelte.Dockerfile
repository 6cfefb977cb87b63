# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# build has all packages, and compiles.
FROM node:24-slim AS build
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN npm run build

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="svelte"
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY --from=build /app/build ./build
USER 1000:1000
EXPOSE 3000
CMD ["node", "build"]
