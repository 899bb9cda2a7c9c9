# One image for every server: API, worker, web and migrations are commands of it (see docker-compose.yml).
FROM node:20-bookworm-slim AS build
WORKDIR /waybill
ENV CI=true NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN npm ci --no-audit --no-fund && npm run build

FROM node:20-bookworm-slim
WORKDIR /waybill
ENV NODE_ENV=production HOST=0.0.0.0 NEXT_TELEMETRY_DISABLED=1
RUN mkdir /state && chown node:node /state
ENV WAYBILL_STATE=/state
VOLUME /state
COPY --from=build --chown=node:node /waybill /waybill
USER node
CMD ["node", "--enable-source-maps", "scripts/run-app.mjs", "api"]
