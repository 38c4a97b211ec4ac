# The server with both web apps inside. Build from the repository root:
#   docker build -f docker/server.Dockerfile -t quittance-server .
FROM node:22-bookworm-slim AS web
WORKDIR /build
COPY schema schema
COPY portal-web portal-web
RUN node portal-web/scripts/build.mjs

FROM eclipse-temurin:25-jdk AS server
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY schema schema
COPY server server
# The build takes the bundles in where it finds what builds them; here it only copies what was built above.
COPY portal-web/scripts portal-web/scripts
COPY --from=web /build/portal-web/dist portal-web/dist
RUN ./mvnw -q -B -DskipTests -Dweb.skip=true package \
 && java -Djarmode=tools -jar server/target/quittance-server.jar extract --destination /app \
 && mv /app/quittance-server.jar /app/server.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home quittance
WORKDIR /app
COPY --from=server /app ./
USER quittance
ENV JAVA_OPTS="-XX:MaxRAMPercentage=60 -XX:+UseSerialGC" \
    QUITTANCE_MODE=live \
    QUITTANCE_DATABASE_MODE=external \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
EXPOSE 8080
# Long enough for running requests to finish: the server drains for 30 seconds.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar server.jar"]
