/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/digest.h"

#include <sodium.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(((struct digest *)0)->state),
               "the state must fit");

void digest_init(struct digest *d)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    memcpy(d->state, &state, sizeof state);
}

void digest_add(struct digest *d, struct text t)
{
    char len[8];
    for (unsigned i = 0; i < 8; i++)
        len[i] = (char)(unsigned char)((uint64_t)t.len >> (8 * i));
    digest_add_bytes(d, (struct text){len, sizeof len});
    digest_add_bytes(d, t);
}

void digest_add_bytes(struct digest *d, struct text t)
{
    crypto_hash_sha256_state state;
    memcpy(&state, d->state, sizeof state);
    crypto_hash_sha256_update(&state, (const unsigned char *)(t.at ? t.at : ""), t.len);
    memcpy(d->state, &state, sizeof state);
}

const char *digest_end(struct digest *d, size_t bytes, char buffer[DIGEST_TEXT_SIZE])
{
    crypto_hash_sha256_state state;
    unsigned char hash[crypto_hash_sha256_BYTES];
    memcpy(&state, d->state, sizeof state);
    crypto_hash_sha256_final(&state, hash);
    sodium_bin2hex(buffer, DIGEST_TEXT_SIZE, hash, bytes > sizeof hash ? sizeof hash : bytes);
    return buffer;
}
