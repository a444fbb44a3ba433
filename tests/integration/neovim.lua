-- What the test asks of Neovim. How the language server is set up is read from docs/editor.md.
Editor = {}

-- Neovim 0.7 has no `vim.lsp.start`, which starts a server once and attaches it to each further buffer.
local started
vim.lsp.start = vim.lsp.start or function(config)
  started = started or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, started)
end

function Editor.open(file)
  vim.cmd('edit! ' .. file)
  return vim.bo.filetype
end

function Editor.close()
  vim.cmd('%bwipeout!')
end

function Editor.type(text)
  vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.split(text, '\n'))
end

function Editor.save()
  vim.cmd('silent write')
end

function Editor.text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
end

function Editor.shown()
  local shown = vim.tbl_map(function(diagnostic)
    return (diagnostic.code or diagnostic.user_data.lsp.code) .. ':' .. diagnostic.lnum + 1
  end, vim.diagnostic.get(0))
  table.sort(shown)
  return shown
end

-- Takes the code action in a line whose title starts so, as somebody does who chooses it from the list.
function Editor.choose(line, start)
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  vim.ui.select = function(actions, options, take)
    for _, action in ipairs(actions) do
      if vim.startswith(options.format_item(action), start) then return take(action) end
    end
  end
  vim.lsp.buf.code_action()
end
