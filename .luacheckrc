-- The names of the sandbox (core/plugin/sandbox.c); a test compares the two lists.
std = {
  read_globals = {
    "assert", "error", "ipairs", "log", "math", "pairs", "pcall", "select", "string", "table", "text",
    "tonumber", "tostring", "type",
  },
}
max_line_length = 120
max_cyclomatic_complexity = 8
-- What editors complete from, made by tests/api.sh: declarations without bodies.
exclude_files = {"plugins/editor"}
