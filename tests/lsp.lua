-- In neovim (nvim --headless -u NONE -c 'luafile tests/lsp.lua'), beside a folder made by `scrutineer plugin new late-loan`:
-- errors as one types, completion, hover and go to definition through the editor's own client.
local failed = false

local function check(holds, what, seen)
  io.stdout:write((holds and "ok: neovim: " or "FAILED: neovim: ") .. what .. "\n")
  if not holds then
    failed = true
    io.stdout:write(vim.inspect(seen) .. "\n")
  end
end

local function wait_for(what, condition)
  check(vim.wait(60000, condition, 20), what, vim.diagnostic.get(0))
end

local function ask(method, line, column)
  local answers = vim.lsp.buf_request_sync(0, method, {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = column },
  }, 60000)
  for _, answer in pairs(answers or {}) do
    return answer.result
  end
end

local function find(text)
  for i, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local _, last = line:find(text, 1, true)
    if last then
      return i - 1, last
    end
  end
end

vim.cmd("edit late-loan/lawbase/zz/rules/late-loan.yaml")
local client = vim.lsp.start_client({ name = "scrutineer", cmd = { "scrutineer", "lsp" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
wait_for("the server starts", function()
  return vim.lsp.get_client_by_id(client) and vim.lsp.get_client_by_id(client).initialized
end)

-- Errors as one types, and gone when it is mended.
local line = find("severity: violation")
vim.api.nvim_buf_set_lines(0, line, line + 1, true, { "  severty: violation" })
wait_for("an unknown key is marked", function()
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.message:find('unknown key "severty"', 1, true) and d.lnum == line and d.col == 2 then
      return true
    end
  end
end)
vim.api.nvim_buf_set_lines(0, line, line + 1, true, { "  severity: violation" })
wait_for("the mark goes when it is mended", function() return #vim.diagnostic.get(0) == 0 end)

-- Completion.
line = find("counts: recipient.kind")
local whole = vim.api.nvim_buf_get_lines(0, line, line + 1, true)[1]
vim.api.nvim_buf_set_lines(0, line, line + 1, true, { "    counts: recipient.k" })
local items = ask("textDocument/completion", line, 23)
local labels = vim.tbl_map(function(i) return i.label end, items and items.items or {})
check(vim.tbl_contains(labels, "recipient.kind"), "completes a field of a condition", labels)
vim.api.nvim_buf_set_lines(0, line, line + 1, true, { whole })

-- Hover, and go to definition from a rule to its plugin and its provision.
local at, column = find("limit: gift_li")
local hover = ask("textDocument/hover", at, column)
check(hover and hover.contents.value:find("1000.00 EUR", 1, true), "tells a limit's values", hover)
at, column = find("plugin: late-l")
vim.api.nvim_win_set_cursor(0, { at + 1, column - 1 })
vim.lsp.buf.definition()
wait_for("goes to the plugin", function() return vim.api.nvim_buf_get_name(0):find("plugins/late%-loan%.lua$") ~= nil end)
vim.cmd("buffer 1")
at, column = find("provisions: [zz.invented")
vim.api.nvim_win_set_cursor(0, { at + 1, column - 1 })
vim.lsp.buf.definition()
wait_for("goes to the provision", function()
  local row = vim.api.nvim_win_get_cursor(0)[1]
  return vim.api.nvim_buf_get_name(0):find("zz/instruments%.yaml$") ~= nil
    and vim.api.nvim_buf_get_lines(0, row - 1, row, true)[1]:find("provision:", 1, true) ~= nil
end)
vim.cmd(failed and "cquit 1" or "qall!")
