/* SPDX-License-Identifier: Apache-2.0
 *
 * Lua's text cut into words: names, texts, numbers, signs. Comments are left out.
 */
#ifndef PLUGIN_LUA_WORDS_H
#define PLUGIN_LUA_WORDS_H

#include "base/source.h"

enum word_kind { WORD_END, WORD_NAME, WORD_TEXT, WORD_NUMBER, WORD_SIGN };
struct word {
    enum word_kind kind;
    struct text text;
    uint32_t at; /* byte offset in the source */
};
/* The words of a source that Lua has compiled, and one WORD_END behind them. In the arena. */
size_t lua_words(struct arena *, const struct source *, struct word **out);

#endif
