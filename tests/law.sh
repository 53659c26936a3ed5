#!/bin/sh
# The shipped law base is clean, and the tests that its rules carry pass.
set -eu
scrutineer law lint
scrutineer law test
