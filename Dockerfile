# One image for every process of the platform; which one it becomes is the command's business (docker-compose.yml).

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV CI=true
RUN npm install --global pnpm@10.34.9
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch --prod
COPY . .
# The gateway leans on every subgraph, so its dependencies are everybody's.
RUN pnpm install --prod --frozen-lockfile --offline --filter . --filter '@huizhen/gateway...'
# The running image cannot write into its program, so the pages are built here.
RUN node --import tsx clients/web/build/build-web.ts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data KEYS_DIR=/keys APOLLO_TELEMETRY_DISABLED=1
WORKDIR /app
# Nothing under /app is the user's own, so that a process cannot change its program. tsx keeps its cache in /tmp.
COPY --from=build /app /app
RUN install --directory --owner=node --group=node --mode=0700 /data /keys
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "docker/healthy.mjs"]
CMD ["node", "--import", "tsx", "gateway/src/serve-gateway.ts"]
