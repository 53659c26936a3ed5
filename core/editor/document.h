/* SPDX-License-Identifier: Apache-2.0
 *
 * A text that is open in the editor. The protocol counts lines from 0 and, in a line, units of
 * UTF-16; we count bytes.
 */
#ifndef EDITOR_DOCUMENT_H
#define EDITOR_DOCUMENT_H

#include "base/source.h"

struct position {
    size_t line, unit;
};
size_t position_offset(struct text body, struct position);
struct position offset_position(struct text body, size_t offset);

/* "file:///a/b%20c.yaml" as a path in the arena, empty when it is no file; and back. */
struct text uri_path(struct arena *, struct text uri);
struct text path_uri(struct arena *, struct text path);

/* The line around an offset, without its end. */
struct text line_around(struct text body, size_t offset, size_t *begin);

#endif
