/* SPDX-License-Identifier: Apache-2.0
 *
 * Finds and reads the files of a law base, in an order that does not depend on the file system.
 */
#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "law/read.h"

struct opening {
    struct lawbase *law;
    struct diags *diags;
    struct text folder; /* of the files at hand: the law base's, then the add-on's */
    struct digest digest;
};

static int compare_paths(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static bool folder_unreadable(struct diags *d, const char *path)
{
    struct place place = {.file = text_of(path)};
    return diag_at(d, DIAG_ERROR, place, "law-unreadable", TEXT(""), TEXT(""), "cannot be read: %s",
                   strerror(errno));
}

bool folder_list(struct arena *a, struct diags *d, const char *path, struct text **names,
                 size_t *count)
{
    DIR *folder = opendir(path);
    *names = NULL;
    *count = 0;
    if (!folder)
        return errno == ENOENT || errno == ENOTDIR || folder_unreadable(d, path);
    errno = 0;
    for (struct dirent *e; (e = readdir(folder)) != NULL; errno = 0)
        if (e->d_name[0] != '.')
            *arena_push(a, names, count) = arena_copy(a, text_of(e->d_name));
    bool ok = errno == 0 || folder_unreadable(d, path);
    closedir(folder);
    if (*count)
        qsort(*names, *count, sizeof **names, compare_paths);
    return ok;
}

bool ends_yaml(struct text name)
{
    return name.len > 5 && memcmp(name.at + name.len - 5, ".yaml", 5) == 0;
}

/* One file as it stands. `required`: its absence is a message. */
static struct source *read_text(struct opening *o, const char *path, bool required, bool *missing)
{
    const char *why;
    struct source *s = source_read(&o->law->arena, path, &why);
    *missing = !s;
    if (!s) {
        if (required || errno != ENOENT) {
            struct place place = {.file = text_of(path)};
            diag_at(o->diags, DIAG_ERROR, place, "law-unreadable", TEXT(""), TEXT(""),
                    "cannot be read: %s", why);
            *missing = required;
        }
        return NULL;
    }
    /* The digest names files by their place in the law base, not by where that lies. */
    digest_add(&o->digest, text_slice(s->path, o->folder.len, s->path.len));
    digest_add(&o->digest, s->body);
    return s;
}

/* Likewise the tree of one. */
static struct node *read_file(struct opening *o, const char *path, bool required, bool *missing)
{
    struct source *s = read_text(o, path, required, missing);
    return s ? yaml_read(&o->law->arena, o->diags, s) : NULL;
}

typedef bool read_item(struct lawbase *, struct diags *, const struct node *);

/* A file that is a list of things; NULL for one that is not there, which is an empty list, or that
 * is wrong: then *ok is false. */
static const struct node *list_in(struct opening *o, const char *path, bool *ok)
{
    bool missing;
    const struct node *n = read_file(o, path, false, &missing);
    *ok = n || missing;
    if (!n || n->kind == NODE_LIST)
        return n;
    *ok = diag_error(o->diags, n->span, "law-wrong-kind", TEXT("begin each entry with \"- \""),
                     "expected a list");
    return NULL;
}

static bool read_list(struct opening *o, const char *path, read_item *read)
{
    bool ok;
    const struct node *n = list_in(o, path, &ok);
    for (size_t i = 0; n && i < n->count; i++)
        ok &= read(o->law, o->diags, n->items[i]);
    return ok;
}

static const char *join(struct opening *o, struct text id, const char *name)
{
    return arena_format(&o->law->arena, "%.*s/%.*s/%s", TEXT_ARG(o->folder), TEXT_ARG(id), name).at;
}

static bool read_rules(struct opening *o, struct text id, const struct jurisdiction *j)
{
    struct text *names;
    size_t count;
    bool ok = folder_list(&o->law->arena, o->diags, join(o, id, "rules"), &names, &count);
    for (size_t i = 0; i < count; i++) {
        bool missing;
        if (!ends_yaml(names[i]))
            continue;
        struct text file = arena_format(&o->law->arena, "rules/%.*s", TEXT_ARG(names[i]));
        struct node *n = read_file(o, join(o, id, file.at), true, &missing);
        if (n && n->kind != NODE_LIST)
            ok = diag_error(o->diags, n->span, "law-wrong-kind",
                            TEXT("begin each rule with \"- rule: ...\""),
                            "expected a list of rules");
        else if (!n)
            ok = false;
        else
            for (size_t k = 0; k < n->count; k++)
                ok &= rule_read(o->law, o->diags, n->items[k], j);
    }
    return ok;
}

static bool ends_txt(struct text name)
{
    return name.len > 4 && memcmp(name.at + name.len - 4, ".txt", 4) == 0;
}

/* A list of what belongs to the jurisdiction itself. */
static bool read_own(struct opening *o, const struct jurisdiction *j, const char *file,
                     bool (*read)(struct lawbase *, struct diags *, const struct node *,
                                  const struct jurisdiction *))
{
    bool ok;
    const struct node *n = list_in(o, join(o, j->id, file), &ok);
    for (size_t i = 0; n && i < n->count; i++)
        ok &= read(o->law, o->diags, n->items[i], j);
    return ok;
}

static bool read_letters(struct opening *o, const struct jurisdiction *j)
{
    struct text *names;
    bool missing, ok = read_own(o, j, "letters.yaml", letter_read);
    size_t count;
    ok &= folder_list(&o->law->arena, o->diags, join(o, j->id, "letters"), &names, &count);
    for (size_t i = 0; i < count; i++) {
        if (!ends_txt(names[i]))
            continue;
        struct text file = arena_format(&o->law->arena, "letters/%.*s", TEXT_ARG(names[i]));
        struct source *s = read_text(o, join(o, j->id, file.at), true, &missing);
        ok &= s && letter_text_read(o->law, o->diags, s, names[i], j);
    }
    return ok;
}

/* What a jurisdiction's folder holds besides jurisdiction.yaml. */
static bool read_law_of(struct opening *o, const struct jurisdiction *j)
{
    static const struct {
        const char *file;
        read_item *read;
    } lists[] = {
        {"instruments.yaml", instrument_read},
        {"parameters.yaml", parameter_read},
        {"definitions.yaml", definition_read},
        {"elections.yaml", election_read},
    };
    bool ok = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        ok &= read_list(o, join(o, j->id, lists[i].file), lists[i].read);
    ok &= read_letters(o, j);
    ok &= read_own(o, j, "publication.yaml", publication_read);
    return read_rules(o, j->id, j) && ok;
}

static bool read_jurisdiction(struct opening *o, struct text id)
{
    bool missing;
    struct node *n = read_file(o, join(o, id, "jurisdiction.yaml"), true, &missing);
    if (!n || !jurisdiction_read(o->law, o->diags, n))
        return false;
    const struct jurisdiction *j = o->law->jurisdictions[o->law->jurisdiction_count - 1];
    if (!text_equal(j->id, id))
        return diag_error(o->diags, node_find(n, "jurisdiction")->span, "law-wrong-name", TEXT(""),
                          "\"%.*s\" stands in the folder \"%.*s\"", TEXT_ARG(j->id), TEXT_ARG(id));
    return read_law_of(o, j);
}

static bool is_jurisdiction(struct opening *o, struct text name)
{
    struct stat about;
    return stat(join(o, name, "jurisdiction.yaml"), &about) == 0;
}

static bool read_jurisdictions(struct opening *o, const struct text *ids, size_t id_count)
{
    struct text *names, *found = NULL;
    size_t count, found_count = 0;
    bool ok = folder_list(&o->law->arena, o->diags, o->folder.at, &names, &count);
    for (size_t i = 0; i < count; i++)
        if (is_jurisdiction(o, names[i]))
            *arena_push(&o->law->arena, &found, &found_count) = names[i];
    for (size_t i = 0; i < found_count; i++) {
        bool wanted = id_count == 0;
        for (size_t k = 0; k < id_count; k++)
            wanted |= text_equal(ids[k], found[i]);
        if (wanted)
            ok &= read_jurisdiction(o, found[i]);
    }
    for (size_t k = 0; k < id_count; k++)
        if (!jurisdiction_find(o->law, ids[k]) && !is_jurisdiction(o, ids[k])) {
            struct text hint = diag_did_you_mean(&o->law->arena, ids[k], found, found_count);
            ok = diag_at(o->diags, DIAG_ERROR, (struct place){.file = o->law->folder},
                         "law-unknown-jurisdiction",
                         hint.len ? hint : TEXT("`scrutineer law list` names them"), TEXT(""),
                         "has no jurisdiction \"%.*s\"", TEXT_ARG(ids[k]));
        }
    return ok;
}

/* An add-on brings jurisdictions of its own, or law for those that were read. */
static bool read_add_on(struct opening *o, const char *add_on)
{
    struct arena *a = &o->law->arena;
    struct text *names;
    size_t count;
    o->law->add_on = arena_copy(a, text_of(add_on));
    o->folder = arena_format(a, "%s/lawbase", add_on);
    bool ok = folder_list(a, o->diags, o->folder.at, &names, &count);
    for (size_t i = 0; i < count; i++) {
        const struct jurisdiction *known = jurisdiction_find(o->law, names[i]);
        if (is_jurisdiction(o, names[i]) && !known)
            ok &= read_jurisdiction(o, names[i]);
        else if (known)
            ok &= read_law_of(o, known);
    }
    return ok;
}

/* The trees of all files of a folder: they are read by the floors whose they are. */
static bool read_folder(struct opening *o, const char *folder, struct node ***nodes,
                        size_t *node_count)
{
    struct text *names;
    size_t count;
    bool ok = folder_list(&o->law->arena, o->diags, join(o, text_of(folder), "."), &names, &count);
    for (size_t i = 0; i < count; i++) {
        bool missing;
        if (!ends_yaml(names[i]))
            continue;
        struct node *n = read_file(o, join(o, text_of(folder), names[i].at), true, &missing);
        if (n)
            *arena_push(&o->law->arena, nodes, node_count) = n;
        ok &= n != NULL;
    }
    return ok;
}

static int compare_rules(const void *a, const void *b)
{
    const struct rule *x = *(const struct rule *const *)a, *y = *(const struct rule *const *)b;
    int order = text_compare(x->id, y->id);
    if (order == 0)
        order = (x->force.from > y->force.from) - (x->force.from < y->force.from);
    return order ? order : (int)x->transition - (int)y->transition;
}

void rules_sort(struct lawbase *l)
{
    if (l->rule_count)
        qsort(l->rules, l->rule_count, sizeof(struct rule *), compare_rules);
}

bool lawbase_open(struct lawbase *l, struct diags *d, const char *folder, const struct text *ids,
                  size_t id_count)
{
    return lawbase_open_with(l, d, folder, NULL, ids, id_count);
}

static bool is_own(const char *add_on, struct text id)
{
    char path[4096];
    struct stat about;
    int len = snprintf(path, sizeof path, "%s/lawbase/%.*s/jurisdiction.yaml", add_on,
                       TEXT_ARG(id));
    return len < (int)sizeof path && stat(path, &about) == 0;
}

/* The jurisdictions that only the add-on has are not looked for in the law base. */
static size_t leave_out_own(struct arena *a, const char *add_on, const struct text *ids,
                            size_t count, struct text **left)
{
    size_t kept = 0;
    *left = arena_array(a, count + 1, struct text);
    for (size_t i = 0; i < count; i++)
        if (!add_on || !is_own(add_on, ids[i]))
            (*left)[kept++] = ids[i];
    return kept;
}

bool lawbase_open_with(struct lawbase *l, struct diags *d, const char *folder, const char *add_on,
                       const struct text *ids, size_t id_count)
{
    *l = (struct lawbase){.arena = ARENA("law")};
    l->folder = arena_copy(&l->arena, text_of(folder));
    struct opening o = {.law = l, .diags = d, .folder = l->folder};
    struct text *left;
    size_t left_count = leave_out_own(&l->arena, add_on, ids, id_count, &left);
    bool missing;
    digest_init(&o.digest);
    l->vocabulary = read_file(&o, arena_format(&l->arena, "%s/vocabulary.yaml", folder).at, true,
                              &missing);
    if (!l->vocabulary)
        return false;
    bool ok = read_folder(&o, "formats", &l->formats, &l->format_count);
    ok &= read_folder(&o, "names", &l->names, &l->name_count);
    ok &= read_list(&o, arena_format(&l->arena, "%s/threats.yaml", folder).at, threat_read);
    if (left_count > 0 || id_count == 0)
        ok &= read_jurisdictions(&o, left, left_count);
    if (add_on)
        ok &= read_add_on(&o, add_on);
    ok &= parameters_resolve(l, d);
    ok &= threats_resolve(l, d);
    rules_await(l);
    rules_sort(l);
    l->calendar = l->elections;
    digest_end(&o.digest, 32, l->digest);
    return ok;
}

void lawbase_close(struct lawbase *l)
{
    arena_free(&l->arena);
    *l = (struct lawbase){0};
}

/* --- finding --- */

#define FIND(list, count) \
    for (size_t i = 0; i < l->count; i++) \
        if (text_equal(l->list[i]->id, id)) \
            return l->list[i]; \
    return NULL

const struct jurisdiction *jurisdiction_find(const struct lawbase *l, struct text id)
{
    FIND(jurisdictions, jurisdiction_count);
}

const struct instrument *instrument_find(const struct lawbase *l, struct text id)
{
    FIND(instruments, instrument_count);
}

const struct definition *definition_find(const struct lawbase *l, struct text id)
{
    FIND(definitions, definition_count);
}

const struct definition *definition_at(const struct lawbase *l, struct text id, day on)
{
    for (size_t i = 0; i < l->definition_count; i++)
        if (text_equal(l->definitions[i]->id, id) && force_holds(l->definitions[i]->force, on))
            return l->definitions[i];
    return NULL;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
}

static bool mentions(struct text t, struct text name)
{
    for (size_t i = 0; name.len && i + name.len <= t.len; i++)
        if (memcmp(t.at + i, name.at, name.len) == 0 && (i == 0 || !is_word_byte(t.at[i - 1])) &&
            (i + name.len == t.len || !is_word_byte(t.at[i + name.len])))
            return true;
    return false;
}

bool definition_is_named(const struct definition *def, struct text condition)
{
    size_t dot = text_find(def->id, '.');
    return mentions(condition, def->id) ||
           (dot < def->id.len && mentions(condition, text_slice(def->id, dot + 1, def->id.len)));
}

const struct parameter *parameter_find(const struct lawbase *l, struct text id)
{
    FIND(parameters, parameter_count);
}

const struct rule *rule_find(const struct lawbase *l, struct text id)
{
    FIND(rules, rule_count);
}

const struct rule *rule_at(const struct lawbase *l, struct text id, day on)
{
    const struct rule *found = NULL;
    for (size_t i = 0; i < l->rule_count; i++) {
        const struct rule *r = l->rules[i];
        if (text_equal(r->id, id) && force_holds(r->force, on) &&
            (!found || r->transition == TRANSITION_NEW))
            found = r;
    }
    return found;
}

const struct provision *provision_find(const struct lawbase *l, struct text id)
{
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t j = 0; j < l->instruments[i]->provision_count; j++)
            if (text_equal(l->instruments[i]->provisions[j].id, id))
                return &l->instruments[i]->provisions[j];
    return NULL;
}

bool provision_awaits(const struct provision *p)
{
    for (size_t i = 0; i < p->version_count; i++)
        if (p->versions[i].status == STATUS_IN_FORCE)
            return false;
    return p->version_count > 0;
}

const struct provision_version *provision_at(const struct provision *p, day on)
{
    for (size_t i = 0; i < p->version_count; i++)
        if (force_holds(p->versions[i].force, on))
            return &p->versions[i];
    return NULL;
}
