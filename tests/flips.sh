#!/bin/sh
# A few bits of each kind of input; ten thousand of each with `tests/run --full`.
exec "$SRC/tests/flips/run" "$BUILD"
