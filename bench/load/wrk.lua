-- Sends the requests of a file in turn. The file is a list of "length\n" and as many bytes; the
-- placeholder in a request becomes a word that no other request has. The last line is JSON.

local PLACEHOLDER = "@KEY@"
local heads, tails = {}, {}
local count, sent, word = 0, 0, ""

function init(args)
  word = args[2]
  local file = assert(io.open(args[1], "rb"))
  while true do
    local length = file:read("*n")
    if not length then break end
    file:read(1)
    local text = file:read(length)
    local from, to = text:find(PLACEHOLDER, 1, true)
    count = count + 1
    heads[count] = from and text:sub(1, from - 1) or text
    tails[count] = from and text:sub(to + 1) or false
  end
  file:close()
end

function request()
  local at = sent % count + 1
  sent = sent + 1
  if tails[at] then return heads[at] .. word .. sent .. tails[at] end
  return heads[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"answers":%d,"failed":%d,"microseconds":%d,"p50":%d,"p99":%d}\n',
    summary.requests, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
