# An image with the program and its law base; it runs as a user without rights and needs no network:
#   docker build -t scrutineer .
#   docker run --rm --network none --read-only --tmpfs /tmp -v "$PWD:/filings:ro" scrutineer check -j am donations.csv
# Any builder of OCI images takes it (buildah, podman, docker). BASE is an image of Debian 12 or 13.
ARG BASE=debian:bookworm-slim
FROM ${BASE} AS build
RUN apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
    autoconf automake libtool autoconf-archive pkg-config make gcc libc6-dev liblua5.4-dev libyaml-dev libpcre2-dev \
    libicu-dev libsodium-dev libjansson-dev libarchive-dev zlib1g-dev libxml2-dev libxlsxwriter-dev libgmp-dev check
COPY . /source
RUN cd /source && autoreconf -i && mkdir -p /build && cd /build && /source/configure -q --prefix=/usr --disable-static && \
    make -s -j"$(nproc)" && make -s install-strip DESTDIR=/image && \
    rm -rf /image/usr/include /image/usr/lib
# The packages of the libraries that the program asks for, by the names that this Debian gives them.
RUN ldd /image/usr/bin/scrutineer | sed -n 's,.* => \(/[^ ]*\) .*,\1,p' | while read -r file; do \
      dpkg-query -S "$file" "$(readlink -f "$file")" "/usr$file" 2>/dev/null | sed 's/:.*//'; done | sort -u >/packages

FROM ${BASE}
COPY --from=build /packages /tmp/packages
RUN apt-get -qq update && \
    DEBIAN_FRONTEND=noninteractive xargs -a /tmp/packages apt-get -qq install -y --no-install-recommends && \
    rm -rf /var/lib/apt/lists/* /tmp/packages && \
    useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin scrutineer
COPY --from=build /image/ /
USER 10001
WORKDIR /filings
ENTRYPOINT ["scrutineer"]
CMD ["--help"]
