# The portal behind nginx, which passes the API through so that both are one origin. Build from the repository root:
#   docker build -f docker/portal.Dockerfile -t quittance-portal .
FROM node:22-bookworm-slim AS web
WORKDIR /build
COPY schema schema
COPY portal-web portal-web
RUN node portal-web/scripts/build.mjs

FROM nginx:1.29-alpine
COPY docker/nginx.conf /etc/nginx/templates/default.conf.template
COPY --from=web /build/portal-web/dist /usr/share/nginx/html
ENV QUITTANCE_SERVER=server:8080
# `stripe` where the server has Stripe's keys.
ENV QUITTANCE_CARDS=
EXPOSE 80
HEALTHCHECK --interval=10s --timeout=3s CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1/portal/"]
