/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: the parts of lawbase_lint.
 */
#ifndef LAW_LINT_H
#define LAW_LINT_H

#include "law/lawbase.h"

/* Translations (warnings), sources and doubts. */
bool lint_words(const struct lawbase *, struct diags *);
/* Letters: what they are fit for, a text in each language, words that can be filled in. */
bool lint_letters(const struct lawbase *, struct diags *);

#endif
