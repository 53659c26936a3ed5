/* SPDX-License-Identifier: Apache-2.0
 *
 * A bundle: files that belong together, in one file that is signed (Ed25519). It is a tar of plain
 * files; the first, MANIFEST, tells name, version and signer, each file with its digest, and ends
 * with the signature of all lines above. The same files, version and key give the same bytes.
 *
 * Who reads one trusts nothing: sizes are limited, only plain files with plain relative paths are
 * taken, each must be in the manifest with its digest, and nothing is written. Whether the signer
 * is one to be trusted is for the caller to say.
 */
#ifndef BASE_BUNDLE_H
#define BASE_BUNDLE_H

#include "base/signing.h"

enum { BUNDLE_MOST_BYTES = 16 << 20, BUNDLE_MOST_FILES = 500, BUNDLE_MOST_FILE = 4 << 20 };

struct bundle_file {
    struct text path, body; /* "plugins/late-loan.lua" */
};
struct bundle {
    struct text name, version; /* "late-loan", "1.2" */
    struct text signer;        /* a public key in hex */
    unsigned api;              /* of its plugins */
    struct bundle_file *files; /* sorted by path */
    size_t count;
};

/* Whether a name or a version may stand in a bundle: letters, digits, ".", "_", "-", at most 60, no
 * dot in front. */
bool bundle_is_word(struct text);
/* Whether a file may have that path: such words with slashes between them. */
bool bundle_is_path(struct text);

/* Signs the files with a secret key (the signer is then its public half) and writes the bundle,
 * whole or not at all. Sorts the files. False after messages. */
bool bundle_write(struct arena *, struct diags *, struct bundle *, const char *key,
                  const char *path);
/* Reads bytes that came from `path` (for messages), and holds digests and signature against them.
 * False after a message. Texts point into the arena. */
bool bundle_read(struct arena *, struct diags *, const char *path, struct text bytes,
                 struct bundle *out);
/* The bytes of the file, which may not be larger than a bundle; false after a message. */
bool bundle_load(struct arena *, struct diags *, const char *path, struct text *bytes);

#endif
