/* SPDX-License-Identifier: Apache-2.0
 *
 * Single values as text: dates, amounts, shares, durations, countries; names folded. The first line
 * is a pattern for dates. What is read and printed is read again as the same value.
 */
#include <config.h>

#include "base/country.h"
#include "base/digest.h"
#include "name/fold.h"
#include "target.h"

static bool same(const struct value *a, const struct value *b)
{
    if (a->type != b->type || a->knowledge != b->knowledge)
        return false;
    if (type_is_text(a->type))
        return text_equal(a->text, b->text);
    if (a->type == TYPE_DURATION)
        return a->duration.months == b->duration.months && a->duration.days == b->duration.days;
    return a->number == b->number && value_most(a) == value_most(b) && a->currency == b->currency;
}

/* Countries are printed with blanks in between, and read with semicolons. */
static struct text print(struct arena *a, const struct value *v)
{
    struct text t = arena_copy(a, value_print(a, v));
    char *bytes = (char *)(uintptr_t)t.at;
    for (size_t i = 0; v->type == TYPE_COUNTRIES && i < t.len; i++)
        bytes[i] = bytes[i] == ' ' ? ';' : bytes[i];
    return t;
}

static void check_value(struct arena *a, enum type type, struct text t)
{
    struct value v, again;
    if (!value_read(a, type, t, &v))
        return;
    struct text printed = print(a, &v);
    MUST(value_read(a, type, printed, &again), "%s \"%.*s\" is printed as \"%.*s\"",
         type_name(type), TEXT_ARG(t), TEXT_ARG(printed));
    MUST(v.knowledge != VALUE_KNOWN || same(&v, &again),
         "%s \"%.*s\", printed as \"%.*s\", is another value", type_name(type), TEXT_ARG(t),
         TEXT_ARG(printed));
}

static void check_date(struct text t, struct text pattern)
{
    char buffer[DAY_TEXT_SIZE];
    day on, again;
    if (!day_read_pattern(t, pattern, &on))
        return;
    MUST(day_read(text_of(day_print(on, buffer)), &again) && on == again, "%s", buffer);
    for (int sign = -1; sign <= 1; sign += 2)
        day_print(day_add(on, (struct duration){13, 400}, sign), buffer);
}

static void check_number(struct text t)
{
    static const struct number_style styles[] = {{'.', 0}, {'.', ','}, {',', '.'}, {',', ' '}};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        for (unsigned digits = 0; digits < 10; digits += 3) {
            int64_t coarse, fine;
            if (decimal_read(t, styles[i], digits, &coarse) &&
                decimal_read(t, styles[i], digits + 1, &fine))
                MUST(fine / 10 == coarse && fine % 10 == 0, "\"%.*s\"", TEXT_ARG(t));
        }
}

static void check_text(struct arena *a, struct text t)
{
    char *shown, digest[DIGEST_TEXT_SIZE];
    size_t len, bad = 0;
    struct digest d;
    FILE *f = open_memstream(&shown, &len);
    text_show(f, t);
    fclose(f);
    for (size_t i = 0; i < len; i++)
        MUST((unsigned char)shown[i] >= 0x20, "a control character is shown");
    MUST(text_is_utf8((struct text){shown, len}, &bad), "what is shown is no UTF-8 at %zu", bad);
    free(shown);
    MUST(text_is_utf8(t, &bad) || bad < t.len, "the wrong byte is outside");
    MUST(text_characters(t) <= t.len, "more characters than bytes");
    struct text folded = name_fold(a, t);
    MUST(text_equal(folded, name_fold(a, folded)), "folded twice it is another name");
    digest_init(&d);
    digest_add(&d, t);
    digest_end(&d, 32, digest);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text t = {(const char *)bytes, size}, pattern = take_line(&t);
    struct arena a = ARENA("value");
    struct text alpha2, codes, wrong;
    for (int type = TYPE_BOOL; type <= TYPE_COUNTRIES; type++)
        check_value(&a, (enum type)type, t);
    check_date(t, pattern);
    check_number(t);
    check_text(&a, t);
    if (country_find(t, &alpha2))
        MUST(countries_read(&a, alpha2, ';', &codes, &wrong) && countries_include(codes, alpha2),
             "%.*s", TEXT_ARG(alpha2));
    text_distance(t, pattern);
    arena_free(&a);
    return 0;
}
