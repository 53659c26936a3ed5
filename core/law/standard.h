/* SPDX-License-Identifier: Apache-2.0
 *
 * International standards as lists of items: what each asks, what would satisfy it, and for
 * jurisdictions what the answer is and which provisions and rules give it. Read only when asked
 * for.
 */
#ifndef LAW_STANDARD_H
#define LAW_STANDARD_H

#include "law/lawbase.h"

enum answer { ANSWER_YES, ANSWER_PARTLY, ANSWER_NO, ANSWER_UNKNOWN, ANSWER_NOT_APPLICABLE };

/* "yes", "partly", ...; false after a message. */
bool answer_read(struct diags *, const struct node *, enum answer *out);

/* What one jurisdiction answers to an item. */
struct reply {
    struct text jurisdiction;
    enum answer answer;
    day from; /* before it the answer was no; DAY_ALWAYS: not given */
    struct text *provisions, *rules;
    struct span *provision_spans, *rule_spans;
    size_t provision_count, rule_count;
    struct text remark, source;
    enum confidence confidence;
};
struct item {
    struct text id, topic;
    struct words text, needs; /* what it asks; what would satisfy it */
    struct text source, doubt;
    enum confidence confidence;
    struct reply *replies;
    size_t reply_count;
    struct span span;
};
struct standard {
    struct text id;
    struct words title;
    struct text source;
    struct item *items;
    size_t item_count;
};
struct standards {
    struct standard *list;
    size_t count;
};

/* All of standards/ in the law base's folder, in its arena. False after messages. */
bool standards_read(struct standards *, struct lawbase *, struct diags *);
const struct standard *standard_find(const struct standards *, struct text id);
const struct reply *reply_find(const struct item *, struct text jurisdiction);
/* Citations of jurisdictions that are loaded must lead somewhere; doubts and sources. */
bool standards_lint(const struct standards *, const struct lawbase *, struct diags *);

enum coverage_status {
    STATUS_COVERED,
    STATUS_PARTLY,
    STATUS_MISSING,
    STATUS_NOT_KNOWN,
    STATUS_NOT_APPLICABLE
};
/* "covered", "partly", ... Static. */
const char *coverage_status_name(enum coverage_status);
/* How the law of a jurisdiction stands to an item on a day. Before the answer's own first day the
 * law is missing; where nothing that is cited is in force, the law of that day was not read. */
enum coverage_status item_status(const struct lawbase *, const struct item *,
                                 struct text jurisdiction, day on);

#endif
