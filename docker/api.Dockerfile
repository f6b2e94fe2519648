# The API. Build from the top of the repository: docker build --file docker/api.Dockerfile --tag icp-api .
FROM node:24-bookworm-slim AS build
RUN npm install --global pnpm@12.21.0
WORKDIR /build
# Downloads depend on the lockfile alone, so a change of code does not repeat them.
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch
COPY . .
RUN pnpm install --offline --frozen-lockfile
RUN pnpm exec turbo run build --filter=@icp/api --ui=stream
# What runs, with its own dependencies and nothing of the tools.
RUN pnpm --filter @icp/api --prod deploy deployed

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /build/deployed ./
COPY docker/start-with-secrets.sh /usr/local/bin/start-with-secrets
# Keys are mounted here; the certificate authority is created here at the first start.
RUN install -d -o node -g node -m 0700 /data /data/keys
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["sh", "/usr/local/bin/start-with-secrets"]
CMD ["node", "dist/main.js"]
