# Written by Kiln ('./build.sh Scaffold') for apps/web/package.json. It is yours to edit: it is written anew only with --overwrite-files.

# manifests has what the lock file is about: installing reads those of all packages.
FROM node:24-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/web/package.json apps/web/

# build has all packages, and compiles what this image needs, each behind what it needs itself.
FROM manifests AS build
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
ENV NEXT_TELEMETRY_DISABLED=1
RUN --mount=type=cache,target=/app/apps/web/.next/cache \
    npm run build --workspace=apps/web

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="web"
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build --chown=1000:1000 /app/apps/web/.next/standalone ./
COPY --from=build --chown=1000:1000 /app/apps/web/.next/static ./apps/web/.next/static
COPY --from=build --chown=1000:1000 /app/apps/web/public ./apps/web/public
USER 1000:1000
EXPOSE 3000
CMD ["node", "apps/web/server.js"]
