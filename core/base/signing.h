/* SPDX-License-Identifier: Apache-2.0
 *
 * Detached signatures (Ed25519, libsodium) over whole files. A key is one line of text, so that it
 * can be read aloud, printed and kept in a safe.
 */
#ifndef BASE_SIGNING_H
#define BASE_SIGNING_H

#include "base/diag.h"

/* Makes NAME.key (secret, readable by its owner only) and NAME.pub; neither may be there yet. False
 * after messages. */
bool signing_key_new(struct diags *, const char *name);
/* Signs a file into FILE.sig with a secret key. */
bool signing_sign(struct diags *, const char *key, const char *file);
/* Whether FILE.sig is the signature of the file by the holder of the public key; else a message. */
bool signing_verify(struct diags *, const char *key, const char *file);

/* In hex, with a NUL. */
enum { SIGNING_PUBLIC_TEXT = 2 * 32 + 1, SIGNING_SIGNATURE_TEXT = 2 * 64 + 1 };
/* The public half of a secret key, the public key itself; false after messages. */
bool signing_signer(struct diags *, const char *key, char hex[SIGNING_PUBLIC_TEXT]);
bool signing_public(struct diags *, const char *key, char hex[SIGNING_PUBLIC_TEXT]);
/* Signs a text with a secret key; false after messages. */
bool signing_sign_text(struct diags *, const char *key, struct text,
                       char hex[SIGNING_SIGNATURE_TEXT]);
/* Whether the signature (hex) is the signer's (hex) of the text. */
bool signing_verify_text(struct text signer, struct text, struct text signature);

#endif
