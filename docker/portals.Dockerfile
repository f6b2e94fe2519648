# The three portals and the server that passes their /api. Build from the top of the repository: docker build --file docker/portals.Dockerfile --tag icp-portals .
FROM node:24-bookworm-slim AS build
RUN npm install --global pnpm@12.21.0
WORKDIR /build
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch
COPY . .
RUN pnpm install --offline --frozen-lockfile
RUN pnpm exec turbo run build --filter=@icp/owner-portal --filter=@icp/provider-console --filter=@icp/regulator-console --filter=@icp/portal-server --ui=stream
# The image's files are read-only to the server, so the compressed copies are made here.
RUN node packages/portal-server/dist/compress-portals.js
RUN pnpm --filter @icp/portal-server --prod deploy deployed

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT_BASE=3000 API_URL=http://api:3000 PORTALS_ROOT=/app/portals BEHIND_PROXY=1
WORKDIR /app
COPY --from=build /build/deployed ./
COPY --from=build /build/apps/owner-portal/dist portals/owner-portal/dist
COPY --from=build /build/apps/provider-console/dist portals/provider-console/dist
COPY --from=build /build/apps/regulator-console/dist portals/regulator-console/dist
USER node
EXPOSE 3001 3002 3003
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "Promise.all([3001, 3002, 3003].map((port) => fetch(`http://127.0.0.1:${port}/`))).then((answers) => process.exit(answers.every(({ ok }) => ok) ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/serve-portals.js"]
