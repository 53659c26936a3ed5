/* SPDX-License-Identifier: Apache-2.0
 *
 * Messages of the Language Server Protocol: JSON behind a header with its length.
 */
#ifndef EDITOR_RPC_H
#define EDITOR_RPC_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

enum { RPC_PARSE_ERROR = -32700, RPC_BAD_REQUEST = -32600, RPC_NO_METHOD = -32601 };

/* So that rpc_waits() is right: nothing is read ahead. */
void rpc_begin(FILE *in);
/* The next message: an object; the caller owns it. NULL at the end, after a header that cannot be
 * followed any more, or (*malformed) after a body that is no JSON object: then one may read on. */
json_t *rpc_read(FILE *in, bool *malformed);
/* Whether another message has begun to arrive. */
bool rpc_waits(FILE *in);
/* Takes the result, which answers the request. */
void rpc_answer(FILE *out, const json_t *request, json_t *result);
void rpc_refuse(FILE *out, const json_t *request, int code, const char *why);
/* Takes the parameters. */
void rpc_notify(FILE *out, const char *method, json_t *params);

#endif
