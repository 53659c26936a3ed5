/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "law/scheme.h"

#include <errno.h>

#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { MOST_COPIES = 9 };

static const struct node_key scheme_keys[] = {
    {"scheme", true, NODE_SCALAR, false}, {"title", true, NODE_MAP, false},
    {"record", true, NODE_SCALAR, false}, {"becomes", false, NODE_SCALAR, false},
    {"moves", false, NODE_MAP, false},    {"sets", false, NODE_MAP, false},
    {"source", true, NODE_SCALAR, false}, {"copies", false, NODE_SCALAR, false},
    {"apart", false, NODE_LIST, false},
};

static bool read_copies(struct diags *d, const struct node *n, struct scheme *s)
{
    s->copies = 1;
    if (!n)
        return true;
    s->copies = n->text.len == 1 ? (uint64_t)(n->text.at[0] - '0') : 0;
    return (s->copies >= 2 && s->copies <= MOST_COPIES) ||
           diag_error(d, n->span, "law-value", TEXT(""), "expected a number from 2 to %d",
                      MOST_COPIES);
}

static bool read_settings(struct lawbase *l, struct diags *d, const struct node *n,
                          struct setting **list, size_t *count)
{
    for (size_t i = 0; n && i < n->count; i++) {
        if (n->items[i]->kind != NODE_SCALAR)
            return diag_error(d, n->items[i]->span, "law-wrong-kind", TEXT(""),
                              "expected a single value");
        *arena_push(&l->arena, list, count) = (struct setting){n->keys[i], n->items[i]->text,
                                                               n->key_spans[i], n->items[i]->span};
    }
    return true;
}

/* Records of another type need to be told what of the old one they keep; those of the same keep
 * all. */
static bool check_moves(struct diags *d, const struct node *n)
{
    const struct node *becomes = node_find(n, "becomes"), *moves = node_find(n, "moves");
    if (!becomes && !moves && !node_find(n, "sets"))
        return diag_error(d, n->span, "law-missing-key", TEXT("write `sets:` or `becomes:`"),
                          "the scheme changes nothing");
    return !becomes == !moves ||
           diag_error(d, (becomes ? becomes : moves)->span, "law-missing-key",
                      TEXT("becomes: TYPE, and moves: {FIELD: FIELD OF THAT TYPE}"),
                      "\"becomes\" and \"moves\" stand together");
}

static bool read_scheme(struct lawbase *l, struct diags *d, const struct node *n, struct scheme *s)
{
    if (!node_check(d, n, "scheme", scheme_keys, COUNT(scheme_keys)) || !check_moves(d, n))
        return false;
    s->id = node_text(n, "scheme");
    s->record = node_text(n, "record");
    s->record_span = node_find(n, "record")->span;
    s->becomes = node_text(n, "becomes");
    if (s->becomes.len)
        s->becomes_span = node_find(n, "becomes")->span;
    s->source = node_text(n, "source");
    s->span = node_find(n, "scheme")->span;
    return words_read(&l->arena, d, node_find(n, "title"), &s->title) &&
           read_copies(d, node_find(n, "copies"), s) &&
           names_read(&l->arena, d, node_find(n, "apart"), &s->apart, &s->apart_spans,
                      &s->apart_count) &&
           read_settings(l, d, node_find(n, "moves"), &s->moves, &s->move_count) &&
           read_settings(l, d, node_find(n, "sets"), &s->settings, &s->setting_count);
}

bool schemes_read(struct schemes *out, struct lawbase *l, struct diags *d)
{
    const char *why;
    struct text path = arena_format(&l->arena, "%.*s/schemes.yaml", TEXT_ARG(l->folder));
    *out = (struct schemes){0};
    const struct source *source = source_read(&l->arena, path.at, &why);
    if (!source)
        return errno == ENOENT ||
               diag_at(d, DIAG_ERROR, (struct place){.file = path}, "law-unreadable", TEXT(""),
                       TEXT(""), "cannot be read: %s", why);
    const struct node *n = yaml_read(&l->arena, d, source);
    if (!n || n->kind != NODE_LIST)
        return n && diag_error(d, n->span, "law-wrong-kind", TEXT("begin each entry with \"- \""),
                               "expected a list");
    bool ok = true;
    out->list = arena_array(&l->arena, n->count, struct scheme);
    for (size_t i = 0; i < n->count; i++)
        if (read_scheme(l, d, n->items[i], &out->list[out->count]))
            out->count++;
        else
            ok = false;
    return ok;
}

const struct kind scheme_kind = {"scheme", "A way around prohibitions that is known from practice",
                                 scheme_keys, COUNT(scheme_keys),
                                 (const struct value_form[]){{"title", "words"}, {NULL, NULL}}};
