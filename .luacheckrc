-- The names of the sandbox (core/plugin/sandbox.c); a test compares the two lists.
std = {
  read_globals = {
    "assert", "error", "ipairs", "log", "math", "pairs", "pcall", "select", "string", "table", "text",
    "tonumber", "tostring", "type",
  },
}
max_line_length = 100
max_cyclomatic_complexity = 8
