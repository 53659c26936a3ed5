/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/country.h"

#include <pthread.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { NAME_SIZE = 160 };

/* A folded name and its country; the table is sorted by name. */
struct name {
    struct text folded;
    char alpha2[3];
};

static struct {
    struct arena arena;
    struct name *names;
    size_t count;
} table = {.arena = {.name = "countries"}};
static pthread_once_t table_once = PTHREAD_ONCE_INIT;

/* Case folded UTF-8 with single blanks; false when it does not fit. */
static bool fold(struct text t, char out[NAME_SIZE], size_t *len)
{
    UChar wide[NAME_SIZE], folded[NAME_SIZE];
    int32_t count;
    UErrorCode error = U_ZERO_ERROR;
    if (t.len >= NAME_SIZE)
        return false;
    u_strFromUTF8(wide, NAME_SIZE, &count, t.at, (int32_t)t.len, &error);
    count = u_strFoldCase(folded, NAME_SIZE, wide, count, U_FOLD_CASE_DEFAULT, &error);
    int32_t bytes = 0;
    u_strToUTF8(out, NAME_SIZE, &bytes, folded, count, &error);
    *len = (size_t)bytes;
    return U_SUCCESS(error) && *len < NAME_SIZE;
}

static void add_name(struct text name, const char *alpha2)
{
    char folded[NAME_SIZE];
    size_t len;
    if (!fold(name, folded, &len) || len == 0)
        return;
    struct name *n = arena_push(&table.arena, &table.names, &table.count);
    n->folded = arena_copy(&table.arena, (struct text){folded, len});
    memcpy(n->alpha2, alpha2, 3);
}

static void add_names(const char *locale, UDisplayContext length, const char *const *countries)
{
    UDisplayContext contexts[] = {length};
    UErrorCode error = U_ZERO_ERROR;
    ULocaleDisplayNames *names = uldn_openForContext(locale, contexts, 1, &error);
    for (size_t i = 0; U_SUCCESS(error) && countries[i]; i++) {
        UChar wide[NAME_SIZE];
        char name[NAME_SIZE];
        int32_t bytes = 0;
        UErrorCode missing = U_ZERO_ERROR;
        int32_t len = uldn_regionDisplayName(names, countries[i], wide, NAME_SIZE, &missing);
        u_strToUTF8(name, NAME_SIZE, &bytes, wide, len, &missing);
        if (U_SUCCESS(missing))
            add_name((struct text){name, (size_t)bytes}, countries[i]);
    }
    uldn_close(names);
}

static int compare_names(const void *a, const void *b)
{
    const struct name *x = a, *y = b;
    return text_compare(x->folded, y->folded);
}

static void build_table(void)
{
    static const char *const locales[] = {"en", "hy", "ru", "de", "fr"};
    const char *const *countries = uloc_getISOCountries();
    for (size_t i = 0; countries[i]; i++) {
        char locale[8] = "und_";
        add_name(text_of(countries[i]), countries[i]);
        memcpy(locale + 4, countries[i], 3);
        add_name(text_of(uloc_getISO3Country(locale)), countries[i]);
    }
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        add_names(locales[i], UDISPCTX_LENGTH_FULL, countries);
        add_names(locales[i], UDISPCTX_LENGTH_SHORT, countries);
    }
    qsort(table.names, table.count, sizeof *table.names, compare_names);
}

bool country_find(struct text t, struct text *alpha2)
{
    pthread_once(&table_once, build_table);
    char folded[NAME_SIZE];
    struct name key;
    t = text_trim(t);
    if (t.len < 2 || !fold(t, folded, &key.folded.len))
        return false;
    key.folded.at = folded;
    const struct name *found = bsearch(&key, table.names, table.count, sizeof *table.names,
                                       compare_names);
    if (!found)
        return false;
    *alpha2 = (struct text){found->alpha2, 2};
    return true;
}

static int compare_codes(const void *a, const void *b)
{
    return memcmp(a, b, 2);
}

bool countries_read(struct arena *a, struct text t, char separator, struct text *codes,
                    struct text *wrong)
{
    enum { MOST = 400 };
    char found[MOST][2];
    size_t count = 0;
    for (struct text part; text_next(&t, separator, &part);) {
        struct text code;
        part = text_trim(part);
        if (part.len == 0)
            continue;
        if (count == MOST || !country_find(part, &code)) {
            *wrong = part;
            return false;
        }
        memcpy(found[count++], code.at, 2);
    }
    qsort(found, count, 2, compare_codes);
    char *out = arena_alloc(a, count * 3 + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && memcmp(found[i], found[i - 1], 2) == 0)
            continue;
        if (len)
            out[len++] = ' ';
        memcpy(out + len, found[i], 2);
        len += 2;
    }
    *codes = (struct text){out, len};
    return true;
}

bool countries_include(struct text codes, struct text alpha2)
{
    for (size_t i = 0; alpha2.len == 2 && i + 2 <= codes.len; i += 3)
        if (memcmp(codes.at + i, alpha2.at, 2) == 0)
            return true;
    return false;
}
