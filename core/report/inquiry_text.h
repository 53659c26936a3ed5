/* SPDX-License-Identifier: Apache-2.0
 *
 * What was asked about one finding or one record, told as text.
 */
#ifndef REPORT_INQUIRY_TEXT_H
#define REPORT_INQUIRY_TEXT_H

#include "engine/inquiry.h"

/* The law that a rule rests on, in our words, as on the day. */
void inquiry_print_law(const struct task *, bool on_known, day on, struct text language, FILE *);
/* Which changes of one fact would clear the record. */
void inquiry_print_clearings(struct inquiry *, FILE *);
/* Why the rule says of the record what it says: law in force, conditions and exceptions one by one,
 * the plugin's word. Of a rule about groups: whether the record counts, and in which group. */
void inquiry_print_why(struct inquiry *, struct text language, FILE *);

#endif
