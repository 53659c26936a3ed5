/* SPDX-License-Identifier: Apache-2.0
 *
 * Small changes of the law, one at a time: a limit by one unit, a day by one, an operator by its
 * neighbour. A change that no test notices is alive: either a test is missing, or nobody can tell
 * the two laws apart. Of a rule's first and last day that may be proved (rule/bounds.h): no record
 * of the day can meet the condition. Else `except:` of the rule or limit names it and says why.
 *
 * Not changed: elections, provisions (they decide no outcome), and what a plugin brings itself.
 */
#ifndef ENGINE_MUTATION_H
#define ENGINE_MUTATION_H

#include "engine/case.h"

struct mutant {
    struct text of;   /* the rule, limit or definition: "am.donation_cap" */
    struct text what; /* "from 2021-01-19: value + 1.00 AMD", "with.barred[2] > to >=" */
    struct span span;
    bool noticed;
    const struct text *because; /* why nobody can notice; NULL: somebody can */
};
struct mutation {
    struct mutant *mutants;
    size_t count, noticed, excepted;
};

/* Tries every mutant of the rules' jurisdictions; the law base is as before when it returns. False
 * after messages, when the tests do not pass as they are. Exceptions that no living mutant needs
 * are warnings. */
bool mutation_run(struct mutation *, struct arena *, struct diags *, struct lawbase *,
                  const struct vocabulary *, struct host_limits, const char *plugin_folder);

/* --- inside this floor --- */

/* The nth change of an expression's text: in *changed the new text, in *what "[2] > to >=". False
 * when there are fewer. */
bool expression_mutate(struct arena *, struct text expression, size_t nth, struct text *changed,
                       struct text *what);

#endif
