/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/signing.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/storing.h"

/* How each kind of file begins. */
static const char secret_word[] = "scrutineer-secret-key ";
static const char public_word[] = "scrutineer-public-key ";
static const char signature_word[] = "scrutineer-signature ";

enum { LINE = 256 };

static bool failed(struct diags *d, const char *path, const char *what, int why)
{
    return diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, "key-file",
                   TEXT("is it there, and may you?"), TEXT(""), "%s: %s", what, strerror(why));
}

/* --- one line of text --- */

static bool write_line(struct diags *d, const char *path, const char *word,
                       const unsigned char *bytes, size_t size, enum whole_file_kind kind,
                       mode_t mode)
{
    char hex[LINE], line[2 * LINE];
    sodium_bin2hex(hex, sizeof hex, bytes, size);
    int len = snprintf(line, sizeof line, "%s%s\n", word, hex);
    bool ok = whole_file_write(path, kind, mode, (struct text){line, (size_t)len});
    int why = errno;
    sodium_memzero(hex, sizeof hex);
    sodium_memzero(line, sizeof line);
    return ok || failed(d, path, "cannot be made", why);
}

static bool read_line(struct diags *d, const char *path, const char *word, unsigned char *bytes,
                      size_t size)
{
    char line[2 * LINE];
    size_t len, begin = strlen(word);
    FILE *f = fopen(path, "rb");
    if (!f)
        return failed(d, path, "cannot be read", errno);
    size_t got = fread(line, 1, sizeof line, f);
    fclose(f);
    /* Exactly one line in one form: every byte of it counts. */
    bool ok = got == begin + 2 * size + 1 && memcmp(line, word, begin) == 0 &&
              line[got - 1] == '\n';
    for (size_t i = begin; ok && i + 1 < got; i++)
        ok = memchr("0123456789abcdef", line[i], 16) != NULL;
    ok = ok && sodium_hex2bin(bytes, size, line + begin, 2 * size, NULL, &len, NULL) == 0 &&
         len == size;
    sodium_memzero(line, sizeof line);
    return ok || diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, "key-form",
                         TEXT("`scrutineer key --help` tells which file is which"), TEXT(""),
                         "is no %.*s", (int)begin - 1, word);
}

/* A path with an ending; the caller frees it. */
static char *with_ending(const char *path, const char *ending)
{
    size_t size = strlen(path) + strlen(ending) + 1;
    char *out = heap_alloc(size, 1);
    snprintf(out, size, "%s%s", path, ending);
    return out;
}

/* The whole file; the caller frees it. NULL after messages. */
static unsigned char *read_whole(struct diags *d, const char *path, size_t *len)
{
    struct stat about;
    unsigned char *bytes = NULL;
    FILE *f = fopen(path, "rb");
    if (!f || fstat(fileno(f), &about) != 0 || !S_ISREG(about.st_mode)) {
        failed(d, path, "cannot be read", f ? EINVAL : errno);
    } else {
        size_t size = (size_t)about.st_size;
        bytes = heap_alloc(size + 1, 1);
        *len = fread(bytes, 1, size, f);
        if (*len != size) {
            failed(d, path, "cannot be read whole", EIO);
            free(bytes);
            bytes = NULL;
        }
    }
    if (f)
        fclose(f);
    return bytes;
}

/* --- keys and signatures --- */

bool signing_key_new(struct diags *d, const char *name)
{
    unsigned char public[crypto_sign_PUBLICKEYBYTES], secret[crypto_sign_SECRETKEYBYTES];
    char *key = with_ending(name, ".key"), *pub = with_ending(name, ".pub");
    bool ok = sodium_init() >= 0 && crypto_sign_keypair(public, secret) == 0;
    ok = ok &&
         write_line(d, key, secret_word, secret, sizeof secret, WHOLE_FILE_IS_NEW,
                    S_IRUSR | S_IWUSR) &&
         write_line(d, pub, public_word, public, sizeof public, WHOLE_FILE_IS_NEW,
                    S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    sodium_memzero(secret, sizeof secret);
    free(key);
    free(pub);
    return ok;
}

bool signing_sign(struct diags *d, const char *key, const char *file)
{
    unsigned char secret[crypto_sign_SECRETKEYBYTES], signature[crypto_sign_BYTES];
    size_t len = 0;
    bool ok = sodium_init() >= 0 && read_line(d, key, secret_word, secret, sizeof secret);
    unsigned char *bytes = ok ? read_whole(d, file, &len) : NULL;
    char *sig = with_ending(file, ".sig");
    ok = bytes && crypto_sign_detached(signature, NULL, bytes, len, secret) == 0 &&
         write_line(d, sig, signature_word, signature, sizeof signature, WHOLE_FILE_REPLACES,
                    S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    sodium_memzero(secret, sizeof secret);
    free(bytes);
    free(sig);
    return ok;
}

bool signing_verify(struct diags *d, const char *key, const char *file)
{
    unsigned char public[crypto_sign_PUBLICKEYBYTES], signature[crypto_sign_BYTES];
    size_t len = 0;
    char *sig = with_ending(file, ".sig");
    bool ok = sodium_init() >= 0 && read_line(d, key, public_word, public, sizeof public) &&
              read_line(d, sig, signature_word, signature, sizeof signature);
    unsigned char *bytes = ok ? read_whole(d, file, &len) : NULL;
    ok = bytes != NULL;
    if (ok && crypto_sign_verify_detached(signature, bytes, len, public) != 0)
        ok = diag_at(
            d, DIAG_ERROR, (struct place){.file = text_of(file)}, "signature-wrong",
            TEXT("the file, its .sig or the key was changed, or they do not belong together"),
            TEXT(""), "is not what was signed");
    free(bytes);
    free(sig);
    return ok;
}

/* --- texts --- */

bool signing_signer(struct diags *d, const char *key, char hex[SIGNING_PUBLIC_TEXT])
{
    unsigned char secret[crypto_sign_SECRETKEYBYTES], public[crypto_sign_PUBLICKEYBYTES];
    bool ok = sodium_init() >= 0 && read_line(d, key, secret_word, secret, sizeof secret) &&
              crypto_sign_ed25519_sk_to_pk(public, secret) == 0;
    if (ok)
        sodium_bin2hex(hex, SIGNING_PUBLIC_TEXT, public, sizeof public);
    sodium_memzero(secret, sizeof secret);
    return ok;
}

bool signing_public(struct diags *d, const char *key, char hex[SIGNING_PUBLIC_TEXT])
{
    unsigned char public[crypto_sign_PUBLICKEYBYTES];
    bool ok = sodium_init() >= 0 && read_line(d, key, public_word, public, sizeof public);
    if (ok)
        sodium_bin2hex(hex, SIGNING_PUBLIC_TEXT, public, sizeof public);
    return ok;
}

bool signing_sign_text(struct diags *d, const char *key, struct text t,
                       char hex[SIGNING_SIGNATURE_TEXT])
{
    unsigned char secret[crypto_sign_SECRETKEYBYTES], signature[crypto_sign_BYTES];
    bool ok = sodium_init() >= 0 && read_line(d, key, secret_word, secret, sizeof secret) &&
              crypto_sign_detached(signature, NULL, (const unsigned char *)t.at, t.len, secret) ==
                  0;
    if (ok)
        sodium_bin2hex(hex, SIGNING_SIGNATURE_TEXT, signature, sizeof signature);
    sodium_memzero(secret, sizeof secret);
    return ok;
}

/* Lower-case hex of just so many bytes, so that there is one way to write them. */
static bool read_hex(struct text hex, unsigned char *bytes, size_t size)
{
    size_t len;
    for (size_t i = 0; i < hex.len; i++)
        if (!memchr("0123456789abcdef", hex.at[i], 16))
            return false;
    return hex.len == 2 * size &&
           sodium_hex2bin(bytes, size, hex.at, hex.len, NULL, &len, NULL) == 0 && len == size;
}

bool signing_verify_text(struct text signer, struct text t, struct text signature)
{
    unsigned char public[crypto_sign_PUBLICKEYBYTES], bytes[crypto_sign_BYTES];
    return sodium_init() >= 0 && read_hex(signer, public, sizeof public) &&
           read_hex(signature, bytes, sizeof bytes) &&
           crypto_sign_verify_detached(bytes, (const unsigned char *)t.at, t.len, public) == 0;
}
