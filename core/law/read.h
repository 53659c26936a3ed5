/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: each piece of law reads its own YAML node into the law base's arena.
 * All return false after messages.
 */
#ifndef LAW_READ_H
#define LAW_READ_H

#include "law/lawbase.h"

bool jurisdiction_read(struct lawbase *, struct diags *, const struct node *);
bool instrument_read(struct lawbase *, struct diags *, const struct node *);
bool parameter_read(struct lawbase *, struct diags *, const struct node *);
bool definition_read(struct lawbase *, struct diags *, const struct node *);
bool election_read(struct lawbase *, struct diags *, const struct node *);
bool threat_read(struct lawbase *, struct diags *, const struct node *);
bool publication_read(struct lawbase *, struct diags *, const struct node *,
                      const struct jurisdiction *);
bool letter_read(struct lawbase *, struct diags *, const struct node *,
                 const struct jurisdiction *);
/* The text of a letter that letters.yaml has; `name` is that of its file. */
bool letter_text_read(struct lawbase *, struct diags *, const struct source *, struct text name,
                      const struct jurisdiction *);
bool rule_read(struct lawbase *, struct diags *, const struct node *, const struct jurisdiction *);
/* After all parameters are read: multiples of units ("2500 x am.minimum_salary_unit"). */
bool parameters_resolve(struct lawbase *, struct diags *);
/* Likewise of one parameter; and of those that are multiples of a unit that has other versions now.
 */
bool parameter_resolve(struct lawbase *, struct diags *, struct parameter *);
bool parameters_revalue(struct lawbase *, struct diags *, const struct parameter *unit);
/* Adds a version to those of the parameter or provision, which has room for two more. */
bool parameter_version_read(struct lawbase *, struct diags *, const struct node *,
                            struct parameter *);
bool provision_version_read(struct lawbase *, struct diags *, const struct node *,
                            struct provision *);
/* After all rules are read: each rule's threat. */
bool threats_resolve(struct lawbase *, struct diags *);
bool threat_resolve(struct lawbase *, struct diags *, struct rule *);
/* By name, then by time. */
void rules_sort(struct lawbase *);

/* The names in a folder, sorted; hidden ones left out. None when there is no such folder. False
 * after a message, when it cannot be read: law that is there must not be taken for none. */
bool folder_list(struct arena *, struct diags *, const char *path, struct text **names,
                 size_t *count);
bool ends_yaml(struct text name);
/* The key `status` of a map; without it, `otherwise`. Law that is not in force has no days: they
 * are refused, and `force` is FORCE_NEVER. */
bool status_read(struct diags *, const struct node *map, enum status otherwise, enum status *out,
                 struct force *force);
/* After all rules are read: one that rests on what has not commenced is in force on no day. */
void rules_await(struct lawbase *);
/* The map under `in_force:` (NULL: always in force); no other keys than `from` and `to`. */
bool life_read(struct diags *, const struct node *, struct force *out);
/* A list of scalars with their spans; a missing node is an empty list. */
bool names_read(struct arena *, struct diags *, const struct node *, struct text **names,
                struct span **spans, size_t *count);
/* The list under `except:`: mutants and why no test can notice them. */
bool excepted_read(struct arena *, struct diags *, const struct node *, struct excepted **,
                   size_t *count);
/* The text of a scalar with the span of its first byte, quotes not counted. */
struct expression expression_read(const struct node *);

#endif
