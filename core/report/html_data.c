/* SPDX-License-Identifier: Apache-2.0
 *
 * The data behind the list of findings of a page.
 */
#include <config.h>

#include "report/json_writer.h"
#include "report/report_html.h"

static void write_words(struct html_report *h, struct json *j)
{
    json_open(j, "words", '{');
    for (size_t i = 0; h->page.wording && html_script_words[i]; i++) {
        struct text words = text_of(html_script_words[i]);
        json_pair(j, words, wording_of(h->page.wording, words));
    }
    json_close(j, '}');
}

static void write_sanctions(struct report *r, struct json *j, const struct rule *rule)
{
    json_open(j, "sanctions", '[');
    for (size_t i = 0; i < rule->sanction_count; i++) {
        const struct provision *p = provision_find(r->plan->law, rule->sanctions[i]);
        if (p)
            json_text(j, NULL, citation_print(&r->arena, p, r->language));
    }
    json_close(j, ']');
}

static void write_rule(struct report *r, struct json *j, const struct rule *rule)
{
    json_open(j, NULL, '{');
    json_text(j, "id", rule->id);
    json_text(j, "title", words_in(&rule->title, r->language));
    json_text(j, "jurisdiction", rule->jurisdiction->id);
    if (rule->threat) {
        json_number(j, "priority", (uint64_t)rule->threat->priority);
        json_text(j, "threat", words_in(&rule->threat->title, r->language));
    } else {
        json_raw(j, "priority", TEXT("-1"));
    }
    json_text(j, "doubt", rule->doubt);
    write_sanctions(r, j, rule);
    json_close(j, '}');
}

static void write_jurisdictions(struct report *r, struct json *j)
{
    const struct lawbase *law = r->plan->law;
    json_open(j, "jurisdictions", '{');
    for (size_t i = 0; i < law->jurisdiction_count; i++)
        json_pair(j, law->jurisdictions[i]->id,
                  words_in(&law->jurisdictions[i]->name, r->language));
    json_close(j, '}');
}

static void copy_findings(struct report *r)
{
    char buffer[1 << 16];
    rewind(r->findings);
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, r->findings)) > 0;)
        fwrite(buffer, 1, n, r->out);
}

void html_write_data(struct report *r, struct html_report *h)
{
    struct json j = {.out = r->out, .script = true};
    json_open(&j, NULL, '{');
    write_words(h, &j);
    write_jurisdictions(r, &j);
    json_open(&j, "rules", '[');
    for (size_t i = 0; i < h->rule_count; i++)
        write_rule(r, &j, r->plan->tasks[h->rules[i]].rule);
    json_close(&j, ']');
    json_open(&j, "laws", '[');
    for (size_t i = 0; i < h->laws.count; i++)
        json_raw(&j, NULL, h->laws.items[i]);
    json_close(&j, ']');
    json_open(&j, "texts", '[');
    for (size_t i = 0; i < h->texts.count; i++)
        json_text(&j, NULL, h->texts.items[i]);
    json_close(&j, ']');
    json_open(&j, "findings", '[');
    json_flush(&j);
    copy_findings(r);
    json_close(&j, ']');
    json_close(&j, '}');
    arena_reset(&r->arena);
}
