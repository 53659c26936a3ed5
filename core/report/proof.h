/* SPDX-License-Identifier: Apache-2.0
 *
 * What a report was made from: digests of plugins and files, the options that matter. With it the
 * report can be made again and compared.
 */
#ifndef REPORT_PROOF_H
#define REPORT_PROOF_H

#include "base/diag.h"

struct proof_option {
    struct text name, value; /* as on the command line; a switch has "yes" */
};
struct proof_file {
    struct text role;         /* "input", "register", "bill", "baseline", "ledger", "format-in" */
    struct text path, digest; /* SHA-256 of its bytes */
};
struct proof {
    struct text version, law, plugins; /* law, plugins: digests */
    struct proof_option *options;
    size_t option_count;
    struct proof_file *files; /* of one role in the order given */
    size_t file_count;
};

/* The SHA-256 of a file's bytes, as `sha256sum` prints it; false: *why it could not be read. */
bool proof_digest_file(struct arena *, const char *path, struct text *digest, const char **why);
/* From a report that was written as one JSON object, in memory. False after messages. */
bool proof_read(struct arena *, struct diags *, const char *path, struct text report,
                struct proof *out);

#endif
