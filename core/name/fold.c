/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/fold.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* Single blanks inside, none at the ends; in place. */
static struct text squeeze(struct text t, char *out)
{
    size_t len = 0;
    for (size_t i = 0; i < t.len; i++) {
        bool blank = t.at[i] == ' ' || t.at[i] == '\t' || t.at[i] == '\n' || t.at[i] == '\r';
        if (!blank)
            out[len++] = t.at[i];
        else if (len > 0 && out[len - 1] != ' ')
            out[len++] = ' ';
    }
    if (len > 0 && out[len - 1] == ' ')
        len--;
    return (struct text){out, len};
}

/* Of ASCII the normal form is the small letters; most names need no more. */
bool name_fold_ascii(struct text name, char *out, size_t *len)
{
    unsigned char seen = 0;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        seen |= c;
        out[i] = (char)(c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    }
    *len = squeeze((struct text){out, name.len}, out).len;
    return seen < 0x80;
}

struct text name_fold(struct arena *a, struct text name)
{
    char *ascii = arena_alloc(a, name.len + 1, 1);
    size_t len;
    if (name_fold_ascii(name, ascii, &len))
        return (struct text){ascii, len};
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFKCCasefoldInstance(&error);
    int32_t most = name.len > 100000 ? 100000 : (int32_t)name.len;
    UChar *wide = arena_array(a, (size_t)most + 1, UChar);
    UChar *folded = arena_array(a, (size_t)most * 4 + 16, UChar);
    int32_t count = 0, bytes = 0;
    u_strFromUTF8WithSub(wide, most + 1, &count, name.at ? name.at : "", most, 0xFFFD, NULL,
                         &error);
    count = unorm2_normalize(form, wide, count, folded, most * 4 + 16, &error);
    char *out = arena_alloc(a, (size_t)count * 3 + 1, 1);
    u_strToUTF8(out, count * 3 + 1, &bytes, folded, count, &error);
    if (U_FAILURE(error))
        return TEXT("");
    return squeeze((struct text){out, (size_t)bytes}, out);
}
