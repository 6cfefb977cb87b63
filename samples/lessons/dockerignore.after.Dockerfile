FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build

FROM node:20-slim
COPY --from=build /app /app
USER 1000:1000
CMD ["node", "/app/dist/server.js"]
