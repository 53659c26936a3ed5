/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/memo.h"

#include <stdlib.h>

#include "base/arena.h"

struct memo *memo_new(void)
{
    return heap_alloc(1, sizeof(struct memo));
}

void memo_free(struct memo *m)
{
    free(m);
}

/* Texts of closed lists and countries live as long as the program; others are copied, as far as
 * there is room. */
void memo_keep(struct memo_entry *e, const struct memo_key *k, const struct value *v, uint16_t code)
{
    bool own = v->knowledge == VALUE_KNOWN &&
               (v->type == TYPE_TEXT || v->type == TYPE_COUNTRIES || v->type == TYPE_KEY);
    if (own && v->text.len > MEMO_TEXT)
        return;
    e->key = *k;
    e->value = *v;
    e->code = code;
    e->text_len = own ? (uint8_t)v->text.len : 0;
    if (e->text_len)
        memcpy(e->text, v->text.at, e->text_len);
}
