#!/bin/sh
# A choice of what tests/faults/run tries; all of it with `tests/run --full`.
exec "$SRC/tests/faults/run" "$BUILD"
