/* SPDX-License-Identifier: Apache-2.0
 *
 * The public function that shows who owns somebody, by the registers.
 */
#include <config.h>

#include "base/country.h"
#include "filing/owners.h"
#include "report/owners_picture.h"
#include "session.h"

static bool find_entity(struct scr_session *s, const char *entity, uint32_t *party)
{
    const struct owners *o = s->registers ? s->registers->owners : NULL;
    if (!o)
        return diag_error(&s->diags, (struct span){0}, "graph-no-owners",
                          TEXT("name a register of owners: -r FILE"),
                          "no register tells of owners");
    return owners_find_named(o, text_of(entity), party) ||
           diag_error(
               &s->diags, (struct span){0}, "graph-unknown",
               TEXT("give the name or the number as the register has it, without the country"),
               "the registers have no \"%s\", or several", entity);
}

/* What was not over by the end of what the registers tell. */
static bool read_day(struct scr_session *s, const char *on, day *out)
{
    *out = DAY_NEVER - 1;
    return !on || session_day(s, on, out);
}

static bool read_home(struct scr_session *s, const char *home, struct text *codes)
{
    struct text wrong;
    *codes = TEXT("");
    return !home || countries_read(&s->arena, text_of(home), ';', codes, &wrong) ||
           diag_error(&s->diags, (struct span){0}, "graph-home",
                      TEXT("write them like \"AM\" or \"DE;FR\""), "\"%.*s\" is no country",
                      TEXT_ARG(wrong));
}

bool scr_graph(struct scr_session *s, const char *entity, const char *on, const char *home,
               const char *format, FILE *out)
{
    struct owners_picture p = {.arena = &s->arena};
    if (!s->loaded)
        return false;
    bool read = session_read_registers(s);
    if (!find_entity(s, entity, &p.party) || !read_day(s, on, &p.on) ||
        !read_home(s, home, &p.home))
        return false;
    const struct owners *o = s->registers->owners;
    p.graph = owners_graph(o);
    p.solver = owners_borrow(o);
    if (strcmp(format, "svg") == 0)
        owners_draw(&p, out);
    else
        owners_tell(&p, out);
    owners_give_back(o, p.solver);
    return read && scr_error_count(s) == 0;
}
