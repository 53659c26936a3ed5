/* SPDX-License-Identifier: Apache-2.0
 *
 * Identifiers in the manner of Akoma Ntoso's naming convention. They are made from our own names
 * and citations: nobody has assigned them.
 */
#include <config.h>

#include "report/law_export.h"

bool is_law_of(const struct jurisdiction *j, struct text id)
{
    return text_starts(id, j->id) && id.len > j->id.len && id.at[j->id.len] == '.';
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Letters and digits in small, everything else as one hyphen. */
static struct text slug(struct arena *a, struct text t)
{
    char *out = arena_alloc(a, t.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < t.len; i++) {
        char c = t.at[i];
        if (is_plain(c))
            out[len++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        else if (len && out[len - 1] != '-')
            out[len++] = '-';
    }
    while (len && out[len - 1] == '-')
        len--;
    return (struct text){out, len};
}

/* "16 December 2016" */
static bool read_day(struct text t, day *out)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    struct text rest = t, part, words[3];
    size_t count = 0;
    while (count < 3 && text_next(&rest, ' ', &part))
        words[count++] = part;
    int64_t d, y;
    if (count < 3 || !decimal_read(words[0], NUMBER_PLAIN, 0, &d) || words[2].len < 4 ||
        !decimal_read(text_slice(words[2], 0, 4), NUMBER_PLAIN, 0, &y))
        return false;
    for (int m = 0; m < 12; m++)
        if (text_equal(words[1], text_of(months[m])) && d > 0 && d < 32 &&
            civil_exists((int)y, m + 1, (int)d)) {
            *out = day_from_civil((int)y, m + 1, (int)d);
            return true;
        }
    return false;
}

struct text act_uri(struct arena *a, const struct instrument *in, struct text jurisdiction)
{
    struct text c = in->citation;
    char on[DAY_TEXT_SIZE];
    day adopted;
    for (size_t i = 0; i + 4 < c.len; i++)
        if (memcmp(c.at + i, " of ", 4) == 0 && read_day(text_slice(c, i + 4, c.len), &adopted)) {
            struct text number = slug(a, text_slice(c, 0, i));
            return arena_format(a, "/akn/%.*s/act/%s/%.*s", TEXT_ARG(jurisdiction),
                                day_print(adopted, on), TEXT_ARG(number));
        }
    struct text name = text_slice(in->id, text_find(in->id, '.') + 1, in->id.len);
    return arena_format(a, "/akn/%.*s/act/%.*s", TEXT_ARG(jurisdiction), TEXT_ARG(slug(a, name)));
}

/* The number at the head of `rest`: "24", "40.1", "13B". */
static struct text take_number(struct text *rest)
{
    size_t end = 0;
    while (end < rest->len &&
           (is_plain(rest->at[end]) ||
            (rest->at[end] == '.' && end + 1 < rest->len && is_plain(rest->at[end + 1]))))
        end++;
    struct text number = text_slice(*rest, 0, end);
    *rest = text_slice(*rest, end, rest->len);
    return number;
}

static const char *const article_levels[] = {"art", "para", "point", "subpoint"};
static const char *const section_levels[] = {"sec", "subsec", "para", "subpara"};
enum { LEVELS = 4 };

/* "Article 24(4)(4)" or "Sections 54(1)(a) and (b)"; empty when it does not begin so. */
static struct text eid_of_citation(struct arena *a, struct text citation)
{
    bool article = text_starts(citation, TEXT("Article"));
    bool section = text_starts(citation, TEXT("Section")) || text_starts(citation, TEXT("section"));
    const char *const *levels = article ? article_levels : section_levels;
    size_t blank = text_find(citation, ' '), level = 1;
    if ((!article && !section) || blank == citation.len)
        return TEXT("");
    struct text rest = text_slice(citation, blank + 1, citation.len);
    struct text number = take_number(&rest);
    if (!number.len)
        return TEXT("");
    struct text out = arena_format(a, "%s_%.*s", levels[0], TEXT_ARG(number));
    while (level < LEVELS && rest.len && rest.at[0] == '(') {
        size_t close = text_find(rest, ')');
        if (close == rest.len)
            break;
        struct text part = slug(a, text_slice(rest, 1, close));
        out = arena_format(a, "%.*s__%s_%.*s", TEXT_ARG(out), levels[level++], TEXT_ARG(part));
        rest = text_slice(rest, close + 1, rest.len);
    }
    return out;
}

struct text provision_eid(struct arena *a, const struct provision *p)
{
    struct text out = eid_of_citation(a, p->citation);
    size_t slash = text_find(p->id, '/');
    if (out.len || slash == p->id.len)
        return out.len ? out : slug(a, p->id);
    return slug(a, text_slice(p->id, slash + 1, p->id.len));
}
