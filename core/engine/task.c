/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/plan.h"

enum confidence task_confidence(const struct task *t, day on)
{
    enum confidence lowest = CONFIDENCE_HIGH;
    for (size_t i = 0; i < t->provision_count; i++) {
        const struct provision_version *v = provision_at(t->provisions[i], on);
        if (v && v->confidence < lowest)
            lowest = v->confidence;
    }
    for (size_t i = 0; i < t->parameter_count; i++) {
        const struct parameter_version *v = parameter_at(t->parameters[i], on);
        if (v && v->confidence < lowest)
            lowest = v->confidence;
    }
    return lowest;
}

day task_day(const struct task *t, bool on_known, day on)
{
    return on_known ? on : t->rule->force.to - 1;
}

static void narrow(struct force *stretch, day on, struct force version)
{
    const day ends[] = {version.from, version.to};
    for (size_t i = 0; i < 2; i++)
        if (ends[i] <= on)
            stretch->from = ends[i] > stretch->from ? ends[i] : stretch->from;
        else
            stretch->to = ends[i] < stretch->to ? ends[i] : stretch->to;
}

struct force task_stretch(const struct task *t, day on)
{
    struct force stretch = {DAY_ALWAYS, DAY_NEVER};
    for (size_t i = 0; i < t->provision_count; i++)
        for (size_t k = 0; k < t->provisions[i]->version_count; k++)
            narrow(&stretch, on, t->provisions[i]->versions[k].force);
    for (size_t i = 0; i < t->parameter_count; i++)
        for (size_t k = 0; k < t->parameters[i]->version_count; k++)
            narrow(&stretch, on, t->parameters[i]->versions[k].force);
    return stretch;
}
