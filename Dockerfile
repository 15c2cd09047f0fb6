FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY . .
# AWS-LC is built from the sources that Cargo.lock names, whatever the image has installed.
ENV AWS_LC_SYS_USE_SYSTEM=0
RUN cargo build --release --locked

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin gutcheck \
    && install -d -o gutcheck -g gutcheck -m 0700 /data
COPY --from=build /build/target/release/gutcheck /usr/local/bin/gutcheck
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/gutcheck/
ENV GUTCHECK_LISTEN=0.0.0.0:8080 GUTCHECK_DATA=/data
USER gutcheck
WORKDIR /data
VOLUME /data
EXPOSE 8080
CMD ["gutcheck", "serve"]
