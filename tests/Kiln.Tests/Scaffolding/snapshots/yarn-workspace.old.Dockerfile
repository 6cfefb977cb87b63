# Written by Kiln ('./build.sh Scaffold') for package.json. It is yours to edit: it is written anew only with --overwrite-files.

# final has Node.js and what runs; caches, and what only builds, stay behind.
FROM node:24-slim AS final
LABEL org.opencontainers.image.title="old"
ENV NODE_ENV=production
WORKDIR /app
COPY . .
USER 1000:1000
CMD ["node", "x.js"]
