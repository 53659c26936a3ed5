/* SPDX-License-Identifier: Apache-2.0
 *
 * What a plugin may call, as a reference for people and as LuaCATS stubs for editors. Both are made
 * from core/plugin/api.c and from the vocabulary.
 */
#ifndef REPORT_PLUGIN_API_H
#define REPORT_PLUGIN_API_H

#include "filing/vocabulary.h"
#include "report/page.h"

void plugin_print_api(struct page *);
void plugin_print_stubs(const struct vocabulary *, FILE *);

#endif
