# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# dependencies has the packages that the program needs while it runs, in a layer that changes only with them.
FROM node:24-slim AS dependencies
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="hello"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
USER 1000:1000
EXPOSE 3000
CMD ["node", "server.js"]
