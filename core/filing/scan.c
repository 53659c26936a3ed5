/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/scan.h"

#include <stdlib.h>

#if defined __x86_64__
#include <immintrin.h>
#elif defined __aarch64__
#include <arm_neon.h>
#endif

enum { BLOCK = 64, RUN = 32 };

/* What walks over blocks is compiled once for each set of instructions, with all that it calls. */
#define WITHIN static inline __attribute__((always_inline))
#if defined __x86_64__
#define WITH_AVX2 __attribute__((target("avx2,bmi,popcnt,pclmul")))
#endif

/* One bit a byte of a block. */
struct marks {
    uint64_t quote, delimiter, feed, carriage;
    uint64_t other; /* not ASCII, or NUL */
};

/* --- the bytes that matter, block by block --- */

/* In eight bytes at once, the top bit of each byte that is `c`. */
static uint64_t bytes_equal(uint64_t word, unsigned char c)
{
    const uint64_t ones = 0x0101010101010101u, low = 0x7F7F7F7F7F7F7F7Fu;
    uint64_t x = word ^ (ones * c);
    return ~(((x & low) + low) | x | low);
}

/* The top bits of eight bytes as eight bits, first byte lowest. */
static uint64_t gather_bits(uint64_t tops)
{
    return (tops >> 7) * 0x0102040810204080u >> 56;
}

static uint64_t mark_byte(const char *at, unsigned char c)
{
    uint64_t mask = 0;
    for (unsigned i = 0; i < BLOCK; i += 8) {
        uint64_t word;
        memcpy(&word, at + i, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        mask |= gather_bits(bytes_equal(word, c)) << i;
    }
    return mask;
}

static uint64_t mark_other(const char *at)
{
    uint64_t mask = mark_byte(at, 0);
    for (unsigned i = 0; i < BLOCK; i++)
        mask |= (uint64_t)((unsigned char)at[i] >> 7) << i;
    return mask;
}

static void mark_plain(const char *at, size_t blocks, char delimiter, struct marks *out)
{
    for (; blocks > 0; blocks--, at += BLOCK, out++)
        *out = (struct marks){mark_byte(at, '"'), mark_byte(at, (unsigned char)delimiter),
                              mark_byte(at, '\n'), mark_byte(at, '\r'), mark_other(at)};
}

#if defined __x86_64__
static uint64_t mark_sse2(const __m128i part[4], char c)
{
    __m128i wanted = _mm_set1_epi8(c);
    uint64_t mask = 0;
    for (int i = 0; i < 4; i++)
        mask |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(part[i], wanted)) << 16 * i;
    return mask;
}

static void mark_with_sse2(const char *at, size_t blocks, char delimiter, struct marks *out)
{
    for (; blocks > 0; blocks--, at += BLOCK, out++) {
        __m128i part[4];
        for (int i = 0; i < 4; i++)
            part[i] = _mm_loadu_si128((const __m128i *)(const void *)(at + 16 * i));
        uint64_t high = 0;
        for (int i = 0; i < 4; i++)
            high |= (uint64_t)(unsigned)_mm_movemask_epi8(part[i]) << 16 * i;
        *out = (struct marks){mark_sse2(part, '"'), mark_sse2(part, delimiter),
                              mark_sse2(part, '\n'), mark_sse2(part, '\r'),
                              high | mark_sse2(part, 0)};
    }
}

WITH_AVX2 static uint64_t mark_avx2(__m256i low, __m256i high, char c)
{
    __m256i wanted = _mm256_set1_epi8(c);
    uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
    return first | (uint64_t)second << 32;
}

WITH_AVX2 static void mark_with_avx2(const char *at, size_t blocks, char delimiter,
                                     struct marks *out)
{
    for (; blocks > 0; blocks--, at += BLOCK, out++) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)at);
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(at + 32));
        uint64_t top = (uint32_t)_mm256_movemask_epi8(low) |
                       (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
        *out = (struct marks){mark_avx2(low, high, '"'), mark_avx2(low, high, delimiter),
                              mark_avx2(low, high, '\n'), mark_avx2(low, high, '\r'),
                              top | mark_avx2(low, high, 0)};
    }
}
#elif defined __aarch64__
static uint64_t neon_bits(const uint8x16_t hits[4])
{
    static const uint8_t bit_of[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t bits = vld1q_u8(bit_of);
    uint64_t mask = 0;
    for (int i = 0; i < 4; i++) {
        uint8x16_t hit = vandq_u8(hits[i], bits);
        uint64_t part = vaddv_u8(vget_low_u8(hit)) | (uint64_t)vaddv_u8(vget_high_u8(hit)) << 8;
        mask |= part << 16 * i;
    }
    return mask;
}

static uint64_t mark_neon(const char *at, char c)
{
    uint8x16_t wanted = vdupq_n_u8((uint8_t)c), hits[4];
    for (int i = 0; i < 4; i++)
        hits[i] = vceqq_u8(vld1q_u8((const uint8_t *)at + 16 * i), wanted);
    return neon_bits(hits);
}

static uint64_t mark_high_neon(const char *at)
{
    uint8x16_t hits[4];
    for (int i = 0; i < 4; i++)
        hits[i] = vcgeq_u8(vld1q_u8((const uint8_t *)at + 16 * i), vdupq_n_u8(0x80));
    return neon_bits(hits);
}

static void mark_with_neon(const char *at, size_t blocks, char delimiter, struct marks *out)
{
    for (; blocks > 0; blocks--, at += BLOCK, out++)
        *out = (struct marks){mark_neon(at, '"'), mark_neon(at, delimiter), mark_neon(at, '\n'),
                              mark_neon(at, '\r'), mark_high_neon(at) | mark_neon(at, 0)};
}
#endif

typedef void mark_blocks(const char *at, size_t blocks, char delimiter, struct marks *);

/* Each bit becomes whether an odd number of bits stands up to and with it. */
typedef uint64_t parity_of(uint64_t bits);

WITHIN uint64_t parity_by_shifts(uint64_t bits)
{
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

#if defined __x86_64__
/* A product without carries by all ones is that parity. */
WITH_AVX2 static inline uint64_t parity_by_product(uint64_t bits)
{
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8(-1),
                                           0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}
#endif

/* --- blocks with their quotes settled --- */

struct walk {
    struct text window;
    char delimiter;
    bool quotes;
    size_t at; /* offset of the block at hand */
    struct marks run[RUN];
    size_t run_begin, run_len; /* blocks of the run, by number */
    char tail[BLOCK];          /* the last block, filled up with zeros */
    /* Carried from block to block: all ones within quotes; a bit for "the byte before". */
    uint64_t inside, may_open, closed, returned;
    /* Of the block at hand: */
    uint64_t separators, feeds, row_ends, others;
    uint64_t wrong; /* quotes that are no quotes */
};

WITHIN struct walk walk_of(struct text window, const struct csv_style *style)
{
    return (struct walk){.window = window,
                         .delimiter = style->delimiter,
                         .quotes = style->quotes == QUOTES_STRICT,
                         .may_open = 1};
}

WITHIN void mark_run(struct walk *w, size_t block, mark_blocks *mark)
{
    size_t whole = w->window.len / BLOCK, count = whole - block < RUN ? whole - block : RUN;
    w->run_begin = block;
    w->run_len = count;
    if (count > 0) {
        mark(w->window.at + block * BLOCK, count, w->delimiter, w->run);
        return;
    }
    memset(w->tail, 0, BLOCK);
    memcpy(w->tail, w->window.at + block * BLOCK, w->window.len - block * BLOCK);
    w->run_len = 1;
    mark(w->tail, 1, w->delimiter, w->run);
}

WITHIN void settle_quotes(struct walk *w, const struct marks *m, parity_of *parity)
{
    uint64_t inside = parity(m->quote) ^ w->inside;
    uint64_t open = m->quote & inside, close = m->quote & ~inside;
    w->separators = (m->delimiter | m->feed) & ~inside;
    w->row_ends = m->feed & ~inside;
    uint64_t behind_close = close << 1 | w->closed;
    uint64_t may_open = w->separators << 1 | w->may_open | behind_close;
    uint64_t returned = behind_close & m->carriage;
    w->wrong = (open & ~may_open) | (behind_close & ~(w->separators | m->quote | m->carriage)) |
               ((returned << 1 | w->returned) & ~m->feed);
    w->inside = 0 - (inside >> 63);
    w->returned = returned >> 63;
    w->closed = close >> 63;
    w->may_open = w->separators >> 63;
}

/* The next block; false at the end of the window. */
WITHIN bool walk_next(struct walk *w, size_t block, mark_blocks *mark, parity_of *parity)
{
    w->at = block * BLOCK;
    if (w->at >= w->window.len)
        return false;
    if (block >= w->run_begin + w->run_len || block < w->run_begin || w->run_len == 0)
        mark_run(w, block, mark);
    const struct marks *m = &w->run[block - w->run_begin];
    w->feeds = m->feed;
    w->others = m->other;
    if (w->quotes && (m->quote | w->inside | w->closed | w->returned)) {
        settle_quotes(w, m, parity);
    } else {
        w->separators = m->delimiter | m->feed;
        w->row_ends = m->feed;
        w->wrong = 0;
        w->may_open = w->separators >> 63;
    }
    if (w->window.len - w->at < BLOCK) { /* behind the end there is nothing to be wrong */
        uint64_t real = ((uint64_t)1 << (w->window.len - w->at)) - 1;
        w->wrong &= real;
        w->others &= real;
    }
    return true;
}

/* The bits below the lowest one of `limit`. */
WITHIN uint64_t before(uint64_t limit)
{
    return limit ? (limit & (0 - limit)) - 1 : UINT64_MAX;
}

/* --- rows --- */

void scan_free(struct scan *s)
{
    free(s->ends);
    s->ends = NULL;
}

/* How far the last byte of a block that is not ASCII lies behind its begin; 0: there is none. */
WITHIN uint32_t last_other(uint64_t others)
{
    return others ? 64 - (uint32_t)__builtin_clzll(others) : 0;
}

/* The offsets of some bits of the block at hand; behind the last one up to three more are written
 * that mean nothing, so that the loop ends less often than the bits do. */
WITHIN size_t take_offsets(uint32_t *ends, size_t count, size_t at, uint64_t bits)
{
    size_t end = count + (size_t)__builtin_popcountll(bits);
    const uint64_t stop = (uint64_t)1 << 63; /* a bit there must be */
    for (; count < end; count += 4)
        for (size_t i = 0; i < 4; i++, bits &= bits - 1)
            ends[count + i] = (uint32_t)(at + (size_t)__builtin_ctzll(bits | stop));
    return end;
}

/* The separators of a block that ends rows. `passed` counts what lies before it. */
WITHIN size_t take_row_ends(struct scan *s, const struct walk *w, uint64_t separators, size_t cells,
                            const struct scanned_row *passed)
{
    for (uint64_t ends = w->row_ends & separators; ends && s->row_count < SCAN_MOST_ROWS;
         ends &= ends - 1) {
        unsigned bit = (unsigned)__builtin_ctzll(ends);
        uint64_t up_to = UINT64_MAX >> (63 - bit);
        uint32_t other = last_other(w->others & up_to);
        cells = take_offsets(s->ends, cells, w->at, separators & up_to);
        separators &= ~up_to;
        s->rows[++s->row_count] = (struct scanned_row){
            .begin = (uint32_t)(w->at + bit + 1),
            .cell = (uint32_t)cells,
            .line = passed->line + (uint32_t)__builtin_popcountll(w->feeds & up_to),
            .other = other ? (uint32_t)w->at + other : passed->other};
    }
    return s->row_count < SCAN_MOST_ROWS ? take_offsets(s->ends, cells, w->at, separators) : cells;
}

static void make_room(struct scan *s, size_t cells)
{
    if (s->room >= cells + BLOCK + 4)
        return;
    s->room = s->room ? s->room * 2 : 4096;
    s->ends = heap_resize(s->ends, s->room, sizeof *s->ends);
}

WITHIN void scan_rows_with(struct scan *s, struct text window, const struct csv_style *style,
                           mark_blocks *mark, parity_of *parity)
{
    struct walk w = walk_of(window, style);
    struct scanned_row passed = {0}; /* lines before the block, the last other byte */
    size_t cells = 0;
    s->rows[0] = passed;
    s->row_count = 0;
    for (size_t block = 0; walk_next(&w, block, mark, parity); block++) {
        uint64_t separators = w.separators & before(w.wrong);
        uint32_t other = last_other(w.others);
        make_room(s, cells);
        cells = w.row_ends & separators ? take_row_ends(s, &w, separators, cells, &passed)
                                        : take_offsets(s->ends, cells, w.at, separators);
        if (w.wrong || s->row_count == SCAN_MOST_ROWS)
            return;
        passed.line += (uint32_t)__builtin_popcountll(w.feeds);
        passed.other = other ? (uint32_t)w.at + other : passed.other;
    }
}

/* --- cutting --- */

/* The rows that can be cut off without looking at each; `*odd`: a row of another kind follows. */
WITHIN size_t cut_rows_with(struct text window, const struct csv_style *style, uint64_t *lines,
                            bool *odd, mark_blocks *mark, parity_of *parity)
{
    struct walk w = walk_of(window, style);
    size_t cut = 0;
    uint64_t passed = 0;
    *odd = false;
    for (size_t block = 0; !*odd && walk_next(&w, block, mark, parity); block++) {
        uint64_t ends = w.row_ends & before(w.wrong);
        if (ends) {
            unsigned last = 63 - (unsigned)__builtin_clzll(ends);
            uint64_t up_to = UINT64_MAX >> (63 - last);
            cut = w.at + last + 1;
            *lines = passed + (uint64_t)__builtin_popcountll(w.feeds & up_to);
        }
        passed += (uint64_t)__builtin_popcountll(w.feeds);
        *odd = w.wrong != 0;
    }
    return cut;
}

/* --- by the instructions of the machine --- */

struct kernel {
    void (*rows)(struct scan *, struct text window, const struct csv_style *);
    size_t (*cut)(struct text window, const struct csv_style *, uint64_t *lines, bool *odd);
};

#define KERNEL(name, target, mark, parity) \
    target static void rows_##name(struct scan *s, struct text window, \
                                   const struct csv_style *style) \
    { \
        scan_rows_with(s, window, style, mark, parity); \
    } \
    target static size_t cut_##name(struct text window, const struct csv_style *style, \
                                    uint64_t *lines, bool *odd) \
    { \
        return cut_rows_with(window, style, lines, odd, mark, parity); \
    } \
    static const struct kernel by_##name = {rows_##name, cut_##name}

KERNEL(plain, , mark_plain, parity_by_shifts);
#if defined __x86_64__
KERNEL(sse2, , mark_with_sse2, parity_by_shifts);
KERNEL(avx2, WITH_AVX2, mark_with_avx2, parity_by_product);
#elif defined __aarch64__
KERNEL(neon, , mark_with_neon, parity_by_shifts);
#endif

#if defined __x86_64__
static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
}
#endif

static const struct kernel *best_kernel(void)
{
#if defined __x86_64__
    return has_avx2() ? &by_avx2 : &by_sse2;
#elif defined __aarch64__
    return &by_neon;
#else
    return &by_plain;
#endif
}

/* NULL: the machine does not have it. */
static const struct kernel *kernel_of(enum scan_level level)
{
    switch (level) {
    case SCAN_BEST:
        return best_kernel();
    case SCAN_PLAIN:
        return &by_plain;
#if defined __x86_64__
    case SCAN_SSE2:
        return &by_sse2;
    case SCAN_AVX2:
        return has_avx2() ? &by_avx2 : NULL;
#elif defined __aarch64__
    case SCAN_NEON:
        return &by_neon;
#endif
    default:
        return NULL;
    }
}

/* What a test has asked for, before any thread scans; NULL: nothing. */
static const struct kernel *asked;

bool scan_use(enum scan_level level)
{
    const struct kernel *k = kernel_of(level);
    if (k)
        asked = k;
    return k != NULL;
}

static const struct kernel *kernel(void)
{
    return asked ? asked : best_kernel();
}

void scan_rows(struct scan *s, struct text window, const struct csv_style *style)
{
    kernel()->rows(s, window, style);
}

/* One row as csv_next() has it; 0: it is not whole. */
static size_t cut_odd(struct text window, const struct csv_style *style, bool last, struct row *row,
                      uint64_t *lines)
{
    struct stream s = {.bytes = (char *)(uintptr_t)window.at, .end = window.len, .ended = true};
    uint64_t line = 1;
    enum row_status status = csv_next(&s, style, &line, row);
    /* More text might still close the quote. */
    bool open = status == ROW_DAMAGED && strcmp(row->code, "filing-open-quote") == 0;
    if (status == ROW_END || (!last && (open || s.begin == s.end)))
        return 0;
    *lines = line - 1;
    return s.begin;
}

size_t scan_cut(struct text window, const struct csv_style *style, bool last, uint64_t *lines)
{
    struct row row = {.arena = ARENA("cut")};
    size_t cut = 0;
    bool more = true;
    *lines = 0;
    while (more) {
        struct text rest = text_slice(window, cut, window.len);
        uint64_t passed = 0, odd_lines = 0;
        bool odd;
        size_t plain = kernel()->cut(rest, style, &passed, &odd);
        rest = text_slice(rest, plain, rest.len);
        size_t step = (odd || last) && rest.len ? cut_odd(rest, style, last, &row, &odd_lines) : 0;
        cut += plain + step;
        *lines += passed + odd_lines;
        more = step > 0 && cut < window.len;
    }
    arena_free(&row.arena);
    return cut;
}
