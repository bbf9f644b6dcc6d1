# syntax=docker/dockerfile:1
# Two images from one workspace: `--target api` (API, worker, migrations) and `--target web` (client behind nginx).

FROM node:24-bookworm-slim AS pnpm
ENV CI=true
RUN npm install --global pnpm@12.21.0
WORKDIR /app
# The manifests alone, so that packages are installed again only when one of them has changed.
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY tools/package.json tools/
COPY e2e/package.json e2e/

FROM pnpm AS build
RUN --mount=type=cache,id=pnpm-store,target=/pnpm-store \
    pnpm install --frozen-lockfile --store-dir /pnpm-store
COPY tsconfig.base.json ./
COPY shared shared
COPY server server
COPY client client
ARG VITE_BRAND_NAME
ARG VITE_SUPPORT_EMAIL
RUN cd server && node build.mjs && cd ../client && node_modules/.bin/vite build

FROM pnpm AS production-packages
RUN --mount=type=cache,id=pnpm-store,target=/pnpm-store \
    pnpm install --prod --frozen-lockfile --filter @serene/server --store-dir /pnpm-store
# Invoices use one weight of most fonts (server/src/features/documents/pdf/fonts.ts); the others weigh 110 MB.
RUN find node_modules/.pnpm -path '*/@expo-google-fonts/*' -name '*.ttf' \
    ! -name '*_400Regular.ttf' ! -name 'NotoSans_600SemiBold.ttf' -delete

FROM node:24-bookworm-slim AS api
ENV NODE_ENV=production PORT=4000
WORKDIR /app/server
COPY --from=production-packages /app/node_modules /app/node_modules
COPY --from=production-packages /app/server/node_modules node_modules
COPY server/package.json ./
COPY --from=build /app/server/dist dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1 here and gets SIGTERM itself; the API then finishes what it is doing.
CMD ["node", "--enable-source-maps", "dist/main.js"]

FROM nginxinc/nginx-unprivileged:1.29-alpine AS web
COPY deploy/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/client/dist /usr/share/nginx/html
EXPOSE 8080
