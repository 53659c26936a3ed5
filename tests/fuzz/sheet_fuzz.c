/* SPDX-License-Identifier: Apache-2.0
 *
 * Workbooks (XLSX, ODS). The input is the members of the ZIP as text, each behind a line
 * "%% xl/workbook.xml": what is fuzzed is the XML, not the packing.
 */
#include <config.h>

#include <archive.h>
#include <archive_entry.h>

#include "target.h"

enum { MOST_BOOK = 1 << 20, MOST_MEMBERS = 16 };

static void add_member(struct archive *zip, const struct named_file *p)
{
    char name[200];
    struct archive_entry *e = archive_entry_new();
    snprintf(name, sizeof name, "%.*s", TEXT_ARG(p->name));
    archive_entry_set_pathname(e, name);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_size(e, (la_int64_t)p->body.len);
    if (archive_write_header(zip, e) == ARCHIVE_OK)
        archive_write_data(zip, p->body.len ? p->body.at : "", p->body.len);
    archive_entry_free(e);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static char book[MOST_BOOK];
    struct text left = {(const char *)bytes, size};
    struct reading_options o = {0};
    struct named_file p;
    size_t len = 0;
    if (size > MOST_BOOK / 2)
        return 0;
    struct archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_zip_set_compression_store(zip);
    archive_write_set_bytes_in_last_block(zip, 1);
    archive_write_open_memory(zip, book, sizeof book, &len);
    for (int i = 0; i < MOST_MEMBERS && take_named_file(&left, &p); i++)
        add_member(zip, &p);
    archive_write_close(zip);
    archive_write_free(zip);
    read_and_compare(file_in_memory(0, (struct text){book, len}), &o);
    return 0;
}
