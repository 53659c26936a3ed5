/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pthread.h>
#include <stdlib.h>

/* Steps of matching before a pattern is given up: some milliseconds. */
enum { MATCH_LIMIT = 1000000, DEPTH_LIMIT = 10000 };

struct regex {
    pcre2_code *code;
    pcre2_match_context *limits;
    uint32_t groups;
};

/* --- each thread's room for a match: the whole and group 1 --- */

static pthread_key_t match_key;
static pthread_once_t match_once = PTHREAD_ONCE_INIT;

static void free_match(void *match)
{
    pcre2_match_data_free(match);
}

static void make_match_key(void)
{
    if (pthread_key_create(&match_key, free_match) != 0)
        abort();
}

static pcre2_match_data *thread_match(void)
{
    pthread_once(&match_once, make_match_key);
    pcre2_match_data *match = pthread_getspecific(match_key);
    if (match)
        return match;
    match = pcre2_match_data_create(2, NULL);
    if (!match || pthread_setspecific(match_key, match) != 0)
        out_of_memory(sizeof match);
    return match;
}

struct regex *regex_new(struct arena *a, struct text pattern, struct text *why, size_t *offset)
{
    int error;
    PCRE2_SIZE at;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.at, pattern.len, PCRE2_UTF, &error, &at,
                                     NULL);
    if (!code && error == PCRE2_ERROR_HEAP_FAILED)
        out_of_memory(pattern.len);
    if (!code) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(error, message, sizeof message);
        *why = arena_copy(a, text_of((const char *)message));
        *offset = at;
        return NULL;
    }
    /* Without JIT (hardened kernels refuse it) the interpreter gives the same answers. */
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    struct regex *r = heap_alloc(1, sizeof *r);
    r->code = code;
    r->limits = pcre2_match_context_create(NULL);
    if (!r->limits)
        out_of_memory(sizeof *r);
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &r->groups);
    pcre2_set_match_limit(r->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(r->limits, DEPTH_LIMIT);
    return r;
}

void regex_free(struct regex *r)
{
    if (!r)
        return;
    pcre2_match_context_free(r->limits);
    pcre2_code_free(r->code);
    free(r);
}

enum regex_result regex_search(const struct regex *r, struct text subject, struct text *group)
{
    pcre2_match_data *match = thread_match();
    int rc = pcre2_match(r->code, (PCRE2_SPTR)(subject.at ? subject.at : ""), subject.len, 0, 0,
                         match, r->limits);
    if (rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_DEPTHLIMIT ||
        rc == PCRE2_ERROR_JIT_STACKLIMIT)
        return REGEX_LIMIT;
    if (rc < 0)
        return REGEX_NO_MATCH;
    if (group) {
        /* rc 0: there are more groups than room for them; the first is there all the same. */
        const PCRE2_SIZE *at = pcre2_get_ovector_pointer(match);
        size_t which = r->groups > 0 ? 1 : 0;
        *group = which == 1 && (rc == 1 || at[2] == PCRE2_UNSET)
                     ? (struct text){NULL, 0}
                     : text_slice(subject, at[2 * which], at[2 * which + 1]);
    }
    return REGEX_MATCH;
}
