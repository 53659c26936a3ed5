/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/pack.h"

#include <stdlib.h>

#include "base/arena.h"

enum { FIRST_CAPACITY = 256 };

void pack_free(struct pack *p)
{
    free(p->bytes);
    *p = (struct pack){0};
}

char *pack_widen(struct pack *p, size_t more)
{
    size_t capacity = p->capacity ? p->capacity : FIRST_CAPACITY;
    if (more > SIZE_MAX / 4 - p->len)
        out_of_memory(more);
    while (capacity - p->len < more)
        capacity *= 2;
    if (capacity != p->capacity) {
        p->bytes = heap_resize(p->bytes, capacity, 1);
        p->capacity = capacity;
    }
    return p->bytes + p->len;
}

void pack_decimal(struct pack *p, uint64_t n)
{
    enum { MOST_DIGITS = 20 };
    char *at = pack_room(p, MOST_DIGITS);
    size_t digits = 1;
    for (uint64_t rest = n; rest >= 10; rest /= 10)
        digits++;
    for (size_t i = digits; i > 0; n /= 10)
        at[--i] = (char)('0' + n % 10);
    p->len += digits;
}

void pack_value(struct pack *p, const struct value *v)
{
    pack_number(p, (uint64_t)v->type << 3 | (uint64_t)v->knowledge << 1 | v->ranged);
    if (v->knowledge != VALUE_KNOWN)
        return;
    if (type_is_text(v->type)) {
        pack_text(p, v->text);
    } else if (v->type == TYPE_DURATION) {
        pack_signed(p, v->duration.months);
        pack_signed(p, v->duration.days);
    } else {
        pack_signed(p, v->number);
    }
    if (v->type == TYPE_MONEY)
        pack_number(p, v->currency);
    if (v->ranged) {
        pack_signed(p, v->most);
        pack_number(p, v->least_open | v->most_open << 1);
    }
}

/* --- reading --- */

uint64_t unpack_number(struct unpack *u)
{
    uint64_t n = 0;
    for (unsigned shift = 0; u->at < u->end && shift < 64; shift += 7) {
        unsigned char byte = (unsigned char)*u->at++;
        n |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return n;
    }
    u->broken = true;
    return 0;
}

int64_t unpack_signed(struct unpack *u)
{
    uint64_t n = unpack_number(u);
    return (int64_t)(n >> 1 ^ (n & 1 ? UINT64_MAX : 0));
}

size_t unpack_count(struct unpack *u)
{
    uint64_t n = unpack_number(u);
    if (n <= (uint64_t)(u->end - u->at))
        return (size_t)n;
    u->broken = true;
    return 0;
}

struct text unpack_raw(struct unpack *u, size_t len)
{
    struct text t = {u->at, len};
    if ((size_t)(u->end - u->at) < len) {
        u->broken = true;
        return TEXT("");
    }
    u->at += len;
    return t;
}

struct text unpack_text(struct unpack *u)
{
    size_t len = unpack_count(u);
    return unpack_raw(u, len);
}

struct value unpack_value(struct unpack *u)
{
    uint64_t head = unpack_number(u);
    struct value v = {.type = (enum type)(head >> 3),
                      .knowledge = (enum knowledge)(head >> 1 & 3),
                      .ranged = head & 1};
    if (head >> 3 > TYPE_ACTOR || (head >> 1 & 3) > VALUE_KNOWN) {
        u->broken = true;
        return (struct value){0};
    }
    if (v.knowledge != VALUE_KNOWN)
        return v;
    if (type_is_text(v.type)) {
        v.text = unpack_text(u);
    } else if (v.type == TYPE_DURATION) {
        v.duration.months = (int32_t)unpack_signed(u);
        v.duration.days = (int32_t)unpack_signed(u);
    } else {
        v.number = unpack_signed(u);
    }
    if (v.type == TYPE_MONEY)
        v.currency = (currency)unpack_number(u);
    if (v.ranged) {
        v.most = unpack_signed(u);
        uint64_t open = unpack_number(u);
        v.least_open = open & 1;
        v.most_open = open >> 1 & 1;
    }
    return v;
}
